// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// A thing as it stands in a tree.
struct Thing {
  var id: Int
  var label: String
  /// The singular of its noun.
  var kind: String
  var above: Int?
  var status: String
}

/// Reads things and the pairs that join them.
struct TreeReader {
  let store: PlanStore

  /// The things of a query, in its order.
  func things(_ query: Query, _ noun: Noun, _ labels: [String]) throws(Hinweis) -> [Thing] {
    let status = noun.column("status") == nil ? [] : ["status"]
    let above = noun.above.map { ["\($0).id"] } ?? []
    var asked = query
    asked.steps.append(.show(["id"] + labels + status + above))
    let table = try store.rows(asked)
    let columns = Array(table.columns.dropFirst())
    return try table.rows.all().compactMap { row in
      guard let id = Int(row[0]) else { return nil }
      return Thing(
        id: id, label: PictureQuery.label(row.dropFirst().prefix(labels.count), columns), kind: noun.singular,
        above: above.isEmpty ? nil : row.last.flatMap { Int($0) }, status: status.isEmpty ? "" : row[1 + labels.count])
    }
  }

  /// Things below the nearest of those above them that are there too: a filter may have left out what stands between.
  func joined(_ things: [Thing], _ noun: Noun) throws(Hinweis) -> [Thing] {
    let known = Set(things.map(\.id))
    guard let column = noun.above, things.contains(where: { $0.above.map { !known.contains($0) } ?? false }) else { return things }
    let above = try pairs(noun.plural, "id", column).compactMapValues(\.first)
    return things.map { thing in
      var (thing, seen) = (thing, Set([thing.id]))
      while let next = thing.above, !known.contains(next) { thing.above = seen.insert(next).inserted ? above[next] : nil }
      return thing
    }
  }

  /// For each thing in a column of a relation those in another, in order and each once.
  func pairs(_ relation: String, _ from: String, _ to: String) throws(Hinweis) -> [Int: [Int]] {
    var pairs: [Int: [Int]] = [:]
    var seen: Set<[Int]> = []
    let (a, b) = (from == "id" ? from : from + ".id", to + ".id")
    try store.rows(Query(Name(relation), [.filter(.not(.empty(Path(typed: to)))), .show([a, b])])).rows.forEach {
      (row, _) throws(Hinweis) in
      if let a = Int(row[0]), let b = Int(row[1]), seen.insert([a, b]).inserted { pairs[a, default: []].append(b) }
      return .more
    }
    return pairs
  }
}
