// SPDX-License-Identifier: Apache-2.0
public import PlanKit

/// How wide the columns of a sheet are, in characters: as the table says, or as its headings and first rows need.
public struct ColumnWidths: Sendable {
  public let widths: [Int]

  /// - Parameter first: the first rows of the table.
  public init(_ table: Table, _ header: SheetHeader, first: RowBatch?) {
    var widths = Array(repeating: 8, count: max(header.width, table.columns.count))
    for cell in header.cells where cell.columns == 1 {
      // The longest word decides, since headings wrap, and the button of the filter wants its place.
      let word = cell.text.split(whereSeparator: \.isWhitespace).map(\.count).max() ?? 0
      widths[cell.column] = max(widths[cell.column], min(word, 40) + 3, min(cell.text.count, 16) + 3)
    }
    first?.forEachCell { column, bytes in
      guard bytes.count > 6 else { return }
      while column >= widths.count { widths.append(8) }
      let longest = bytes.split(separator: 0x0A).map { line in line.count { $0 & 0xC0 != 0x80 } }.max() ?? 0
      widths[column] = max(widths[column], min(longest + 2, 50))
    } endOfRow: { _ in
    }
    for (index, column) in table.columns.enumerated() {
      if let width = column.width { widths[index] = min(max(width, 1), 255) }
    }
    self.widths = widths
  }
}
