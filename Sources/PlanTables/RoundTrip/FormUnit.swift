// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit
public import PlanStore

/// Somebody who gets a form, and the lines in it.
public struct FormUnit: Sendable {
  public var id: Int
  /// The code, or the name where there is none.
  public var name: String
  public var title: String
  /// Ids of the entries whose measure it carries.
  public var entries: [Int]
}

/// For whom forms are made.
public enum FormSplit: Hashable, Sendable {
  /// For each unit at the top of the tree, with all below it.
  case topUnits
  /// For each unit that has a role of its own, with nothing but that.
  case everyUnit
  /// For each actor that has a role of its own, organisations included.
  case everyActor
  /// For these actors.
  case actors([Int])
}

/// Finds who carries which lines of a catalogue.
public struct FormUnits {
  private let store: PlanStore
  private let catalogue: Int
  private let roles: [String]
  private let day: Int
  private var actors: [Int: Actor] = [:]

  private struct Actor {
    var id: Int
    var name: String
    var title: String
    var kind: String
    var above: Int?
  }

  /// - Parameters:
  ///   - roles: the roles by which a measure belongs into somebody's form.
  ///   - day: the day on which they must be valid.
  public init(_ store: PlanStore, catalogue: Int, roles: [String], on day: Int) throws(Hinweis) {
    (self.store, self.catalogue, self.roles, self.day) = (store, catalogue, roles, day)
    for row in try FormUnits.ask(store, "akteure", ["id", "kürzel", "name", "art", "oberhalb.id"]) {
      guard let id = Int(row[0]) else { continue }
      actors[id] = Actor(id: id, name: row[1].isEmpty ? row[2] : row[1], title: row[2], kind: row[3], above: Int(row[4]))
    }
  }

  /// Everybody who gets a form, in the order of their names.
  ///
  /// - Parameter withBelow: whether the measures of the units below are in a form too; it follows from the split where nobody says so.
  public func units(_ split: FormSplit, withBelow: Bool) throws(Hinweis) -> [FormUnit] {
    var entries: [Int: [Int]] = [:]
    let here = [Step.filter(.compare(Path(typed: "katalog.id"), .equal, Operand(String(catalogue))))]
    for row in try FormUnits.ask(store, "einträge", ["id", "maßnahme.id"], here) {
      if let entry = Int(row[0]), let measure = Int(row[1]) { entries[measure, default: []].append(entry) }
    }
    let carried = [Step.filter(.among(Path(typed: "rolle"), roles.map { Operand($0) }))]
    var found: [Int: Set<Int>] = [:]
    for row in try FormUnits.ask(store, "zuständigkeiten", ["akteur.id", "maßnahme.id"], carried, on: day) {
      guard let actor = Int(row[0]), let measure = Int(row[1]), let lines = entries[measure] else { continue }
      for owner in owners(of: actor, split, withBelow) { found[owner, default: []].formUnion(lines) }
    }
    return found.compactMap { id, lines in
      actors[id].map { FormUnit(id: id, name: $0.name, title: $0.title, entries: lines.sorted()) }
    }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  /// Whose form a role of an actor belongs into.
  private func owners(of actor: Int, _ split: FormSplit, _ withBelow: Bool) -> [Int] {
    let chain = chain(from: actor)
    switch split {
    case .topUnits:
      guard let top = chain.last, actors[top]?.kind == "einheit" else { return [] }
      return [top]
    // Who holds a function in a unit answers for it.
    case .everyUnit: return chain.first { actors[$0]?.kind == "einheit" }.map { [$0] } ?? []
    case .everyActor: return [actor]
    case .actors(let wanted): return withBelow ? chain.filter(wanted.contains) : wanted.filter { $0 == actor }
    }
  }

  /// An actor and all above it.
  private func chain(from actor: Int) -> [Int] {
    var chain: [Int] = []
    var next: Int? = actor
    while let id = next, !chain.contains(id) {
      chain.append(id)
      next = actors[id]?.above
    }
    return chain
  }

  static func ask(
    _ store: PlanStore, _ noun: String, _ columns: [String], _ steps: [Step] = [], on day: Int? = nil
  ) throws(Hinweis) -> [[String]] {
    var query = Query(Name(noun), steps + [.show(columns.map { Shown(Path(typed: $0)) })])
    query.moment.valid = day
    return try store.rows(query).rows.all()
  }
}

extension Path {
  /// A path as it is typed: `katalog.id`.
  fileprivate init(typed text: String) { self.init(text.split(separator: ".").map { Name(String($0)) }) }
}
