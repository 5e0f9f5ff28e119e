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
    Column(
      "bereich", .text, "woher sie kommen: Verwaltung, Politik, Rat, Ehrenamt, Verein, Verband, Bildung, Behörde, Kirche, Wirtschaft"),
    Column("geprüft", .flag, "ob jemand den Namen bestätigt hat; aus einem Import kommt er ungeprüft"),
    Column("gültig_von", .date, "seit wann es sie gibt").heading("Gültig von"),
    Column("gültig_bis", .date, "bis wann es sie gab").heading("Gültig bis"),
    Column("nachfolger", .thing("akteure"), "wer ihre Aufgaben hat, seit sie umbenannt, zusammengelegt oder aufgelöst ist"),
    Column("aufgabe", .text, "wofür sie da sind"),
    Column("ort", .text, "wo sie sitzen"),
    Column("telefon", .text, "Telefonnummer"),
    Column("email", .text, "Adresse für elektronische Post").heading("E-Mail"),
    Column("kommune", .thing("kommunen"), "wessen Akteur es ist, wo der Plan mehrere Kommunen hat"),
    .joined(
      "maßnahmen", "maßnahmen", by: "zuständigkeiten", "akteur", "maßnahme", "Maßnahmen, an denen sie in irgendeiner Rolle beteiligt sind"),
    .joined("konzepte", "konzepte", by: "zuständigkeiten", "akteur", "konzept", "Konzepte, für die sie zuständig sind"),
    .joined("projekte", "projekte", by: "zuständigkeiten", "akteur", "projekt", "Projekte, in denen sie eine Rolle haben"),
    .joined("inhaber", "akteure", by: "besetzungen", "funktion", "person", "wer die Funktion innehat"),
    .joined("gremien", "gremien", by: "mitgliedschaften", "akteur", "gremium", "Gremien, in denen sie Mitglied sind"),
    .joined("angebote", "angebote", by: "angebotsträger", "akteur", "angebot", "was sie anbieten"),
    .those("aufträge", by: "akteur", shows: "text", "Aufträge, die sie zu erledigen haben"),
    .those("zielgespräche", by: "einheit", shows: "name", "Zielgespräche mit ihnen"),
    .those("dienstleistungen", by: "einheit", shows: "name", "Dienstleistungen, für die sie zuständig sind"),
    .those("rückmeldungen", by: "akteur", shows: "formular", "Bögen, die sie bekamen"),
    .those("mittel", by: "akteur", shows: "zweck", "Zuschüsse, die sie bekommen")
  )
  .shown("kürzel", "name", "art", "oberhalb").keys("kürzel", "zweitkürzel", "name").tree("oberhalb").timeless()

  static let einheit = akteur.only(
    "einheiten", "einheit", "Einheit der Verwaltung: Fachbereich, Referat, Abteilung, Stelle", where: "art", "einheit"
  ).title("kürzel")
  static let organisation = akteur.only(
    "organisationen", "organisation", "Verein, Verband, Behörde, Träger außerhalb der Verwaltung", where: "art", "organisation")
  static let gruppe = akteur.only("gruppen", "gruppe", "Kreis von Mitwirkenden, die nicht einzeln genannt sind", where: "art", "gruppe")
  static let funktion = akteur.only("funktionen", "funktion", "Posten, den eine Person innehat", where: "art", "funktion")
  static let traeger = akteur.having(
    "träger", "träger", "wer Maßnahmen trägt: führt oder umsetzt", "zuständigkeiten", by: "akteur", where: "rolle", "federführung",
    "umsetzung")
  static let person = akteur.only("personen", "person", "Person, die eine Funktion innehat", where: "art", "person")

  static let besetzung = Noun("besetzungen", "besetzung", table: "besetzung", "wer eine Funktion von wann bis wann innehat")
    .columns(
      Column("funktion", .thing("akteure"), "die Funktion").required().part(),
      Column("person", .thing("akteure"), "die Person").required(),
      .validFrom, .validUntil,
      Column("quelle", .thing("quellen"), "Datei, aus der es hervorgeht")
    )
    .shown("funktion", "person", "gültig_von", "gültig_bis").timeless()
}
