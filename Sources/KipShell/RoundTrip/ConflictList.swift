// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore
internal import PlanTables

/// Conflicts as a table that somebody decides in a spreadsheet, and that comes back.
struct ConflictList {
  private(set) var rows: [Row] = []

  struct Row {
    /// By the keys of the columns.
    var cells: [String: String]
    var line: Int

    subscript(key: String) -> String { cells[key] ?? "" }
  }

  /// Key, heading, and how wide.
  private static let columns: [(key: String, heading: String, width: Int)] = [
    ("für", "Für", 12), ("nr", "Nr", 8), ("maßnahme", "Maßnahme", 40), ("spalte", "Spalte", 16), ("damals", "Damals", 24),
    ("hier", "Hier jetzt", 24), ("geändert", "Hier geändert von", 30), ("im_bogen", "Im Bogen", 24), ("entscheidung", "Entscheidung", 16),
    ("kip-bogen", "kip-bogen", 8), ("kip-ding", "kip-ding", 8), ("kip-id", "kip-id", 8), ("kip-spalte", "kip-spalte", 8),
  ]

  init() {}

  /// The list that a document is; nil if it is none.
  init?(_ document: Document) throws(Hinweis) {
    for table in document.tables {
      var keys: [String] = []
      var found: [Row] = []
      var looked = 0
      try table.rows.forEach { (cells, line) throws(Hinweis) in
        if keys.isEmpty {
          let names = cells.map(ConflictList.key)
          if names.contains("entscheidung"), names.contains("kip-spalte") { keys = names }
          looked += 1
          // A form has thousands of rows, a list its header at the top.
          if keys.isEmpty, looked == 20 { return .enough }
        } else if cells.contains(where: { !CellForm.plain($0).isEmpty }) {
          found.append(Row(cells: Dictionary(zip(keys, cells), uniquingKeysWith: { first, _ in first }), line: line))
        }
        return .more
      }
      if !keys.isEmpty {
        rows = found
        return
      }
    }
    return nil
  }

  /// The key of a column by its heading, or by itself.
  private static func key(_ text: String) -> String {
    let text = Fold.key(CellForm.plain(text))
    return columns.first { [Fold.key($0.key), Fold.key($0.heading)].contains(text) }?.key ?? text
  }

  mutating func add(_ cell: DecidedCell, _ sent: SentForm) {
    let target = cell.cell.target
    func shown(_ text: String) -> String { CellText.shown(text, as: cell.cell.column.table.kind) }
    rows.append(
      Row(
        cells: [
          "für": sent.actorName, "nr": cell.cell.line.number, "maßnahme": cell.cell.line.text, "spalte": cell.cell.column.table.heading,
          "damals": shown(cell.cell.base), "hier": shown(cell.cell.ours ?? ""), "geändert": cell.blamed, "im_bogen": shown(cell.returned),
          "kip-bogen": String(sent.id), "kip-ding": target.noun, "kip-id": String(target.id), "kip-spalte": target.column,
        ], line: rows.count + 2))
  }

  /// The rows of each form, in their order.
  var byForm: [(form: Int, rows: [Row])] {
    var forms: [(form: Int, rows: [Row])] = []
    for row in rows {
      guard let form = Int(CellForm.key(row["kip-bogen"], .text)) else { continue }
      if let index = forms.firstIndex(where: { $0.form == form }) { forms[index].rows.append(row) } else { forms.append((form, [row])) }
    }
    return forms
  }

  var document: Document {
    let columns = ConflictList.columns.map { key, heading, width in
      var column = Table.Column(key, heading, ["nr"].contains(key) || key.hasPrefix("kip-") ? .label : .text)
      (column.width, column.isHidden, column.isLocked) = (width, key.hasPrefix("kip-"), key != "entscheidung")
      // Any other value may be typed too, so that nothing is offered that would refuse it.
      return column
    }
    let cells = rows.map { row in ConflictList.columns.map { row[$0.key] } }
    var table = Table("Konflikte", columns: columns, rows: TextRows(cells))
    table.notes = []
    return Document(
      "Konflikte aus dem Rücklauf", [.table(table), .text("Entscheidung: unsere, ihre, oder ein anderer Wert. Leer bleibt offen.")])
  }
}

extension ConflictList.Row {
  /// The cell that it is about, with what was decided.
  ///
  /// - Parameter form: the form of the whole catalogue, as the plan is now.
  func cell(_ form: Form, _ checking: CellChecking) throws(Hinweis) -> DecidedCell {
    let target = CellTarget(
      CellForm.plain(self["kip-ding"]), Int(CellForm.key(self["kip-id"], .text)) ?? 0, CellForm.plain(self["kip-spalte"]))
    let name = "Nr. \(CellForm.key(self["nr"], .text)), \(CellForm.plain(self["spalte"]))"
    guard let number = form.columns.firstIndex(where: { $0.table.key == target.column }),
      let line = form.rows.first(where: { form.target(of: number, in: $0) == target })
    else { throw Hinweis("\(name): das gibt es im Plan nicht mehr").grade(.warnung) }
    let column = form.columns[number]
    let ours = line.cells[number]
    let theirs = CellForm.written(self["im_bogen"])
    var cell = DecidedCell(
      FormMerge.Decided(target, column, line, row: self.line, base: self["damals"], ours: ours, .conflict(theirs))
    )
    switch Fold.key(CellForm.plain(self["entscheidung"])) {
    case "": cell.decision = .later
    case "unsere", "unser", "u": cell.decision = .ours
    case "ihre", "ihr", "i": cell.decision = .theirs
    default: cell.decision = .text(CellForm.written(self["entscheidung"]))
    }
    guard CellForm.key(ours, column.kind) == CellForm.key(self["hier"], column.kind) || cell.decision == .ours else {
      // Who decided saw something else.
      if let text = cell.text, CellForm.key(text, column.kind) == CellForm.key(ours, column.kind) {
        cell.decision = .ours
        return cell
      }
      cell.decision = .later
      throw Hinweis("\(name): hier steht inzwischen \"\(ours)\" statt \"\(self["hier"])\"; nichts geändert").grade(.warnung).help(
        "den Bogen noch einmal einlesen und neu entscheiden")
    }
    if cell.decision == .theirs, let problem = checking.problem(column, theirs) { cell.cell.outcome = .invalid(theirs, problem) }
    return cell
  }
}
