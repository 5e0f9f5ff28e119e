// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Cells that a merged cell above them covers: they have its text.
struct MergedCells {
  /// The columns with covered cells, by line.
  private var columns: [Int: [Int]] = [:]

  var isEmpty: Bool { columns.isEmpty }

  /// A cell over more lines than this is a frame, not a group.
  private static let limit = 10_000

  mutating func add(_ span: CellSpan) {
    guard span.rows > 1, span.rows <= MergedCells.limit else { return }
    for line in span.line + 1..<span.line + span.rows where !(columns[line]?.contains(span.column) ?? false) {
      columns[line, default: []].append(span.column)
    }
  }

  /// The columns with a cell on this line that one above covers.
  func covered(on line: Int) -> [Int] { columns[line] ?? [] }
}
