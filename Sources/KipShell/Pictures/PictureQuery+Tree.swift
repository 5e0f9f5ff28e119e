// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

extension PictureQuery {
  /// What a tree is drawn from: fields, their goals and measures; or the tree of the noun itself.
  func tree() throws(Hinweis) -> Table {
    try requireThings()
    let noun = try noun()
    let labels = try treeLabels(noun)
    let reader = TreeReader(store: store)
    func others(_ word: String) throws(Hinweis) -> [Thing] {
      guard let other = try store.noun(word) else { return [] }
      return try reader.things(Query(Name(word)), other, PictureQuery.labels(of: other))
    }
    let forest: Forest
    switch noun.table {
    case "handlungsfeld", "ziel", "massnahme":
      let own = try reader.joined(reader.things(asked(), noun, labels), noun)
      let fields = noun.table == "handlungsfeld" ? own : noun.table == "ziel" ? [] : try others("handlungsfelder")
      let goals = noun.table == "ziel" ? own : try others("ziele")
      let measures = noun.table == "massnahme" ? own : try others("maßnahmen")
      let rest = noun.table == "handlungsfeld" && !query.steps.isEmpty ? try others("handlungsfelder") : []
      let plan = PlanTree(
        fields: fields, others: rest, goals: goals, measures: measures, inField: try reader.pairs("einträge", "handlungsfeld", "maßnahme"),
        forGoal: try reader.pairs("maßnahmenziele", "ziel", "maßnahme"),
        goalsInField: try reader.pairs("zielfelder", "handlungsfeld", "ziel"))
      switch noun.table {
      case "handlungsfeld": forest = plan.ofFields()
      case "ziel": forest = plan.ofGoals()
      default: forest = plan.ofMeasures()
      }
    default:
      guard noun.above != nil else {
        let known = Kernel.asked.filter { $0.above != nil }.map(\.plural)
        throw wrong("\(noun.plural) haben keinen Baum", "einen haben maßnahmen, \(known.joined(separator: ", "))")
      }
      let things = try reader.joined(reader.things(asked(), noun, labels), noun)
      // Those who have a role in measures, and places where they happen, count them.
      let relation = ["akteur": ("zuständigkeiten", "akteur"), "sozialraum": ("verortungen", "sozialraum")][noun.table]
      let measures = try relation.map { (name, column) throws(Hinweis) in try reader.pairs(name, column, "maßnahme") }
      var statuses: [Int: String] = [:]
      if measures != nil { for measure in try others("maßnahmen") { statuses[measure.id] = measure.status } }
      forest = OwnTree(things: things, measures: measures, statuses: statuses).forest
    }
    return forest.table(noun)
  }

  private func treeLabels(_ noun: Noun) throws(Hinweis) -> [String] {
    if !picture.paths.isEmpty { return picture.paths.map(\.text) }
    return isShown ? try shownBefore() : PictureQuery.labels(of: noun)
  }
}

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
