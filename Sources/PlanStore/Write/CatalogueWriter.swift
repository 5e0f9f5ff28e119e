// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// Writes the lines of a catalogue: entries with their measures, goals and roles.
public final class CatalogueWriter {
  let writer: Writer
  let catalogue: Int
  /// The file that the lines come from; each sheet is one of its own.
  public var source: Int
  let columns: CatalogueColumns
  let linkTables: [LinkTable]
  /// True if any line had a Sachstand or Mittel.
  private(set) var hasParts = false
  /// What differs between the plan and lines that came again, as far as it is kept, and how much of it there is.
  public internal(set) var differences: [Difference] = []
  public internal(set) var differenceCount = 0
  /// Lines whose number the plan does not have; they may be entries that have another number now.
  var waiting: [CatalogueLine] = []
  /// What was noticed of lines that came again.
  public internal(set) var notes: [(note: Hinweis, line: Int)] = []
  /// The change that read an entry last, of the one that was asked for last.
  var last: (entry: Int, change: Int)?
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
  ///   - columns: what the lines fill beside what stands in every catalogue.
  public init(_ writer: Writer, catalogue: Int, source: Int, columns: CatalogueColumns = CatalogueColumns()) throws(Hinweis) {
    self.writer = writer
    self.catalogue = catalogue
    self.source = source
    self.columns = columns
    linkTables = try CatalogueWriter.linkTables(columns.joined, writer.store)
    isNew = try writer.connection.value("SELECT 1 FROM eintrag WHERE katalog = ? LIMIT 1", [.integer(catalogue)]) == nil
    measures = try Insertion(
      writer, into: "massnahme",
      ["text", "stamm", "status", "klaerungsbedarf", "merkmale", "konzept", "kommune"] + columns.stored.map(Schema.name), capacity: 32)
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

  /// Writes a line, or brings what the plan has of it up to date; nil if that waits until all lines are known.
  public func take(_ line: CatalogueLine) throws(Hinweis) -> Outcome? {
    if isNew { return try takeNew(line) }
    if let entry = try known(line) { return try takeAgain(line, entry) }
    guard waiting.count < CatalogueWriter.waitingLimit else { return try takeNew(line) }
    waiting.append(line.copy())
    return nil
  }

  /// More lines than this do not wait: they are another catalogue, not one with other numbers.
  private static let waitingLimit = 10_000

  func takeNew(_ line: CatalogueLine) throws(Hinweis) -> Outcome {
    let entry = try add(line)
    if !isNew { try meet(entry) }
    return .new
  }

  func takeAgain(_ line: CatalogueLine, _ entry: Known) throws(Hinweis) -> Outcome {
    try meet(entry.id)
    return entry.fingerprint == line.fingerprint ? .unchanged : try update(entry, line)
  }

  private func meet(_ entry: Int) throws(Hinweis) {
    try writer.connection.run("INSERT INTO temp.getroffen VALUES (?)", [.integer(entry)])
  }

  private func add(_ line: CatalogueLine) throws(Hinweis) -> Int {
    for (column, field) in [CatalogueLine.Field.text, .stem, .status, .clarification, .marks].enumerated() {
      measures.bind(field, of: line, column)
    }
    if line.isEmpty(.status) { measures.bind("keine Angabe", 2) }
    measures.bind(concept, 5)
    measures.bind(town, 6)
    for (index, value) in line.stored.enumerated() { measures.bind(value, 7 + index) }
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
    if !line.parts.isEmpty { hasParts = true }
    try addParts(of: line, to: measure)
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

  /// Says that all lines were taken; afterwards they can be asked for. What came of those that waited.
  public func finish() throws(Hinweis) -> [Outcome] {
    let outcomes = try takeWaiting()
    try flush()
    if isEmpty { try Filling.makeSearchable(writer.connection) }
    return outcomes
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

  // MARK: Entries that the file does not have

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
