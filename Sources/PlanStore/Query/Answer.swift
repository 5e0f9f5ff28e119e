// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

extension PlanStore {
  /// The rows that answer a query; they are read anew each time they are asked for.
  public func rows(_ query: Query) throws(Hinweis) -> Table {
    let compiled = try Compiler.compile(query, in: self)
    var table = Table(
      query.noun.text, columns: compiled.columns, rows: StatementRows(store: self, sql: compiled.sql, values: compiled.values))
    table.notes = try sums(compiled)
    return table
  }

  /// The SQL that a query runs, with its values, for `erkläre`.
  public func explain(_ query: Query) throws(Hinweis) -> String {
    let compiled = try Compiler.compile(query, in: self)
    return compiled.sql
  }

  /// How many things and how many assignments stand behind a grouping by a column with several values.
  private func sums(_ compiled: Compiler.Result) throws(Hinweis) -> [String] {
    guard let sums = compiled.sums else { return [] }
    let things = try connection.value(sums.things.sql, sums.things.values)?.integer ?? 0
    let assignments = try connection.value(sums.assignments.sql, sums.assignments.values)?.integer ?? 0
    return ["\(sums.name) gesamt \(things), Zuordnungen \(assignments)"]
  }
}

/// The rows of a statement, as batches of bytes.
struct StatementRows: RowSource {
  let store: PlanStore
  let sql: String
  let values: [Value]

  func rows(into sink: inout some RowSink) throws(Hinweis) {
    let statement = try store.connection.statement(sql)
    defer { store.connection.release(statement) }
    statement.bind(values)
    let columns = statement.columnCount
    var (bytes, cellEnds, rowEnds, lines): ([UInt8], [Int32], [Int32], [Int32]) = ([], [], [], [])
    var line: Int32 = 0
    while true {
      let more = try statement.step()
      if more {
        for column in 0..<columns {
          bytes.append(contentsOf: statement.bytes(column))
          cellEnds.append(Int32(bytes.count))
        }
        line += 1
        rowEnds.append(Int32(cellEnds.count))
        lines.append(line)
      }
      if !more || rowEnds.count == RowBatch.usualCount {
        if !rowEnds.isEmpty, try sink.take(RowBatch(bytes: bytes, cellEnds: cellEnds, rowEnds: rowEnds, lines: lines)) == .enough { return }
        guard more else { return }
        try store.checkInterruption()
        bytes.removeAll(keepingCapacity: true)
        cellEnds.removeAll(keepingCapacity: true)
        rowEnds.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
      }
    }
  }
}
