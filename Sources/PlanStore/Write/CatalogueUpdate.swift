// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Lines that came again, and differ from what the last import read.
extension CatalogueWriter {
  /// Brings an entry and its measure up to date; what the line does not say stays as it is.
  func update(_ entry: Known, _ line: CatalogueLine) throws(Hinweis) -> Outcome {
    let before = writer.connection.totalChanges
    let isShared =
      (try writer.connection.value("SELECT count(*) FROM eintrag WHERE massnahme = ?", [.integer(entry.measure)])?.integer ?? 1) > 1
    let main = try writer.connection.value("SELECT haupteintrag FROM massnahme WHERE id = ?", [.integer(entry.measure)])?.integer
    let isMain = main == nil || main == entry.id

    func setEntry(_ column: String, _ value: Value, as name: String? = nil) throws(Hinweis) {
      try set("eintrag", entry.id, column, value, of: entry, as: name)
    }
    func setMeasure(_ column: String, _ value: Value, as name: String? = nil) throws(Hinweis) {
      try set("massnahme", entry.measure, column, value, of: entry, as: name)
    }
    let number = try writer.connection.value("SELECT nr FROM eintrag WHERE id = ?", [.integer(entry.id)])?.text
    try setEntry("nr", value(line, .number), as: "nr")
    if isMain { try setMeasure("stamm", value(line, .stem)) }
    // kip's own files give a number as it was understood; how the first file wrote it is still true.
    let isOwnNumber = line.identity != nil && line.isEmpty(.numberAsRead) && number == line.text(.number)
    if !isOwnNumber { try setEntry("nr_gelesen", value(line, .numberAsRead)) }
    try setEntry("feldangabe", value(line, .fieldLabel), as: "handlungsfeld")
    try setEntry("handlungsfeld", Value(line.field))
    try setEntry("bemerkung", value(line, .remark), as: "bemerkung")
    try setEntry("seite", value(line, .page))
    try setEntry("verweis", value(line, .reference))
    if isMain {
      let before = try writer.connection.value("SELECT text FROM massnahme WHERE id = ?", [.integer(entry.measure)])?.text
      if let before, !line.isEmpty(.text), line.identity == nil, NearTexts.areFar(before, line.text(.text)) {
        notes.append((.otherMeasure(line.text(.number), before), line.line))
      }
      if isShared { try keepWording(of: entry, line) }
      try setMeasure("text", value(line, .text), as: "text")
      if !line.isEmpty(.status) { try setMeasure("status", value(line, .status), as: "status") }
      for (column, value) in zip(columns.stored, line.stored) where column.target?.table != "massnahme" {
        try setMeasure(Schema.name(column), value, as: column.name)
      }
    } else {
      let text = try writer.connection.value("SELECT text FROM massnahme WHERE id = ?", [.integer(entry.measure)])?.text
      try setEntry("text", text ?? "" == line.text(.text) ? .null : .text(line.text(.text)), as: "text")
    }
    if isShared {
      try setEntry("marken", line.isEmpty(.marks) ? .text("{}") : value(line, .marks), as: "merkmale")
      _ = try writer.setStored("massnahme", entry.measure, [("merkmale", Value(try union(of: entry.measure)))])
      try setEntry("klaerungsbedarf", .text(line.text(.clarification)), as: "klärungsbedarf")
      _ = try writer.setStored("massnahme", entry.measure, [("klaerungsbedarf", try clarification(of: entry.measure))])
    } else {
      try setMeasure("klaerungsbedarf", value(line, .clarification), as: "klärungsbedarf")
      try setMeasure("merkmale", value(line, .marks), as: "merkmale")
    }
    try updateGoal(entry, line, isShared: isShared)
    try updateRoles(entry, line, isShared: isShared)
    if isMain || !line.parts.isEmpty || !line.links.isEmpty { try updateParts(entry, line) }

    try flush()

    let outcome: Outcome = writer.connection.totalChanges == before ? .unchanged : .changed
    // The fingerprint is not what the line says, only how it was written; it and the place follow without being a change of their own.
    if outcome == .changed {
      try writer.update(
        "eintrag", entry.id, ["abdruck": .integer(line.fingerprint), "quelle": .integer(source), "zeile": .integer(line.line)])
    }
    return outcome
  }

  private func value(_ line: CatalogueLine, _ field: CatalogueLine.Field) -> Value {
    line.isEmpty(field) ? .null : .text(line.text(field))
  }

  /// Other entries keep the wording that they had, though the measure gets that of its main entry.
  private func keepWording(of entry: Known, _ line: CatalogueLine) throws(Hinweis) {
    try writer.connection.run(
      """
      UPDATE eintrag SET text = CASE WHEN text IS NULL THEN (SELECT coalesce(m.text, '') FROM massnahme m WHERE m.id = ?1) END, seit = ?2, ab = ?3
      WHERE massnahme = ?1 AND id <> ?4 AND (text = ?5 OR text IS NULL AND (SELECT coalesce(m.text, '') FROM massnahme m WHERE m.id = ?1) <> ?5)
      """,
      [.integer(entry.measure), .integer(writer.change.id), .integer(writer.change.day), .integer(entry.id), .text(line.text(.text))])
  }

  private func updateGoal(_ entry: Known, _ line: CatalogueLine, isShared: Bool) throws(Hinweis) {
    var known: [(link: Int, goal: Int, text: String)] = []
    try writer.connection.each(
      "SELECT mz.id, z.id, z.text FROM massnahme_ziel mz JOIN ziel z ON z.id = mz.ziel WHERE mz.massnahme = ? ORDER BY mz.id",
      [.integer(entry.measure)]
    ) { (row) throws(Hinweis) in
      known.append((row.integer(0), row.integer(1), row.text(2)))
      return .more
    }
    let all = known.map(\.text).joined(separator: "; ")
    let before = try writer.connection.value("SELECT zieltext FROM eintrag WHERE id = ?", [.integer(entry.id)])?.text ?? all
    guard before != line.text(.goal) else { return }
    note(entry, "ziel", before.isEmpty ? nil : before, line.isEmpty(.goal) ? nil : line.text(.goal))
    if isShared {
      // From now on the entries differ, so each says its own.
      try writer.connection.run(
        "UPDATE eintrag SET zieltext = ?1, seit = ?2, ab = ?3 WHERE massnahme = ?4 AND zieltext IS NULL AND id <> ?5",
        [.text(all), .integer(writer.change.id), .integer(writer.change.day), .integer(entry.measure), .integer(entry.id)])
      try set("eintrag", entry.id, "zieltext", .text(line.text(.goal)), of: entry, as: nil)
    }
    let isStated = "SELECT 1 FROM eintrag WHERE massnahme = ? AND zieltext = ? LIMIT 1"
    let stated = isShared ? try writer.connection.value(isStated, [.integer(entry.measure), .text(before)]) : nil
    if stated == nil, let old = known.first(where: { $0.text == before }) {
      try writer.delete("massnahme_ziel", old.link)
    }
    if let goal = try goal(of: line), !known.contains(where: { $0.goal == goal }) { try link(entry.measure, goal) }
  }

  /// What all entries of a measure want to have clarified, the main entry first.
  private func clarification(of measure: Int) throws(Hinweis) -> Value {
    try writer.connection.value(
      """
      SELECT group_concat(k, '; ') FROM (
        SELECT nullif(e.klaerungsbedarf, '') AS k FROM eintrag e JOIN massnahme m ON m.id = e.massnahme WHERE m.id = ?
        GROUP BY k ORDER BY min(e.id <> m.haupteintrag), min(e.id))
      """, [.integer(measure)]) ?? .null
  }

  /// The marks of all entries of a measure together.
  func union(of measure: Int) throws(Hinweis) -> String? {
    var marks: [String] = []
    try writer.connection.each("SELECT marken FROM eintrag WHERE massnahme = ? AND marken IS NOT NULL ORDER BY id", [.integer(measure)]) {
      (row) throws(Hinweis) in
      marks.append(row.text(0))
      return .more
    }
    var all: String?
    for one in marks { all = try merged(all, one) }
    return all
  }

  /// Two sets of marks as one; where both have a value the first one's mark counts.
  func merged(_ a: String?, _ b: String?) throws(Hinweis) -> String? {
    guard let a, a != "{}" else { return b == "{}" ? nil : b }
    guard let b, b != "{}" else { return a }
    // The attributes stand in the order of their names, so that the same marks are always the same text.
    return try writer.connection.value(
      """
      SELECT json_group_object(merkmal, json(werte)) FROM (
        SELECT merkmal, json_group_object(wert, marke) AS werte FROM (
          SELECT m.key AS merkmal, w.key AS wert, w.value AS marke, q.rang, w.id AS platz
          FROM (SELECT 1 AS rang, ?1 AS marken UNION ALL SELECT 2, ?2) q, json_each(q.marken) m, json_each(m.value) w
          GROUP BY merkmal, wert HAVING q.rang = min(q.rang) ORDER BY merkmal, q.rang, platz
        ) GROUP BY merkmal ORDER BY merkmal
      )
      """, [.text(a), .text(b)])?.text
  }
}

extension Hinweis {
  fileprivate static func otherMeasure(_ number: String, _ before: String) -> Hinweis {
    Hinweis("\(number.isEmpty ? "die Zeile" : "Nummer \(number)") sagt jetzt etwas ganz anderes; bisher: \(before)").grade(.warnung)
      .rule("nummer-neu-vergeben").help("eine neue Fassung in einen eigenen Katalog einlesen: importiere … katalog NAME")
  }
}
