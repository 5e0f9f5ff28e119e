// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Cells that a merged cell above them covers: they have its text.
struct MergedCells {
  /// By column the lines whose cells are covered, the first ones first as soon as somebody asks.
  private var columns: [Int: Column] = [:]

  fileprivate struct Column {
    var lines: [ClosedRange<Int>] = []
    var isSorted = true
  }

  var isEmpty: Bool { columns.isEmpty }

  /// A cell over more lines than this is a frame, not a group.
  private static let limit = 10_000

  mutating func add(_ span: CellSpan) {
    guard span.rows > 1, span.rows <= MergedCells.limit else { return }
    columns[span.column, default: Column()].add(span.line + 1...span.line + span.rows - 1)
  }

  /// True if one above covers the cell of a column on a line.
  mutating func covers(_ column: Int, on line: Int) -> Bool { columns[column]?.contains(line) ?? false }
}

extension MergedCells.Column {
  fileprivate mutating func add(_ range: ClosedRange<Int>) {
    guard let last = lines.last, isSorted else { return lines.append(range) }
    isSorted = last.lowerBound <= range.lowerBound
    if isSorted, range.lowerBound <= last.upperBound {
      lines[lines.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
    } else {
      lines.append(range)
    }
  }

  fileprivate mutating func contains(_ line: Int) -> Bool {
    if !isSorted {
      let all = lines.sorted { $0.lowerBound < $1.lowerBound }
      (lines, isSorted) = ([], true)
      for range in all { add(range) }
    }
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].upperBound < line { low = middle + 1 } else { high = middle }
    }
    return low < lines.count && lines[low].contains(line)
  }
}
