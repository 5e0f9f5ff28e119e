// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// Reads the rows of one sheet.
final class TableHandler: XMLHandler {
  private let vocabulary = XMLVocabulary<TableName>()
  var names: XMLNames { vocabulary.names }
  var isDone: Bool { hasEnded || rows.isDone }
  var rows: RowBuilder

  private let styles: CellStyles
  /// By column, which look cells have that name none.
  private var columnLooks: [Int] = []
  /// Sheets before the one that is wanted.
  private var before: Int
  private var hasEnded = false
  private var isInside = false
  /// Tables in one another, the sheet itself counted.
  private var depth = 0
  /// Groups of rows around, and which of them are folded.
  private var groups: [Bool] = []
  private var rowLook: Int?
  private var cell: SheetCell
  private var isInCell = false
  /// Paragraphs in one another, and elements in one that is passed over.
  private var paragraphs = 0
  private var skipped = 0
  private var comment: CellParagraphs?
  private var text = CellParagraphs()
  private var hasHiddenText = false

  init(_ rows: RowBuilder, index: Int, _ columns: SheetColumns, _ styles: CellStyles) {
    self.rows = rows
    self.styles = styles
    before = index
    cell = SheetCell(styles)
    for (end, style) in columns.styles {
      columnLooks += Array(repeating: style.isEmpty ? 0 : styles.place(of: style), count: end - columnLooks.count)
    }
  }

  func start(_ name: Int, _ attributes: XMLAttributes) throws(Hinweis) {
    if skipped > 0 {
      skipped += 1
      return
    }
    guard let name = vocabulary[name], isInside || name == .table else { return }
    switch name {
    case .cell, .covered: if depth == 1 { startCell(attributes, isCovered: name == .covered) }
    case .paragraph, .heading: startParagraph()
    case .row: if depth == 1 { startRow(attributes) }
    case .table: startTable()
    case .rowGroup: if depth == 1 { groups.append(attribute(.display, attributes) == "false") }
    case .blanks:
      let count = min(max(1, attribute(.blankCount, attributes).flatMap { Int($0) } ?? 1), Limits.columns)
      for _ in 0..<count { add(0x20) }
    case .tab: add(0x09)
    case .lineBreak: add(0x0A)
    case .annotation: if isInCell { comment = CellParagraphs() }
    case .link: if isInCell, comment == nil, cell.link == nil { cell.link = attribute(.href, attributes) }
    case .span: if isInCell { text.enterSpan(isStruck: attribute(.textStyle, attributes).map { styles.struckSpans.contains($0) } ?? false) }
    case .creator, .date, .dateString, .shapes, .detective, .listeners, .forms, .frame, .group, .customShape, .rect, .line, .ellipse,
      .circle,
      .path, .polygon, .polyline, .connector, .caption, .control, .measure, .ruby:
      skipped = 1
    default: break
    }
  }

  func end(_ name: Int) throws(Hinweis) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    guard let name = vocabulary[name], isInside || name == .table else { return }
    switch name {
    case .cell, .covered: if depth == 1 { try endCell(isCovered: name == .covered) }
    case .paragraph, .heading: endParagraph()
    case .row: if depth == 1, !isDone { try rows.endRow() }
    case .table: endTable()
    case .rowGroup: if depth == 1 { groups = groups.dropLast() }
    case .span: if isInCell { text.leaveSpan() }
    case .annotation:
      if let comment, isInCell { cell.comment = String(decoding: comment.bytes, as: UTF8.self) }
      comment = nil
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Hinweis) {
    guard paragraphs > 0, skipped == 0 else { return }
    if comment != nil {
      comment?.append(bytes)
    } else if !cell.hasValue {
      text.append(bytes, to: &rows.batch.bytes)
      try rows.checkCell()
    }
  }

  private func startTable() {
    depth += 1
    guard depth == 1, !hasEnded else { return }
    isInside = before == 0
    before -= 1
  }

  private func endTable() {
    depth -= 1
    guard depth == 0, isInside else { return }
    isInside = false
    hasEnded = true
  }

  private func startRow(_ attributes: XMLAttributes) {
    var repeated = 1
    var isHidden = groups.contains(true)
    rowLook = nil
    for (place, value) in attributes {
      switch vocabulary[place] {
      case .rowsRepeated: repeated = value.int ?? 1
      case .visibility: isHidden = isHidden || !(value == "visible")
      case .defaultStyle: rowLook = styles.place(of: value.string)
      default: break
      }
    }
    rows.beginRow(repeated: repeated, isHidden: isHidden)
  }

  private func startCell(_ attributes: XMLAttributes, isCovered: Bool) {
    guard !isInCell else { return }
    isInCell = true
    let column = rows.column
    cell.begin(attributes, vocabulary, look: rowLook ?? (column < columnLooks.count ? columnLooks[column] : 0), column: column)
    text.begin()
    if !isCovered, cell.columnSpan > 1 || cell.rowSpan > 1, column < Limits.columns, rows.line <= Limits.rows {
      let (height, width) = (min(max(cell.rowSpan, 1), Limits.rows), min(max(cell.columnSpan, 1), Limits.columns))
      rows.taker.merge(CellSpan(line: rows.line, column: column, rows: height, columns: width))
    }
  }

  private func endCell(isCovered: Bool) throws(Hinweis) {
    guard isInCell else { return }
    isInCell = false
    paragraphs = 0
    let begin = rows.cellBegin
    if isCovered {
      if rows.batch.bytes.count > begin { noteHiddenText() }
      rows.batch.bytes.removeLast(rows.batch.bytes.count - begin)
      return try rows.endCell(repeated: cell.repeated, colour: nil)
    }
    // What an attribute says is the text; its paragraphs may show it in another form.
    if cell.hasStringValue { rows.batch.bytes.removeLast(rows.batch.bytes.count - begin) }
    if rows.batch.bytes.count == begin || cell.hasValue { cell.append(to: &rows.batch.bytes) }
    let isBlank = rows.batch.bytes.count == begin
    let look = styles.looks[cell.look]
    if let comment = cell.comment, !comment.isEmpty { rows.add(.comment(comment)) }
    if let link = cell.link, !link.isEmpty { rows.add(.link(link)) }
    if !isBlank, look.isStruck || text.isStruck { rows.add(.struck) }
    if isBlank, let formula = cell.formula, !cell.hasType { rows.add(.formula(formula)) }
    try rows.endCell(repeated: cell.repeated, colour: look.colour)
  }

  private func startParagraph() {
    guard isInCell else { return }
    paragraphs += 1
    guard paragraphs == 1 else { return }
    if comment != nil {
      comment?.beginParagraph()
    } else if !cell.hasValue {
      text.beginParagraph(in: &rows.batch.bytes)
    }
  }

  private func endParagraph() {
    guard paragraphs > 0 else { return }
    paragraphs -= 1
  }

  /// Adds a character that is written as an element.
  private func add(_ byte: UInt8) {
    guard paragraphs > 0 else { return }
    if comment != nil { comment?.add(byte) } else if !cell.hasValue { text.add(byte, to: &rows.batch.bytes) }
  }

  private func attribute(_ name: TableName, _ attributes: XMLAttributes) -> String? {
    for (place, value) in attributes where vocabulary[place] == name { return value.string }
    return nil
  }

  private func noteHiddenText() {
    guard !hasHiddenText else { return }
    hasHiddenText = true
    rows.taker.note(
      Hinweis("unter verbundenen Zellen steht Text, den niemand sieht; er wird nicht gelesen").grade(.hinweis).at(
        Place(file: rows.file, line: rows.line)
      )
      .help("die Verbindung der Zellen lösen, wenn der Text gebraucht wird"))
  }
}
