// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

extension PlanStore {
  /// The names of things that begin as typed, each with what else says which thing it is.
  ///
  /// - Parameter beginning: how they begin, as it folds.
  public func names(of noun: Noun, beginning: String, atMost limit: Int) throws(Hinweis) -> [(name: String, about: String)] {
    var found: [(name: String, about: String)] = []
    var seen: Set<String> = []
    func add(_ name: String, _ about: String) {
      guard name.count <= 80, seen.insert(name).inserted else { return }
      found.append((name, about))
    }
    var hasReadOwn = false
    for key in noun.keys {
      guard let column = noun.column(key) else { continue }
      if case .collected(let collection) = column.source {
        try names(of: noun, by: collection, beginning, limit, add)
      } else if !hasReadOwn {
        // One reading for all of the names that a thing itself has.
        try ownNames(of: noun, beginning, limit, add)
        hasReadOwn = true
      }
    }
    return found
  }

  private func ownNames(of noun: Noun, _ beginning: String, _ limit: Int, _ add: (String, String) -> Void) throws(Hinweis) {
    let columns = noun.keys.compactMap { noun.column($0) }.filter { $0.source == .stored }.map { "t.\(Schema.name($0))" }
    let only = noun.only.map { " AND " + $0.sql("t.") } ?? ""
    let begins = columns.map { "kip_begins(\($0), ?1)" }.joined(separator: " OR ")
    try connection.each(
      "SELECT \(columns.joined(separator: ", ")) FROM \(try name(noun.table)) t WHERE (\(begins))\(only) LIMIT ?2",
      [.text(beginning), .integer(limit)]
    ) { (row) throws(Hinweis) in
      let names = columns.indices.map { row.text($0) }
      for name in names where !name.isEmpty && Fold.key(name).hasPrefix(beginning) {
        add(name, names.last { !$0.isEmpty && $0 != name } ?? "")
      }
      return .more
    }
  }

  /// The names that things have from others, such as the numbers that a measure has from its entries.
  private func names(
    of noun: Noun, by collection: Column.Collection, _ beginning: String, _ limit: Int, _ add: (String, String) -> Void
  ) throws(Hinweis) {
    guard let other = Kernel.noun(collection.noun) else { return }
    let (value, by) = (Fold.key(collection.shows), Fold.key(collection.by))
    try connection.each(
      """
      SELECT o.\(value), t.\(Fold.key(noun.title)) FROM \(try name(other.table)) o JOIN \(try name(noun.table)) t ON t.id = o.\(by)
      WHERE kip_begins(o.\(value), ?1) LIMIT ?2
      """, [.text(beginning), .integer(limit)]
    ) { (row) throws(Hinweis) in
      add(row.text(0), row.text(1))
      return .more
    }
  }
}
