// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Which entry of the plan a line is: by the id that an export gave it, by its number, by its wording.
extension CatalogueWriter {
  /// An entry as the plan has it.
  struct Known {
    var id: Int
    var measure: Int
    var fingerprint: Int
  }

  /// The entry that a line surely is and that no line of this file was yet.
  func known(_ line: CatalogueLine) throws(Hinweis) -> Known? {
    if let id = line.identity {
      if let entry = try find("e.id = ?2", .integer(id)) { return entry }
      notes.append((.unknownIdentity(id), line.line))
    }
    if !line.isEmpty(.number) { return try find("e.nr = ?2", .text(line.text(.number))) }
    let text: Value = line.isEmpty(.text) ? .null : .text(line.text(.text))
    return try find("e.nr IS NULL AND e.massnahme IN (SELECT id FROM massnahme WHERE text IS ?2)", text)
  }

  private func find(_ condition: String, _ key: Value) throws(Hinweis) -> Known? {
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

  /// Takes the lines that waited: those that say in the same field nearly the same as an entry that the file does not have are that entry.
  func takeWaiting() throws(Hinweis) -> [Outcome] {
    guard !waiting.isEmpty else { return [] }
    var left = NearTexts()
    try writer.connection.each(
      """
      SELECT e.id, e.massnahme, e.abdruck, coalesce(e.text, m.text), e.handlungsfeld, coalesce(e.nr, '') FROM eintrag e JOIN massnahme m ON m.id = e.massnahme
      WHERE e.katalog = ? AND e.id NOT IN (SELECT id FROM temp.getroffen) ORDER BY e.id
      """, [.integer(catalogue)]
    ) { (row) throws(Hinweis) in
      let known = Known(id: row.integer(0), measure: row.integer(1), fingerprint: row.integer(2))
      left.add(known, text: row.text(3), field: row.value(4).integer, number: row.text(5))
      return .more
    }
    var found: [Int: NearTexts.Entry] = [:]
    // What says exactly the same comes before what only comes near.
    for isExact in [true, false] {
      for (index, line) in waiting.enumerated() where found[index] == nil && !line.isEmpty(.text) {
        found[index] = left.take(line.text(.text), field: line.field, isExact: isExact)
      }
    }
    var outcomes: [Outcome] = []
    for (index, line) in waiting.enumerated() {
      guard let entry = found[index] else {
        outcomes.append(try takeNew(line))
        continue
      }
      let number = line.text(.number)
      notes.append((entry.number == number ? .nearly(entry) : .renumbered(entry, number), line.line))
      outcomes.append(try takeAgain(line, entry.known))
    }
    waiting = []
    return outcomes
  }
}

extension Hinweis {
  fileprivate static func unknownIdentity(_ id: Int) -> Hinweis {
    Hinweis("die Kennung \(id) hat im Katalog kein Eintrag, oder die Datei nennt sie zweimal; Nummer und Wortlaut entscheiden").grade(
      .warnung
    )
    .rule("kennung-unbekannt")
  }

  fileprivate static func renumbered(_ entry: NearTexts.Entry, _ number: String) -> Hinweis {
    Hinweis("Eintrag \(entry.number.isEmpty ? "ohne Nummer" : entry.number) am Wortlaut wiedererkannt; er hat jetzt die Nummer \(number)")
      .grade(.hinweis)
      .rule("am-wortlaut-erkannt")
  }

  fileprivate static func nearly(_ entry: NearTexts.Entry) -> Hinweis {
    Hinweis("am ähnlichen Wortlaut wiedererkannt; bisher: \(entry.text)").grade(.hinweis).rule("am-wortlaut-erkannt")
  }
}
