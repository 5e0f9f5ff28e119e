// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

struct CheckCommand: ShellCommand {
  let declaration = Declaration(
    word: "prüfe", synonyms: ["check", "prüfen"],
    summary: "sucht, was im Plan nicht stimmt oder einen Blick verdient; endet mit 3, wenn ein Fehler dabei ist",
    parameters: [.init(name: "regel", kind: .positional(.offer(.analysis)), summary: "nur diese Regel oder Prüfung")],
    examples: ["prüfe", "prüfe partner-fehlt", "prüfe bekannt heute"])
  let takesMoments = true

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    let call = try declaration.read(invocation.tokens)
    let view = PlanView(store: try session.plan())
    let findings = try self.findings(view, session, only: call["regel"])
    let count = { (grade: Hinweis.Grade) in findings.count { $0.grade == grade } }
    try session.answer(CheckCommand.table(findings))
    let (errors, warnings, hints) = (count(.fehler), count(.warnung), count(.hinweis))
    session.tell(
      "\(errors) Fehler, \(warnings) \(warnings == 1 ? "Warnung" : "Warnungen"), \(hints) \(hints == 1 ? "Hinweis" : "Hinweise")")
    if count(.fehler) > 0 { session.foundErrors() }
  }

  private func findings(_ view: PlanView, _ session: Session, only rule: String?) throws(Hinweis) -> [Hinweis] {
    let offers = session.host.offers(.analysis).map(\.offer)
    let wanted = offers.filter { offer in rule.map { Fold.key($0) == Fold.key(offer.name) } ?? true }
    var findings: [Hinweis] = []
    for offer in wanted.isEmpty ? offers : wanted { findings += try session.host.analysis(offer.name).findings(view) }
    if wanted.isEmpty || rule == nil { findings += try imported(view) }
    if let rule, wanted.isEmpty {
      let known = Set(findings.compactMap(\.rule))
      findings = findings.filter { $0.rule.map(Fold.key) == Fold.key(rule) }
      if findings.isEmpty, !known.contains(rule), !Fold.nearest(rule, among: known).isEmpty {
        throw Hinweis("eine Regel \"\(rule)\" fand nichts").didYouMean(rule, offers.map(\.name) + known)
      }
    }
    return findings.sorted { ($1.grade, $0.rule ?? "") < ($0.grade, $1.rule ?? "") }
  }

  /// What imports found and kept; what is alike and only worth a look is one finding, with its first place.
  private func imported(_ view: PlanView) throws(Hinweis) -> [Hinweis] {
    var findings: [Hinweis] = []
    var counts: [Int] = []
    var places: [String: Int] = [:]
    let rows = try view.rows("hinweise | zeige grad, regel, text, hilfe, quelle, zeile, spalte, anzahl")
    try rows.rows.forEach { (row, _) throws(Hinweis) in
      let grade = Hinweis.Grade(rawValue: row[0]) ?? .hinweis
      let key = row[1] + row[2]
      if grade == .hinweis, let known = places[key] {
        counts[known] += Int(row[7]) ?? 1
        return .more
      }
      places[key] = findings.count
      counts.append(Int(row[7]) ?? 1)
      var place = Place(file: row[4])
      place.line = Int(row[5]).flatMap { $0 == 0 ? nil : $0 }
      place.column = Int(row[6]).flatMap { $0 == 0 ? nil : $0 }
      findings.append(Hinweis(row[2]).grade(grade).rule(row[1]).help(row[3].isEmpty ? nil : row[3]).at(place))
      return .more
    }
    return zip(findings, counts).map { finding, count in
      guard count > 1 else { return finding }
      var finding = finding
      finding.text += " (\(count)-mal)"
      return finding.help(finding.help ?? "alle zeigt: hinweise wo regel = \(finding.rule ?? "")")
    }
  }

  static func table(_ findings: [Hinweis]) -> Table {
    let rows = findings.map { [$0.grade.rawValue, $0.rule ?? "", $0.thing ?? "", $0.text, $0.place?.description ?? "", $0.help ?? ""] }
    return Table("Hinweise", headings: ["Grad", "Regel", "Ding", "Text", "Ort", "Hilfe"], rows)
  }
}
