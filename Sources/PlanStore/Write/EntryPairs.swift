// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// Entries that are one measure: one of them names the other's Handlungsfeld, and they share the number of the measure or the wording.
extension CatalogueWriter {
  /// An entry that refers to another one that is not there.
  public struct Unmatched: Sendable {
    public var number: String
    /// The Handlungsfeld that it names, as it is written.
    public var reference: String
    public var line: Int
  }

  /// What came of the references.
  public struct Pairs: Sendable {
    public var joined = 0
    public var unmatched: [Unmatched] = []
  }

  /// Joins the entries that this import wrote with those that they refer to.
  ///
  /// - Parameters:
  ///   - field: finds the Handlungsfeld that a reference names.
  ///   - limit: how many unmatched references are returned.
  public func joinPairs(field: (String) throws(Hinweis) -> Int?, limit: Int) throws(Hinweis) -> Pairs {
    var pairs = Pairs()
    try writer.connection.execute(
      "CREATE TEMP TABLE IF NOT EXISTS verweise (eintrag INTEGER, feld INTEGER, text TEXT); DELETE FROM temp.verweise; CREATE INDEX IF NOT EXISTS temp.verweise_text ON verweise(text)")
    try eachPointer { (pointer) throws(Hinweis) in
      var partners: [Int] = []
      for reference in pointer.references { partners += try self.partners(of: pointer.entry, reference: reference, field: field) }
      for partner in partners where try join(pointer.entry, partner) { pairs.joined += 1 }
      // What the number does not find may be found by the wording; that is looked up for all together.
      if partners.isEmpty { try keepForWording(pointer, field) }
    }
    for (entry, partner) in try sameWording() where try join(entry, partner) { pairs.joined += 1 }
    try eachPointer { (pointer) throws(Hinweis) in
      guard pairs.unmatched.count < limit else { return }
      let others = try writer.connection.value(
        "SELECT 1 FROM eintrag e, eintrag o WHERE e.id = ?1 AND o.massnahme = e.massnahme AND o.id <> ?1", [.integer(pointer.entry)])
      if others == nil {
        pairs.unmatched.append(Unmatched(number: pointer.number, reference: pointer.references.joined(separator: "; "), line: pointer.line))
      }
    }
    return pairs
  }

  /// An entry that refers to others.
  private struct Pointer {
    var entry: Int
    var references: [String]
    var number: String
    var line: Int
  }

  /// Goes through the referring entries that this import wrote, a page at a time, since joining changes what is being read.
  private func eachPointer(_ body: (Pointer) throws(Hinweis) -> Void) throws(Hinweis) {
    let sql = "SELECT id, verweis, nr, zeile FROM eintrag WHERE katalog = ? AND id > ? AND seit = ? AND verweis IS NOT NULL ORDER BY id LIMIT 500"
    var last = 0
    while true {
      var page: [Pointer] = []
      try writer.connection.each(sql, [.integer(catalogue), .integer(last), .integer(writer.change.id)]) { (row) throws(Hinweis) in
        page.append(Pointer(entry: row.integer(0), references: row.text(1).split(separator: "; ").map(String.init), number: row.text(2), line: row.integer(3)))
        return .more
      }
      guard let end = page.last else { return }
      last = end.entry
      for pointer in page { try body(pointer) }
    }
  }

  private func keepForWording(_ pointer: Pointer, _ field: (String) throws(Hinweis) -> Int?) throws(Hinweis) {
    for reference in pointer.references where !reference.hasPrefix("Nr. ") {
      guard let wanted = try field(reference) else { continue }
      try writer.connection.run(
        "INSERT INTO temp.verweise SELECT e.id, ?2, m.text FROM eintrag e JOIN massnahme m ON m.id = e.massnahme WHERE e.id = ?1 AND m.text IS NOT NULL",
        [.integer(pointer.entry), .integer(wanted)])
    }
  }

  /// Pairs of the kept entries with entries of the same wording under the field that they name.
  private func sameWording() throws(Hinweis) -> [(Int, Int)] {
    var found: [(Int, Int)] = []
    guard try writer.connection.value("SELECT 1 FROM temp.verweise LIMIT 1") != nil else { return [] }
    try writer.connection.each(
      """
      SELECT v.eintrag, o.id FROM massnahme n CROSS JOIN temp.verweise v ON v.text = n.text
      JOIN eintrag o ON o.massnahme = n.id AND o.katalog = ? AND o.handlungsfeld = v.feld AND o.id <> v.eintrag
      """, [.integer(catalogue)]
    ) { (row) throws(Hinweis) in
      found.append((row.integer(0), row.integer(1)))
      return .more
    }
    return found
  }

  /// Entries of the same number under the field, or with the number, that a reference names. "28,1" stands between "28," and "28-".
  private func partners(of entry: Int, reference: String, field: (String) throws(Hinweis) -> Int?) throws(Hinweis) -> [Int] {
    let number = reference.hasPrefix("Nr. ") ? String(reference.dropFirst(4)) : nil
    let wanted = number == nil ? try field(reference) : nil
    guard number != nil || wanted != nil else { return [] }
    var found: [Int] = []
    try writer.connection.each(
      """
      SELECT o.id, o.handlungsfeld, o.nr, o.feldangabe FROM eintrag e
      JOIN massnahme m ON m.id = e.massnahme
      JOIN eintrag o ON (o.nr = m.stamm OR o.nr >= m.stamm || ',' AND o.nr < m.stamm || '-') AND +o.katalog = e.katalog AND o.id <> e.id
      JOIN massnahme n ON n.id = o.massnahme AND n.stamm = m.stamm
      WHERE e.id = ?
      """, [.integer(entry)]
    ) { (row) throws(Hinweis) in
      if let number {
        if number == row.text(2) { found.append(row.integer(0)) }
      } else if row.integer(1) == wanted {
        found.append(row.integer(0))
      } else if try isBracketed(wanted, in: row.text(3), field) {
        found.append(row.integer(0))
      }
      return .more
    }
    return found
  }

  /// True if a field label such as "IKO (Bildung)" names the field in its bracket.
  private func isBracketed(_ wanted: Int?, in label: String, _ field: (String) throws(Hinweis) -> Int?) throws(Hinweis) -> Bool {
    guard let wanted, let open = label.firstIndex(of: "("), let close = label.lastIndex(of: ")"), open < close else { return false }
    return try field(String(label[label.index(after: open)..<close])) == wanted
  }

  // MARK: Joining

  /// An entry's measure as far as joining needs it.
  private struct Side {
    var entry: Int
    var measure: Int
    var text: String?
    var number: String
    var marks: String?
    var clarification: String?
    var goal: String?
  }

  private func side(_ entry: Int) throws(Hinweis) -> Side? {
    var side: Side?
    try writer.connection.each(
      """
      SELECT h.id, m.id, m.text, coalesce(h.nr, ''), m.merkmale, m.klaerungsbedarf,
        (SELECT z.text FROM massnahme_ziel mz JOIN ziel z ON z.id = mz.ziel WHERE mz.massnahme = m.id ORDER BY mz.id LIMIT 1)
      FROM eintrag e JOIN massnahme m ON m.id = e.massnahme JOIN eintrag h ON h.id = coalesce(m.haupteintrag, e.id) WHERE e.id = ?
      """, [.integer(entry)]
    ) { (row) throws(Hinweis) in
      side = Side(
        entry: row.integer(0), measure: row.integer(1), text: row.value(2).text, number: row.text(3), marks: row.value(4).text,
        clarification: row.value(5).text, goal: row.value(6).text)
      return .enough
    }
    return side
  }

  /// Makes two entries' measures one; false if they are already.
  private func join(_ a: Int, _ b: Int) throws(Hinweis) -> Bool {
    guard let one = try side(a), let two = try side(b), one.measure != two.measure else { return false }
    // The entry with content leads, whatever its number; of two with content the one with the lower number.
    let oneLeads = (one.text == nil) == (two.text == nil) ? Label.sortKey(one.number) < Label.sortKey(two.number) : one.text != nil
    let (main, other) = oneLeads ? (one, two) : (two, one)
    try set("eintrag", "marken = ?4", "marken IS NULL", of: main.measure, [.text(main.marks ?? "{}")])
    try joinRoles(main, other)
    try joinGoals(main, other)
    // An entry's own wording is kept where it differs; NULL says: as the measure has it.
    try set(
      "eintrag", "marken = coalesce(marken, ?4), text = coalesce(text, ?5), zieltext = coalesce(zieltext, ?6), massnahme = ?7", "1", of: other.measure,
      [
        .text(other.marks ?? "{}"), other.text == main.text ? .null : .text(other.text ?? ""), other.goal == main.goal ? .null : .text(other.goal ?? ""),
        .integer(main.measure),
      ])
    try writer.update(
      "massnahme", main.measure,
      [
        "haupteintrag": .integer(main.entry), "merkmale": Value(try merged(main.marks, other.marks)),
        "klaerungsbedarf": Value(main.clarification ?? other.clarification),
      ])
    try writer.delete("massnahme", other.measure)
    return true
  }

  /// Roles that both have are kept once and stand for all entries; the others say in which entry they stand.
  private func joinRoles(_ main: Side, _ other: Side) throws(Hinweis) {
    let same = "SELECT 1 FROM zustaendigkeit b WHERE b.massnahme = ?5 AND b.nur_in IS NULL AND +b.akteur = zustaendigkeit.akteur AND b.rolle = zustaendigkeit.rolle"
    try set("zustaendigkeit", "nur_in = ?4", "nur_in IS NULL AND NOT EXISTS (\(same))", of: main.measure, [.integer(main.entry), .integer(other.measure)])
    try writer.connection.run(
      """
      DELETE FROM zustaendigkeit WHERE massnahme = ?2 AND nur_in IS NULL AND EXISTS (
        SELECT 1 FROM zustaendigkeit a WHERE a.massnahme = ?1 AND a.nur_in IS NULL AND +a.akteur = zustaendigkeit.akteur AND a.rolle = zustaendigkeit.rolle)
      """, [.integer(main.measure), .integer(other.measure)])
    try set("zustaendigkeit", "nur_in = coalesce(nur_in, ?4), massnahme = ?5", "1", of: other.measure, [.integer(other.entry), .integer(main.measure)])
  }

  private func joinGoals(_ main: Side, _ other: Side) throws(Hinweis) {
    guard other.goal != nil else { return }
    try set(
      "massnahme_ziel", "massnahme = ?4", "ziel NOT IN (SELECT ziel FROM massnahme_ziel WHERE massnahme = ?4)", of: other.measure, [.integer(main.measure)])
    try writer.connection.run("DELETE FROM massnahme_ziel WHERE massnahme = ?", [.integer(other.measure)])
  }

  /// Sets columns of the rows of a measure; the values begin with the fourth parameter.
  private func set(_ table: String, _ columns: String, _ condition: String, of measure: Int, _ values: [Value]) throws(Hinweis) {
    try writer.connection.run(
      "UPDATE \(table) SET \(columns), seit = ?1, ab = ?2 WHERE massnahme = ?3 AND \(condition)",
      [.integer(writer.change.id), .integer(writer.change.day), .integer(measure)] + values)
  }
}
