// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Roles of measures with several entries: one that stands alike in all of them is kept once, any other says in which entry it stands.
extension CatalogueWriter {
  /// A role as the plan has it.
  private struct KnownRole {
    var id: Int
    var role: CatalogueLine.Role
    var isEverywhere: Bool
    /// The change that made it what it is.
    var since: Int

    func isSame(as other: CatalogueLine.Role) -> Bool {
      role.actor == other.actor && role.role == other.role && role.asRead == other.asRead && role.isConditional == other.isConditional
        && role.column == other.column
    }
  }

  /// The roles of a measure that stand in one entry or in all.
  private func roles(of measure: Int, in entry: Int) throws(Hinweis) -> [KnownRole] {
    var roles: [KnownRole] = []
    try writer.connection.each(
      "SELECT id, rolle, akteur, angabe, coalesce(spalte, -1), bedingt, nur_in IS NULL, seit FROM zustaendigkeit WHERE massnahme = ? AND (nur_in = ? OR nur_in IS NULL)",
      [.integer(measure), .integer(entry)]
    ) { (row) throws(Hinweis) in
      let role = CatalogueLine.Role(
        row.text(1), actor: row.integer(2), asRead: row.value(3).text, column: row.integer(4), isConditional: row.integer(5) == 1)
      roles.append(KnownRole(id: row.integer(0), role: role, isEverywhere: row.integer(6) == 1, since: row.integer(7)))
      return .more
    }
    return roles
  }

  // MARK: Joining

  /// Brings the roles of two measures together in the first.
  func joinRoles(_ main: Side, _ other: Side) throws(Hinweis) {
    func alike(_ measure: Int) -> String {
      """
      EXISTS (SELECT 1 FROM zustaendigkeit b WHERE b.massnahme = ?\(measure) AND b.nur_in IS NULL AND +b.akteur = zustaendigkeit.akteur AND b.rolle = zustaendigkeit.rolle
        AND b.angabe IS zustaendigkeit.angabe AND b.bedingt = zustaendigkeit.bedingt AND b.spalte IS zustaendigkeit.spalte)
      """
    }
    if main.isShared { try spread(main, besides: other) }
    try set(
      "zustaendigkeit", "nur_in = ?4", "nur_in IS NULL AND NOT \(alike(5))", of: main.measure,
      [.integer(main.entry), .integer(other.measure)])
    if other.isShared { try spread(other, besides: main) }
    try writer.connection.run(
      "DELETE FROM zustaendigkeit WHERE massnahme = ?2 AND nur_in IS NULL AND \(alike(1))",
      [.integer(main.measure), .integer(other.measure)])
    try set(
      "zustaendigkeit", "nur_in = coalesce(nur_in, ?4), massnahme = ?5", "1", of: other.measure,
      [.integer(other.entry), .integer(main.measure)])
  }

  /// Gives each entry of a joined measure its own copy of the roles that all of them have and another measure has not.
  private func spread(_ side: Side, besides other: Side) throws(Hinweis) {
    let others = try roles(of: other.measure, in: 0)
    for known in try roles(of: side.measure, in: 0) where !others.contains(where: { $0.isSame(as: known.role) }) {
      try copy(known.role, of: side.measure, besides: side.entry)
    }
    try flush()
  }

  /// Gives a role to all entries of a measure but one.
  private func copy(_ role: CatalogueLine.Role, of measure: Int, besides entry: Int) throws(Hinweis) {
    var entries: [Int] = []
    try writer.connection.each("SELECT id FROM eintrag WHERE massnahme = ? AND id <> ?", [.integer(measure), .integer(entry)]) {
      (row) throws(Hinweis) in
      entries.append(row.integer(0))
      return .more
    }
    for entry in entries { try add(role, to: measure, onlyIn: entry) }
  }

  // MARK: Lines that came again

  /// Brings the roles of an entry up to date; those of the measure's other entries stay.
  func updateRoles(_ entry: Known, _ line: CatalogueLine, isShared: Bool) throws(Hinweis) {
    var left = line.roles
    var gone: [KnownRole] = []
    for known in try roles(of: entry.measure, in: entry.id) {
      if let same = left.firstIndex(where: known.isSame) { left.remove(at: same) } else { gone.append(known) }
    }
    // Who was named in the plan since the last import stays, whatever the file says.
    let base = try lastImport(of: entry)
    gone.removeAll { $0.since > base && $0.role.column < 0 }
    for known in gone { note(entry, known.role.role, try shown(known.role), nil) }
    for role in left { note(entry, role.role, nil, try shown(role)) }
    for known in gone {
      if known.isEverywhere && isShared { try copy(known.role, of: entry.measure, besides: entry.id) }
      try writer.delete("zustaendigkeit", known.id)
    }
    for role in left {
      if isShared, try becameCommon(role, entry) { continue }
      try add(role, to: entry.measure, onlyIn: isShared ? entry.id : nil)
    }
  }

  private func shown(_ role: CatalogueLine.Role) throws(Hinweis) -> String? {
    try writer.connection.value("SELECT coalesce(kuerzel, name) FROM akteur WHERE id = ?", [.integer(role.actor)])?.text
  }

  /// Keeps a role of an entry once for the whole measure, if each of its other entries has it; false if one has it not.
  private func becameCommon(_ role: CatalogueLine.Role, _ entry: Known) throws(Hinweis) -> Bool {
    try flush()
    var same: [Int] = []
    var entries = 0
    try writer.connection.each(
      """
      SELECT (SELECT z.id FROM zustaendigkeit z WHERE z.massnahme = e.massnahme AND z.nur_in = e.id AND +z.akteur = ?3 AND z.rolle = ?4 AND z.angabe IS ?5
        AND z.bedingt = ?6 AND z.spalte IS ?7) FROM eintrag e WHERE e.massnahme = ?1 AND e.id <> ?2
      """,
      [
        .integer(entry.measure), .integer(entry.id), .integer(role.actor), .text(role.role), Value(role.asRead),
        .integer(role.isConditional ? 1 : 0),
        .integer(role.column),
      ]
    ) { (row) throws(Hinweis) in
      entries += 1
      if let id = row.value(0).integer { same.append(id) }
      return .more
    }
    guard let first = same.first, same.count == entries else { return false }
    try writer.update("zustaendigkeit", first, ["nur_in": .null])
    for id in same.dropFirst() { try writer.delete("zustaendigkeit", id) }
    return true
  }
}
