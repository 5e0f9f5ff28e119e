// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// How two kinds of things are joined: the noun whose things do it, and its columns that name the one and the other.
struct Joint {
  var noun: Noun
  var from: Column
  var to: Column
  /// The column that takes the word behind `als`, and that word.
  var role: (column: Column, word: String)?
}

extension Writer {
  /// Joins two things; false if they already are.
  public func join(_ noun: Noun, _ id: Int, to other: Noun, _ otherID: Int, role: Operand?) throws(Hinweis) -> Bool {
    let joint = try store.joint(noun, other, role: role)
    guard try rows(joint, id, otherID).isEmpty else { return false }
    var values: [(String, Value)] = [(Schema.name(joint.from), .integer(id)), (Schema.name(joint.to), .integer(otherID))]
    if let role = joint.role { values.append((Schema.name(role.column), .text(role.word))) }
    try insert(joint.noun.table, values.map(\.0), values.map(\.1))
    return true
  }

  /// Ends how two things are joined; without a role every way is ended. False if they are not joined.
  public func separate(_ noun: Noun, _ id: Int, from other: Noun, _ otherID: Int, role: Operand?) throws(Hinweis) -> Bool {
    let joints = role == nil ? try store.joints(noun, other) : [try store.joint(noun, other, role: role)]
    var isChanged = false
    for joint in joints {
      for row in try rows(joint, id, otherID) {
        try remove(joint.noun, row)
        isChanged = true
      }
    }
    return isChanged
  }

  private func rows(_ joint: Joint, _ id: Int, _ other: Int) throws(Hinweis) -> [Int] {
    var rows: [Int] = []
    let condition = joint.role.map { " AND \(Schema.name($0.column)) = ?3" } ?? ""
    try connection.each(
      "SELECT id FROM \(joint.noun.table) WHERE \(Schema.name(joint.from)) = ?1 AND \(Schema.name(joint.to)) = ?2\(condition)",
      [.integer(id), .integer(other)] + (joint.role.map { [.text($0.word)] } ?? [])
    ) { (row) throws(Hinweis) in
      rows.append(row.integer(0))
      return .more
    }
    return rows
  }
}

extension PlanStore {
  /// Every way in which things of two kinds are joined: the relations; without one, other nouns that need nothing but both; then those that join
  /// anything with anything.
  func joints(_ a: Noun, _ b: Noun) throws(Hinweis) -> [Joint] {
    var found: [Joint] = []
    for noun in Schema.tables where noun.hasHistory {
      let columns = Schema.stored(noun)
      for from in columns where try names(from, a) {
        for to in columns where from != to {
          guard try names(to, b), !found.contains(where: { $0.noun == noun }), isEnough(noun, from, to) else { continue }
          found.append(Joint(noun: noun, from: from, to: to))
        }
      }
    }
    let special = found.filter { $0.from.kind != .anything && $0.to.kind != .anything }
    return special.isEmpty ? found : special
  }

  /// The words that may stand behind `als` when things of two kinds are joined.
  public func roles(_ a: Noun, _ b: Noun) throws(Hinweis) -> [String] {
    try joints(a, b).flatMap { joint in joint.noun.columns.filter { $0 != joint.from && $0 != joint.to }.flatMap(\.words) }
  }

  func joint(_ a: Noun, _ b: Noun, role: Operand?) throws(Hinweis) -> Joint {
    let joints = try joints(a, b)
    if let role { return try joint(joints, a, b, role) }
    let plain = joints.filter { joint in joint.noun.columns.allSatisfy { !$0.isRequired || $0 == joint.from || $0 == joint.to } }
    if let only = plain.first(where: { $0.noun.isRelation }) ?? plain.first { return only }
    guard let first = joints.first else {
      throw Hinweis("\(a.plural) und \(b.plural) lassen sich nicht verbinden")
    }
    let words = first.noun.columns.filter { $0.isRequired }.flatMap(\.words)
    throw Hinweis("es fehlt, als was").help("als \(words.map(Hinweis.quoted).joined(separator: " | "))")
  }

  private func joint(_ joints: [Joint], _ a: Noun, _ b: Noun, _ role: Operand) throws(Hinweis) -> Joint {
    // A role may be called as the column of the thing is, Hut for Federführung.
    var word = role.text
    for noun in [a, b] {
      if let column = try columnIfAny(role.text, of: noun), case .collected(let collection) = column.source, let only = collection.only {
        word = only.words[0]
      }
    }
    var known: [String] = []
    for var joint in joints {
      let others = joint.noun.columns.filter { $0 != joint.from && $0 != joint.to && !$0.words.isEmpty }
      for column in others.filter(\.isRequired) + others.filter({ !$0.isRequired }) {
        known += column.words
        guard let found = column.words.first(where: { Fold.key($0) == Fold.key(word) }) else { continue }
        joint.role = (column, found)
        return joint
      }
    }
    guard !joints.isEmpty else { throw Hinweis("\(a.plural) und \(b.plural) lassen sich nicht verbinden") }
    throw Hinweis("als \"\(role.text)\" lässt sich das nicht verbinden").marked(role.span).didYouMean(role.text, known)
  }

  private func names(_ column: Column, _ noun: Noun) throws(Hinweis) -> Bool {
    switch column.kind {
    case .thing(let plural): try self.noun(plural)?.table == noun.table
    case .anything: true
    default: false
    }
  }

  /// True if naming both is enough to make such a thing, but for one word.
  private func isEnough(_ noun: Noun, _ from: Column, _ to: Column) -> Bool {
    let missing = noun.columns.filter { $0.isRequired && $0 != from && $0 != to }
    guard missing.isEmpty || missing.count == 1 && !missing[0].words.isEmpty else { return false }
    let isJoining = noun.isRelation || !missing.isEmpty || from.isRequired && to.isRequired || noun.acyclic.count == 2
    return isJoining
      && (noun.exactlyOne.isEmpty
        || noun.exactlyOne.count { Fold.key($0) == Fold.key(from.name) || Fold.key($0) == Fold.key(to.name) } == 1)
  }
}
