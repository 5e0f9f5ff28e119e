// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let akteur = Noun(
    "akteure", "akteur", table: "akteur", "wer mitwirkt: Einheit der Verwaltung, Organisation, Gruppe, Funktion oder Person"
  )
  .columns(
    Column("art", .text, "was für ein Akteur").required().words("einheit", "organisation", "gruppe", "funktion", "person"),
    Column("name", .text, "Bezeichnung").required(),
    Column("kürzel", .label, "Kürzel oder Gliederungsnummer: FB 51, 51.3, 0120"),
    Column("zweitkürzel", .label, "weiteres Kürzel derselben Einheit: 0400 neben FB 40"),
    Column("oberhalb", .thing("akteure"), "die Einheit, zu der sie gehört"),
    Column("bereich", .text, "woher sie kommen: Verwaltung, Politik, Ehrenamt, Verein, Verband, Bildung, Behörde, Kirche, Wirtschaft"),
    Column("geprüft", .flag, "ob jemand den Namen bestätigt hat; aus einem Import kommt er ungeprüft"),
    Column("gültig_von", .date, "seit wann es sie gibt").heading("Gültig von"),
    Column("gültig_bis", .date, "bis wann es sie gab").heading("Gültig bis"),
    Column(
      "maßnahmen", .thing("maßnahmen"), "Maßnahmen, an denen sie in irgendeiner Rolle beteiligt sind",
      .collected(.init("zuständigkeiten", by: "akteur", shows: "maßnahme"))),
    Column("inhaber", .thing("akteure"), "wer die Funktion innehat", .collected(.init("besetzungen", by: "funktion", shows: "person")))
  )
  .shown("kürzel", "name", "art", "oberhalb").keys("kürzel", "zweitkürzel", "name").tree("oberhalb").timeless()

  static let einheit = akteur.only(
    "einheiten", "einheit", "Einheit der Verwaltung: Fachbereich, Referat, Abteilung, Stelle", where: "art", "einheit"
  ).title("kürzel")
  static let organisation = akteur.only(
    "organisationen", "organisation", "Verein, Verband, Behörde, Träger außerhalb der Verwaltung", where: "art", "organisation")
  static let gruppe = akteur.only("gruppen", "gruppe", "Kreis von Mitwirkenden, die nicht einzeln genannt sind", where: "art", "gruppe")
  static let funktion = akteur.only("funktionen", "funktion", "Posten, den eine Person innehat", where: "art", "funktion")
  static let person = akteur.only("personen", "person", "Person, die eine Funktion innehat", where: "art", "person")

  static let besetzung = Noun("besetzungen", "besetzung", table: "besetzung", "wer eine Funktion von wann bis wann innehat")
    .columns(
      Column("funktion", .thing("akteure"), "die Funktion").required().part(),
      Column("person", .thing("akteure"), "die Person").required(),
      Column("gültig_von", .date, "seit wann").heading("Gültig von"),
      Column("gültig_bis", .date, "bis wann").heading("Gültig bis"),
      Column("quelle", .thing("quellen"), "Datei, aus der es hervorgeht")
    )
    .shown("funktion", "person", "gültig_von", "gültig_bis").timeless()

  static let zustaendigkeit = Noun(
    "zuständigkeiten", "zuständigkeit", table: "zustaendigkeit", "wer in welcher Rolle für eine Maßnahme zuständig ist"
  )
  .columns(
    Column("akteur", .thing("akteure"), "wer").required(),
    Column("maßnahme", .thing("maßnahmen"), "wofür").required().part(),
    Column("rolle", .text, "in welcher Rolle").required().words("federführung", "umsetzung", "partner", "ehrenamt"),
    Column("angabe", .text, "wie es in der Tabelle steht, wo es kein bloßes Kreuz ist"),
    Column("spalte", .number, "Spalte des Layouts, in der es steht"),
    Column("bedingt", .flag, "ob es nur in Klammern steht: (x)"),
    Column("nur_in", .thing("einträge"), "der Eintrag, in dem es steht, wo die Maßnahme mehrere hat").heading("Nur in Eintrag"),
    Column("gültig_von", .date, "seit wann").heading("Gültig von"),
    Column("gültig_bis", .date, "bis wann").heading("Gültig bis")
  )
  .shown("maßnahme", "akteur", "rolle", "angabe")
}
