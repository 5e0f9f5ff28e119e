// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

extension PlanStore {
  /// The rows that answer a query; they are read anew each time they are asked for, and stay those of their moment.
  public func rows(_ query: Query) throws(Hinweis) -> Table {
    try at(query.moment) { () throws(Hinweis) in
      let compiled = try Compiler.compile(query, in: self)
      let rows = try StatementRows(self, (compiled.sql, compiled.values), isKept: compiled.keptGroups) { (store) throws(Hinweis) in
        let compiled = try Compiler.compile(query, in: store)
        return (compiled.sql, compiled.values)
      }
      var table = Table(query.noun.text, columns: compiled.columns, rows: rows)
      table.notes = try sums(compiled) + doubts(compiled)
      return table
    }
  }

  /// The columns of the answer to a query, which is not run.
  public func columns(of query: Query) throws(Hinweis) -> [Table.Column] {
    try at(query.moment) { () throws(Hinweis) in try Compiler.compile(query, in: self, keepsGroups: false).columns }
  }

  /// Says what is wrong with a query, which is not run.
  public func check(_ query: Query) throws(Hinweis) { _ = try columns(of: query) }

  /// What a sum of amounts leaves open.
  private func doubts(_ compiled: Compiler.Result) throws(Hinweis) -> [String] {
    var notes: [String] = []
    for doubt in compiled.doubts {
      try connection.each(doubt.counts.sql, doubt.counts.values) { (row) throws(Hinweis) in
        var parts: [String] = []
        if row.integer(0) > 0 { parts.append("\(row.integer(0)) ohne Zahl, nicht gezählt") }
        if row.integer(1) > 0 { parts.append("\(row.integer(1)) ungefähr") }
        if !parts.isEmpty { notes.append("\(doubt.name): \(parts.joined(separator: "; "))") }
        return .enough
      }
    }
    return notes
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
  /// SQL with the values that it binds.
  typealias SQL = (sql: String, values: [Value])

  private let store: PlanStore
  private let sql: SQL
  private let compile: @Sendable (PlanStore) throws(Hinweis) -> SQL
  /// The state that the rows are of, and how the tables of states stood when the SQL named them.
  private let scope: Scope
  private let generation: [Int]

  /// - Parameters:
  ///   - sql: what `compile` gives now, where that is known already.
  ///   - isKept: true if it names tables that may go, whatever the moment.
  ///   - compile: gives the SQL; asked again where the tables that it named are gone.
  init(
    _ store: PlanStore, _ sql: SQL? = nil, isKept: Bool = false, compile: @escaping @Sendable (PlanStore) throws(Hinweis) -> SQL
  ) throws(Hinweis) {
    self.store = store
    self.compile = compile
    if let sql { self.sql = sql } else { self.sql = try compile(store) }
    scope = store.scope
    generation = scope.isNow && !isKept ? [] : try store.generation()
  }

  func rows(into sink: inout some RowSink) throws(Hinweis) {
    if generation.isEmpty { return try read(sql, into: &sink) }
    if try store.generation() == generation { return try read(sql, into: &sink) }
    let again = try store.at(exactly: scope.moment) { () throws(Hinweis) in try compile(store) }
    try read(again, into: &sink)
  }

  private func read(_ sql: SQL, into sink: inout some RowSink) throws(Hinweis) {
    let statement = try store.connection.statement(sql.sql)
    defer { store.connection.release(statement) }
    statement.bind(sql.values)
    let columns = statement.columnCount
    var (bytes, cellEnds, rowEnds, lines): ([UInt8], [Int32], [Int32], [Int32]) = ([], [], [], [])
    var line: Int32 = 0
    while true {
      let more = try statement.step()
      if more {
        for column in 0..<columns {
          bytes.append(contentsOf: statement.shownBytes(column))
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
