// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore
internal import PlanTables

/// A form as the plan remembers it: to whom it went, and what it asks for.
struct SentForm {
  var id: Int
  var title: String
  var actor: Int
  var actorName: String
  var catalogue: Int
  var layout: String
  var roles: [String]
  var withBelow: Bool
  var open: [String]
  /// The day on which it was sent, the last time.
  var day: Int
  /// Days, as the plan's table has them; empty where nothing is said.
  var back: String
  var taken: String
  /// The SHA-256 of the file that came back last.
  var digest: String

  /// The forms that a condition finds, the oldest first.
  static func all(_ store: PlanStore, where condition: String) throws(Hinweis) -> [SentForm] {
    let rows = try PlanView(store: store).all(
      """
      rückmeldungen wo katalog nicht leer und \(condition) | zeige id, formular, akteur.id, akteur, katalog.id, katalog.layout, rollen, darunter, \
      offen, versandt, erinnert, zurück, übernommen, quelle.prüfsumme als datei | sortiere id
      """)
    return rows.map { row in
      SentForm(
        id: Int(row["id"]) ?? 0, title: row["formular"], actor: Int(row["akteur.id"]) ?? 0, actorName: row["akteur"],
        catalogue: Int(row["katalog.id"]) ?? 0, layout: row["katalog.layout"], roles: FormExport.list(row["rollen"]),
        withBelow: row["darunter"] == "1", open: FormExport.list(row["offen"]),
        day: Datum(row["erinnert"].isEmpty ? row["versandt"] : row["erinnert"])?.firstDay ?? Datum.today.firstDay, back: row["zurück"],
        taken: row["übernommen"],
        digest: row["datei"])
    }
  }

  /// What makes such a form of the plan as the store sees it.
  func maker(_ store: PlanStore) throws(Hinweis) -> FormMaker {
    guard let layout = try PlanView(store: store).layouts().first(where: { $0.name == layout }) else {
      throw Hinweis("das Layout \"\(self.layout)\" des Bogens gibt es nicht mehr")
    }
    return try FormMaker(store, layout, catalogue: catalogue, open: open)
  }

  /// The lines that are in it as the plan is, or as the store is asked to see it.
  func entries(_ store: PlanStore) throws(Hinweis) -> [Int] { try unit(store)?.entries ?? [] }

  func unit(_ store: PlanStore) throws(Hinweis) -> FormUnit? {
    try FormUnits(store, catalogue: catalogue, roles: roles, on: day).units(.actors([actor]), withBelow: withBelow).first
  }

  /// What the unit reported, apart from what was known then; of each measure the last.
  ///
  /// - Parameter known: ids of Sachstände that do not count.
  func reports(_ store: PlanStore, except known: Set<Int> = []) throws(Hinweis) -> [Int: UnitReport] {
    let columns = ["text", "ampel", "nächster_schritt", "hindernis", "anmerkung"]
    var reports: [Int: UnitReport] = [:]
    for row in try PlanView(store: store).all(
      "sachstände wo gemeldet_von.id = \(actor) | zeige id, maßnahme.id, \(columns.joined(separator: ", ")) | sortiere datum, id")
    {
      guard let id = Int(row["id"]), let measure = Int(row["maßnahme.id"]), !known.contains(id) else { continue }
      reports[measure] = UnitReport(id, Dictionary(columns.map { ($0, row[$0]) }, uniquingKeysWith: { $1 }))
    }
    return reports
  }

  /// The ids of all that the unit had reported.
  func known(_ store: PlanStore) throws(Hinweis) -> Set<Int> {
    Set(try PlanView(store: store).all("sachstände wo gemeldet_von.id = \(actor) | zeige id").compactMap { Int($0["id"]) })
  }

  /// The name of the file in which it goes out, without its ending: `rueckmeldebogen-fb-51`.
  static func fileName(_ unit: String) -> String {
    let safe = Fold.key(unit).map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    let parts = String(safe).split(separator: "-")
    return (["rueckmeldebogen"] + (parts.isEmpty ? ["einheit"] : parts.map(String.init))).joined(separator: "-")
  }
}
