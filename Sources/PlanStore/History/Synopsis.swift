// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

extension PlanStore {
  /// Sets two Fassungen side by side: afterwards the noun `gegenüberstellungen` has a line for every measure of either.
  ///
  /// A measure of one is that of the other if it is the same thing, or if an Überführung leads from one to the other.
  public func compare(_ old: Edition, _ new: Edition) throws(Hinweis) {
    try connection.makingTemporary { () throws(Hinweis) in try setSideBySide(old, new) }
  }

  private func setSideBySide(_ old: Edition, _ new: Edition) throws(Hinweis) {
    guard let noun = Kernel.noun("gegenüberstellung") else { return }
    try makeEmpty(noun)
    try sheets(old, "blatt_alt")
    try sheets(new, "blatt_neu")
    // What was transferred after the new Fassung was closed does not belong to it.
    let transfers = try at(exactly: new.moment) { () throws(Hinweis) in try name("ueberfuehrung") }
    try pair(transfers)
    let differs = { (column: String) in "a.\(column) IS NOT b.\(column)" }
    let parts = [("Nr", "nr"), ("Handlungsfeld", "feld"), ("Text", "text"), ("Ziel", "ziel"), ("Federführung", "hut")]
    let what = parts.map { "CASE WHEN \(differs($0.1)) THEN ', \($0.0)' ELSE '' END" }.joined(separator: " || ")
    try connection.execute(
      """
      INSERT INTO temp.\(noun.table) (art, was, alte_nr, alter_text, altes_feld, neue_nr, neuer_text, neues_feld, grund)
      SELECT CASE WHEN p.alt IS NULL THEN 'neu' WHEN p.neu IS NULL THEN 'entfallen' WHEN p.art IN ('zusammengelegt', 'geteilt') THEN p.art
          WHEN \(differs("feld")) THEN 'verschoben' WHEN \(differs("nr")) THEN 'umnummeriert'
          WHEN \(differs("text")) OR \(differs("ziel")) OR \(differs("hut")) THEN 'geändert' ELSE 'unverändert' END,
        CASE WHEN p.alt IS NOT NULL AND p.neu IS NOT NULL THEN nullif(substr(\(what), 3), '') END,
        a.nr, a.text, a.feld, b.nr, b.text, b.feld, p.grund
      FROM temp.paar p LEFT JOIN temp.blatt_alt a ON a.id = p.alt LEFT JOIN temp.blatt_neu b ON b.id = p.neu
      ORDER BY b.nr IS NULL, kip_natural(coalesce(b.nr, a.nr)), kip_natural(a.nr)
      """)
  }

  /// What the measures of a Fassung say; those of its Kataloge, if it has any of its own.
  private func sheets(_ edition: Edition, _ table: String) throws(Hinweis) {
    try at(exactly: edition.moment) { () throws(Hinweis) in
      let (entry, field, measure) = (try name("eintrag", by: "massnahme"), try name("handlungsfeld"), try name("massnahme"))
      let (catalogue, role, actor) = (try name("katalog"), try name("zustaendigkeit", by: "massnahme"), try name("akteur"))
      let (goals, goal) = (try name("massnahme_ziel", by: "massnahme"), try name("ziel"))
      let own = "SELECT id FROM \(catalogue) WHERE fassung = \(edition.id ?? 0)"
      let ofMeasure = "e.massnahme = m.id AND (e.katalog IN (\(own)) OR NOT EXISTS (\(own)))"
      let entries = "\(entry) e WHERE \(ofMeasure)"
      func list(_ value: String, _ from: String) -> String {
        "(SELECT group_concat(w, '; ') FROM (SELECT DISTINCT \(value) AS w FROM \(from) ORDER BY 1))"
      }
      try connection.execute(
        """
        DROP TABLE IF EXISTS temp.\(table);
        CREATE TEMP TABLE \(table) (id INTEGER PRIMARY KEY, nr TEXT, text TEXT, feld TEXT, ziel TEXT, hut TEXT);
        INSERT INTO temp.\(table) SELECT m.id,
          \(list("e.nr", entries)), m.text, \(list("f.name", "\(entry) e JOIN \(field) f ON f.id = e.handlungsfeld WHERE \(ofMeasure)")),
          \(list("z.text", "\(goals) g JOIN \(goal) z ON z.id = g.ziel WHERE g.massnahme = m.id")),
          \(list("coalesce(k.kuerzel, k.name)", "\(role) r JOIN \(actor) k ON k.id = r.akteur WHERE r.massnahme = m.id AND r.rolle = 'federführung'"))
        FROM \(measure) m WHERE NOT EXISTS (\(own)) OR EXISTS (SELECT 1 FROM \(entries))
        """)
    }
  }

  /// Which measure of one became which of the other.
  private func pair(_ transfers: String) throws(Hinweis) {
    try connection.execute(
      """
      DROP TABLE IF EXISTS temp.paar;
      CREATE TEMP TABLE paar (alt INTEGER, neu INTEGER, art TEXT, grund TEXT);
      INSERT INTO temp.paar SELECT u.alt, u.neu, u.art, max(u.grund) FROM \(transfers) u JOIN temp.blatt_alt a ON a.id = u.alt
        JOIN temp.blatt_neu b ON b.id = u.neu GROUP BY u.alt, u.neu;
      INSERT INTO temp.paar SELECT a.id, b.id, NULL, NULL FROM temp.blatt_alt a JOIN temp.blatt_neu b ON b.id = a.id
        WHERE a.id NOT IN (SELECT alt FROM temp.paar);
      INSERT INTO temp.paar SELECT a.id, NULL, 'entfallen', (SELECT u.grund FROM \(transfers) u WHERE u.alt = a.id AND u.neu IS NULL) FROM temp.blatt_alt a
        WHERE a.id NOT IN (SELECT alt FROM temp.paar);
      INSERT INTO temp.paar SELECT NULL, b.id, NULL, NULL FROM temp.blatt_neu b
        WHERE b.id NOT IN (SELECT neu FROM temp.paar WHERE neu IS NOT NULL);
      DELETE FROM temp.paar WHERE alt IS NOT NULL AND neu IS NULL AND alt IN (SELECT alt FROM temp.paar WHERE neu IS NOT NULL)
      """)
  }
}
