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
    /// The number of the measure's first entry, if the catalogue does not have it.
    public var missing: String?
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
      "CREATE TEMP TABLE IF NOT EXISTS feldverweise (eintrag INTEGER, feld INTEGER, text TEXT); DELETE FROM temp.feldverweise; CREATE INDEX IF NOT EXISTS temp.feldverweise_text ON feldverweise(text)"
    )
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
        var unmatched = Unmatched(number: pointer.number, reference: pointer.references.joined(separator: "; "), line: pointer.line)
        unmatched.missing = try missingFirst(of: pointer.number)
        pairs.unmatched.append(unmatched)
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

  /// Goes through the referring entries that this import wrote or wrote the partners of, a page at a time, since joining changes what is being read.
  private func eachPointer(_ body: (Pointer) throws(Hinweis) -> Void) throws(Hinweis) {
    let sql = """
      SELECT e.id, e.verweis, e.nr, e.zeile FROM eintrag e WHERE e.katalog = ?1 AND e.id > ?2 AND e.verweis IS NOT NULL AND (
        e.seit = ?3 OR EXISTS (SELECT 1 FROM massnahme m JOIN eintrag o ON o.nr >= m.stamm || ',' AND o.nr < m.stamm || '-' WHERE m.id = e.massnahme AND o.seit = ?3)
      ) ORDER BY e.id LIMIT 500
      """
    var last = 0
    while true {
      var page: [Pointer] = []
      try writer.connection.each(sql, [.integer(catalogue), .integer(last), .integer(writer.change.id)]) { (row) throws(Hinweis) in
        page.append(
          Pointer(
            entry: row.integer(0), references: row.text(1).split(separator: "; ").map(String.init), number: row.text(2),
            line: row.integer(3)))
        return .more
      }
      guard let end = page.last else { return }
      last = end.entry
      for pointer in page { try body(pointer) }
    }
  }

  /// `30,1` for `30,2`, if the catalogue has no such entry.
  private func missingFirst(of number: String) throws(Hinweis) -> String? {
    guard let comma = number.firstIndex(of: ","), !["0", "1"].contains(number[number.index(after: comma)...]) else { return nil }
    let first = "\(number[..<comma]),1"
    let known = try writer.connection.value("SELECT 1 FROM eintrag WHERE nr = ? AND katalog = ?", [.text(first), .integer(catalogue)])
    return known == nil ? first : nil
  }

  private func keepForWording(_ pointer: Pointer, _ field: (String) throws(Hinweis) -> Int?) throws(Hinweis) {
    for reference in pointer.references where !reference.hasPrefix("Nr. ") {
      guard let wanted = try field(reference) else { continue }
      try writer.connection.run(
        "INSERT INTO temp.feldverweise SELECT e.id, ?2, m.text FROM eintrag e JOIN massnahme m ON m.id = e.massnahme WHERE e.id = ?1 AND m.text IS NOT NULL",
        [.integer(pointer.entry), .integer(wanted)])
    }
  }

  /// Pairs of the kept entries with entries of the same wording under the field that they name.
  private func sameWording() throws(Hinweis) -> [(Int, Int)] {
    var found: [(Int, Int)] = []
    guard try writer.connection.value("SELECT 1 FROM temp.feldverweise LIMIT 1") != nil else { return [] }
    try writer.connection.each(
      """
      SELECT v.eintrag, o.id FROM massnahme n CROSS JOIN temp.feldverweise v ON v.text = n.text
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
      SELECT o.id, o.handlungsfeld, o.nr, o.feldangabe, m.text, n.text FROM eintrag e
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
      } else if row.value(3) == .null, NearTexts.areNear(row.text(4), row.text(5)) {
        // A merged cell above gave the other one its field; the remark may know better, where number and wording agree.
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
  struct Side {
    /// The main entry.
    var entry: Int
    var measure: Int
    var text: String?
    var number: String
    var marks: String?
    var clarification: String?
    var status: String
    var goal: String?
    /// True if it was joined before, so that it has more entries than the main one.
    var isShared: Bool
  }

  private func side(_ entry: Int) throws(Hinweis) -> Side? {
    var side: Side?
    try writer.connection.each(
      """
      SELECT h.id, m.id, m.text, coalesce(h.nr, ''), m.merkmale, m.klaerungsbedarf,
        (SELECT group_concat(z.text, '; ') FROM massnahme_ziel mz JOIN ziel z ON z.id = mz.ziel WHERE mz.massnahme = m.id), m.status, m.haupteintrag IS NOT NULL
      FROM eintrag e JOIN massnahme m ON m.id = e.massnahme JOIN eintrag h ON h.id = coalesce(m.haupteintrag, e.id) WHERE e.id = ?
      """, [.integer(entry)]
    ) { (row) throws(Hinweis) in
      side = Side(
        entry: row.integer(0), measure: row.integer(1), text: row.value(2).text, number: row.text(3), marks: row.value(4).text,
        clarification: row.value(5).text, status: row.text(7), goal: row.value(6).text, isShared: row.integer(8) == 1)
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
    // What an entry says of its own is kept with it; NULL says: as the measure has it.
    let haveOneGoal = other.goal == main.goal
    try set(
      "eintrag", "marken = coalesce(marken, ?4), zieltext = coalesce(zieltext, ?5), klaerungsbedarf = coalesce(klaerungsbedarf, ?6)", "1",
      of: main.measure, [.text(main.marks ?? "{}"), haveOneGoal ? .null : .text(main.goal ?? ""), .text(main.clarification ?? "")])
    try joinRoles(main, other)
    try joinGoals(main, other)
    try joinParts(main.measure, other.measure)
    try set(
      "eintrag",
      "marken = coalesce(marken, ?4), text = coalesce(text, ?5), zieltext = coalesce(zieltext, ?6), klaerungsbedarf = coalesce(klaerungsbedarf, ?7), massnahme = ?8",
      "1", of: other.measure,
      [
        .text(other.marks ?? "{}"), other.text == main.text ? .null : .text(other.text ?? ""),
        haveOneGoal ? .null : .text(other.goal ?? ""),
        .text(other.clarification ?? ""), .integer(main.measure),
      ])
    try writer.update(
      "massnahme", main.measure,
      [
        "haupteintrag": .integer(main.entry), "merkmale": Value(try merged(main.marks, other.marks)),
        "klaerungsbedarf": Value(joined(main.clarification, other.clarification)),
        "status": .text(main.status == "keine Angabe" ? other.status : main.status),
      ])
    try writer.delete("massnahme", other.measure)
    return true
  }

  /// Two texts as one, without saying anything twice.
  private func joined(_ a: String?, _ b: String?) -> String? {
    guard let a, let b, a != b else { return a ?? b }
    return "\(a); \(b)"
  }

  private func joinGoals(_ main: Side, _ other: Side) throws(Hinweis) {
    guard other.goal != nil else { return }
    try set(
      "massnahme_ziel", "massnahme = ?4", "ziel NOT IN (SELECT ziel FROM massnahme_ziel WHERE massnahme = ?4)", of: other.measure,
      [.integer(main.measure)])
    try writer.connection.run("DELETE FROM massnahme_ziel WHERE massnahme = ?", [.integer(other.measure)])
  }

  /// Sets columns of the rows of a measure; the values begin with the fourth parameter.
  func set(_ table: String, _ columns: String, _ condition: String, of measure: Int, _ values: [Value]) throws(Hinweis) {
    try writer.connection.run(
      "UPDATE \(table) SET \(columns), seit = ?1, ab = ?2 WHERE massnahme = ?3 AND \(condition)",
      [.integer(writer.change.id), .integer(writer.change.day), .integer(measure)] + values)
  }
}
