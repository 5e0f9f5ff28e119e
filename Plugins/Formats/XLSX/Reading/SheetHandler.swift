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
  private let vocabulary = XMLVocabulary<Name>()
  var names: XMLNames { vocabulary.names }
  private(set) var isDone = false

  private let styles: Styles
  private let strings: SharedStrings
  private let remarks: CellRemarks
  private let merge: (CellSpan) -> Void
  private var rows: RowBuilder
  private var numbers: NumberText
  private var findings: SheetFindings

  private var isInRows = false
  private var row = 0
  private var column = -1
  /// False for rows and cells that no sheet has.
  private var isInside = true
  private var type = CellType.number
  private var style = 0
  private var isPhonetic = false
  private var taking = Taking.nothing
  private var value = ByteBuffer(capacity: 1 << 10)
  private var formula = ByteBuffer()
  private var sharedFormula: Int?
  private var sharedFormulas: [Int: String] = [:]
  private var merges = 0

  private enum Taking { case nothing, value, formula }
  private enum CellType { case number, shared, text, boolean, error, date }

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
    guard let name = vocabulary[name], isInRows || name == .rows || name == .merge else { return }
    switch name {
    case .cell: startCell(attributes)
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
    case .merge: addMerge(attributes)
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
      isInRows = false
      try addRemarkedRows(before: Limits.rows + 1)
    default: break
    }
  }

  /// Hands on what is left when the sheet has ended.
  func finish() throws(Hinweis) {
    try rows.flush()
    findings.finish()
  }

  private func startRow(_ attributes: XMLAttributes) throws(Hinweis) {
    let before = row
    row += 1
    column = -1
    var isHidden = false
    for (name, value) in attributes {
      switch vocabulary[name] {
      case .reference:
        if let number = value.int { row = number } else { findings.add(.badReference(value.string), row: row) }
      case .hidden: isHidden = value.isTrue
      default: break
      }
    }
    isInside = row >= 1 && row <= Limits.rows
    guard isInside else {
      findings.add(.outside("Zeile \(row)"), row: nil)
      row = before
      return
    }
    if row <= before { findings.add(.disorder, row: row) } else { try addRemarkedRows(before: row) }
    rows.start(row, isHidden: isHidden)
  }

  private func endRow() throws(Hinweis) {
    guard isInside else {
      isInside = true
      return
    }
    for cell in remarks.take(row: row) { rows.add(cell.detail, at: cell.column) }
    if try rows.end() == .enough { isDone = true }
  }

  /// Rows that the sheet does not have, but with a remark at one of their cells.
  private func addRemarkedRows(before limit: Int) throws(Hinweis) {
    while let row = remarks.nextRow, row < limit, !isDone {
      rows.start(row, isHidden: false)
      for cell in remarks.take(row: row) { rows.add(cell.detail, at: cell.column) }
      if try rows.end() == .enough { isDone = true }
    }
  }

  private func startCell(_ attributes: XMLAttributes) {
    column += 1
    type = .number
    style = 0
    value.removeAll()
    formula.removeAll()
    sharedFormula = nil
    guard row >= 1, row <= Limits.rows else { return }
    isInside = true
    for (name, text) in attributes {
      switch vocabulary[name] {
      case .reference:
        if let found = CellReference.column(text.pointer) {
          column = found
        } else {
          isInside = false
          findings.add(.outside("Zelle \(text.string.prefix(20))"), row: row)
        }
      case .style: style = text.int ?? 0
      case .text: type = SheetHandler.type(text)
      default: break
      }
    }
    if column >= Limits.columns {
      isInside = false
      findings.add(.outside("eine Zelle in Spalte \(column + 1)"), row: row)
    }
  }

  /// What stands in a cell: `s` shared text, `str` and `inlineStr` text, `n` number, `b` boolean, `e` error, `d` date.
  private static func type(_ value: XMLValue) -> CellType {
    switch (value.pointer[0], value.pointer[0] == 0 ? 0 : value.pointer[1]) {
    case (0x73, 0): .shared
    case (0x73, _), (0x69, _): .text
    case (0x62, _): .boolean
    case (0x65, _): .error
    case (0x64, _): .date
    default: .number
    }
  }

  private func endCell() throws(Hinweis) {
    taking = .nothing
    guard isInside else {
      isInside = true
      return
    }
    let style = styles.cells.indices.contains(style) ? styles.cells[style] : CellStyle()
    let hasText = !value.isEmpty
    if hasText {
      rows.startCell(column)
      addText(style)
      rows.endCell()
    } else if type != .text, formula.count > 0 || sharedFormula != nil {
      addFormula()
    }
    if !style.isPlain {
      if let colour = style.colour { rows.add(colour: styles.colours[colour], at: column) }
      if style.isStruck, hasText { rows.add(.struck, at: column) }
    }
    try rows.check()
  }

  private func addText(_ style: CellStyle) {
    switch type {
    case .number: numbers.append(value.bytes, style.format, to: &rows.bytes)
    case .text:
      let start = rows.bytes.count
      rows.bytes.append(value.bytes)
      Escapes.decode(&rows.bytes, from: start)
    case .shared:
      let index = Int(decimal: value.bytes)
      if !strings.with(index ?? -1, { rows.bytes.append($0) }) {
        findings.add(.noText(String(decoding: value.bytes.prefix(20), as: UTF8.self), count: strings.count), row: row)
      }
    case .boolean: rows.bytes.append(value[0] == 0x31 || value[0] | 0x20 == 0x74 ? "WAHR" : "FALSCH")
    case .error: rows.bytes.append(value.bytes)
    case .date: ISODate.append(value.bytes, style.format, to: &rows.bytes)
    }
  }

  private func addFormula() {
    var text = String(decoding: formula.bytes, as: UTF8.self)
    if let sharedFormula {
      // Where a formula is shared, only the first cell tells it.
      if text.isEmpty { text = sharedFormulas[sharedFormula] ?? "" } else { sharedFormulas[sharedFormula] = text }
    }
    rows.add(.formula(text), at: column)
  }

  private func addMerge(_ attributes: XMLAttributes) {
    guard let text = attributes.value(.area, in: vocabulary)?.string else { return }
    guard let range = CellRange(text) else { return findings.add(.badReference(text), row: nil) }
    let span = CellSpan(
      line: range.first.row, column: range.first.column, rows: range.last.row - range.first.row + 1,
      columns: range.last.column - range.first.column + 1)
    merges += 1
    guard merges <= SheetFindings.mostMerges else { return findings.add(.manyMerges, row: nil) }
    if span.rows * span.columns > 1 { merge(span) }
  }
}

extension Int {
  /// A whole number in digits, with blanks around it.
  init?(decimal text: UnsafeBufferPointer<UInt8>) {
    var number = 0
    var digits = 0
    for byte in text where byte > 0x20 {
      guard byte &- 0x30 < 10, digits < 18 else { return nil }
      number = number * 10 + Int(byte - 0x30)
      digits += 1
    }
    guard digits > 0 else { return nil }
    self = number
  }
}
