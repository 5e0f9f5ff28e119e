// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// Goes through the rows of a sheet: tells lines of the catalogue from all else, and says what becomes of each cell.
final class RowReader {
  var mapping: TableMapping
  let headings: LayoutHeadings
  let duties: ColumnDuties
  let findings: Findings
  let fields: FieldNames
  let lines: LineReader
  var sorter: RowSorter
  let columns: GroupRow.Columns
  let hiddenColumns: [ClosedRange<Int>]
  var merged: MergedCells

  var account = Account()
  /// Texts outside the table that speak of the whole catalogue.
  var surroundings: [String] = []

  var row = -1
  var lastLine = 0
  var cells: [RawCell] = []
  /// The last line's cells, which a sign such as `dito` repeats, and what keeps them when their batch is gone.
  var above: [RawCell] = []
  var keptBytes: UnsafeMutableBufferPointer<UInt8>?
  /// Texts that may be what stands over the lines below them.
  var pending: [Heading] = []
  /// Header rows that were just met, for a table that lays its columns elsewhere.
  var headerRows: [[String]] = []
  var sheetName: UnsafeMutableBufferPointer<UInt8>?
  let sheetColumn: Int?
  var knownHidden: Set<Int> = []
  var colours: [String: (count: Int, line: Int, column: Int)] = [:]

  init(
    _ table: Table, _ mapping: TableMapping, _ headings: LayoutHeadings, _ duties: ColumnDuties, fields: FieldNames, findings: Findings,
    lines: LineReader, merged: MergedCells
  ) {
    self.mapping = mapping
    self.headings = headings
    self.duties = duties
    self.fields = fields
    self.findings = findings
    self.lines = lines
    self.merged = merged
    hiddenColumns = table.hiddenColumns
    sorter = RowSorter(mapping, duties.duties, headings)
    let targets = mapping.columns.compactMap { $0.map { mapping.layout.columns[$0].target } }
    columns = GroupRow.Columns(hasField: targets.contains(.field("handlungsfeld")), hasGoal: targets.contains(.field("ziel")))
    // The name of the sheet stands in a column of its own, behind all others.
    sheetColumn = mapping.layout.sheetName == .ignored || table.name.isEmpty ? nil : RowReader.sheetPlace
    if sheetColumn != nil {
      sheetName = .allocate(capacity: table.name.utf8.count)
      _ = sheetName?.initialize(from: table.name.utf8)
    }
    lines.begin(mapping, sheetColumn)
  }

  deinit {
    keptBytes?.deallocate()
    sheetName?.deallocate()
  }

  /// The column of the table in which the name of the sheet stands; no real one is so far right.
  static let sheetPlace = 1 << 20

  /// True if a merged cell covers lines that were read without knowing of it, in a column where that matters.
  func isTooLate(_ span: CellSpan) -> Bool {
    guard span.rows > 1, span.line <= lastLine, span.column < mapping.columns.count, let number = mapping.columns[span.column] else {
      return false
    }
    if case .label = duties.duties[number] { return false }
    return span.line > mapping.lines.upperBound
  }

  /// A row with a single text.
  struct Heading {
    var cells: [(column: Int, text: String)]
    var line: Int
    /// True if a header follows, so that it may be the title of the whole as well.
    var isAbove: Bool

    var text: String { cells.map(\.text).joined(separator: " ") }
  }

  // MARK: Batches

  func take(_ batch: RowBatch) throws(Hinweis) {
    let (bytes, cellEnds, rowEnds, lines) = (batch.bytes, batch.cellEnds, batch.rowEnds, batch.lines)
    var failure: Hinweis?
    var hidden = batch.hiddenRows[...]
    var details = batch.details[...]
    bytes.withUnsafeBufferPointer { bytes in
      var cell = 0
      var start = 0
      for index in rowEnds.indices {
        cells.removeAll(keepingCapacity: true)
        let first = cell
        while cell < Int(rowEnds[index]) {
          let end = Int(cellEnds[cell])
          if end > start {
            let content = UnsafeBufferPointer(rebasing: bytes[start..<end])
            // Only what begins with a blank can be blank.
            if content[0] > 0x20 && content[0] != 0xC2 || !CleanText.isBlank(content) {
              cells.append(RawCell(column: cell - first, bytes: content))
            }
          }
          start = end
          cell += 1
        }
        do throws(Hinweis) {
          let isHidden = hidden.first == Int32(index)
          if isHidden { hidden.removeFirst() }
          let own = details.prefix { $0.row == Int32(index) }
          if !own.isEmpty { details = details.dropFirst(own.count) }
          try takeRow(Int(lines[index]), isHidden: isHidden, own)
        } catch {
          failure = error
          return
        }
      }
      keepAbove()
    }
    if let failure { throw failure }
  }

  /// Copies the cells of the last line, since the bytes of the batch go.
  private func keepAbove() {
    let size = above.reduce(0) { $0 + $1.bytes.count }
    let kept = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(size, 1))
    var place = 0
    for index in above.indices {
      let bytes = above[index].bytes
      _ = kept[place..<place + bytes.count].initialize(fromContentsOf: bytes)
      above[index].bytes = UnsafeBufferPointer(rebasing: kept[place..<place + bytes.count])
      place += bytes.count
    }
    keptBytes?.deallocate()
    keptBytes = kept
  }

  // MARK: Rows

  private func takeRow(_ number: Int, isHidden: Bool, _ details: ArraySlice<CellDetail>) throws(Hinweis) {
    row += 1
    lastLine = number
    account.read += cells.count
    let own = cells.count
    if !details.isEmpty { try noteDetails(CellDetails(details: details), number) }
    guard own > 0 else { return }
    // A row that nothing but a merged cell reaches into is part of the lines around it.
    let covered = merged.isEmpty ? [] : borrow(on: number)
    switch sorter.sort(cells, row: row) {
    case .header: try takeHeader(decides: false)
    case .otherHeader: try takeHeader(decides: true)
    case .heading: try takeHeading(number)
    case .continuation where !lines.isOpen || !pending.isEmpty: try list(number, RowSorter.lonely)
    case .continuation: try lines.goOn(cells, number, &account)
    case .listed(let reason): try list(number, reason)
    case .line:
      if isHidden { try findings.note(.hiddenRow, line: number, column: 0) }
      try takeLine(number, covered, details)
    }
  }

  /// Gives the row the texts of merged cells that cover its cells; the columns of those.
  private func borrow(on line: Int) -> [Int] {
    let covered = mapping.columns.indices.filter { column in
      guard let number = mapping.columns[column], merged.covers(column, on: line) else { return false }
      // What lines share that have no field of their own is known already.
      if case .label = duties.duties[number] { return false }
      return !cells.contains { $0.column == column } && above.contains { $0.column == column }
    }
    for column in covered {
      guard var cell = above.first(where: { $0.column == column }) else { continue }
      cell.isBorrowed = true
      cells.insert(cell, at: cells.firstIndex { $0.column > column } ?? cells.count)
    }
    return covered
  }

  private func takeHeader(decides: Bool) throws(Hinweis) {
    for index in pending.indices { pending[index].isAbove = true }
    account.header += cells.count
    var texts = [String](repeating: "", count: (cells.last?.column ?? 0) + 1)
    for cell in cells { texts[cell.column] = CleanText.string(cell.bytes) }
    headerRows.append(texts)
    if headerRows.count > 4 { headerRows.removeFirst() }
    guard decides else { return }
    var other = HeaderFinder.map(headings, headerRows, headerRows.count - 1)
    other.header = row..<row + 1
    guard other.columns != mapping.columns else { return }
    try lines.close()
    for note in other.notes { try findings.noteOnce(note, line: 0, column: 0) }
    try findings.noteOnce(.anotherTable, line: 0, column: 0)
    mapping = other
    sorter = RowSorter(other, duties.duties, headings)
    above = []
    lines.begin(other, sheetColumn)
  }

  /// Lists all cells of a row, which is no line of the catalogue.
  private func list(_ number: Int, _ reason: Hinweis) throws(Hinweis) {
    try endHeadings(isGroup: false)
    for cell in cells where !cell.isBorrowed {
      let text = CleanText.string(cell.bytes)
      if reason == RowSorter.outside, surroundings.count < 1000 { surroundings.append(text) }
      try findings.unplaced(reason, line: number, column: cell.column + 1, content: text)
      account.listed += 1
    }
  }

  private func takeLine(_ number: Int, _ covered: [Int], _ details: ArraySlice<CellDetail>) throws(Hinweis) {
    if !pending.isEmpty { try endHeadings(isGroup: true) }
    if !headerRows.isEmpty { headerRows = [] }
    try repeatAbove(number)
    try noteHiddenColumns()
    if let sheetColumn, let sheetName {
      cells.append(RawCell(column: sheetColumn, bytes: UnsafeBufferPointer(sheetName), isBorrowed: true))
    }
    let goesOn = lines.goesOn(cells, covered)
    if goesOn {
      try lines.goOn(cells, number, &account)
    } else {
      try lines.take(cells, number, details.isEmpty ? nil : CellDetails(details: details), mayGoOn: !merged.isEmpty, &account)
      swap(&above, &cells)
    }
  }

  /// Puts what stands above in the place of signs that repeat it.
  private func repeatAbove(_ number: Int) throws(Hinweis) {
    for index in cells.indices where Ditto.isSign(cells[index].bytes) {
      let column = cells[index].column
      guard column < mapping.columns.count, let place = mapping.columns[column] else { continue }
      // No two lines have one number.
      if case .number = duties.duties[place] { continue }
      guard let value = above.first(where: { $0.column == column }) else {
        try findings.note(.nothingAbove, line: number, column: column + 1)
        continue
      }
      cells[index].bytes = value.bytes
      try findings.noteOnce(.ditto, line: number, column: column + 1)
    }
  }

  /// Ends the sheet.
  func end() throws(Hinweis) {
    try endHeadings(isGroup: false)
    try lines.close()
    for (colour, place) in colours.sorted(by: { $0.key < $1.key }) {
      try findings.note(.colour(colour, place.count), line: place.line, column: place.column + 1)
    }
  }
}
