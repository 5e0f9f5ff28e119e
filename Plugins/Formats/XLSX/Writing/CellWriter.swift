// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// Writes the rows of a sheet into a buffer that is emptied now and then.
///
/// Short texts that come again and again stand in a table of limited size, the others in their cells: a table of them all would grow with
/// the rows.
struct CellWriter {
  var out: [UInt8] = []
  private(set) var strings: StringTable
  /// The row that is being written, counted from 0.
  private(set) var row = 0
  private var rowName: [UInt8] = []
  private var isRowOpen = false
  /// `<c r="AB` for each column.
  private var begins: [[UInt8]]
  /// How many characters stand in a line of each column; what is longer wraps, and its row is as high as that takes.
  var widths: [Int] = []
  /// How many lines the highest cell of the row has, and where its height is to be written.
  private var lines = 1
  private var heightPlace = 0

  init(columns: Int, _ strings: StringTable) {
    self.strings = strings
    begins = (0..<columns).map(CellWriter.begin)
  }

  private static func begin(_ column: Int) -> [UInt8] { Array("<c r=\"\(SheetAddress.letters(column))".utf8) }

  /// Ends the row; one without cells needs no place in the file.
  mutating func endRow() {
    if isRowOpen {
      if lines > 1 { writeHeight() }
      append("</row>")
    }
    isRowOpen = false
    lines = 1
    row += 1
  }

  mutating func text(_ text: String, column: Int, style: Int, isMerged: Bool = false) {
    var text = text
    text.withUTF8 { self.text($0, column: column, style: style, isMerged: isMerged) }
  }

  mutating func text(_ text: UnsafeBufferPointer<UInt8>, column: Int, style: Int, isMerged: Bool = false) {
    begin(column, style)
    if !isMerged, column < widths.count { lines = max(lines, RowHeight.lines(text, width: widths[column])) }
    if let number = strings.number(text) {
      append("\" t=\"s\"><v>")
      append(number)
      append("</v></c>")
    } else {
      append("\" t=\"inlineStr\"><is>")
      StringTable.append(text, to: &out)
      append("</is></c>")
    }
  }

  mutating func number(_ number: UnsafeBufferPointer<UInt8>, column: Int, style: Int) {
    begin(column, style)
    append("\"><v>")
    out.append(contentsOf: number)
    append("</v></c>")
  }

  mutating func empty(column: Int, style: Int) {
    begin(column, style)
    append("\"/>")
  }

  private mutating func begin(_ column: Int, _ style: Int) {
    if !isRowOpen {
      isRowOpen = true
      rowName = Array(String(row + 1).utf8)
      append("<row r=\"")
      out.append(contentsOf: rowName)
      append("\"")
      heightPlace = out.count
      if !widths.isEmpty { append(RowHeight.blank) }
      append(">")
    }
    while column >= begins.count { begins.append(CellWriter.begin(begins.count)) }
    out.append(contentsOf: begins[column])
    out.append(contentsOf: rowName)
    append("\" s=\"")
    append(style)
  }

  /// Fills the blanks that were left for it: how high a row must be is known at its end.
  private mutating func writeHeight() {
    for (offset, byte) in RowHeight.attribute(lines: lines).utf8.enumerated() { out[heightPlace + offset] = byte }
  }

  private mutating func append(_ number: Int) {
    if number >= 10 { append(number / 10) }
    out.append(0x30 + UInt8(number % 10))
  }

  private mutating func append(_ text: StaticString) {
    out.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
