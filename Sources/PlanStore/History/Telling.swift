// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// What a change says of one column of a thing.
public struct Fact: Hashable, Sendable {
  /// The kernel's name of the column, and what stands over it.
  public var column: String
  public var heading: String
  public var old: String
  public var new: String
  /// True if it is one value more or less of several.
  public var isMember = false
}

/// Tells the difference between two versions of a thing or of a part, in words.
final class Telling {
  let store: PlanStore
  let wording: Wording
  /// Of each noun the columns that are told by their names in SQL, with what stands over them, since they are looked up for each of many versions.
  private var told: [String: [String: (column: Column, heading: String)]] = [:]
  private var order: [String: [String]] = [:]

  init(_ store: PlanStore) {
    self.store = store
    wording = Wording(store)
  }

  /// Columns that only say where a row came from.
  private static let origins: Set<String> = ["quelle", "zeile", "spalte"]
  /// Columns that hold marks.
  private static let marks = ["merkmale", "marken"]

  /// What differs between two versions of one thing, column by column.
  func facts(_ noun: Noun, _ old: Version?, _ new: Version?) throws(Hinweis) -> [Fact] {
    var facts: [Fact] = []
    for name in try names(noun) { facts += try self.facts(noun, name, old?.values[name] ?? .null, new?.values[name] ?? .null) }
    return facts
  }

  /// What differs in one column, by its name in SQL.
  func facts(_ noun: Noun, _ name: String, _ before: Value, _ after: Value) throws(Hinweis) -> [Fact] {
    guard before != after else { return [] }
    if let (column, heading) = try columns(noun)[name] {
      return [Fact(column: column.name, heading: heading, old: try wording.text(before, column), new: try wording.text(after, column))]
    }
    guard Telling.marks.contains(name) else { return [] }
    let (had, has) = (try wording.attributes(before), try wording.attributes(after))
    var facts: [Fact] = []
    for key in Set(had.keys).union(has.keys).sorted() where had[key] != has[key] {
      let column = try store.noun("maßnahme")?.column(key)
      facts.append(
        Fact(
          column: key, heading: column?.heading ?? key, old: had[key, default: []].joined(separator: "; "),
          new: has[key, default: []].joined(separator: "; ")))
    }
    return facts
  }

  /// The names of all columns that are told, the marks last.
  private func names(_ noun: Noun) throws(Hinweis) -> [String] {
    if let known = order[noun.plural] { return known }
    let names = Schema.stored(noun).map(Schema.name).filter { !Telling.marks.contains($0) } + Telling.marks
    order[noun.plural] = names
    return names
  }

  private func columns(_ noun: Noun) throws(Hinweis) -> [String: (column: Column, heading: String)] {
    if let known = told[noun.plural] { return known }
    var columns: [String: (column: Column, heading: String)] = [:]
    for column in Schema.stored(noun) {
      let name = Schema.name(column)
      if !Telling.origins.contains(name) && !Telling.marks.contains(name) { columns[name] = (column, try heading(column)) }
    }
    told[noun.plural] = columns
    return columns
  }

  /// What it means for the whole that a part of it comes, goes or changes.
  func facts(of whole: Noun, part noun: Noun, by column: Column, _ old: Version?, _ new: Version?) throws(Hinweis) -> [Fact] {
    guard let old, let new, try shown(whole, noun, column, old).map(\.name) == shown(whole, noun, column, new).map(\.name) else {
      return try members(whole, noun, column, old, isNew: false) + members(whole, noun, column, new, isNew: true)
    }
    let columns = try shown(whole, noun, column, new)
    var facts: [Fact] = []
    for var fact in try self.facts(noun, old, new) {
      if let shown = columns.first(where: { $0.collected.map { Fold.key($0.shows) } == Fold.key(fact.column) }) {
        fact.column = shown.name
        fact.heading = try heading(shown)
      } else {
        fact.column = "\(noun.singular).\(fact.column)"
        fact.heading = "\(title(noun)) \(try wording.name(new.id, noun)): \(fact.heading)"
      }
      facts.append(fact)
    }
    return facts
  }

  /// What the whole shows of a part that comes or goes.
  private func members(_ whole: Noun, _ noun: Noun, _ column: Column, _ version: Version?, isNew: Bool) throws(Hinweis) -> [Fact] {
    guard let version else { return [] }
    var facts: [Fact] = []
    for shown in try shown(whole, noun, column, version) {
      guard let collection = shown.collected, let source = noun.column(collection.shows) else { continue }
      let text = try wording.text(version[source], source)
      guard !text.isEmpty else { continue }
      facts.append(Fact(column: shown.name, heading: try heading(shown), old: isNew ? "" : text, new: isNew ? text : "", isMember: true))
    }
    guard facts.isEmpty else { return facts }
    let text = try partName(noun, column, version)
    return [Fact(column: noun.singular, heading: title(noun), old: isNew ? "" : text, new: isNew ? text : "", isMember: true)]
  }

  /// The columns of the whole in which a part shows; a role stands under its own name only.
  private func shown(_ whole: Noun, _ noun: Noun, _ column: Column, _ version: Version) throws(Hinweis) -> [Column] {
    let all = (try store.noun(whole.plural) ?? whole).columns.filter { $0.collects(noun, by: column) }
    let exact = all.filter { shown in
      guard let only = shown.collected?.only, let restricted = noun.column(only.column) else { return false }
      return only.words.contains { version[restricted] == .text($0) }
    }
    let shows = Set(exact.compactMap { $0.collected?.shows })
    return exact + all.filter { $0.collected?.only == nil && !shows.contains($0.collected?.shows ?? "") }
  }

  /// A name for a part: its own, or what it says besides the whole.
  private func partName(_ noun: Noun, _ column: Column, _ version: Version) throws(Hinweis) -> String {
    var words: [String] = []
    for name in noun.keys.isEmpty ? noun.shown : noun.keys where words.isEmpty || noun.keys.isEmpty {
      guard let other = noun.column(name), other.source == .stored, other.name != column.name else { continue }
      let text = try wording.text(version[other], other)
      if !text.isEmpty { words.append(text) }
    }
    return words.isEmpty ? "Nr. \(version.id)" : words.joined(separator: ", ")
  }

  func heading(_ column: Column) throws(Hinweis) -> String { try store.term(column.name) ?? column.heading }
  func title(_ noun: Noun) -> String { noun.singular.prefix(1).uppercased() + noun.singular.dropFirst() }
}

extension Column {
  var collected: Collection? {
    guard case .collected(let collection) = source else { return nil }
    return collection
  }
}
