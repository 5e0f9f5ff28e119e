// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit

/// A sheet in memory, with what a file may say of it besides texts. Lines and columns of details are counted from 1.
struct Sheet: RowSource {
  var name: String
  var rows: [[String]]
  var merged: [CellSpan] = []
  var hiddenRows: Set<Int> = []
  var hiddenColumns: [ClosedRange<Int>] = []
  var isHidden = false
  var details: [(line: Int, column: Int, kind: CellDetail.Kind)] = []

  init(_ name: String, _ rows: [[String]]) {
    self.name = name
    self.rows = rows
  }

  /// A sheet written down with `|` between the cells; an empty line is a blank row.
  init(_ name: String, _ text: String) {
    self.init(
      name,
      text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.split(separator: "|", omittingEmptySubsequences: false).map {
          $0.trimmingCharacters(in: .whitespaces).replacing("⏎", with: "\n")
        }
      })
  }

  var table: Table {
    var table = Table(name, rows: self)
    (table.isHidden, table.hiddenColumns) = (isHidden, hiddenColumns)
    return table
  }

  func rows(into sink: inout some RowSink) throws(Hinweis) {
    // Small batches, so that what goes over from one to the next is met.
    for start in stride(from: 0, to: rows.count, by: 3) {
      var batch = RowBatch()
      for index in start..<min(start + 3, rows.count) {
        if hiddenRows.contains(index + 1) { batch.hiddenRows.append(Int32(index - start)) }
        for detail in details where detail.line == index + 1 {
          batch.details.append(CellDetail(row: Int32(index - start), column: Int32(detail.column - 1), detail.kind))
        }
        batch.append(rows[index], line: index + 1)
      }
      if try sink.take(batch) == .enough { return }
    }
    for span in merged { sink.merge(span) }
  }

  /// A merged cell, by its first cell and its size.
  static func merge(line: Int, column: Int, rows: Int, columns: Int = 1) -> CellSpan {
    CellSpan(line: line, column: column - 1, rows: rows, columns: columns)
  }
}
