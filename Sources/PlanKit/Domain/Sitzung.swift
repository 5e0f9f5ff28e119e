// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let sitzung = Noun("sitzungen", "sitzung", table: "sitzung", "Treffen eines Gremiums oder der Beteiligten eines Projekts")
    .columns(
      Column("name", .text, "wie sie heißt: StG 24.04.2017").required(),
      Column("gremium", .thing("gremien"), "das Gremium, das tagt"),
      Column("projekt", .thing("projekte"), "das Projekt, dessen Beteiligte sich treffen"),
      Column("datum", .date, "wann"),
      Column("ort", .text, "wo"),
      Column("status", .text, "ob sie stattfand").words("geplant", "durchgeführt", "ausgefallen"),
      Column("konstituierend", .flag, "ob sich das Gremium darin konstituiert"),
      Column("thema", .text, "worum es geht"),
      Column("protokoll", .text, "was besprochen wurde"),
      .joined("teilnehmer", "akteure", by: "teilnahmen", "sitzung", "akteur", "wer dabei war"),
      .those("tagesordnungspunkte", by: "sitzung", shows: "titel", "ihre Tagesordnung"),
      .those("beschlüsse", by: "sitzung", shows: "text", "was beschlossen wurde")
    )
    .shown("name", "gremium", "datum", "status").keys("name").exactlyOne("gremium", "projekt").timeless()

  static let tagesordnungspunkt = Noun(
    "tagesordnungspunkte", "tagesordnungspunkt", table: "tagesordnungspunkt", "Punkt der Tagesordnung einer Sitzung und was daraus wurde"
  )
  .columns(
    Column("sitzung", .thing("sitzungen"), "die Sitzung").required().part(),
    Column("nr", .label, "Nummer").heading("Nr"),
    Column("titel", .text, "worum es geht").required(),
    Column("text", .text, "was besprochen wurde"),
    Column("ergebnis_art", .text, "was daraus wurde").heading("Art des Ergebnisses").words("Information", "Entscheidung", "Auftrag"),
    Column("ergebnis", .text, "das Ergebnis in Worten"),
    Column("vorlage", .thing("vorlagen"), "die Vorlage, über die beraten wird"),
    Column("zielgespräch", .thing("zielgespräche"), "das Zielgespräch, aus dem er kommt"),
    .joined("maßnahmen", "maßnahmen", by: "topmaßnahmen", "top", "maßnahme", "Maßnahmen, um die es geht")
  )
  .shown("sitzung", "nr", "titel", "ergebnis_art", "ergebnis").keys("titel").title("titel")

  static let topmassnahme = Noun(
    "topmaßnahmen", "topmaßnahme", table: "top_massnahme", "Maßnahme, um die es in einem Tagesordnungspunkt geht"
  )
  .columns(
    Column("top", .thing("tagesordnungspunkte"), "der Tagesordnungspunkt").heading("TOP").required().part(),
    Column("maßnahme", .thing("maßnahmen"), "die Maßnahme").required().part()
  )
  .shown("top", "maßnahme").relation().unique("top", "maßnahme")

  static let teilnahme = Noun("teilnahmen", "teilnahme", table: "teilnahme", "wer an einer Sitzung oder einem Zielgespräch teilnahm")
    .columns(
      Column("akteur", .thing("akteure"), "wer").required(),
      Column("sitzung", .thing("sitzungen"), "an welcher Sitzung").part(),
      Column("zielgespräch", .thing("zielgespräche"), "an welchem Zielgespräch").part(),
      Column("art", .text, "ob dabei").words("anwesend", "entschuldigt", "vertreten", "eingeladen")
    )
    .shown("akteur", "sitzung", "zielgespräch", "art").relation().exactlyOne("sitzung", "zielgespräch")
    .unique("akteur", "sitzung", "zielgespräch")
}
