// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Rows that are written with one statement, several at a time: opening a table for each row costs more than writing it.
final class Insertion {
  private let statement: Statement
  private let connection: Connection
  private let change: Change
  private let hasHistory: Bool
  private let columns: Int
  private let capacity: Int
  /// The place of the row that is being bound.
  private var row = 0

  /// - Parameters:
  ///   - columns: the columns that the caller binds, as the table calls them.
  ///   - capacity: how many rows are gathered before they are written.
  init(_ writer: Writer, into table: String, _ columns: [String], capacity: Int = 1) throws(Hinweis) {
    connection = writer.connection
    change = writer.change
    hasHistory = Kernel.nouns.first { $0.table == table }?.hasHistory ?? true
    let own = hasHistory ? ["id", "seit", "ab"] : ["id"]
    self.columns = own.count + columns.count
    self.capacity = capacity
    let marks = "(\(Array(repeating: "?", count: self.columns).joined(separator: ", ")))"
    let names = (own + columns).joined(separator: ", ")
    // Rows of a batch that nobody filled have no id and are left out.
    let rows = Array(repeating: marks, count: capacity).joined(separator: ", ")
    let values = capacity == 1 ? "VALUES \(marks)" : "SELECT * FROM (VALUES \(rows)) WHERE column1 IS NOT NULL"
    statement = try connection.statement("INSERT INTO \(table) (\(names)) \(values)")
    guard hasHistory else { return }
    for row in 0..<capacity {
      statement.bind(change.id, at: row * self.columns + 2)
      statement.bind(change.day, at: row * self.columns + 3)
    }
  }

  /// Where the caller's columns begin among the parameters of the row.
  private var base: Int { row * columns + (hasHistory ? 4 : 2) }

  func bind(_ value: Value, _ column: Int) { statement.bind(value, at: base + column) }
  func bind(_ number: Int, _ column: Int) { statement.bind(number, at: base + column) }
  func bind(_ text: String, _ column: Int) { statement.bind(text, at: base + column) }
  func bind(_ field: CatalogueLine.Field, of line: CatalogueLine, _ column: Int) { line.bind(field, to: statement, at: base + column) }

  /// Takes the row as it is bound and returns its id; it is written now, or with those that follow.
  @discardableResult
  func write() throws(Hinweis) -> Int {
    let id = change.newID()
    statement.bind(id, at: row * columns + 1)
    row += 1
    if capacity == 1 { try flush() }
    return id
  }

  /// True if there is no room for another row before `flush`.
  var isFull: Bool { row == capacity }

  /// Writes the rows that were gathered.
  func flush() throws(Hinweis) {
    guard row > 0 else { return }
    for unused in row..<capacity { statement.bindNull(at: unused * columns + 1) }
    row = 0
    try statement.write()
  }

  func end() { connection.release(statement) }
}
