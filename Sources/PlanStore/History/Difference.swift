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

extension PlanStore {
  /// What differs between the plan on two days.
  ///
  /// Only what a change between them touched is compared, never whole tables.
  /// - Parameters:
  ///   - isKnown: true to compare what the plan said then, false what held.
  ///   - only: the kind of things asked for; nil for all.
  public func differences(from first: Int, to last: Int, isKnown: Bool, only: Noun? = nil) throws(Hinweis) -> [Difference] {
    try at(exactly: Moment()) { () throws(Hinweis) in
      let end = try lastChange()
      var (before, after) = (Scope(change: end, day: first), Scope(change: end, day: last))
      if isKnown { (before, after) = (Scope(change: try change(by: first)), Scope(change: try change(by: last))) }
      // What takes a change back speaks of the days of that change.
      let condition = isKnown ? "id > ? AND id <= ?" : "(stand > ? AND stand <= ? OR nimmt_zurueck IS NOT NULL)"
      let bounds = isKnown ? [before.change ?? 0, after.change ?? 0] : [first, last]
      let changes = try connection.integers("SELECT id FROM aenderung WHERE \(condition)", bounds.map { .integer($0) })

      var comparison = Comparison(self, only: only)
      for noun in Schema.tables where noun.hasHistory && (isKnown || !noun.isTimeless) {
        let ids = try touched(noun, by: changes)
        guard !ids.isEmpty else { continue }
        comparison.add(noun, try versions(noun, ids, in: before), try versions(noun, ids, in: after))
      }
      return try comparison.differences()
    }
  }

  /// The ids of the things of a noun that some changes made, changed or deleted.
  private func touched(_ noun: Noun, by changes: [Int]) throws(Hinweis) -> [Int] {
    let table = noun.table
    let made = "FROM json_each(?1) c CROSS JOIN aenderung a ON a.id = c.value CROSS JOIN"
    // What came back has its old number, and left no version when it did.
    let deleted = "(SELECT DISTINCT id FROM \(table)_log INDEXED BY \(table)_log_bis WHERE geloescht = 1) d"
    return try connection.integers(
      """
      SELECT t.id \(made) \(table) t ON t.id >= a.erste AND t.id < a.naechste
      UNION SELECT l.id \(made) \(table)_log l ON l.id >= a.erste AND l.id < a.naechste
      UNION SELECT l.id FROM json_each(?1) c CROSS JOIN \(table)_log l INDEXED BY \(table)_log_bis ON l.geloescht = 0 AND l.bis = c.value
      UNION SELECT l.id FROM json_each(?1) c CROSS JOIN \(table)_log l INDEXED BY \(table)_log_bis ON l.geloescht = 1 AND l.bis = c.value
      UNION SELECT d.id FROM \(deleted) CROSS JOIN \(table) t ON t.id = d.id AND t.seit IN (SELECT value FROM json_each(?1))
      UNION SELECT d.id FROM \(deleted) CROSS JOIN \(table)_log v ON v.id = d.id AND v.von IN (SELECT value FROM json_each(?1))
      """, [.json(changes)])
  }
}

/// Puts together what differs: parts are told with their whole, and not where the whole itself came or went.
private struct Comparison {
  private struct Pair {
    var noun: Noun
    var old: Version?
    var new: Version?
  }

  private let telling: Telling
  private let only: Noun?
  private var pairs: [Pair] = []
  /// Things that came or went.
  private var whole: Set<Int> = []

  init(_ store: PlanStore, only: Noun?) {
    telling = Telling(store)
    self.only = only
  }

  mutating func add(_ noun: Noun, _ old: [Int: Version], _ new: [Int: Version]) {
    for id in Set(old.keys).union(new.keys).sorted() {
      let pair = Pair(noun: noun, old: old[id], new: new[id])
      if let old = pair.old, let new = pair.new, old.saysSame(as: new) { continue }
      if pair.old == nil || pair.new == nil { whole.insert(id) }
      pairs.append(pair)
    }
  }

  func differences() throws(Hinweis) -> [Difference] {
    var things: [Int: (noun: Noun, facts: [Fact])] = [:]
    var found: [Difference] = []
    for pair in pairs {
      guard let version = pair.new ?? pair.old else { continue }
      let isAsked = only.map { $0.table == pair.noun.table } ?? false
      if !isAsked, let part = Parts.whole(of: version, pair.noun) {
        guard only.map({ $0.table == part.noun.table }) ?? true, !whole.contains(part.id) else { continue }
        let facts = try telling.facts(of: part.noun, part: pair.noun, by: part.column, pair.old, pair.new)
        things[part.id, default: (part.noun, [])].facts += facts
        continue
      }
      guard isAsked || only == nil else { continue }
      let noun = kind(pair.noun, version)
      if pair.old != nil && pair.new != nil {
        things[version.id, default: (noun, [])].facts += try telling.facts(pair.noun, pair.old, pair.new)
      } else {
        let name = try telling.wording.name(version.id, noun)
        let title = try noun.column(noun.title).map { (column) throws(Hinweis) in try telling.wording.text(version[column], column) } ?? ""
        let text = title.isEmpty ? name : title
        let isNew = pair.old == nil
        found.append(
          Difference(
            kind: isNew ? .new : .dropped, noun: noun, id: version.id, name: name,
            fact: Fact(column: "", heading: "", old: isNew ? "" : text, new: isNew ? text : "")))
      }
    }
    for (id, thing) in things {
      let name = try telling.wording.name(id, thing.noun)
      for fact in joined(thing.facts) {
        found.append(Difference(kind: kind(of: fact, thing.noun), noun: thing.noun, id: id, name: name, fact: fact))
      }
    }
    let order = Dictionary(Kernel.nouns.enumerated().map { ($1.plural, $0) }, uniquingKeysWith: { first, _ in first })
    func key(_ difference: Difference) -> (Int, String, Int) {
      (order[difference.noun.plural] ?? 0, Label.sortKey(difference.name), difference.id)
    }
    return found.enumerated().sorted { a, b in
      let (first, second) = (key(a.element), key(b.element))
      return first == second ? a.offset < b.offset : first < second
    }.map(\.element)
  }

  /// Values that came and went of one column in one row.
  private func joined(_ facts: [Fact]) -> [Fact] {
    var all: [Fact] = []
    for fact in facts {
      guard fact.isMember, let known = all.firstIndex(where: { $0.isMember && $0.heading == fact.heading }) else {
        all.append(fact)
        continue
      }
      all[known].old = [all[known].old, fact.old].filter { !$0.isEmpty }.joined(separator: "; ")
      all[known].new = [all[known].new, fact.new].filter { !$0.isEmpty }.joined(separator: "; ")
    }
    return all.filter { $0.old != $0.new }
  }

  /// The noun that a row belongs to, of several that share its table.
  private func kind(_ noun: Noun, _ version: Version) -> Noun {
    Kernel.nouns.first { other in
      guard other.table == noun.table, let only = other.only, let column = other.column(only.column) else { return false }
      return only.words.contains { version[column] == .text($0) }
    } ?? noun
  }

  private func kind(of fact: Fact, _ noun: Noun) -> Difference.Kind {
    guard let column = noun.column(fact.column) else { return .changed }
    if column.kind == .thing("handlungsfelder") { return .moved }
    return column.kind == .label && noun.keys.contains(column.name) ? .renumbered : .changed
  }
}
