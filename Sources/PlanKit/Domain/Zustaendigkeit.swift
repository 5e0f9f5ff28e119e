// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let zustaendigkeit = Noun(
    "zuständigkeiten", "zuständigkeit", table: "zustaendigkeit", "wer in welcher Rolle wofür zuständig ist, und von wann bis wann"
  )
  .columns(
    Column("akteur", .thing("akteure"), "wer").required(),
    Column("maßnahme", .thing("maßnahmen"), "die Maßnahme, wenn es um eine geht").part(),
    Column("rolle", .text, "in welcher Rolle").required()
      .words(
        "federführung", "umsetzung", "partner", "ehrenamt", "leitung", "mitarbeit", "ansprechpartner", "politische verantwortung",
        "controlling"),
    Column("angabe", .text, "wie es in der Tabelle steht, wo es kein bloßes Kreuz ist"),
    Column("spalte", .number, "Spalte des Layouts, in der es steht"),
    Column("bedingt", .flag, "ob es nur in Klammern steht: (x)"),
    Column("nur_in", .thing("einträge"), "der Eintrag, in dem es steht, wo die Maßnahme mehrere hat").heading("Nur in Eintrag"),
    .validFrom, .validUntil,
    Column("konzept", .thing("konzepte"), "das Konzept, wenn es um eines geht").part(),
    Column("handlungsfeld", .thing("handlungsfelder"), "das Handlungsfeld, wenn es um eines geht").part(),
    Column("ziel", .thing("ziele"), "das Ziel, wenn es um eines geht").part(),
    Column("projekt", .thing("projekte"), "das Projekt, wenn es um eines geht").part(),
    Column("arbeitspaket", .thing("arbeitspakete"), "das Arbeitspaket, wenn es um eines geht").part(),
    Column("indikator", .thing("indikatoren"), "der Indikator, wenn es um einen geht").part(),
    Column("auftrag", .thing("aufträge"), "der Auftrag, wenn es um einen geht").part()
  )
  .shown("maßnahme", "akteur", "rolle", "angabe")
  .exactlyOne("maßnahme", "konzept", "handlungsfeld", "ziel", "projekt", "arbeitspaket", "indikator", "auftrag")
}
