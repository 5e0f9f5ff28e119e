// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// A change as undo tells of it.
public struct ChangeLine: Sendable {
  public var id: Int
  public var author: String
  public var command: String
  /// When it was made, in UTC.
  public var time: String
  /// How many things it made.
  public var made: Int
}

/// What taking a change back came to.
public struct Undone: Sendable {
  public var change: ChangeLine
  /// How many things are as they were before it.
  public var things: Int
}

extension PlanStore {
  /// The change that `rückgängig` takes back: the last one that still holds and takes nothing back itself. The first, which made the plan, stays.
  public func lastUndoable() throws(Hinweis) -> ChangeLine? { try lastChange { $0.isMultiple(of: 2) } }

  /// The change that `wiederhole` takes back: the last one that took another back, and still holds.
  public func lastRedoable() throws(Hinweis) -> ChangeLine? { try lastChange { !$0.isMultiple(of: 2) } }

  /// - Parameter wanted: of how many changes, each taking back the next, the change is the first.
  private func lastChange(_ wanted: (Int) -> Bool) throws(Hinweis) -> ChangeLine? {
    var taken: Set<Int> = []
    var found: Int?
    try connection.each("SELECT id, nimmt_zurueck FROM aenderung ORDER BY id DESC") { (row) throws(Hinweis) in
      if let target = row.value(1).integer { taken.insert(target) }
      guard !taken.contains(row.integer(0)), wanted(try level(of: row.integer(0))) else { return .more }
      found = row.integer(0)
      return .enough
    }
    return try found.flatMap { (id) throws(Hinweis) in try line(of: id) }
  }

  /// A change by its number; nil if there is none.
  public func line(of change: Int) throws(Hinweis) -> ChangeLine? {
    var line: ChangeLine?
    try connection.each("SELECT id, wer, befehl, zeit, naechste - erste FROM aenderung WHERE id = ?", [.integer(change)]) {
      (row) throws(Hinweis) in
      line = ChangeLine(id: row.integer(0), author: row.text(1), command: row.text(2), time: row.text(3), made: row.integer(4))
      return .enough
    }
    return line
  }

  /// Takes a change back, as a change of its own: what it made goes, what it changed or deleted is as it was, from the day from which it held. Of one
  /// that was taken back and made again, the last making is taken back.
  ///
  /// Refused where a later change builds on it; the error names that change.
  public func undo(_ change: Int, _ info: ChangeInfo) throws(Hinweis) -> Undone {
    var last = change
    while let next = try connection.value("SELECT id FROM aenderung WHERE nimmt_zurueck = ?", [.integer(last)])?.integer { last = next }
    guard try level(of: last) % 2 == level(of: change) % 2 else {
      throw Hinweis("die Änderung \(change) ist schon zurückgenommen, durch die Änderung \(last)").help(
        "rückgängig \(last) macht sie wieder")
    }
    guard let line = try line(of: root(of: last)) else {
      throw Hinweis("eine Änderung \(change) gibt es nicht").help("änderungen zeigt alle")
    }
    let target = last
    let things = try self.change(info) { (writer) throws(Hinweis) in try Undo(writer, target).run() }
    return Undone(change: line, things: things)
  }

  /// The change at the beginning of those that take each other back.
  public func root(of change: Int) throws(Hinweis) -> Int {
    var root = change
    while let next = try connection.value("SELECT nimmt_zurueck FROM aenderung WHERE id = ?", [.integer(root)])?.integer { root = next }
    return root
  }

  /// How many changes stand behind a change, each taken back by the one before.
  private func level(of change: Int) throws(Hinweis) -> Int {
    var (level, last) = (0, change)
    while let next = try connection.value("SELECT nimmt_zurueck FROM aenderung WHERE id = ?", [.integer(last)])?.integer {
      level += 1
      last = next
    }
    return level
  }
}

/// Takes one change back, table by table and each with a few statements, so that an import of 100,000 lines is no slower than it was to read.
private struct Undo {
  let writer: Writer
  let target: Int
  var connection: Connection { writer.connection }

  init(_ writer: Writer, _ target: Int) {
    self.writer = writer
    self.target = target
  }

  func run() throws(Hinweis) -> Int {
    try connection.run("UPDATE aenderung SET nimmt_zurueck = ? WHERE id = ?", [.integer(target), .integer(writer.change.id)])
    // What is deleted now never held.
    try connection.run("UPDATE offen SET tag = NULL")
    try connection.execute("CREATE TEMP TABLE IF NOT EXISTS beruehrt (id INTEGER PRIMARY KEY); PRAGMA defer_foreign_keys = ON")
    var things = 0
    // A file was read whatever came of it: what changes and findings name stays. What names things of any kind comes back after them.
    let named = Set(Schema.tables.filter { !$0.hasHistory }.flatMap(Schema.stored).compactMap(\.target?.table))
    let touched = try self.touched()
    let nouns = Schema.tables.filter { touched.contains($0.table) && !named.contains($0.table) }
    let namesAnything = { (noun: Noun) in Schema.stored(noun).contains { $0.kind == .anything } }
    for noun in nouns.filter({ !namesAnything($0) }) + nouns.filter(namesAnything) { things += try restore(noun) }
    try restoreFindings()
    try checkReferences()
    try connection.execute("PRAGMA defer_foreign_keys = OFF")
    return things
  }

  // MARK: Things

  private func restore(_ noun: Noun) throws(Hinweis) -> Int {
    let (table, change) = (noun.table, Value.integer(target))
    try connection.run("DELETE FROM temp.beruehrt")
    for number in try chain() { try touch(table, by: number) }
    guard let count = try connection.value("SELECT nullif(count(*), 0) FROM temp.beruehrt")?.integer else { return 0 }
    try checkLater(noun)

    let names = Schema.names(noun)
    let before = "FROM \(table)_log l WHERE l.geloescht IN (0, 1) AND l.bis = ?1"
    let list = names.joined(separator: ", ")
    try connection.run(
      "DELETE FROM \(table) WHERE id IN temp.beruehrt AND id NOT IN (SELECT l.id \(before))", [change])
    let sets = names.dropFirst().map { "\($0) = l.\($0)" }.joined(separator: ", ")
    try connection.run(
      "UPDATE \(table) SET \(sets.isEmpty ? "" : sets + ", ")seit = ?2, ab = l.ab \(before) AND l.id = \(table).id",
      [change, .integer(writer.change.id)])
    try connection.run(
      "INSERT INTO \(table) (\(list), seit, ab) SELECT \(list), ?2, ab \(before) AND l.id NOT IN (SELECT id FROM \(table))",
      [change, .integer(writer.change.id)])
    return count
  }

  /// The change, and those that it took back one behind the other: all of them touched the same things.
  private func chain() throws(Hinweis) -> [Int] {
    var chain = [target]
    while let last = chain.last,
      let next = try connection.value("SELECT nimmt_zurueck FROM aenderung WHERE id = ?", [.integer(last)])?.integer
    {
      chain.append(next)
    }
    return chain
  }

  /// The tables of which a change, or one that it took back, made, changed or deleted something; one statement finds them, where one for each table
  /// would take longer than all the rest.
  private func touched() throws(Hinweis) -> Set<String> {
    let tables = Schema.tables.filter(\.hasHistory).map(\.table)
    let new = "WHERE id >= a.erste AND id < a.naechste"
    let closed = tables.map { "SELECT '\($0)' WHERE EXISTS (SELECT 1 FROM \($0)_log WHERE geloescht IN (0, 1) AND bis = ?1)" }
    let made = tables.map {
      "SELECT '\($0)' FROM aenderung a WHERE a.id = ?1 AND (EXISTS (SELECT 1 FROM \($0) \(new)) OR EXISTS (SELECT 1 FROM \($0)_log \(new)))"
    }
    var found: Set<String> = []
    for number in try chain() {
      let isMaking = try connection.value("SELECT naechste > erste FROM aenderung WHERE id = ?", [.integer(number)]) == .integer(1)
      for parts in isMaking ? [closed, made] : [closed] {
        try connection.each(parts.joined(separator: " UNION ALL "), [.integer(number)]) { (row) throws(Hinweis) in
          found.insert(row.text(0))
          return .more
        }
      }
    }
    return found
  }

  /// Notes the things of a table that a change made, changed or deleted.
  private func touch(_ table: String, by number: Int) throws(Hinweis) {
    let ids = "(SELECT erste FROM aenderung WHERE id = ?1) AND id < (SELECT naechste FROM aenderung WHERE id = ?1)"
    try connection.run("INSERT OR IGNORE INTO temp.beruehrt SELECT id FROM \(table) WHERE id >= \(ids)", [.integer(number)])
    try connection.run("INSERT OR IGNORE INTO temp.beruehrt SELECT id FROM \(table)_log WHERE id >= \(ids)", [.integer(number)])
    try connection.run(
      "INSERT OR IGNORE INTO temp.beruehrt SELECT id FROM \(table)_log WHERE geloescht IN (0, 1) AND bis = ?1", [.integer(number)])
  }

  // MARK: What builds on it

  /// Refuses if one of the noted things is not as the change left it; what was changed since and taken back again is.
  private func checkLater(_ noun: Noun) throws(Hinweis) {
    let table = noun.table
    let same = (Schema.names(noun).dropFirst() + ["ab"]).map { "t.\($0) IS l.\($0)" }.joined(separator: " AND ")
    let later = try connection.value(
      """
      SELECT max(n) FROM (
        SELECT t.seit AS n FROM temp.beruehrt b CROSS JOIN \(table) t ON t.id = b.id LEFT JOIN \(table)_log l ON l.id = b.id AND l.von = ?1
        WHERE t.seit <> ?1 AND (l.id IS NULL OR NOT (\(same)))
        UNION ALL
        SELECT (SELECT max(bis) FROM \(table)_log m WHERE m.id = b.id) FROM temp.beruehrt b
        WHERE b.id NOT IN (SELECT id FROM \(table)) AND EXISTS (SELECT 1 FROM \(table)_log l WHERE l.id = b.id AND l.von = ?1))
      """, [.integer(target)])?.integer
    if let later { throw refusal(by: later) }
  }

  /// Refuses if something names what went with the change, or comes back naming what a later change deleted.
  private func checkReferences() throws(Hinweis) {
    guard connection.hasDanglingReferences else { return }
    for noun in Schema.tables {
      for column in Schema.stored(noun) {
        guard let other = column.target, other.hasHistory else { continue }
        let name = Schema.name(column)
        let number = noun.hasHistory ? "c.seit" : "c.id"
        let sql = """
          SELECT \(number), (SELECT max(l.bis) FROM \(other.table)_log l WHERE l.id = c.\(name) AND l.geloescht = 1) FROM \(noun.table) c
          WHERE c.\(name) IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \(other.table) p WHERE p.id = c.\(name)) LIMIT 1
          """
        var later: Int?
        try connection.each(sql) { (row) throws(Hinweis) in
          // Either the later thing names what goes now, or the one that comes back names what went later.
          later = row.integer(0) == writer.change.id ? row.value(1).integer : row.integer(0)
          return .enough
        }
        if let later { throw refusal(by: later) }
      }
    }
    throw Hinweis("die Änderung \(target) lässt sich nicht zurücknehmen: anderes nennt, was mit ihr ginge")
  }

  private func refusal(by later: Int) -> Hinweis {
    let line = try? writer.store.line(of: later)
    let who = line.map { " (von \($0.author): \($0.command))" } ?? ""
    let root = (try? writer.store.root(of: target)) ?? target
    return Hinweis("die Änderung \(root) lässt sich nicht zurücknehmen: die Änderung \(later) baut auf ihr auf\(who)")
      .help("erst diese zurücknehmen: rückgängig \(later)")
  }

  // MARK: Findings

  /// What a change found counts while the change does, and what it set aside while it does not.
  private func restoreFindings() throws(Hinweis) {
    let chain = try chain()
    let (root, own) = (Value.integer(chain[chain.count - 1]), Value.integer(writer.change.id))
    if chain.count.isMultiple(of: 2) {
      try connection.run("UPDATE hinweis SET ueberholt = NULL WHERE aenderung = ?1 AND ersetzt IS NULL", [root])
      try connection.run("UPDATE hinweis SET ueberholt = ?1 WHERE ersetzt = ?1", [root])
    } else {
      try connection.run("UPDATE hinweis SET ueberholt = ?2 WHERE aenderung = ?1 AND ueberholt IS NULL", [root, own])
      try connection.run("UPDATE hinweis SET ueberholt = NULL WHERE ersetzt = ?1", [root])
    }
  }
}
