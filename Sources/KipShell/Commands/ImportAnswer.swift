// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore
internal import PlanTables

/// What an import says of itself.
struct ImportAnswer {
  let result: ImportResult
  let file: String
  let isPreview: Bool

  /// How many findings of a rule are shown; all of them are in the plan.
  private static func shown(_ grade: Hinweis.Grade) -> Int { grade == .hinweis ? 3 : 12 }

  var document: Document {
    var document = Document(isPreview ? "Vorschau: \(file)" : "Importiert: \(file)")
    document.properties = [
      .init("Katalog", result.catalogue), .init("Layout", "\(result.layout) (\(result.certainty))"),
    ]
    document.blocks = [.table(counts)]
    if result.new + result.changed + result.dropped == 0 {
      document.blocks.append(
        .text(result.unchanged == 0 ? "Unter dem Kopf der Tabelle steht keine Zeile." : "Der Plan sagt das schon: nichts geändert."))
    }
    if !result.newFields.isEmpty { document.blocks.append(.text("Neue Handlungsfelder: \(result.newFields.joined(separator: ", "))")) }
    if !result.newWords.isEmpty { document.blocks.append(.text("Neue Wörter in Merkmalen: \(list(result.newWords))")) }
    if !result.newThings.isEmpty { document.blocks.append(.text("Neu angelegt, weil die Tabelle es nennt: \(list(result.newThings))")) }
    if !result.newActors.isEmpty { document.blocks.append(.text("Neue Akteure, ungeprüft: \(list(result.newActors))")) }
    if !result.missing.isEmpty {
      let what =
        switch result.dropped {
        case 0: "nichts wurde entfernt"
        case 1: "eine Maßnahme ist jetzt entfallen"
        default: "\(result.dropped) Maßnahmen sind jetzt entfallen"
        }
      document.blocks.append(.text("Im Plan, aber nicht in der Datei (\(what)): \(list(result.missing))"))
    }
    if !result.differences.isEmpty {
      document.blocks.append(.heading(1, "Geändert"))
      document.blocks.append(.table(differences))
    }
    guard !result.rules.isEmpty || !result.findings.isEmpty else { return document }
    document.blocks.append(.heading(1, "Auffälliges"))
    document.blocks.append(.table(findings))
    return document
  }

  private func list(_ names: [String]) -> String {
    names.prefix(30).joined(separator: ", ") + (names.count > 30 ? " und \(names.count - 30) weitere" : "")
  }

  private var counts: Table {
    let account = result.account
    let rows: [(String, Int)] = [
      ("Einträge neu", result.new), ("Einträge geändert", result.changed), ("Einträge unverändert", result.unchanged),
      ("Einträge mit einem anderen zu einer Maßnahme verbunden", result.joined), ("Zellen gelesen", account.read),
      ("davon Kopf", account.header),
      ("davon im Plan", account.placed), ("davon einzeln gelistet", account.listed),
    ]
    return Table(
      "", columns: [Table.Column("was", "Was"), Table.Column("anzahl", "Anzahl", .number)],
      rows: TextRows(rows.map { [$0.0, String($0.1)] }))
  }

  /// What changed, field by field.
  private var differences: Table {
    let shown = result.differences.prefix(ImportAnswer.shownDifferences)
    var table = Table(
      "",
      columns: [
        Table.Column("nr", "Nr", .label), Table.Column("feld", "Feld"), Table.Column("vorher", "Vorher"),
        Table.Column("nachher", "Nachher"),
      ], rows: TextRows(shown.map { [$0.number, $0.field, $0.before ?? "", $0.after ?? ""] }))
    if result.differenceCount > shown.count {
      table.notes.append("\(result.differenceCount) Felder geändert; gezeigt sind die ersten \(shown.count)")
    }
    return table
  }

  private static let shownDifferences = 100

  /// One line for each rule that found much, every finding of the others.
  private var findings: Table {
    var rows: [[String]] = []
    let counts = Dictionary(result.rules.map { ($0.rule, $0.count) }, uniquingKeysWith: +)
    var seen: [String: Int] = [:]
    var shown: [String: Int] = [:]
    for finding in result.findings.sorted(by: { $0.grade > $1.grade }) {
      let rule = finding.rule ?? ""
      seen[rule, default: 0] += 1
      if let count = seen[rule], count > ImportAnswer.shown(finding.grade) { continue }
      shown[rule, default: 0] += 1
      rows.append([finding.grade.rawValue, rule] + place(finding.place) + [finding.text])
    }
    var table = Table(
      "",
      columns: [
        Table.Column("grad", "Grad"), Table.Column("regel", "Regel"),
      ]
        + (hasSheets
          ? [Table.Column("zelle", "Zelle", .label)] : [Table.Column("zeile", "Zeile", .label), Table.Column("spalte", "Spalte", .label)])
        + [Table.Column("text", "Text")], rows: TextRows(rows))
    for (rule, shown) in shown.sorted(by: { $0.key < $1.key }) where (counts[rule] ?? seen[rule] ?? 0) > shown {
      table.notes.append("\(rule): \(counts[rule] ?? seen[rule] ?? 0) insgesamt; alle zeigt: hinweise wo regel = \(rule)")
    }
    return table
  }

  /// True if findings stand in the cells of sheets, which spreadsheets name by letters.
  private var hasSheets: Bool { result.findings.contains { $0.place?.sheet != nil } }

  private func place(_ place: Place?) -> [String] {
    if hasSheets { return [place?.cell ?? place?.line.map { $0 == 0 ? "" : String($0) } ?? ""] }
    return [place?.line, place?.column].map { $0.map { $0 == 0 ? "" : String($0) } ?? "" }
  }
}
