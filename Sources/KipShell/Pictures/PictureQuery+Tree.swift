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
