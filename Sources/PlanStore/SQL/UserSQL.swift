// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

extension PlanStore {
  /// Runs a body with the answer to a SELECT of the user, which sees the views beside all tables.
  ///
  /// That it only reads SQLite's own grammar says: it must be what may stand in `EXISTS (…)`, and there neither a write nor a PRAGMA, an ATTACH
  /// or a second statement can.
  ///
  /// - Parameter value: gives the value of a parameter by its name without the sign.
  public func select(
    _ text: String, value: (String) throws(Hinweis) -> String, _ body: (Table) throws(Hinweis) -> Void
  ) throws(Hinweis) {
    var sql = text[...]
    while let last = sql.last, last == ";" || last.isWhitespace { sql.removeLast() }
    try reading { () throws(Hinweis) in
      try withViews(for: text) { () throws(Hinweis) in
        try check(String(sql))
        try body(try table(String(sql), value))
      }
    }
  }

  /// Refuses what is no SELECT, and says what is wrong with one.
  private func check(_ sql: String) throws(Hinweis) {
    let before = "SELECT 1 WHERE EXISTS ("
    let problem = connection.problem(of: "\(before)\(sql)\n)") ?? connection.problem(of: sql)
    guard let problem else { return }
    let bytes = problem.offset.map { $0 - before.utf8.count }.flatMap { (0..<sql.utf8.count).contains($0) ? $0 : nil }
    let place = bytes.map { sql.utf8.prefix($0).count { $0 & 0xC0 != 0x80 } }
    throw SQLProblem(message: problem.message, sql: sql, place: place).hinweis(try allNouns())
  }

  private func table(_ sql: String, _ value: (String) throws(Hinweis) -> String) throws(Hinweis) -> Table {
    let statement = try connection.statement(sql)
    defer { connection.release(statement) }
    guard statement.isReadOnly else { throw Hinweis("sql liest nur") }
    var values: [Value] = []
    for parameter in statement.parameters {
      guard let parameter, parameter.first != "?" else { throw Hinweis("ein Wert in SQL braucht einen Namen, etwa :NR") }
      values.append(.text(try value(String(parameter.dropFirst()))))
    }
    // Which columns hold numbers the first row says.
    statement.bind(values)
    let hasRow = try statement.step()
    let columns = (0..<statement.columnCount).map { index in
      Table.Column(statement.columnName(index), statement.columnName(index), hasRow && statement.isNumber(index) ? .number : .text)
    }
    let given = values
    return Table("", columns: columns, rows: try StatementRows(self, (sql, given)) { (_) throws(Hinweis) in (sql, given) })
  }
}
