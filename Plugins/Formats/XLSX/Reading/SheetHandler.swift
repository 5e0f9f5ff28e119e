// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// Takes the cells of a sheet as they come and hands them on row by row.
final class SheetHandler: XMLHandler {
  enum Name: String, CaseIterable {
    case rows = "sheetData"
    case row
    case cell = "c"
    case value = "v"
    case inline = "is"
    case text = "t"
    case phonetic = "rPh"
    case formula = "f"
    case merge = "mergeCell"
    case reference = "r"
    case style = "s"
    case area = "ref"
    case shared = "si"
    case hidden
  }
  let vocabulary = XMLVocabulary<Name>()
  var names: XMLNames { vocabulary.names }
  private(set) var isDone = false

  let styles: Styles
  let strings: SharedStrings
  private let remarks: CellRemarks
  private let merge: (CellSpan) -> Void
  var rows: RowBuilder
  var numbers: NumberText
  var findings: SheetFindings

  private var isInRows = false
  var row = 0
  var column = -1
  /// Whether a row is open, and one that a sheet can have.
  var isInRow = false
  /// Whether the cell at hand is one that a sheet can have.
  var isInside = false
  var type = CellType.number
  var style = 0
  var isPhonetic = false
  var taking = Taking.nothing
  var value = ByteBuffer(capacity: 1 << 10)
  var formula = ByteBuffer()
  var sharedFormula: Int?
  var sharedFormulas: [Int: String] = [:]
  private var merges = 0

  enum Taking { case nothing, value, formula }

  init(
    _ workbook: Workbook, sheet: String, _ remarks: CellRemarks, strings: SharedStrings,
    take: @escaping (RowBatch) throws(Hinweis) -> Flow, note: @escaping (Hinweis) -> Void, merge: @escaping (CellSpan) -> Void
  ) {
    styles = workbook.styles
    self.strings = strings
    self.remarks = remarks
    self.merge = merge
    rows = RowBuilder(take: take)
    numbers = NumberText(epoch: workbook.epoch)
    findings = SheetFindings(file: workbook.package.file, sheet: sheet, note: note)
  }

  func start(_ name: Int, _ attributes: XMLAttributes) throws(Hinweis) {
    guard let name = vocabulary[name], isInRows || name == .rows || name == .merge, !isDone else { return }
    switch name {
    case .cell: try startCell(attributes)
    case .value: taking = isInside ? .value : .nothing
    case .text: taking = isInside && !isPhonetic ? .value : .nothing
    case .inline: break
    default: try startRare(name, attributes)
    }
  }

  private func startRare(_ name: Name, _ attributes: XMLAttributes) throws(Hinweis) {
    switch name {
    case .row: try startRow(attributes)
    case .rows: isInRows = true
    case .phonetic: isPhonetic = true
    case .formula:
      taking = isInside ? .formula : .nothing
      sharedFormula = attributes.value(.shared, in: vocabulary)?.int
    case .merge: try addMerge(attributes)
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Hinweis) {
    switch taking {
    case .nothing: return
    case .value: value.append(bytes)
    case .formula: formula.append(bytes)
    }
    guard value.count <= SheetFindings.longestCell, formula.count <= SheetFindings.longestCell else { throw .longCell }
  }

  func end(_ name: Int) throws(Hinweis) {
    guard isInRows, let name = vocabulary[name] else { return }
    switch name {
    case .value, .text, .formula: taking = .nothing
    case .phonetic: isPhonetic = false
    case .cell: try endCell()
    case .row: try endRow()
    case .rows:
      try endRow()
      isInRows = false
      try addRemarkedRows(before: Limits.rows + 1)
    default: break
    }
  }

  /// Hands on what is left when the sheet has ended.
  func finish() throws(Hinweis) {
    if !isDone { try rows.flush() }
    findings.finish()
  }

  private func startRow(_ attributes: XMLAttributes) throws(Hinweis) {
    try endRow()
    let before = row
    row += 1
    column = -1
    var isHidden = false
    for (name, value) in attributes {
      switch vocabulary[name] {
      case .reference:
        if let number = value.int { row = number } else { try findings.add(.reference, row: row, .badReference(value.string)) }
      case .hidden: isHidden = value.isTrue
      default: break
      }
    }
    guard row >= 1, row <= Limits.rows else {
      try findings.add(.outside, row: nil, .outside("Zeile \(row)"))
      row = before
      return
    }
    if row <= before { try findings.add(.disorder, row: row, .disorder) } else { try addRemarkedRows(before: row) }
    rows.start(row, isHidden: isHidden)
    isInRow = true
  }

  private func endRow() throws(Hinweis) {
    guard isInRow else { return }
    isInRow = false
    try end(row: row)
  }

  /// Hands the row on; a sink that has enough gets no more, although the piece of XML at hand may hold more.
  private func end(row: Int) throws(Hinweis) {
    for cell in remarks.take(row: row) { rows.add(cell.detail, at: cell.column) }
    guard try rows.end() == .enough else { return }
    isDone = true
    isInRows = false
  }

  /// Rows that the sheet does not have, but with a remark at one of their cells.
  private func addRemarkedRows(before limit: Int) throws(Hinweis) {
    while let row = remarks.nextRow, row < limit, !isDone {
      rows.start(row, isHidden: false)
      try end(row: row)
    }
  }

  private func addMerge(_ attributes: XMLAttributes) throws(Hinweis) {
    guard let text = attributes.value(.area, in: vocabulary)?.string else { return }
    guard let range = CellRange(text) else { return try findings.add(.reference, row: nil, .badReference(text)) }
    let span = CellSpan(
      line: range.first.row, column: range.first.column, rows: range.last.row - range.first.row + 1,
      columns: range.last.column - range.first.column + 1)
    merges += 1
    guard merges <= SheetFindings.mostMerges else { return try findings.add(.merges, row: nil, .manyMerges) }
    if span.rows * span.columns > 1 { merge(span) }
  }
}
