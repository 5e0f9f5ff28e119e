// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// Writes the lines of a catalogue: entries with their measures, goals and roles.
public final class CatalogueWriter {
  let writer: Writer
  let catalogue: Int
  let source: Int
  private let isNew: Bool
  private let isEmpty: Bool
  /// The Konzept and the Kommune of the catalogue, where it has just one and the plan has several.
  private let concept: Value
  private let town: Value
  private let measures: Insertion
  private let entries: Insertion
  private let roles: Insertion
  private let goalsOfMeasures: Insertion
  private var goals: [String: Int] = [:]
  private var fieldsOfGoals: Set<[Int]> = []

  /// What came of a line.
  public enum Outcome: Hashable, Sendable { case new, changed, unchanged }

  /// - Parameters:
  ///   - catalogue: the id of the catalogue.
  ///   - source: the id of the file.
  public init(_ writer: Writer, catalogue: Int, source: Int) throws(Hinweis) {
    self.writer = writer
    self.catalogue = catalogue
    self.source = source
    isNew = try writer.connection.value("SELECT 1 FROM eintrag WHERE katalog = ? LIMIT 1", [.integer(catalogue)]) == nil
    measures = try Insertion(
      writer, into: "massnahme", ["text", "stamm", "status", "klaerungsbedarf", "merkmale", "konzept", "kommune"], capacity: 32)
    entries = try Insertion(
      writer, into: "eintrag",
      [
        "katalog", "quelle", "nr", "nr_gelesen", "feldangabe", "handlungsfeld", "massnahme", "bemerkung", "seite", "verweis", "zeile",
        "abdruck",
      ], capacity: 32)
    roles = try Insertion(
      writer, into: "zustaendigkeit", ["akteur", "massnahme", "rolle", "angabe", "spalte", "bedingt", "nur_in"], capacity: 96)
    goalsOfMeasures = try Insertion(writer, into: "massnahme_ziel", ["massnahme", "ziel"], capacity: 32)
    isEmpty = try writer.connection.value("SELECT 1 FROM massnahme LIMIT 1") == nil
    let concepts = "FROM katalog_konzept v JOIN konzept k ON k.id = v.konzept WHERE v.katalog = ?"
    func theOnly(_ column: String) throws(Hinweis) -> Value {
      let sql = "SELECT CASE count(DISTINCT \(column)) WHEN 1 THEN min(\(column)) END \(concepts)"
      return try writer.connection.value(sql, [.integer(catalogue)]) ?? .null
    }
    // Where there is one Kommune, all is hers.
    let isOne = try writer.connection.value("SELECT count(*) FROM kommune")?.integer ?? 0 < 2
    (concept, town) = (try theOnly("k.id"), isOne ? .null : try theOnly("k.kommune"))
    if isEmpty { try Filling.begin(writer.connection) }
    // Entries that this import has met; what is not among them is missing in the file.
    try writer.connection.execute("CREATE TEMP TABLE IF NOT EXISTS getroffen (id INTEGER PRIMARY KEY); DELETE FROM temp.getroffen")
  }

  /// Ends the writing; afterwards the writer is of no more use.
  public func end() throws(Hinweis) {
    for insertion in [measures, entries, roles, goalsOfMeasures] { insertion.end() }
    if isEmpty { try Filling.end(writer.connection) }
  }

  /// Writes a line, or brings what the plan has of it up to date.
  public func take(_ line: CatalogueLine) throws(Hinweis) -> Outcome {
    if !isNew, let entry = try known(line) {
      try writer.connection.run("INSERT INTO temp.getroffen VALUES (?)", [.integer(entry.id)])
      return entry.fingerprint == line.fingerprint ? .unchanged : try update(entry, line)
    }
    let entry = try add(line)
    if !isNew { try writer.connection.run("INSERT INTO temp.getroffen VALUES (?)", [.integer(entry)]) }
    return .new
  }

  private func add(_ line: CatalogueLine) throws(Hinweis) -> Int {
    for (column, field) in [CatalogueLine.Field.text, .stem, .status, .clarification, .marks].enumerated() {
      measures.bind(field, of: line, column)
    }
    if line.isEmpty(.status) { measures.bind("keine Angabe", 2) }
    measures.bind(concept, 5)
    measures.bind(town, 6)
    let measure = try measures.write()

    entries.bind(catalogue, 0)
    entries.bind(source, 1)
    for (column, field) in [
      (2, CatalogueLine.Field.number), (3, .numberAsRead), (4, .fieldLabel), (7, .remark), (8, .page), (9, .reference),
    ] {
      entries.bind(field, of: line, column)
    }
    entries.bind(Value(line.field), 5)
    entries.bind(measure, 6)
    entries.bind(line.line, 10)
    entries.bind(line.fingerprint, 11)
    let entry = try entries.write()

    if let goal = try goal(of: line) { try link(measure, goal) }
    for role in line.roles { try add(role, to: measure, onlyIn: nil) }
    if measures.isFull { try flush() }
    return entry
  }

  func add(_ role: CatalogueLine.Role, to measure: Int, onlyIn entry: Int?) throws(Hinweis) {
    roles.bind(role.actor, 0)
    roles.bind(measure, 1)
    roles.bind(role.role, 2)
    roles.bind(Value(role.asRead), 3)
    roles.bind(role.column, 4)
    roles.bind(role.isConditional ? 1 : 0, 5)
    roles.bind(Value(entry), 6)
    try roles.write()
    if roles.isFull { try flush() }
  }

  func link(_ measure: Int, _ goal: Int) throws(Hinweis) {
    goalsOfMeasures.bind(measure, 0)
    goalsOfMeasures.bind(goal, 1)
    try goalsOfMeasures.write()
  }

  /// Writes what was gathered, things before those that name them.
  func flush() throws(Hinweis) {
    for insertion in [measures, entries, goalsOfMeasures, roles] { try insertion.flush() }
  }

  /// Says that all lines were taken; afterwards they can be asked for.
  public func finish() throws(Hinweis) {
    try flush()
    if isEmpty { try Filling.makeSearchable(writer.connection) }
  }

  /// The goal of a line, made if the plan has none of this text yet, and placed in the line's field.
  func goal(of line: CatalogueLine) throws(Hinweis) -> Int? {
    guard !line.isEmpty(.goal) else { return nil }
    let text = line.text(.goal)
    let goal = if let known = goals[text] { known } else { try self.goal(text) }
    if goals.count > 10_000 { goals.removeAll() }
    goals[text] = goal
    if let field = line.field, fieldsOfGoals.insert([goal, field]).inserted {
      if try writer.connection.value(
        "SELECT 1 FROM ziel_handlungsfeld WHERE ziel = ? AND handlungsfeld = ?", [.integer(goal), .integer(field)]) == nil
      {
        try writer.insert("ziel_handlungsfeld", ["ziel": .integer(goal), "handlungsfeld": .integer(field)])
      }
      if fieldsOfGoals.count > 10_000 { fieldsOfGoals.removeAll() }
    }
    return goal
  }

  private func goal(_ text: String) throws(Hinweis) -> Int {
    if let known = try writer.connection.value("SELECT id FROM ziel WHERE text = ?", [.text(text)])?.integer { return known }
    return try writer.insert("ziel", ["text": .text(text)])
  }

  // MARK: Lines that the plan knows

  /// An entry as the plan has it.
  struct Known {
    var id: Int
    var measure: Int
    var fingerprint: Int
  }

  /// The entry of the same number (without a number: of the same wording) that no line of this file was yet.
  private func known(_ line: CatalogueLine) throws(Hinweis) -> Known? {
    let byNumber = !line.isEmpty(.number)
    let condition = byNumber ? "e.nr = ?2" : "e.nr IS NULL AND e.massnahme IN (SELECT id FROM massnahme WHERE text IS ?2)"
    let key: Value = byNumber ? .text(line.text(.number)) : line.isEmpty(.text) ? .null : .text(line.text(.text))
    var known: Known?
    try writer.connection.each(
      "SELECT e.id, e.massnahme, e.abdruck FROM eintrag e WHERE e.katalog = ?1 AND \(condition) AND e.id NOT IN (SELECT id FROM temp.getroffen) ORDER BY e.id LIMIT 1",
      [.integer(catalogue), key]
    ) { (row) throws(Hinweis) in
      known = Known(id: row.integer(0), measure: row.integer(1), fingerprint: row.integer(2))
      return .enough
    }
    return known
  }

  /// Gives up the measures of which the file has no entry any more; their number.
  public func dropMissing() throws(Hinweis) -> Int {
    guard !isNew else { return 0 }
    return try writer.connection.run(
      """
      UPDATE massnahme SET status = 'entfallen', seit = ?2, ab = ?3 WHERE status <> 'entfallen'
        AND id IN (SELECT massnahme FROM eintrag WHERE katalog = ?1 AND id NOT IN (SELECT id FROM temp.getroffen))
        AND NOT EXISTS (SELECT 1 FROM eintrag e JOIN temp.getroffen g ON g.id = e.id WHERE e.massnahme = massnahme.id)
      """, [.integer(catalogue), .integer(writer.change.id), .integer(writer.change.day)])
  }

  /// The numbers of the entries that the plan has and the file does not.
  public func missing() throws(Hinweis) -> [String] {
    var numbers: [String] = []
    guard !isNew else { return [] }
    try writer.connection.each(
      "SELECT coalesce(nr, 'ohne Nr') FROM eintrag WHERE katalog = ? AND id NOT IN (SELECT id FROM temp.getroffen) ORDER BY id",
      [.integer(catalogue)]
    ) { (row) throws(Hinweis) in
      numbers.append(row.text(0))
      return .more
    }
    return numbers
  }
}
