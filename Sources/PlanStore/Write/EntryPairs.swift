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

  /// Entries of the same number under the field, or with the number, that a reference names.
  private func partners(of entry: Int, reference: String, field: (String) throws(Hinweis) -> Int?) throws(Hinweis) -> [Int] {
    let number = reference.hasPrefix("Nr. ") ? String(reference.dropFirst(4)) : nil
    let wanted = number == nil ? try field(reference) : nil
    guard number != nil || wanted != nil else { return [] }
    var found: [Int] = []
    try writer.connection.each(
      """
      SELECT o.id, o.handlungsfeld, o.nr, o.feldangabe FROM eintrag e
      JOIN massnahme m ON m.id = e.massnahme
      JOIN massnahme n ON n.stamm = m.stamm
      JOIN eintrag o ON o.massnahme = n.id AND o.katalog = e.katalog AND o.id <> e.id
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

  private struct Side {
    var entry: Int
    var measure: Int
    var text: String?
    var number: String
    var marks: String?
    var goal: String?
  }

  private func side(_ entry: Int) throws(Hinweis) -> Side? {
    var side: Side?
    try writer.connection.each(
      """
      SELECT m.id, m.text, coalesce(h.nr, ''), m.merkmale, h.id,
        (SELECT z.text FROM massnahme_ziel mz JOIN ziel z ON z.id = mz.ziel WHERE mz.massnahme = m.id ORDER BY mz.id LIMIT 1)
      FROM eintrag e JOIN massnahme m ON m.id = e.massnahme JOIN eintrag h ON h.id = coalesce(m.haupteintrag, e.id) WHERE e.id = ?
      """, [.integer(entry)]
    ) { (row) throws(Hinweis) in
      side = Side(
        entry: row.integer(4), measure: row.integer(0), text: row.value(1).text, number: row.text(2), marks: row.value(3).text, goal: row.value(5).text)
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
    try run("UPDATE eintrag SET marken = ?, seit = ?, ab = ? WHERE massnahme = ? AND marken IS NULL", [.text(main.marks ?? "{}")], main.measure)
    try run("UPDATE eintrag SET marken = ?, seit = ?, ab = ? WHERE massnahme = ? AND marken IS NULL", [.text(other.marks ?? "{}")], other.measure)
    // An entry's own wording is kept where it differs; NULL says: as the measure has it.
    if other.text != main.text {
      try run("UPDATE eintrag SET text = coalesce(text, ?), seit = ?, ab = ? WHERE massnahme = ?", [.text(other.text ?? "")], other.measure)
    }
    if other.goal != main.goal {
      try run("UPDATE eintrag SET zieltext = coalesce(zieltext, ?), seit = ?, ab = ? WHERE massnahme = ?", [.text(other.goal ?? "")], other.measure)
    }
    try joinRoles(main, other)
    try run(
      "UPDATE massnahme_ziel SET massnahme = ?, seit = ?, ab = ? WHERE massnahme = ? AND ziel NOT IN (SELECT ziel FROM massnahme_ziel WHERE massnahme = ?1)",
      [.integer(main.measure)], other.measure)
    try writer.connection.run("DELETE FROM massnahme_ziel WHERE massnahme = ?", [.integer(other.measure)])
    try run("UPDATE eintrag SET massnahme = ?, seit = ?, ab = ? WHERE massnahme = ?", [.integer(main.measure)], other.measure)
    let clarification = try writer.connection.value(
      "SELECT coalesce(a.klaerungsbedarf, b.klaerungsbedarf) FROM massnahme a, massnahme b WHERE a.id = ? AND b.id = ?",
      [.integer(main.measure), .integer(other.measure)])
    try writer.update("massnahme", main.measure, ["haupteintrag": .integer(main.entry), "merkmale": Value(try merged(main.marks, other.marks)), "klaerungsbedarf": clarification ?? .null])
    try writer.delete("massnahme", other.measure)
    return true
  }

  /// Roles that both have are kept once and stand for all entries; the others say in which entry they stand.
  private func joinRoles(_ main: Side, _ other: Side) throws(Hinweis) {
    let same = "SELECT 1 FROM zustaendigkeit b WHERE b.massnahme = ?5 AND b.nur_in IS NULL AND b.akteur = zustaendigkeit.akteur AND b.rolle = zustaendigkeit.rolle"
    try writer.connection.run(
      "UPDATE zustaendigkeit SET nur_in = ?1, seit = ?2, ab = ?3 WHERE massnahme = ?4 AND nur_in IS NULL AND NOT EXISTS (\(same))",
      [.integer(main.entry), .integer(writer.change.id), .integer(writer.change.day), .integer(main.measure), .integer(other.measure)])
    try writer.connection.run(
      """
      DELETE FROM zustaendigkeit WHERE massnahme = ?2 AND nur_in IS NULL AND EXISTS (
        SELECT 1 FROM zustaendigkeit a WHERE a.massnahme = ?1 AND a.nur_in IS NULL AND a.akteur = zustaendigkeit.akteur AND a.rolle = zustaendigkeit.rolle)
      """, [.integer(main.measure), .integer(other.measure)])
    try run("UPDATE zustaendigkeit SET nur_in = ?, seit = ?, ab = ? WHERE massnahme = ? AND nur_in IS NULL", [.integer(other.entry)], other.measure)
    try run("UPDATE zustaendigkeit SET massnahme = ?, seit = ?, ab = ? WHERE massnahme = ?", [.integer(main.measure)], other.measure)
  }

  /// Runs an update with its first value, the change, and the measure that it is about.
  private func run(_ sql: String, _ values: [Value], _ measure: Int) throws(Hinweis) {
    try writer.connection.run(sql, values + [.integer(writer.change.id), .integer(writer.change.day), .integer(measure)])
  }
}
