// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// What a line says of its measure beside what stands in the measure's own row: joined things, Sachstände and Mittel.
extension CatalogueWriter {
  /// How a column joins measures with other things.
  struct LinkTable {
    var column: Column
    var noun: Noun
    var measure: String
    var other: String
    var only: Noun.Restriction?
  }

  static func linkTables(_ columns: [Column], _ store: PlanStore) throws(Hinweis) -> [LinkTable] {
    guard let measures = Kernel.noun("maßnahme") else { return [] }
    var tables: [LinkTable] = []
    for column in columns {
      guard case .relation(let noun, let owner, let other, let only) = try store.way(column, of: measures) else {
        throw Hinweis("\(column.name) lässt sich aus einer Tabelle nicht füllen")
      }
      tables.append(LinkTable(column: column, noun: noun, measure: Schema.name(owner), other: Schema.name(other), only: only))
    }
    return tables
  }

  /// Writes what a new measure is joined with, and its parts.
  func addParts(of line: CatalogueLine, to measure: Int) throws(Hinweis) {
    guard !line.links.isEmpty || !line.parts.isEmpty else { return }
    try flush()
    var known: Set<CatalogueLine.Link> = []
    for link in line.links where known.insert(link).inserted { try add(link, to: measure) }
    for part in line.parts { try add(part, to: measure) }
  }

  private func add(_ link: CatalogueLine.Link, to measure: Int) throws(Hinweis) {
    let table = linkTables[link.column]
    var values = [(table.measure, Value.integer(measure)), (table.other, .integer(link.thing))]
    if let only = table.only { values.append((Fold.key(only.column), .text(only.words[0]))) }
    try writer.insert(table.noun.table, values.map(\.0), values.map(\.1))
  }

  private func add(_ part: CatalogueLine.Part, to measure: Int) throws(Hinweis) {
    let values = part.values.sorted { $0.key < $1.key }
    try writer.insert(
      part.kind.rawValue, ["massnahme", part.timeColumn] + values.map(\.key), [.integer(measure), part.time] + values.map(\.value))
  }

  /// Joins the measure of a line with another that a name means; false if it means none or several.
  public func link(line: Int, of source: Int, column: Int, to name: String) throws(Hinweis) -> Bool {
    // What did not change since the last import stands in the plan already.
    let own = "SELECT massnahme FROM eintrag WHERE quelle = ? AND zeile = ? AND katalog = ? LIMIT 1"
    guard let measure = try writer.connection.value(own, [.integer(source), .integer(line), .integer(catalogue)])?.integer else {
      return true
    }
    guard let noun = Kernel.noun("maßnahme") else { return false }
    // A number means a line of this catalogue before anything else.
    let numbered = "SELECT massnahme FROM eintrag WHERE katalog = ? AND nr = ?"
    var other = try writer.connection.value(numbered, [.integer(catalogue), .text(name)])?.integer
    if other == nil {
      let found = try writer.store.find(noun, name)
      other = found.count == 1 ? found[0] : nil
    }
    guard let other else { return false }
    guard column >= 0 else {
      let name = Schema.name(columns.stored[-1 - column])
      if other != measure { _ = try writer.setStored("massnahme", measure, [(name, .integer(other))]) }
      return true
    }
    let table = linkTables[column]
    let known = "SELECT 1 FROM \(table.noun.table) WHERE \(table.measure) = ? AND \(table.other) = ?"
    guard other != measure, try writer.connection.value(known, [.integer(measure), .integer(other)]) == nil else { return true }
    try add(CatalogueLine.Link(column: column, thing: other), to: measure)
    return true
  }

  // MARK: Lines that came again

  /// Brings joined things and parts up to date; what was joined by hand since the last import stays.
  func updateParts(_ entry: Known, _ line: CatalogueLine) throws(Hinweis) {
    // Measures that a line names are only joined when all lines are known.
    for (number, table) in linkTables.enumerated() where table.column.target?.table != "massnahme" {
      try updateLinks(number, table, entry, line)
    }
    for part in line.parts { try update(part, entry) }
  }

  private func updateLinks(_ number: Int, _ table: LinkTable, _ entry: Known, _ line: CatalogueLine) throws(Hinweis) {
    var wanted: [Int] = []
    for link in line.links where link.column == number && !wanted.contains(link.thing) { wanted.append(link.thing) }
    var rows: [(id: Int, thing: Int, since: Int)] = []
    let only = table.only.map { " AND " + $0.sql() } ?? ""
    try writer.connection.each(
      "SELECT id, \(table.other), seit FROM \(table.noun.table) WHERE \(table.measure) = ?\(only)", [.integer(entry.measure)]
    ) { (row) throws(Hinweis) in
      rows.append((row.integer(0), row.integer(1), row.integer(2)))
      return .more
    }
    let base = try lastImport(of: entry)
    let gone = rows.filter { !wanted.contains($0.thing) && $0.since <= base }
    let new = wanted.filter { thing in !rows.contains { $0.thing == thing } }
    guard !gone.isEmpty || !new.isEmpty else { return }
    let before = try titles(rows.map(\.thing), table.column)
    for row in gone { try writer.delete(table.noun.table, row.id) }
    for thing in new { try add(CatalogueLine.Link(column: number, thing: thing), to: entry.measure) }
    note(
      entry, table.column.name, before,
      try titles(rows.map(\.thing).filter { thing in !gone.contains { $0.thing == thing } } + new, table.column))
  }

  private func titles(_ things: [Int], _ column: Column) throws(Hinweis) -> String? {
    guard let noun = column.target, !things.isEmpty else { return nil }
    var titles: [String] = []
    for thing in things { titles.append(try writer.store.title(noun, thing)) }
    return titles.joined(separator: "; ")
  }

  private func update(_ part: CatalogueLine.Part, _ entry: Known) throws(Hinweis) {
    let known = try writer.connection.value(
      "SELECT id FROM \(part.kind.rawValue) WHERE massnahme = ? AND \(part.timeColumn) IS ? ORDER BY id LIMIT 1",
      [.integer(entry.measure), part.time])?.integer
    let name = part.kind == .report ? "sachstand" : "mittel"
    let time = part.time.integer.flatMap { Datum(day: $0) }?.description ?? part.time.text ?? ""
    guard let known else {
      try add(part, to: entry.measure)
      for (column, value) in part.values.sorted(by: { $0.key < $1.key }) { note(entry, "\(name) \(time), \(column)", nil, value.said) }
      return
    }
    for (column, value) in part.values.sorted(by: { $0.key < $1.key }) {
      try set(part.kind.rawValue, known, column, value, of: entry, as: "\(name) \(time), \(column)")
    }
  }

  // MARK: Two measures that are one

  /// Gives a measure what another is joined with and its parts, before that goes; where both say something of one column the first one's counts.
  func joinParts(_ main: Int, _ other: Int) throws(Hinweis) {
    let now = [Value.integer(writer.change.id), .integer(writer.change.day)]
    for column in columns.stored.map(Schema.name) {
      try writer.connection.run(
        """
        UPDATE massnahme SET \(column) = (SELECT o.\(column) FROM massnahme o WHERE o.id = ?4), seit = ?1, ab = ?2
        WHERE id = ?3 AND \(column) IS NULL AND (SELECT o.\(column) FROM massnahme o WHERE o.id = ?4) IS NOT NULL
        """, now + [.integer(main), .integer(other)])
    }
    for table in linkTables {
      let (name, by, to) = (table.noun.table, table.measure, table.other)
      try writer.connection.run(
        "DELETE FROM \(name) WHERE \(by) = ?1 AND \(to) IN (SELECT \(to) FROM \(name) WHERE \(by) = ?2)", [.integer(other), .integer(main)])
      try writer.connection.run(
        "UPDATE \(name) SET \(by) = ?3, seit = ?1, ab = ?2 WHERE \(by) = ?4", now + [.integer(main), .integer(other)])
    }
    for kind in ["sachstand", "mittel"] where hasParts {
      try writer.connection.run(
        "UPDATE \(kind) SET massnahme = ?3, seit = ?1, ab = ?2 WHERE massnahme = ?4", now + [.integer(main), .integer(other)])
    }
  }
}
