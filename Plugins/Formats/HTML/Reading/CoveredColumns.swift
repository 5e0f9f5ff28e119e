// SPDX-License-Identifier: Apache-2.0
import PlanKit

/// Which columns of a table are covered by cells that span several.
struct CoveredColumns {
  /// For how many rows, this one among them, each column is covered from above.
  private var left: [Int] = []
  /// Spans of this row, which cover from the next one on.
  private var fresh: [CellSpan] = []
  /// Spans that may end sooner than they say, at the end of their part of the table.
  private var open: [CellSpan] = []
  private var merged: [CellSpan] = []
  private var last = 0
  private var empties = 0

  /// More covered cells than this are no table that anybody made.
  private static let mostEmpties = 20_000_000

  func isCovered(_ column: Int) -> Bool { column < last && left[column] > 0 }
  /// Whether a column from this one on is covered.
  func reaches(_ column: Int) -> Bool { column < last }

  mutating func add(_ span: CellSpan) { if span.rows > 1 { fresh.append(span) } else { merged.append(span) } }

  mutating func countEmpty(_ place: Place) throws(Hinweis) {
    empties += 1
    guard empties <= CoveredColumns.mostEmpties else {
      throw Hinweis("verbundene Zellen decken mehr als \(CoveredColumns.mostEmpties) Zellen zu; das ist keine Tabelle").at(place)
        .help("die Seite ist beschädigt; die Tabelle neu ausgeben lassen")
    }
  }

  mutating func endRow(_ line: Int) {
    if last > 0 {
      for column in 0..<last where left[column] > 0 { left[column] -= 1 }
      close { $0.line + $0.rows - 1 <= line }
    }
    for span in fresh {
      while left.count < span.column + span.columns { left.append(0) }
      for column in span.column..<span.column + span.columns { left[column] = span.rows - 1 }
    }
    open += fresh
    fresh.removeAll(keepingCapacity: true)
    last = (left.lastIndex { $0 > 0 } ?? -1) + 1
  }

  mutating func endSection(_ line: Int) {
    for index in open.indices { open[index].rows = min(open[index].rows, line - open[index].line + 1) }
    close { _ in true }
    left.removeAll(keepingCapacity: true)
    last = 0
  }

  mutating func takeMerged() -> [CellSpan] {
    guard !merged.isEmpty else { return [] }
    defer { merged = [] }
    return merged
  }

  private mutating func close(_ isOver: (CellSpan) -> Bool) {
    guard open.contains(where: isOver) else { return }
    merged += open.filter { isOver($0) && $0.rows * $0.columns > 1 }
    open.removeAll(where: isOver)
  }
}
