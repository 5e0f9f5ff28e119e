// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// The lines of a catalogue with all that a layout may show of them.
public enum CatalogueColumn: Int, CaseIterable, Sendable {
  case number, fieldLabel, goal, text, remark, clarification, status
  /// Marks as `attribute␜value␜mark`, ended by ␝.
  case marks
  /// Roles as `role␜column␜mark␜actor`, ended by ␝; the column is that of the layout, the mark empty for a plain cross.
  case roles
  /// The ids of the entry and of its measure.
  case entry, measure
  /// Letters for what the entry says itself, and not its measure: `t` text, `z` goal, `k` clarification; `m` where the measure has several entries.
  case own

  /// Stands between the parts of a mark or role (U+001C).
  public static let part: Character = "\u{1C}"
  /// Stands between marks or roles (U+001D).
  public static let end: Character = "\u{1D}"
}

/// What else a layout may show of a line, behind the columns of `CatalogueColumn`.
public enum CatalogueExtra: Hashable, Sendable {
  /// A column of the measure.
  case measure(String)
  /// A column of the measure's last Sachstand of a day or year; of all where the day is empty.
  case report(String, day: String)
  /// A column of the measure's Mittel of a year; of those without one where the year is empty.
  case funds(String, year: String)
  /// The day and the text of the measure's last Sachstand: `03.05.2018: text`.
  case lastReport
}

extension PlanStore {
  /// The lines of a catalogue in their order; the columns are those of `CatalogueColumn`, then the extras.
  ///
  /// - Parameter entries: ids of the only lines that are wanted; nil for all.
  public func catalogueRows(_ catalogue: Int, extras: [CatalogueExtra] = [], entries: [Int]? = nil) throws(Hinweis) -> any RowSource {
    try StatementRows(self) { (store) throws(Hinweis) in
      let some = entries == nil ? "" : " AND e.id IN (SELECT value FROM json_each(?2))"
      let sql = try store.catalogueSQL(extras) + " WHERE e.katalog = ?1\(some) ORDER BY e.id"
      return (sql, [.integer(catalogue)] + (entries.map { [.json($0)] } ?? []))
    }
  }

  private func catalogueSQL(_ extras: [CatalogueExtra]) throws(Hinweis) -> String {
    var more = ""
    for extra in extras { more += ",\n  \(try sql(extra))" }
    return try """
    SELECT e.nr, coalesce(e.feldangabe, (SELECT name FROM \(name("handlungsfeld")) f WHERE f.id = e.handlungsfeld)),
      CASE WHEN e.zieltext IS NOT NULL THEN e.zieltext ELSE (
        SELECT group_concat(z.text, '; ') FROM \(name("massnahme_ziel", by: "massnahme")) mz JOIN \(name("ziel")) z ON z.id = mz.ziel WHERE mz.massnahme = m.id) END,
      CASE WHEN e.text IS NOT NULL THEN e.text ELSE m.text END,
      e.bemerkung, CASE WHEN e.klaerungsbedarf IS NOT NULL THEN e.klaerungsbedarf ELSE m.klaerungsbedarf END, nullif(m.status, 'keine Angabe'),
      (SELECT group_concat(a.key || char(28) || w.key || char(28) || w.value, char(29)) FROM json_each(coalesce(e.marken, m.merkmale)) a, json_each(a.value) w),
      (SELECT group_concat(r.rolle || char(28) || coalesce(r.spalte, '') || char(28) || coalesce(r.angabe, '') || char(28) || coalesce(k.kuerzel, k.name), char(29))
        FROM \(name("zustaendigkeit", by: "massnahme")) r JOIN \(name("akteur")) k ON k.id = r.akteur WHERE r.massnahme = m.id AND (r.nur_in IS NULL OR r.nur_in = e.id)),
      e.id, m.id, iif(e.text IS NULL, '', 't') || iif(e.zieltext IS NULL, '', 'z') || iif(e.klaerungsbedarf IS NULL, '', 'k')
        || iif(EXISTS (SELECT 1 FROM \(name("eintrag", by: "massnahme")) o WHERE o.massnahme = m.id AND o.id <> e.id), 'm', '')\(more)
    FROM \(name("eintrag")) e JOIN \(name("massnahme")) m ON m.id = e.massnahme
    """
  }

  private func sql(_ extra: CatalogueExtra) throws(Hinweis) -> String {
    switch extra {
    case .measure(let column): return try shown("m", column, of: "maßnahme")
    case .report(let column, let day):
      // A year means the last of its days on which anybody said something.
      let date = Datum(day)
      let days = date.map { "AND s.datum BETWEEN \($0.firstDay) AND \($0.lastDay)" } ?? ""
      let value = try shown("s", column, of: "sachstand")
      let table = try name("sachstand", by: "massnahme")
      return """
        (SELECT \(value) FROM \(table) s WHERE s.massnahme = m.id \(days) AND \(value) IS NOT NULL ORDER BY s.datum DESC, s.id DESC LIMIT 1)
        """
    case .lastReport:
      return """
        (SELECT printf('%02d.%02d.%04d: ', s.datum % 100, s.datum / 100 % 100, s.datum / 10000) || s.text
          FROM \(try name("sachstand", by: "massnahme")) s WHERE s.massnahme = m.id AND s.text IS NOT NULL ORDER BY s.datum DESC, s.id DESC LIMIT 1)
        """
    case .funds(let column, let year):
      let years = Datum(year).map { "s.jahr = '\($0.iso)'" } ?? "s.jahr IS NULL"
      let value = try shown("s", column, of: "mittel")
      return "(SELECT group_concat(\(value), '; ') FROM \(try name("mittel", by: "massnahme")) s WHERE s.massnahme = m.id AND \(years))"
    }
  }

  /// SQL for a column of a thing as a table shows it; NULL where the noun has no such column.
  private func shown(_ alias: String, _ word: String, of nounWord: String) throws(Hinweis) -> String {
    guard let noun = try noun(nounWord), let column = noun.column(word) else { return "NULL" }
    let value = "\(alias).\(Schema.name(column))"
    switch (column.source, column.kind) {
    case (.stored, .thing(let plural)):
      guard let other = try self.noun(plural) else { return "NULL" }
      return try Resolver(store: self).label(other, of: value)
    case (.stored, .day): return "printf('%04d-%02d-%02d', \(value) / 10000, \(value) / 100 % 100, \(value) % 100)".nullIfEmpty(value)
    case (.stored, _): return value
    case (.collected(let collection), _):
      guard let other = try self.noun(collection.noun), let shown = other.column(collection.shows), shown.source == .stored,
        let by = other.column(collection.by)
      else { return "NULL" }
      var text = "c.\(Schema.name(shown))"
      if case .thing(let plural) = shown.kind, let third = try self.noun(plural) { text = try Resolver(store: self).label(third, of: text) }
      let only = collection.only.map { " AND " + $0.sql("c.") } ?? ""
      let table = try name(other.table, by: Schema.name(by))
      return "(SELECT group_concat(\(text), '; ') FROM \(table) c WHERE c.\(Schema.name(by)) = \(alias).id\(only))"
    // Marks of attributes are columns of the catalogue itself.
    default: return "NULL"
    }
  }

  /// Who holds a function now; nil if nobody is known to.
  public func holder(of function: String) throws(Hinweis) -> String? {
    try connection.value(
      """
      SELECT p.name FROM \(name("besetzung", by: "funktion")) b JOIN \(name("akteur")) p ON p.id = b.person JOIN \(name("akteur")) f ON f.id = b.funktion
      WHERE f.name = ? AND b.gueltig_bis IS NULL ORDER BY b.id DESC LIMIT 1
      """, [.text(function)])?.text
  }
}

extension String {
  /// SQL that is NULL where a value is.
  fileprivate func nullIfEmpty(_ value: String) -> String { "CASE WHEN \(value) IS NOT NULL THEN \(self) END" }
}
