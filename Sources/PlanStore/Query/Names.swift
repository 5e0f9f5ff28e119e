// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

extension PlanStore {
  /// The ids of the things that a word names: by their keys in order, then by other accepted spellings.
  public func find(_ noun: Noun, _ word: String) throws(Hinweis) -> [Int] {
    let value = Value.text(Fold.key(word))
    let only = noun.only.map { " AND " + $0.sql("t.") } ?? ""
    // Who says "Nr. 17" means the id, which needs no search.
    if Fold.key(word).hasPrefix("nr. "), let id = Int(Fold.key(word).dropFirst(4)),
      try connection.value("SELECT 1 FROM \(try name(noun.table)) t WHERE t.id = ?\(only)", [.integer(id)]) != nil
    {
      return [id]
    }
    for key in noun.keys + ["id"] {
      var ids: [Int] = []
      let sql: String
      switch noun.column(key)?.source {
      case .collected(let collection):
        guard let other = Kernel.noun(collection.noun) else { continue }
        let shown = Fold.key(collection.shows)
        let exact = "SELECT DISTINCT o.\(Fold.key(collection.by)) FROM \(try name(other.table, by: shown)) o WHERE o.\(shown) = ?"
        // As it is written an index finds it; otherwise all must be read.
        try connection.each(exact, [.text(word)]) { (row) throws(Hinweis) in
          ids.append(row.integer(0))
          return .more
        }
        if !ids.isEmpty { return ids }
        sql =
          "SELECT DISTINCT o.\(Fold.key(collection.by)) FROM \(try name(other.table)) o WHERE kip_fold(o.\(Fold.key(collection.shows))) = ?"
      case nil:
        sql =
          "SELECT t.id FROM \(try name(noun.table)) t WHERE ('nr. ' || t.id = ? OR CAST(t.id AS TEXT) = ?1 AND \(noun.keys == ["id"]))\(only)"
      default: sql = "SELECT t.id FROM \(try name(noun.table)) t WHERE kip_fold(t.\(Fold.key(key))) = ?\(only)"
      }
      try connection.each(sql, [value]) { (row) throws(Hinweis) in
        ids.append(row.integer(0))
        return .more
      }
      if !ids.isEmpty { return ids }
    }
    let other = try otherSpellings(noun, word, only)
    return other.isEmpty && noun.table == "akteur" ? try unitsWithCode(word, only) : other
  }

  private func otherSpellings(_ noun: Noun, _ word: String, _ only: String) throws(Hinweis) -> [Int] {
    let kinds = Kernel.nouns.filter { $0.table == noun.table }.map { "'\($0.singular)'" }.joined(separator: ", ")
    var ids: [Int] = []
    try connection.each(
      "SELECT t.id FROM \(try name("nebenname")) n JOIN \(try name(noun.table)) t ON t.id = n.ding WHERE n.art IN (\(kinds)) AND kip_fold(n.name) = ?\(only)",
      [.text(Fold.key(word))]
    ) { (row) throws(Hinweis) in
      ids.append(row.integer(0))
      return .more
    }
    return ids
  }

  /// Units whose code is written otherwise: `FB51`, `Fachbereich 51` and `51` are all FB 51.
  private func unitsWithCode(_ word: String, _ only: String) throws(Hinweis) -> [Int] {
    guard let wanted = UnitCode(word) else { return [] }
    var ids: [Int] = []
    try connection.each("SELECT t.id, t.kuerzel, t.zweitkuerzel FROM \(try name("akteur")) t WHERE t.kuerzel IS NOT NULL\(only)") {
      (row) throws(Hinweis) in
      if [row.text(1), row.text(2)].contains(where: { UnitCode($0).map(wanted.matches) ?? false }) { ids.append(row.integer(0)) }
      return .more
    }
    return ids
  }

  /// The ids of some things and of all below them in their tree.
  public func below(_ ids: [Int], _ noun: Noun) throws(Hinweis) -> [Int] {
    guard let above = noun.above else { return ids }
    var all: [Int] = []
    try connection.each(
      """
      WITH RECURSIVE baum(id) AS (
        SELECT value FROM json_each(?)
        UNION SELECT t.id FROM \(try name(noun.table, by: Fold.key(above))) t JOIN baum ON t.\(Fold.key(above)) = baum.id
      ) SELECT id FROM baum
      """, [.text("[\(ids.map(String.init).joined(separator: ","))]")]
    ) { (row) throws(Hinweis) in
      all.append(row.integer(0))
      return .more
    }
    return all
  }

  /// The words by which the things of a noun are named, for completion and for suggestions.
  public func names(of noun: Noun, atMost limit: Int) throws(Hinweis) -> [String] {
    var names: [String] = []
    for key in noun.keys {
      let query = Query(Name(noun.plural), [.show([Shown(Path([Name(key)]))]), .first(limit)])
      let table = try rows(query)
      for row in try table.rows.all() {
        names += row[0].utf8.split(separator: Table.separator).compactMap { String($0) }.filter { !$0.isEmpty }
      }
    }
    return names
  }

  /// The words of an attribute's vocabulary that are a word or stand below it.
  func words(below word: String, of attribute: String) throws(Hinweis) -> [String] {
    var words: [String] = []
    try connection.each(
      """
      WITH RECURSIVE baum(id, name) AS (
        SELECT id, name FROM \(try name("vokabel")) WHERE merkmal = ? AND kip_fold(name) = ?
        UNION SELECT v.id, v.name FROM \(try name("vokabel")) v JOIN baum ON v.oberhalb = baum.id
      ) SELECT name FROM baum
      """, [.text(attribute), .text(Fold.key(word))]
    ) { (row) throws(Hinweis) in
      words.append(row.text(0))
      return .more
    }
    return words
  }
}

extension PlanStore {
  /// Other accepted spellings of the things of some kinds.
  public func spellings(of kinds: String...) throws(Hinweis) -> [(name: String, id: Int)] {
    var found: [(name: String, id: Int)] = []
    let marks = kinds.map { _ in "?" }.joined(separator: ", ")
    try connection.each("SELECT name, ding FROM nebenname WHERE art IN (\(marks))", kinds.map { .text($0) }) { (row) throws(Hinweis) in
      found.append((row.text(0), row.integer(1)))
      return .more
    }
    return found
  }
}

extension Writer {
  /// True if a person holds a function.
  public func holds(_ person: Int, _ function: Int) throws(Hinweis) -> Bool {
    try connection.value("SELECT 1 FROM besetzung WHERE person = ? AND funktion = ?", [.integer(person), .integer(function)]) != nil
  }
}

extension Writer {
  /// True if a catalogue belongs to a concept.
  public func belongs(_ catalogue: Int, to concept: Int) throws(Hinweis) -> Bool {
    try connection.value("SELECT 1 FROM katalog_konzept WHERE katalog = ? AND konzept = ?", [.integer(catalogue), .integer(concept)]) != nil
  }

  /// Says on which file the change rests.
  public func rest(on source: Int) throws(Hinweis) {
    try connection.run("UPDATE aenderung SET quelle = ? WHERE id = ?", [.integer(source), .integer(change.id)])
  }
}
