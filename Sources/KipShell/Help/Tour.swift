// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// The first steps, with lines that run on the plan that is open.
struct Tour {
  struct Step {
    var title: String
    var text: String
    /// The line to type.
    var line: String
    /// True if the line would write: it is shown only.
    var writes = false
  }

  let steps: [Step]

  /// - Returns: nil if the plan has no measures to look at.
  init?(_ store: PlanStore) throws(Hinweis) {
    guard let number = try Tour.number(of: store) else { return nil }
    let field = try Tour.cell(store, "maßnahmen mit handlungsfeld | zeige handlungsfeld | erste 1").flatMap { CellText.values($0).first }
    // The unit at the top of the first that leads anything.
    let unit = try Tour.cell(store, "einheiten mit maßnahmen | zeige kürzel | erste 1")
    let lead = try store.term("federführung")?.lowercased() ?? "federführung"
    func quoted(_ text: String) -> String { Completer.quoted(text) }
    steps = [
      Step(
        title: "Fragen", text: "Eine Zeile nennt, wonach gefragt wird, und hinter | was damit geschieht. Wie viele Maßnahmen hat der Plan?",
        line: "maßnahmen | anzahl"),
      Step(
        title: "Ansehen", text: "Ohne Zählen kommen die Zeilen selbst. erste begrenzt, wie viele; sortiere ordnet.",
        line: "maßnahmen | sortiere nr | erste 3"),
      Step(
        title: "Eine Karte", text: "In der Einzahl, mit Nummer oder Namen dahinter, zeigt das Wort alles über ein Ding.",
        line: "maßnahme \"\(number)\""),
      Step(
        title: "Auswählen",
        text: "wo behält, was eine Bedingung erfüllt; zeige wählt die Spalten. Texte mit Leerzeichen stehen in Anführungszeichen.",
        line: field.map { "maßnahmen wo handlungsfeld = \(quoted($0)) | zeige nr, text" } ?? "maßnahmen wo text enthält e | zeige nr, text"),
      Step(
        title: "Einheiten und alles darunter",
        text: "= meint nur eine Einheit, unter auch alle, die zu ihr gehören. Die Tabulatortaste ergänzt ihren Namen.",
        line: unit.map { "maßnahmen wo zuständige unter \(quoted($0)) | zeige nr, zuständige | erste 5" } ?? "einheiten | erste 5"),
      Step(
        title: "Was fehlt", text: "ohne findet, wozu nichts gesagt ist: hier Maßnahmen, die niemand führt.",
        line: "maßnahmen ohne \(lead) | zeige nr, text | erste 5"),
      Step(
        title: "Zählen",
        text: "gruppiere zählt je Wert. Wo eine Maßnahme in zwei Feldern steht, zählt sie in beiden; darunter stehen beide Summen.",
        line: "maßnahmen | gruppiere handlungsfeld: anzahl | sortiere anzahl absteigend"),
      Step(
        title: "Zeichnen", text: "balken, matrix, baum, zeitstrahl und linie zeichnen, was davor steht.",
        line: "maßnahmen | gruppiere handlungsfeld: anzahl | balken"),
      Step(
        title: "Ändern und zurücknehmen",
        text:
          "setze ändert, weil nennt den Grund, rückgängig nimmt zurück. Diese Zeile läuft hier nicht, denn die Einführung schreibt nie in den Plan.",
        line: "setze maßnahme \"\(number)\" status = laufend weil \"begonnen\"", writes: true),
      Step(
        title: "Weiter",
        text:
          "Was sich am Plan geändert hat, sagen änderungen. Alles Übrige steht in der Hilfe: hilfe nennt die Themen, hilfe excel, was man aus Excel kennt.",
        line: "änderungen | letzte 3"),
    ]
  }

  /// What to do first where there is no plan, or nothing in it.
  static func beginning(hasPlan: Bool) -> Document {
    var document = Document("Einführung")
    let lines = ["importiere massnahmenkatalog.csv vorschau", "importiere massnahmenkatalog.csv stand 24.04.2017", "einführung"]
    if hasPlan {
      document.blocks = [.text("Der Plan hat noch keine Maßnahmen. Eine Tabelle einlesen, und dann die Einführung noch einmal:")]
    } else {
      document.blocks = [
        .text(
          "Ein Plan ist eine Datei, etwa musterau.kip: Maßnahmen, Ziele, wer zuständig ist, und woher jede Angabe stammt. Kein Plan ist geöffnet. Einen zum Ausprobieren macht, getippt in der Shell des Rechners und im Ordner docs/beispiel:"
        ),
        .list([[Run("kip --neu musterau.kip --variante braunschweig", .code)]]), .text("Dann, getippt in kip:"),
      ]
    }
    document.blocks += [.list(lines.map { [Run($0, .code)] }), .text("Wie eine Tabelle zum Plan wird, sagt hilfe einlesen.")]
    return document
  }

  /// The number of a measure of the plan; nil if it has none.
  static func number(of store: PlanStore) throws(Hinweis) -> String? {
    try cell(store, "maßnahmen mit nr | zeige nr | erste 1").flatMap { CellText.values($0).first }
  }

  private static func cell(_ store: PlanStore, _ query: String) throws(Hinweis) -> String? {
    try PlanView(store: store).rows(query).rows.all().first?.first
  }
}
