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

  /// The day of which the change speaks.
  public var day: Int { change.day }

  /// The number of the change.
  public var number: Int { change.id }

  /// Says that there was nothing to change after all: nothing of this change is kept.
  public func nothingChanged() { change.isVoid = true }

  /// Writes a new thing and returns its id. Columns are named as in the table.
  @discardableResult
  public func insert(_ table: String, _ values: KeyValuePairs<String, Value>) throws(Hinweis) -> Int {
    try insert(table, values.map(\.key), values.map(\.value))
  }

  func insert(_ table: String, _ columns: [String], _ values: [Value]) throws(Hinweis) -> Int {
    let insertion = try Insertion(self, into: table, columns)
    defer { insertion.end() }
    for (column, value) in values.enumerated() { insertion.bind(value, column) }
    return try insertion.write()
  }

  /// Changes columns of a thing; the version before goes to the history.
  public func update(_ table: String, _ id: Int, _ values: KeyValuePairs<String, Value>) throws(Hinweis) {
    let sets = values.map { "\($0.key) = ?" }.joined(separator: ", ")
    try connection.run(
      "UPDATE \(table) SET \(sets), seit = ?, ab = ? WHERE id = ?",
      values.map(\.value) + [.integer(change.id), .integer(change.day), .integer(id)])
  }

  /// Takes a thing out of the plan; the history keeps it.
  public func delete(_ table: String, _ id: Int) throws(Hinweis) {
    try connection.run("DELETE FROM \(table) WHERE id = ?", [.integer(id)])
  }

  /// Says on which thing the change rests: a meeting, a decision, a paper.
  public func rest(onThing thing: Int) throws(Hinweis) {
    try connection.run("UPDATE aenderung SET laut = ? WHERE id = ?", [.integer(thing), .integer(change.id)])
  }
}
