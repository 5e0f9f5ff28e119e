// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Fields, their goals and the measures below them; a measure stands below each goal and field to which it belongs.
struct PlanTree {
  private let fields: [Thing]
  private let goals: [Thing]
  private let measures: [Int: Thing]
  /// Ids in the order of the plan.
  private let order: [Int]
  private let inField: [Int: [Int]]
  private let forGoal: [Int: [Int]]
  private let goalsInField: [Int: [Int]]
  private let fieldsOf: [Int: [Int]]
  private let goalsOf: [Int: [Int]]
  private let goalsById: [Int: Thing]
  private let fieldsById: [Int: Thing]
  private var statuses: [Int: String] { measures.mapValues(\.status) }

  /// - Parameter others: fields that are not drawn, but named where a measure stands there too.
  init(
    fields: [Thing], others: [Thing] = [], goals: [Thing], measures: [Thing], inField: [Int: [Int]], forGoal: [Int: [Int]],
    goalsInField: [Int: [Int]]
  ) {
    (self.fields, self.goals, self.inField, self.forGoal, self.goalsInField) = (fields, goals, inField, forGoal, goalsInField)
    self.measures = PlanTree.byId(measures)
    order = measures.map(\.id)
    (goalsById, fieldsById) = (PlanTree.byId(goals), PlanTree.byId(fields + others))
    fieldsOf = PlanTree.turned(inField.filter { [fieldsById] in fieldsById[$0.key] != nil })
    goalsOf = PlanTree.turned(forGoal.filter { [goalsById] in goalsById[$0.key] != nil })
  }

  private static func byId(_ things: [Thing]) -> [Int: Thing] {
    Dictionary(things.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func turned(_ pairs: [Int: [Int]]) -> [Int: [Int]] {
    var turned: [Int: [Int]] = [:]
    for (from, to) in pairs.sorted(by: { $0.key < $1.key }) { for one in to { turned[one, default: []].append(from) } }
    return turned
  }

  // MARK: The three trees

  /// Goals and below them their measures.
  func ofGoals() -> Forest {
    var forest = Forest(statuses: statuses)
    _ = add(goals, 0, in: nil, isEmptyKept: true, &forest)
    return forest
  }

  /// Fields, their goals, their measures; also where nothing stands below.
  func ofFields() -> Forest {
    var forest = Forest(statuses: statuses)
    addFields(isEmptyKept: true, &forest)
    return forest
  }

  /// The measures below goals and fields; what has none of them stands last.
  func ofMeasures() -> Forest {
    var forest = Forest(statuses: statuses)
    let found = addFields(isEmptyKept: false, &forest)
    let rest = order.filter { !found.contains($0) }
    guard !rest.isEmpty else { return forest }
    let none = Thing(id: 0, label: "ohne Handlungsfeld", kind: "handlungsfeld", status: "")
    forest.add(none, 0) { forest in
      let named = Set(rest.flatMap { goalsOf[$0] ?? [] })
      let goals = self.goals.filter { named.contains($0.id) }
      let below = add(goals, 1, in: 0, isEmptyKept: false, &forest)
      for id in rest where !below.contains(id) { addMeasure(id, 1, in: 0, &forest) }
      return Set(rest)
    }
    return forest
  }

  // MARK: Putting them together

  @discardableResult
  private func addFields(isEmptyKept: Bool, _ forest: inout Forest) -> Set<Int> {
    let (tops, below) = Forest.order(fields)
    func add(_ field: Thing, _ depth: Int, _ forest: inout Forest) -> Set<Int> {
      forest.add(field, depth, isEmptyKept: isEmptyKept) { forest in
        var found: Set<Int> = []
        for child in below[field.id] ?? [] { found.formUnion(add(child, depth + 1, &forest)) }
        let own = (inField[field.id] ?? []).filter { measures[$0] != nil }
        let named = Set((goalsInField[field.id] ?? []) + own.flatMap { goalsOf[$0] ?? [] })
        let placed = self.add(goals.filter { named.contains($0.id) }, depth + 1, in: field.id, isEmptyKept: isEmptyKept, &forest)
        let rest = own.filter { !placed.contains($0) }
        for id in rest { addMeasure(id, depth + 1, in: field.id, &forest) }
        return found.union(placed).union(rest)
      }
    }
    var all: Set<Int> = []
    for top in tops { all.formUnion(add(top, 0, &forest)) }
    return all
  }

  /// Adds goals as the tree that they are; in a field only with the measures that belong there (0: those without a field).
  private func add(_ goals: [Thing], _ depth: Int, in field: Int?, isEmptyKept: Bool, _ forest: inout Forest) -> Set<Int> {
    let (tops, below) = Forest.order(goals)
    func add(_ goal: Thing, _ depth: Int, _ forest: inout Forest) -> Set<Int> {
      forest.add(goal, depth, isEmptyKept: isEmptyKept) { forest in
        let own = (forGoal[goal.id] ?? []).filter { belongs($0, goal, in: field) }
        for id in own { addMeasure(id, depth + 1, in: field, &forest) }
        var found = Set(own)
        for child in below[goal.id] ?? [] { found.formUnion(add(child, depth + 1, &forest)) }
        return found
      }
    }
    var all: Set<Int> = []
    for top in tops { all.formUnion(add(top, depth, &forest)) }
    return all
  }

  /// A measure without any field stands in those of its goal.
  private func belongs(_ measure: Int, _ goal: Thing, in field: Int?) -> Bool {
    guard measures[measure] != nil else { return false }
    guard let field else { return true }
    guard let fields = fieldsOf[measure] else { return field == 0 || (goalsInField[field] ?? []).contains(goal.id) }
    return fields.contains(field)
  }

  private func addMeasure(_ id: Int, _ depth: Int, in field: Int?, _ forest: inout Forest) {
    guard let measure = measures[id] else { return }
    let others = (fieldsOf[id] ?? []).filter { $0 != field }.compactMap { fieldsById[$0]?.label }
    let isGoalAlone = field == nil || others.isEmpty
    let goals = isGoalAlone && (goalsOf[id]?.count ?? 0) > 1 ? ["einem anderen Ziel"] : []
    forest.add(measure: measure, depth, elsewhere: others + goals)
  }
}
