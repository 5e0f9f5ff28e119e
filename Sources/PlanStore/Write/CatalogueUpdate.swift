// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Lines that came again, and differ from what the last import read.
extension CatalogueWriter {
  /// Brings an entry and its measure up to date; what the line does not say stays as it is.
  func update(_ entry: Known, _ line: CatalogueLine) throws(Hinweis) -> Outcome {
    let before = writer.connection.totalChanges
    let isShared = (try writer.connection.value("SELECT count(*) FROM eintrag WHERE massnahme = ?", [.integer(entry.measure)])?.integer ?? 1) > 1
    let main = try writer.connection.value("SELECT haupteintrag FROM massnahme WHERE id = ?", [.integer(entry.measure)])?.integer
    let isMain = main == nil || main == entry.id

    try set("eintrag", entry.id, "nr_gelesen", value(line, .numberAsRead))
    try set("eintrag", entry.id, "feldangabe", value(line, .fieldLabel))
    try set("eintrag", entry.id, "handlungsfeld", Value(line.field))
    try set("eintrag", entry.id, "bemerkung", value(line, .remark))
    try set("eintrag", entry.id, "seite", value(line, .page))
    try set("eintrag", entry.id, "verweis", value(line, .reference))
    if isMain {
      try set("massnahme", entry.measure, "text", value(line, .text))
      try set("massnahme", entry.measure, "klaerungsbedarf", value(line, .clarification))
      if !line.isEmpty(.status) { try set("massnahme", entry.measure, "status", value(line, .status)) }
    } else {
      let text = try writer.connection.value("SELECT text FROM massnahme WHERE id = ?", [.integer(entry.measure)])?.text
      try set("eintrag", entry.id, "text", text == line.text(.text) ? .null : .text(line.text(.text)))
    }
    if isShared {
      try set("eintrag", entry.id, "marken", line.isEmpty(.marks) ? .text("{}") : value(line, .marks))
      try set("massnahme", entry.measure, "merkmale", Value(try union(of: entry.measure)))
    } else {
      try set("massnahme", entry.measure, "merkmale", value(line, .marks))
    }
    try updateGoal(entry, line, isShared: isShared, isMain: isMain)
    try updateRoles(entry, line, isShared: isShared)

    try flush()

    let outcome: Outcome = writer.connection.totalChanges == before ? .unchanged : .changed
    // The fingerprint is not what the line says, only how it was written; it follows without being a change of its own.
    if outcome == .changed { try set("eintrag", entry.id, "abdruck", .integer(line.fingerprint)) }
    return outcome
  }

  private func value(_ line: CatalogueLine, _ field: CatalogueLine.Field) -> Value {
    line.isEmpty(field) ? .null : .text(line.text(field))
  }

  /// Writes a column only if it says something else.
  private func set(_ table: String, _ id: Int, _ column: String, _ value: Value) throws(Hinweis) {
    try writer.connection.run(
      "UPDATE \(table) SET \(column) = ?1, seit = ?2, ab = ?3 WHERE id = ?4 AND \(column) IS NOT ?1",
      [value, .integer(writer.change.id), .integer(writer.change.day), .integer(id)])
  }

  private func updateGoal(_ entry: Known, _ line: CatalogueLine, isShared: Bool, isMain: Bool) throws(Hinweis) {
    let goal = try goal(of: line)
    guard isMain else {
      let main = try writer.connection.value(
        "SELECT z.text FROM massnahme_ziel mz JOIN ziel z ON z.id = mz.ziel WHERE mz.massnahme = ? ORDER BY mz.id LIMIT 1", [.integer(entry.measure)])
      return try set("eintrag", entry.id, "zieltext", main?.text == line.text(.goal) ? .null : .text(line.text(.goal)))
    }
    var known: [(link: Int, goal: Int)] = []
    try writer.connection.each("SELECT id, ziel FROM massnahme_ziel WHERE massnahme = ? ORDER BY id", [.integer(entry.measure)]) { (row) throws(Hinweis) in
      known.append((row.integer(0), row.integer(1)))
      return .more
    }
    guard !known.contains(where: { $0.goal == goal }) else { return }
    // The main entry's goal is the first; goals that other entries brought stay.
    if let old = known.first, !isShared || known.count == 1 { try writer.delete("massnahme_ziel", old.link) }
    if let goal { try link(entry.measure, goal) }
  }

  private func updateRoles(_ entry: Known, _ line: CatalogueLine, isShared: Bool) throws(Hinweis) {
    var left = line.roles
    var gone: [Int] = []
    try writer.connection.each(
      "SELECT id, akteur, rolle, angabe, bedingt FROM zustaendigkeit WHERE massnahme = ?1 AND (nur_in = ?2 OR (?3 = 0 AND nur_in IS NULL))",
      [.integer(entry.measure), .integer(entry.id), .integer(isShared ? 1 : 0)]
    ) { (row) throws(Hinweis) in
      let same = left.firstIndex {
        $0.actor == row.integer(1) && $0.role == row.text(2) && $0.asRead == row.value(3).text && $0.isConditional == (row.integer(4) == 1)
      }
      if let same { left.remove(at: same) } else { gone.append(row.integer(0)) }
      return .more
    }
    for id in gone { try writer.delete("zustaendigkeit", id) }
    for role in left {
      // A role that stands in all entries alike is kept once.
      let everywhere = try writer.connection.value(
        "SELECT 1 FROM zustaendigkeit WHERE massnahme = ? AND nur_in IS NULL AND +akteur = ? AND rolle = ?",
        [.integer(entry.measure), .integer(role.actor), .text(role.role)])
      if !isShared || everywhere == nil { try add(role, to: entry.measure, onlyIn: isShared ? entry.id : nil) }
    }
  }

  /// The marks of all entries of a measure together.
  func union(of measure: Int) throws(Hinweis) -> String? {
    var marks: [String] = []
    try writer.connection.each("SELECT marken FROM eintrag WHERE massnahme = ? AND marken IS NOT NULL ORDER BY id", [.integer(measure)]) { (row) throws(Hinweis) in
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
