// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// The tables of states that were asked for: each is made when a question first touches it, and the last few states are kept.
final class States {
  private struct State {
    var scope: Scope
    var number: Int
    var tables: Set<String> = []
    var indexes: Set<String> = []
  }

  private static let limit = 3
  /// The states at hand, the last used one last; tables of timeless nouns have a state of their own, without a day.
  private var kept: [State] = []
  private var lastNumber = 0
  /// The tables of groups that were counted, the last one last.
  private var groups: [String] = []
  /// Tables that nobody needs any more, as far as they are still there.
  private var dead: Set<String> = []
  /// Grows whenever a table that was named before may be gone.
  private(set) var generation = 0

  /// Makes all tables anew at the next question: what was written may have changed what they say, or a rollback have taken them.
  func forget() {
    guard !kept.isEmpty || !groups.isEmpty else { return }
    for state in kept { drop(state) }
    kept = []
    dead.formUnion(groups)
    groups = []
    generation += 1
  }

  /// Keeps the rows of a grouping for the questions that follow, since what it counts takes long; the name of their table.
  func keep(_ groups: Resolver.SQL, _ connection: Connection) throws(Hinweis) -> String {
    lastNumber += 1
    let name = "gruppen\(lastNumber)"
    if self.groups.count == States.limit {
      dead.insert(self.groups.removeFirst())
      generation += 1
    }
    self.groups.append(name)
    try connection.makingTemporary { () throws(Hinweis) in
      bury(connection)
      try connection.reading { () throws(Hinweis) in _ = try connection.run("CREATE TEMP TABLE \(name) AS \(groups.sql)", groups.values) }
    }
    return "temp.\(name)"
  }

  /// The name of the table that holds the things of a noun in a state.
  ///
  /// - Parameter column: the column by which things are looked up in it, which gets its index then.
  func table(_ noun: Noun, by column: String?, _ scope: Scope, _ connection: Connection) throws(Hinweis) -> String {
    var state: State
    if let index = kept.firstIndex(where: { $0.scope == scope }) {
      state = kept.remove(at: index)
    } else {
      lastNumber += 1
      state = State(scope: scope, number: lastNumber)
      while kept.filter({ $0.scope.day != nil }).count >= States.limit || kept.count >= 2 * States.limit { drop(kept.removeFirst()) }
    }
    defer { kept.append(state) }
    let name = "stand\(state.number)_\(noun.table)"
    if !state.tables.contains(noun.table) {
      try connection.makingTemporary { () throws(Hinweis) in
        bury(connection)
        try make(noun, scope, name, connection)
      }
      state.tables.insert(noun.table)
    }
    for index in Index.all(noun) where index.first == column && !state.indexes.contains(index.name) {
      guard let statement = index.statement(inState: name) else { continue }
      try connection.makingTemporary { () throws(Hinweis) in try connection.execute(statement) }
      state.indexes.insert(index.name)
    }
    return "temp.\(name)"
  }

  private func make(_ noun: Noun, _ scope: Scope, _ name: String, _ connection: Connection) throws(Hinweis) {
    var columns = ["id INTEGER PRIMARY KEY"] + Schema.stored(noun).map { "\(Schema.name($0)) \(Schema.type($0))" }
    columns += Schema.hidden(noun.table).map { "\($0.name) \($0.definition.prefix { $0 != " " })" } + ["seit INTEGER", "ab INTEGER"]
    do {
      try connection.execute("CREATE TEMP TABLE \(name) (\(columns.joined(separator: ", ")))")
      for select in Versions.selects(noun, scope) { try connection.execute("INSERT OR REPLACE INTO temp.\(name) \(select)") }
    } catch {
      dead.insert(name)
      throw error
    }
  }

  private func drop(_ state: State) {
    dead.formUnion(state.tables.map { "stand\(state.number)_\($0)" })
    generation += 1
  }

  /// Removes tables that nobody needs; what is still being read stays until the next time.
  private func bury(_ connection: Connection) {
    for name in dead {
      guard (try? connection.execute("DROP TABLE IF EXISTS temp.\(name)")) != nil else { continue }
      dead.remove(name)
    }
  }
}
