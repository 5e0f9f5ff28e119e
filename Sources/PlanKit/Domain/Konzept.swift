// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let konzept = Noun("konzepte", "konzept", table: "konzept", "Integrationskonzept, das erarbeitet oder umgesetzt wird")
    .columns(
      Column("kommune", .thing("kommunen"), "wessen Konzept es ist"),
      Column("name", .text, "Titel").required(),
      Column("kurz", .text, "kurzer Name, der in Abfragen genügt"),
      Column("zeitraum", .text, "wann es entstand oder gilt, wie es da steht"),
      Column("zielgruppe", .text, "für wen es gilt, und auf wen es erweitert werden kann"),
      Column("beauftragung", .text, "wer womit beauftragt wurde"),
      Column("beauftragt_am", .date, "seit wann der Auftrag besteht").heading("Beauftragt am"),
      Column("beschreibung", .text, "was das Konzept leisten soll"),
      .role("federführung", in: "konzept", "wer die Federführung hat").synonyms("hut"),
      .responsible(for: "konzept"),
      .those("fassungen", by: "konzept", shows: "name", "seine Fassungen"),
      .joined("kataloge", "kataloge", by: "katalogkonzepte", "konzept", "katalog", "Kataloge, die seine Maßnahmen führen"),
      .those("leitlinien", by: "konzept", shows: "text", "seine Leitlinien"),
      .those("anlässe", by: "konzept", shows: "text", "warum es erarbeitet wird"),
      .those("ergebnistypen", by: "konzept", shows: "name", "woraus es besteht, der Reihe nach"),
      .those("schritte", by: "konzept", shows: "name", "wie es entsteht, der Reihe nach"),
      .those("projekte", by: "konzept", shows: "name", "Projekte, die daran arbeiten")
    )
    .shown("kurz", "name", "zeitraum").keys("kurz", "name").timeless()

  static let anlass = Noun("anlässe", "anlass", table: "anlass", "Anlass, über ein Konzept oder ein Projekt nachzudenken")
    .columns(
      Column("text", .text, "der Anlass, oder die Frage, die dahin führt").required(),
      Column("platz", .number, "Reihenfolge"),
      Column("trifft_zu", .text, "ob er hier zutrifft").heading("Trifft zu").words("ja", "teilweise", "nein"),
      Column("begründung", .text, "warum er zutrifft oder nicht"),
      Column("konzept", .thing("konzepte"), "das Konzept, zu dem er führte").part(),
      Column("projekt", .thing("projekte"), "das Projekt, zu dem er führte").part()
    )
    .shown("platz", "text", "trifft_zu").keys("text").title("text")

  static let ergebnistyp = Noun("ergebnistypen", "ergebnistyp", table: "ergebnistyp", "Art von Ergebnis, aus der ein Konzept besteht")
    .columns(
      Column("konzept", .thing("konzepte"), "das Konzept").required().part(),
      Column("name", .text, "wie die Ergebnisse heißen").required(),
      Column("platz", .number, "an welcher Stelle sie im Konzept stehen"),
      Column("text", .text, "was dort stehen soll")
    )
    .shown("konzept", "platz", "name").keys("name").timeless()

  static let schritt = Noun("schritte", "schritt", table: "schritt", "Schritt, in dem ein Konzept entsteht oder fortgeschrieben wird")
    .columns(
      Column("name", .text, "was geschieht").required(),
      Column("platz", .number, "der wievielte Schritt es ist"),
      Column("text", .text, "wie vorgegangen wird"),
      Column("ergebnis", .text, "was am Ende vorliegt"),
      Column("konzept", .thing("konzepte"), "das Konzept, das so entsteht").part(),
      Column("projekt", .thing("projekte"), "das Projekt, das ihn geht").part(),
      Column("grundlage", .thing("schritte"), "der Schritt, auf dem er aufbaut"),
      Column("turnus", .text, "wie oft er sich wiederholt").words(turnusWords),
      Column("frist", .date, "bis wann er getan sein soll"),
      Column("erledigt_am", .date, "wann er getan war").heading("Erledigt am")
    )
    .shown("platz", "name", "ergebnis", "frist", "erledigt_am").keys("name").tree("grundlage")
}
