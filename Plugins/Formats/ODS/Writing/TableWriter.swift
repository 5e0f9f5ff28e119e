// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// Writes a table as a sheet, batch by batch.
struct TableWriter {
  private let sheet: SheetBook.Sheet
  private let widths: [Int]
  private var out: [UInt8] = []
  /// How many columns and rows have been written, those of the header too.
  private var width: Int
  private var rows = 0
  /// By column: what makes cells something else than text, and what stands in each of its cells besides.
  private let isTyped: [Bool]
  private let rules: [[UInt8]?]
  private let open: [String]
  /// Empty cells that are not written yet, and the cells of the row that are.
  private var blanks = 0
  private var cells = 0
  /// The area of the table with its headings, which bear the buttons of the filter.
  private(set) var filtered: String?

  /// Empty rows below the table of a form that already have the drop-downs.
  private static let spareRows = 500

  init(_ sheet: SheetBook.Sheet, widths: [Int], validations: Validations) {
    self.sheet = sheet
    self.widths = widths
    width = max(sheet.header.width, sheet.table.columns.count)
    isTyped = sheet.table.columns.map { $0.isList || $0.kind != .text && $0.kind != .label }
    rules = sheet.table.columns.map { validations.name($0).map { Array(" table:content-validation-name=\"\($0)\"".utf8) } }
    open = sheet.table.columns.map { sheet.isProtected && !$0.isLocked ? "o" : "" }
  }

  mutating func write(to zip: inout ZipWriter, _ sink: inout some ByteSink) throws(Hinweis) {
    begin()
    try sheet.table.rows.forEachBatch { (batch) throws(Hinweis) in
      append(batch)
      guard rows <= Limits.rows, width <= Limits.columns else { throw .tooLarge(sheet) }
      try zip.write(out, to: &sink)
      out.removeAll(keepingCapacity: true)
      return .more
    }
    finish()
    try zip.write(out, to: &sink)
  }

  private mutating func begin() {
    let protected = sheet.isProtected ? " table:protected=\"true\"" : ""
    let style = sheet.isHidden ? "th" : "ta"
    append("<table:table table:name=\"\(XMLText.escaped(sheet.name))\" table:style-name=\"\(style)\"\(protected)>")
    for (index, width) in widths.enumerated() {
      let column = index < sheet.table.columns.count ? sheet.table.columns[index] : .init("", "")
      // A blank cell has the style of its column, so that what is typed into it stays as it is typed.
      let style = (column.kind == .number || column.kind == .date ? ODSStyle.exact : ODSStyle.text) + openMark(index)
      append("<table:table-column table:style-name=\"\(ODSStyle.column(width))\" table:default-cell-style-name=\"\(style)\"")
      append(column.isHidden ? " table:visibility=\"collapse\"/>" : "/>")
    }
    guard sheet.header.rows > 0 else { return }
    append("<table:table-header-rows>")
    for row in 0..<sheet.header.rows {
      beginRow()
      for column in 0..<width { appendHeader(row, column) }
      endRow()
    }
    append("</table:table-header-rows>")
  }

  private mutating func appendHeader(_ row: Int, _ column: Int) {
    let begin = sheet.header.isCovered(row: row, column: column) ? "<table:covered-table-cell" : "<table:table-cell"
    let isOpen = column < open.count && !open[column].isEmpty
    append("\(begin) table:style-name=\"\(isOpen ? ODSStyle.openHeader : ODSStyle.header)\"")
    cells += 1
    guard let cell = sheet.header.cell(row: row, column: column) else { return append("/>") }
    if cell.rows > 1 || cell.columns > 1 {
      append(" table:number-columns-spanned=\"\(cell.columns)\" table:number-rows-spanned=\"\(cell.rows)\"")
    }
    append(" office:value-type=\"string\">")
    ODFText.append(cell.text, to: &out)
    append("</table:table-cell>")
  }

  private mutating func append(_ batch: RowBatch) {
    let columns = sheet.table.columns
    var isRowOpen = false
    batch.forEachCell { column, bytes in
      if !isRowOpen { beginRow() }
      isRowOpen = true
      let value: SheetValue =
        column < isTyped.count && isTyped[column] ? SheetValue(bytes, in: columns[column]) : bytes.isEmpty ? .empty : .text
      switch value {
      case .empty: appendBlank(column)
      case .text: appendText(column, bytes)
      case .shown(var shown): shown.withUTF8 { appendText(column, $0) }
      case .number(let decimals):
        beginCell(column)
        append(" table:style-name=\"\(ODSStyle.number(decimals))\(openMark(column))\" office:value-type=\"float\" office:value=\"")
        out.append(contentsOf: bytes)
        append("\"><text:p>\(CellText.number(String(decoding: bytes, as: UTF8.self)))</text:p></table:table-cell>")
      case .day(let day):
        beginCell(column)
        append(" table:style-name=\"\(ODSStyle.day)\(openMark(column))\" office:value-type=\"date\" office:date-value=\"\(day.iso)\"")
        append("><text:p>\(day)</text:p></table:table-cell>")
      }
    } endOfRow: { count in
      if !isRowOpen { beginRow() }
      isRowOpen = false
      width = max(width, count)
      for column in count..<max(count, rules.count) { appendBlank(column) }
      endRow()
    }
  }

  private mutating func appendText(_ column: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    beginCell(column)
    if column < isTyped.count && isTyped[column] { append(" table:style-name=\"\(ODSStyle.text)\(openMark(column))\"") }
    append(" office:value-type=\"string\">")
    ODFText.append(bytes, to: &out)
    append("</table:table-cell>")
  }

  /// An empty cell; those behind the last one with something in it are not written.
  private mutating func appendBlank(_ column: Int) {
    guard column < rules.count, let rule = rules[column] else {
      blanks += 1
      return
    }
    appendBlanks()
    append("<table:table-cell")
    out.append(contentsOf: rule)
    append("/>")
    cells += 1
  }

  private mutating func appendBlanks() {
    guard blanks > 0 else { return }
    append(blanks == 1 ? "<table:table-cell/>" : "<table:table-cell table:number-columns-repeated=\"\(blanks)\"/>")
    cells += blanks
    blanks = 0
  }

  private mutating func beginCell(_ column: Int) {
    appendBlanks()
    append("<table:table-cell")
    if column < rules.count, let rule = rules[column] { out.append(contentsOf: rule) }
    cells += 1
  }

  private mutating func beginRow(repeated count: Int = 1) {
    append(
      count == 1
        ? "<table:table-row table:style-name=\"r\">" : "<table:table-row table:style-name=\"r\" table:number-rows-repeated=\"\(count)\">")
    (blanks, cells) = (0, 0)
  }

  private mutating func endRow() {
    if cells == 0 { append("<table:table-cell/>") }
    append("</table:table-row>")
    rows += 1
  }

  private mutating func finish() {
    if sheet.header.rows > 0 && width > 0 {
      let first = sheet.header.rows - 1
      let name = SheetAddress.quoted(sheet.name)
      let end = SheetAddress.cell(row: max(rows, first + 1) - 1, column: width - 1)
      filtered = "\(name).\(SheetAddress.cell(row: first, column: 0)):\(name).\(end)"
    }
    if !sheet.table.notes.isEmpty {
      for note in [""] + sheet.table.notes {
        beginRow()
        if !note.isEmpty {
          append("<table:table-cell table:style-name=\"\(ODSStyle.note)\" office:value-type=\"string\">")
          ODFText.append(note, to: &out)
          append("</table:table-cell>")
          cells = 1
        }
        endRow()
      }
    }
    if rules.contains(where: { $0 != nil }) && rows + TableWriter.spareRows <= Limits.rows {
      beginRow(repeated: TableWriter.spareRows)
      for column in rules.indices { appendBlank(column) }
      endRow()
    } else if rows == 0 {
      beginRow()
      endRow()
    }
    append("</table:table>")
  }

  private func openMark(_ column: Int) -> String { column < open.count ? open[column] : sheet.isProtected ? "o" : "" }

  private mutating func append(_ text: String) { out.append(contentsOf: text.utf8) }
}

extension Hinweis {
  fileprivate static func tooLarge(_ sheet: SheetBook.Sheet) -> Hinweis {
    Hinweis("Blatt \"\(sheet.name)\": ein Blatt fasst \(Limits.rows) Zeilen und \(Limits.columns) Spalten, die Tabelle hat mehr")
      .help("mit wo oder erste eine kleinere Auswahl treffen, oder als CSV schreiben")
  }
}
