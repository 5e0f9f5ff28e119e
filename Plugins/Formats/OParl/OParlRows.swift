// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

/// The rows of one table, below a row with the names of its columns.
struct OParlRows: RowSource {
  let file: OParlFile
  let index: OParlIndex
  let table: OParlTable

  func rows(into sink: inout some RowSink) throws(Hinweis) {
    var rows = RowBuilder()
    var line = 1
    rows.append(table.columns, line: line)
    try file.forEachObject { (object, odd) throws(Hinweis) in
      for cells in table.rows(of: object, index) {
        line += 1
        rows.append(cells, line: line)
      }
      for note in odd { sink.note(note) }
      return rows.isFull ? try rows.flush(into: &sink) : .more
    }
    _ = try rows.flush(into: &sink)
  }
}
