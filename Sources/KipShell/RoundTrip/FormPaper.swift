// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore
internal import PlanTables

/// The document around a form: for whom it is, until when, how it is filled in, and whom to ask.
struct FormPaper {
  let store: PlanStore
  let catalogue: String
  let deadline: Datum?
  let day: Int
  /// Whom to ask, where the coordinator said so.
  let contact: String?

  func document(_ unit: FormUnit, _ form: Form, _ id: Int) throws(Hinweis) -> Document {
    var document = Document("Rückmeldebogen \(unit.name)")
    document.subtitle = try PlanView(store: store).value("kommunen | zeige name")
    document.properties = [
      .init("Für", unit.title == unit.name ? unit.name : "\(unit.name), \(unit.title)"), .init("Katalog", catalogue),
      .init("Stand", Datum(day: day)?.description ?? ""),
    ]
    if let deadline { document.properties.append(.init("Zurück bis", deadline.description)) }
    let contact = if let contact = self.contact { contact } else { try coordination() }
    if let contact { document.properties.append(.init("Rückfragen an", contact)) }
    document.properties.append(.init("Bogen", "Nr. \(id)"))
    let open = form.columns.filter(\.isOpen).map { "„\($0.table.heading)“" }
    document.blocks = [
      .table(form.table("Rückmeldung")),
      .heading(1, "So wird der Bogen ausgefüllt"),
      .list(
        [
          "Auszufüllen sind nur die Spalten \(open.joined(separator: ", ")). Alle anderen zeigen, was im Plan steht, und sind gesperrt.",
          "Wo sich nichts geändert hat, bleibt die Zelle, wie sie ist. Was leer bleibt, dazu wird nichts gesagt; was geleert wird, fragt die Koordination nach.",
          "Wo es eine Auswahlliste gibt, gelten nur deren Wörter.",
          "Fehlt eine Maßnahme, steht sie als neue Zeile darunter; entfällt eine, steht das beim Status. Gelöschte Zeilen ändern nichts.",
          "Sortieren und neue Zeilen gehen, wenn der Blattschutz aufgehoben ist; er hat kein Kennwort.",
          "Die Datei kommt in demselben Format zurück; verborgene Spalten bleiben darin, denn an ihnen wird der Bogen erkannt.",
        ].map { [Run($0)] }),
    ]
    return document
  }

  /// Who is responsible for the concept, with a way to reach them.
  private func coordination() throws(Hinweis) -> String? {
    let found = try PlanView(store: store).all(
      """
      zuständigkeiten wo konzept nicht leer und rolle in (ansprechpartner; leitung; federführung) \
      | zeige rolle, akteur.name als wer, akteur.telefon als telefon, akteur.email als email
      """)
    let order = ["ansprechpartner", "leitung", "federführung"]
    guard let first = found.min(by: { order.firstIndex(of: $0["rolle"]) ?? 9 < order.firstIndex(of: $1["rolle"]) ?? 9 }) else { return nil }
    return [first["wer"], first["telefon"], first["email"]].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
