// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore
internal import PlanTables

/// What `rücklauf` says of the files that it read: an account of all cells, and each that is not simply the same.
struct ReturnAnswer {
  let isPreview: Bool
  private var files: [[String]] = []
  private var taken: [[String]] = []
  private var conflicts: [[String]] = []
  private var refused: [[String]] = []
  private var lines: [[String]] = []
  private var findings: [Hinweis] = []

  init(isPreview: Bool) { self.isPreview = isPreview }

  mutating func add(_ file: ReturnedFile, _ merge: FormMerge, _ cells: [DecidedCell], created: [FormMatch.Row], _ notes: [Hinweis]) {
    let account = merge.account
    let rows = file.match.rows.count
    files.append(
      [file.name, file.sent.actorName]
        + [rows, account.read, account.same, account.kept, account.alike, account.taken, account.conflicts, account.refused].map(
          String.init))
    add(file.sent, cells)
    for row in file.match.new {
      let isMade = created.contains { $0.line == row.line && $0.sheet == row.sheet }
      lines.append([
        file.sent.actorName, String(row.line), isMade ? "neu, aufgenommen" : "neu, nicht aufgenommen", ReturnAnswer.words(row, file.base),
      ])
    }
    for row in file.match.foreign {
      lines.append([
        file.sent.actorName, String(row.line), "gehört zu einem anderen Bogen, nicht gelesen", ReturnAnswer.words(row, file.base),
      ])
    }
    for row in file.match.missing {
      lines.append([file.sent.actorName, "", "fehlt im Bogen, bleibt im Plan", "\(row.number) \(row.text)"])
    }
    for name in file.match.missingColumns {
      findings.append(
        Hinweis("die Spalte \"\(name)\" fehlt; zu ihr ist nichts gesagt").grade(.warnung).rule("spalte-fehlt").at(Place(file: file.name)))
    }
    findings += notes
  }

  mutating func add(_ sent: SentForm, _ cells: [DecidedCell]) {
    for cell in cells {
      let value = cell.cell
      let place = [sent.actorName, value.line.number, value.column.table.heading]
      func shown(_ text: String) -> String { CellText.shown(text, as: value.column.table.kind) }
      if cell.isConflict || cell.isOpen {
        let decision =
          switch cell.decision {
          case .ours: "unsere"
          case .theirs: "ihre"
          case .later: cell.reason.isEmpty ? "offen" : "offen: \(cell.reason)"
          case .text(let text): text
          }
        conflicts.append(place + [shown(value.base), shown(value.ours ?? ""), cell.blamed, shown(cell.returned), decision])
      } else if let text = cell.text {
        taken.append(place + [shown(value.ours ?? ""), shown(text)])
      } else if !cell.reason.isEmpty {
        refused.append(place + [shown(value.ours ?? ""), shown(cell.returned), cell.reason])
      }
    }
  }

  var document: Document {
    var document = Document(isPreview ? "Vorschau: Rücklauf" : "Rücklauf")
    if !files.isEmpty {
      document.blocks.append(
        table(
          "", ["Datei", "Für", "Zeilen", "Zellen", "Gleich", "Nur hier", "Beide gleich", "Übernommen", "Konflikte", "Abgelehnt"], files,
          numbersFrom: 2))
    }
    let parts: [(String, [String], [[String]])] = [
      ("Übernommen", ["Für", "Nr", "Spalte", "Vorher", "Jetzt"], taken),
      ("Konflikte", ["Für", "Nr", "Spalte", "Damals", "Hier jetzt", "Geändert von", "Im Bogen", "Entscheidung"], conflicts),
      ("Nicht übernommen", ["Für", "Nr", "Spalte", "Im Plan", "Im Bogen", "Warum"], refused),
      ("Zeilen", ["Für", "Zeile", "Was", "Text"], lines),
    ]
    for (title, headings, rows) in parts where !rows.isEmpty {
      document.blocks += [.heading(1, title), table(title, headings, rows)]
    }
    if !findings.isEmpty {
      let rows = findings.map { [$0.grade.rawValue, $0.place?.description ?? "", $0.text] }
      document.blocks += [.heading(1, "Auffälliges"), table("Auffälliges", ["Grad", "Ort", "Text"], rows)]
    }
    if taken.isEmpty, conflicts.isEmpty, refused.isEmpty, lines.isEmpty, findings.isEmpty {
      document.blocks.append(.text("Im Bogen ist nichts geändert."))
    }
    return document
  }

  private func table(_ name: String, _ headings: [String], _ rows: [[String]], numbersFrom: Int = .max) -> Block {
    let columns = headings.enumerated().map { number, heading in
      Table.Column(Fold.key(heading).replacing(" ", with: "_"), heading, number >= numbersFrom ? .number : heading == "Nr" ? .label : .text)
    }
    return .table(Table(name, columns: columns, rows: TextRows(rows)))
  }

  /// What a row says, in a few words.
  static func words(_ row: FormMatch.Row, _ form: Form) -> String {
    let texts = row.cells.sorted { $0.key < $1.key }.compactMap { column, text -> String? in
      let isHidden = [FormColumn.Target.identity, .form].contains(form.columns[column].target)
      let plain = CellForm.plain(text)
      return isHidden || plain.isEmpty ? nil : plain
    }
    return texts.joined(separator: " · ")
  }
}
