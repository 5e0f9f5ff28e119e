// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// The lines of a catalogue with all that a layout may show of them.
public enum CatalogueColumn: Int, CaseIterable, Sendable {
  case number, fieldLabel, goal, text, remark, clarification, status
  /// Marks as `attribute␜value␜mark`, ended by ␝.
  case marks
  /// Roles as `role␜column␜mark␜actor`, ended by ␝; the column is that of the layout, the mark empty for a plain cross.
  case roles

  /// Stands between the parts of a mark or role (U+001C).
  public static let part: Character = "\u{1C}"
  /// Stands between marks or roles (U+001D).
  public static let end: Character = "\u{1D}"
}

extension PlanStore {
  /// The lines of a catalogue in their order; the columns are those of `CatalogueColumn`.
  public func catalogueRows(_ catalogue: Int) throws(Hinweis) -> any RowSource {
    try StatementRows(self) { (store) throws(Hinweis) in (try store.catalogueSQL(), [.integer(catalogue)]) }
  }

  private func catalogueSQL() throws(Hinweis) -> String {
    try """
    SELECT e.nr, coalesce(e.feldangabe, (SELECT name FROM \(name("handlungsfeld")) f WHERE f.id = e.handlungsfeld)),
      CASE WHEN e.zieltext IS NOT NULL THEN e.zieltext ELSE (
        SELECT group_concat(z.text, '; ') FROM \(name("massnahme_ziel", by: "massnahme")) mz JOIN \(name("ziel")) z ON z.id = mz.ziel WHERE mz.massnahme = m.id) END,
      CASE WHEN e.text IS NOT NULL THEN e.text ELSE m.text END,
      e.bemerkung, CASE WHEN e.klaerungsbedarf IS NOT NULL THEN e.klaerungsbedarf ELSE m.klaerungsbedarf END, nullif(m.status, 'keine Angabe'),
      (SELECT group_concat(a.key || char(28) || w.key || char(28) || w.value, char(29)) FROM json_each(coalesce(e.marken, m.merkmale)) a, json_each(a.value) w),
      (SELECT group_concat(r.rolle || char(28) || coalesce(r.spalte, '') || char(28) || coalesce(r.angabe, '') || char(28) || coalesce(k.kuerzel, k.name), char(29))
        FROM \(name("zustaendigkeit", by: "massnahme")) r JOIN \(name("akteur")) k ON k.id = r.akteur WHERE r.massnahme = m.id AND (r.nur_in IS NULL OR r.nur_in = e.id))
    FROM \(name("eintrag")) e JOIN \(name("massnahme")) m ON m.id = e.massnahme WHERE e.katalog = ? ORDER BY e.id
    """
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
