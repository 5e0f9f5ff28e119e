// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// How a thing differs between two states of the plan.
public struct Difference: Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case new = "neu"
    case changed = "geändert"
    case moved = "verschoben"
    case renumbered = "umnummeriert"
    case dropped = "weggefallen"
  }

  public var kind: Kind
  public var noun: Noun
  public var id: Int
  public var name: String
  /// The column that differs; for what is new or dropped without a name, with its text.
  public var fact: Fact
}

/// All that differs between two states of the plan, in order. It stands in a temporary table, so that it needs no memory, however much it is.
public struct Differences: Sendable {
  let store: PlanStore
  let table: String
  /// Finds it again where its table is gone, and gives the name of the new one.
  let again: @Sendable (PlanStore) throws(Hinweis) -> String

  private static let order = "ORDER BY platz, schluessel, ding, folge"

  /// The name of the table, made anew if others or a rollback took it.
  private func present() throws(Hinweis) -> String {
    let isThere = try store.connection.value("SELECT 1 FROM sqlite_temp_schema WHERE name = ?", [.text(table)]) != nil
    if isThere { return table }
    return try again(store)
  }

  /// How many things of each noun differ in which way, in the order of the nouns.
  public func counts() throws(Hinweis) -> [(noun: Noun, counts: [Difference.Kind: Int])] {
    var found: [(noun: Noun, counts: [Difference.Kind: Int])] = []
    try store.connection.each("SELECT platz, was, count(DISTINCT ding) FROM temp.\(try present()) GROUP BY platz, was ORDER BY platz") {
      (row) in
      let noun = Kernel.nouns[row.integer(0)]
      if found.last?.noun.plural != noun.plural { found.append((noun, [:])) }
      if let kind = Difference.Kind(rawValue: row.text(1)) { found[found.count - 1].counts[kind] = row.integer(2) }
      return .more
    }
    return found
  }

  /// The kind of each thing, its name, what happened to it, the column, its old and its new value.
  public var rows: any RowSource { Rows(differences: self) }

  private struct Rows: RowSource {
    let differences: Differences

    func rows(into sink: inout some RowSink) throws(Hinweis) {
      let sql = "SELECT art, name, was, kopf, alt, neu FROM temp.\(try differences.present()) \(Differences.order)"
      try StatementRows(differences.store, (sql, [])) { (_) in (sql, []) }.rows(into: &sink)
    }
  }

  /// All of them at once; for what is known to be little.
  func all() throws(Hinweis) -> [Difference] {
    var all: [Difference] = []
    let sql = "SELECT platz, ding, name, was, spalte, kopf, alt, neu FROM temp.\(try present()) \(Differences.order)"
    try store.connection.each(sql) { (row) in
      let fact = Fact(column: row.text(4), heading: row.text(5), old: row.text(6), new: row.text(7))
      let kind = Difference.Kind(rawValue: row.text(3)) ?? .changed
      all.append(Difference(kind: kind, noun: Kernel.nouns[row.integer(0)], id: row.integer(1), name: row.text(2), fact: fact))
      return .more
    }
    return all
  }
}

extension PlanStore {
  /// What differs between the plan on two days.
  ///
  /// Only what a change between them touched is compared, never whole tables.
  /// - Parameters:
  ///   - isKnown: true to compare what the plan said then, false what held.
  ///   - only: the kind of things asked for; nil for all.
  ///   - query: those of them that it finds on one of the days; nil for all.
  public func differences(
    from first: Int, to last: Int, isKnown: Bool, only: Noun? = nil, of query: Query? = nil
  ) throws(Hinweis) -> Differences {
    let make: @Sendable (PlanStore) throws(Hinweis) -> String = { (store) throws(Hinweis) in
      try store.reading { () throws(Hinweis) in
        try store.at(exactly: Moment()) { () throws(Hinweis) in
          try Comparison(store, only: only).run(from: first, to: last, isKnown: isKnown, query)
        }
      }
    }
    return Differences(store: self, table: try make(self), again: make)
  }
}
