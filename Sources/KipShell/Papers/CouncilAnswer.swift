// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore
internal import PlanTables

/// What reading a council paper says of it.
struct CouncilAnswer {
  let paper: Paper
  let outcome: PaperWriter.Outcome
  let document: KnownDocument?
  let isKnown: Bool
  let isPreview: Bool

  func document(_ file: String) -> Document {
    var answer = Document(isPreview ? "Vorschau: \(file)" : "Importiert: \(file)")
    let what = outcome.isNew ? "neu" : outcome.isUnchanged ? "unverändert" : "geändert"
    answer.properties = [.init("Vorlage", "\(paper.number.isEmpty ? paper.subject : paper.number) (\(what))")]
    if let document { answer.properties.append(.init("Dokument", "\(document.number)\(isKnown ? ", schon eingelesen" : "")")) }
    answer.blocks.append(.table(Table(headings: ["Feld", "Wert"], facts)))
    if !paper.stations.isEmpty { answer.blocks.append(.table(stations)) }
    if !paper.signatures.isEmpty { answer.blocks.append(.table(signatures)) }
    if !outcome.isNew, !outcome.changes.isEmpty {
      answer.blocks.append(
        .table(
          Table(
            "Geändert", headings: ["Feld", "Vorher", "Jetzt"],
            CouncilAnswer.rows(of: outcome.changes))))
    }
    if outcome.isUnchanged { answer.blocks.append(.text("Der Plan sagt das schon: an der Vorlage ändert sich nichts.")) }
    let account = paper.account
    answer.blocks.append(
      .text(
        "\(account.read) Zeilen und Zellen gelesen: \(account.labels) Beschriftungen, \(account.placed) im Plan, \(account.listed) einzeln gelistet."
      ))
    let findings = paper.findings.map(\.hinweis) + outcome.remarks
    if !findings.isEmpty { answer.blocks += [.heading(1, "Auffälliges"), .table(CouncilAnswer.table(of: findings))] }
    return answer
  }

  private var facts: [[String]] {
    [
      ["Betreff", paper.subject], ["Nr", paper.number], ["Aktenzeichen", paper.fileNumber], ["Art", paper.kind],
      ["Datum", paper.date?.description ?? ""], ["Einheit", paper.unit],
      ["Beschlussvorschlag", CouncilAnswer.short(paper.proposal.joined(separator: " "))],
      ["Sachdarstellung", CouncilAnswer.short(paper.reasons.joined(separator: " "))],
      ["Bestandteile", CouncilAnswer.short(paper.parts.joined(separator: "; "))],
    ].filter { !$0[1].isEmpty }
  }

  private var stations: Table {
    Table(
      "Beratungsfolge", headings: ["Gremium", "Datum", "Öffentlich", "Rolle", "Status", "Ergebnis"],
      paper.stations.map { station in
        [
          station.body, station.date?.description ?? station.withoutYear.map { "\($0.text) …" } ?? "",
          station.isOpen.map { $0 ? "ja" : "nein" } ?? "", station.role ?? "", station.status ?? "", station.result,
        ]
      })
  }

  private var signatures: Table {
    Table(
      "Unterzeichnung", headings: ["Funktion", "Name", "Zusatz"], paper.signatures.map { [$0.function, $0.person, $0.addition] })
  }

  /// Findings of a rule beyond these are in the plan and not in the answer.
  private static let shown = 8

  static func table(of findings: [Hinweis]) -> Table {
    var seen: [String: Int] = [:]
    var rows: [[String]] = []
    for finding in findings.sorted(by: { $0.grade > $1.grade }) {
      seen[finding.rule ?? "", default: 0] += 1
      if seen[finding.rule ?? "", default: 0] <= shown { rows.append([finding.grade.rawValue, finding.rule ?? "", finding.text]) }
    }
    var table = Table(headings: ["Grad", "Regel", "Text"], rows)
    for (rule, count) in seen.sorted(by: { $0.key < $1.key }) where count > shown {
      table.notes.append("\(rule): \(count) insgesamt; alle zeigt: hinweise wo regel = \(rule)")
    }
    return table
  }

  /// What changed, each with what it said before; of long texts the place where they differ.
  static func rows(of changes: [(column: String, old: String, new: String)]) -> [[String]] {
    changes.map { change in
      let common = zip(change.old, change.new).prefix { $0 == $1 }.count
      let cut = max(0, common - 40)
      let lead = cut > 0 ? "…" : ""
      return [change.column, lead + short(String(change.old.dropFirst(cut))), lead + short(String(change.new.dropFirst(cut)))]
    }
  }

  static func short(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 100 ? "\(line.prefix(99))…" : line
  }
}
