// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// Writes things into the plan as part of a change.
public final class Writer {
  let store: PlanStore
  let change: Change
  var connection: Connection { store.connection }

  init(_ store: PlanStore, _ change: Change) {
    self.store = store
    self.change = change
  }

  /// Says that there was nothing to change after all: nothing of this change is kept.
  public func nothingChanged() { change.isVoid = true }

  /// Writes a new thing and returns its id. Columns are named as in the table.
  @discardableResult
  public func insert(_ table: String, _ values: KeyValuePairs<String, Value>) throws(Hinweis) -> Int {
    let insertion = try insertion(table, values.map(\.key))
    defer { insertion.end() }
    for (index, value) in values.enumerated() { insertion.statement.bind(value.value, at: index + insertion.first) }
    return try insertion.write()
  }

  /// Changes columns of a thing; the version before goes to the history.
  public func update(_ table: String, _ id: Int, _ values: KeyValuePairs<String, Value>) throws(Hinweis) {
    let sets = values.map { "\($0.key) = ?" }.joined(separator: ", ")
    try connection.run(
      "UPDATE \(table) SET \(sets), seit = ?, ab = ? WHERE id = ?", values.map(\.value) + [.integer(change.id), .integer(change.day), .integer(id)])
  }

  /// Takes a thing out of the plan; the history keeps it.
  public func delete(_ table: String, _ id: Int) throws(Hinweis) {
    try connection.run("DELETE FROM \(table) WHERE id = ?", [.integer(id)])
  }

  /// A prepared insertion into the columns of a table, for many rows.
  func insertion(_ table: String, _ columns: [String]) throws(Hinweis) -> Insertion {
    let hasHistory = Kernel.nouns.first { $0.table == table }?.hasHistory ?? true
    let own = hasHistory ? ["id", "seit", "ab"] : ["id"]
    let marks = Array(repeating: "?", count: own.count + columns.count).joined(separator: ", ")
    let sql = "INSERT INTO \(table) (\((own + columns).joined(separator: ", "))) VALUES (\(marks))"
    return Insertion(try connection.statement(sql), connection: connection, change: change, hasHistory: hasHistory)
  }
}

/// Rows written one after the other with one statement.
final class Insertion {
  let statement: Statement
  /// The number of the first parameter that is the caller's.
  let first: Int
  private let connection: Connection
  private let change: Change

  init(_ statement: Statement, connection: Connection, change: Change, hasHistory: Bool) {
    self.statement = statement
    self.connection = connection
    self.change = change
    first = hasHistory ? 4 : 2
    if hasHistory {
      statement.bind(change.id, at: 2)
      statement.bind(change.day, at: 3)
    }
  }

  /// Writes the row as it is bound and returns its id. What is bound stays for the next row.
  @discardableResult
  func write() throws(Hinweis) -> Int {
    let id = change.newID()
    statement.bind(id, at: 1)
    try statement.write()
    return id
  }

  func end() { connection.release(statement) }
}
