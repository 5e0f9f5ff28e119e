// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// Makes a line of the catalogue of the cells of a row, or of several that are one measure, and hands it to the plan.
final class LineReader {
  var mapping: TableMapping
  let duties: ColumnDuties
  let fields: FieldNames
  let actors: ActorNames
  let findings: Findings
  let decisions: NameDecisions
  let catalogue: CatalogueWriter
  let marks: MarkGatherer
  let colours: StatusColours
  /// The column of the layout whose cells may hold several measures, and what stands between them.
  let splitter: (column: Int, separator: String)?
  let joinsRows: Bool
  var unknownColumns: [Int: Hinweis] = [:]
  var sheetColumn: Int?

  private(set) var outcomes: [CatalogueWriter.Outcome: Int] = [:]
  /// Names of measures that may stand further down: where they stand, the column, the names.
  var late: [(line: Int, column: Int, names: [String])] = []

  let line = CatalogueLine()
  /// True if the last line may still go on.
  private(set) var isOpen = false
  var parts: [String] = []
  /// The label of the last line, which those below it share where theirs is empty.
  var lastLabel = ""
  var lastGoal = ""
  var groupGoal = ""
  var labelIsOfGroup = false

  init(
    _ mapping: TableMapping, _ duties: ColumnDuties, fields: FieldNames, actors: ActorNames, findings: Findings, decisions: NameDecisions,
    catalogue: CatalogueWriter
  ) {
    self.mapping = mapping
    self.duties = duties
    self.fields = fields
    self.actors = actors
    self.findings = findings
    self.decisions = decisions
    self.catalogue = catalogue
    marks = MarkGatherer(mapping.layout, duties)
    colours = StatusColours(mapping.layout.colours)
    let columns = mapping.layout.columns
    splitter = columns.indices.first { columns[$0].target == .field("text") && !columns[$0].separator.isEmpty }
      .map { ($0, columns[$0].separator) }
    joinsRows = mapping.layout.rowRule == .joined
    line.stored = Array(repeating: .null, count: duties.columns.stored.count)
  }

  /// Begins a table; what the one before said of its lines holds no more.
  func begin(_ mapping: TableMapping, _ sheetColumn: Int?) {
    self.mapping = mapping
    self.sheetColumn = sheetColumn
    unknownColumns = [:]
    if !labelIsOfGroup { lastLabel = "" }
    lastGoal = ""
  }

  /// Begins a sheet.
  func beginSheet() {
    (lastLabel, lastGoal, groupGoal, labelIsOfGroup) = ("", "", "", false)
  }

  /// From here on lines stand below a heading.
  func enter(_ group: GroupRow) throws(Hinweis) {
    try close()
    switch group.kind {
    case .field: (lastLabel, labelIsOfGroup) = (group.name, true)
    case .goal: groupGoal = group.name
    }
  }

  func column(of cell: RawCell) -> Int? {
    if cell.column == sheetColumn { return duties.duties.count - 1 }
    return cell.column < mapping.columns.count ? mapping.columns[cell.column] : nil
  }

  private func has(_ cells: [RawCell], own: Bool, _ wanted: (ColumnDuty) -> Bool) -> Bool {
    cells.contains { cell in (!own || !cell.isBorrowed) && (column(of: cell).map { wanted(duties.duties[$0]) } ?? false) }
  }

  /// True if a row goes on with the line above: the cell with its number covers this one too, or the layout says so of rows without number and text.
  func goesOn(_ cells: [RawCell], _ covered: [Int]) -> Bool {
    guard isOpen else { return false }
    let isNumber = { (duty: ColumnDuty) in if case .number = duty { true } else { false } }
    let isText = { (duty: ColumnDuty) in if case .text(.text) = duty { true } else { false } }
    if !covered.isEmpty {
      let hasNumbers = mapping.columns.contains { $0.map { isNumber(duties.duties[$0]) } ?? false }
      return cells.contains { cell in
        cell.isBorrowed && (column(of: cell).map { (hasNumbers ? isNumber : isText)(duties.duties[$0]) } ?? false)
      }
    }
    return joinsRows && !has(cells, own: true, isNumber) && !has(cells, own: true, isText)
  }

  // MARK: Lines

  func take(_ cells: [RawCell], _ number: Int, _ details: CellDetails?, mayGoOn: Bool, _ account: inout Account) throws(Hinweis) {
    try close()
    line.clear()
    line.line = number
    marks.clear()
    parts = []
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var label = ""
    var labelColumn = -1
    for cell in cells {
      guard let column = column(of: cell) else {
        if !cell.isBorrowed { try unplaced(cell, number, unknownColumn(cell.column), &account) }
        continue
      }
      switch duties.duties[column] {
      case .identity:
        line.identity = Int(CleanText.string(cell.bytes))
        if line.identity == nil {
          try unplaced(cell, number, .noIdentity, &account)
          continue
        }
        account.placed += 1
        continue
      case .label:
        if label.isEmpty {
          label = CleanText.string(cell.bytes)
          labelColumn = cell.column
        }
      default: if try !read(cell, column, number, goesOn: false, &account) { continue }
      }
      hash = (hash ^ UInt64(column + 1)) &* 0x100_0000_01B3
      for byte in cell.bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      if !cell.isBorrowed { account.placed += 1 }
    }
    line.fingerprint = Int(bitPattern: UInt(truncatingIfNeeded: hash))
    try takeLabel(label, labelColumn, number)
    takeGoal(hasLabel: labelColumn >= 0)
    if !line.isEmpty(.remark) { takeRemark() }
    if !colours.isEmpty, let details { try takeColour(details, number) }
    try keepMostSpecificRoles(cells, number, &account)
    isOpen = true
    if !joinsRows && !mayGoOn { try close() }
  }

  /// Takes a row that goes on with the line above: texts are appended, names added.
  func goOn(_ cells: [RawCell], _ number: Int, _ account: inout Account) throws(Hinweis) {
    try findings.noteOnce(.goesOn, line: number, column: 0)
    for cell in cells where !cell.isBorrowed {
      guard let column = column(of: cell) else {
        try unplaced(cell, number, unknownColumn(cell.column), &account)
        continue
      }
      switch duties.duties[column] {
      case .label, .identity: try unplaced(cell, number, .alreadySaid, &account)
      default: if try read(cell, column, number, goesOn: true, &account) { account.placed += 1 }
      }
      for byte in cell.bytes { line.fingerprint = (line.fingerprint ^ Int(byte)) &* 0x100_0000_01B3 }
    }
    if !line.isEmpty(.remark) { takeRemark() }
  }

  /// Hands over the line, or the lines of a cell with several measures.
  func close() throws(Hinweis) {
    guard isOpen else { return }
    isOpen = false
    marks.set(line)
    guard parts.count > 1 else {
      if let outcome = try catalogue.take(line) { outcomes[outcome, default: 0] += 1 }
      return
    }
    try findings.noteOnce(.several, line: line.line, column: 0)
    let (number, fingerprint) = (line.text(.number), line.fingerprint)
    for (index, part) in parts.enumerated() {
      line.set(.text, part)
      line.set(.number, TextParts.number(number, index, of: parts.count))
      line.fingerprint = (fingerprint ^ index) &* 0x100_0000_01B3
      if let outcome = try catalogue.take(line) { outcomes[outcome, default: 0] += 1 }
      line.identity = nil
    }
  }

  func forgetLate() { late = [] }

  func count(_ more: [CatalogueWriter.Outcome]) { for outcome in more { outcomes[outcome, default: 0] += 1 } }
}
