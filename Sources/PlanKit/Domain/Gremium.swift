// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let gremium = Noun("gremien", "gremium", table: "gremium", "Kreis, der berät, entscheidet oder abstimmt")
    .columns(
      Column("name", .text, "wie es heißt").required(),
      Column("kürzel", .label, "Kürzel: StG"),
      Column("kommune", .thing("kommunen"), "wessen Gremium es ist"),
      Column("art", .text, "was für ein Gremium")
        .words("Rat", "Ausschuss", "Beirat", "Integrationsrat", "Steuerungsgruppe", "Lenkungsgruppe", "Arbeitsgruppe", "Netzwerk"),
      Column("aufgabe", .text, "wofür es da ist"),
      Column("mindestturnus", .number, "wie oft es im Jahr mindestens tagt"),
      Column("regel", .text, "was für Zusammensetzung und Verfahren gilt"),
      Column("gründung", .date, "wann es zum ersten Mal tagte oder eingesetzt wurde"),
      .validFrom, .validUntil,
      .joined("mitglieder", "akteure", by: "mitgliedschaften", "gremium", "akteur", "wer darin sitzt"),
      .those("besetzungsregeln", by: "gremium", shows: "text", "wer darin vertreten sein muss"),
      .those("sitzungen", by: "gremium", shows: "name", "seine Sitzungen"),
      .those("beratungen", by: "gremium", shows: "rolle", "Vorlagen, über die es berät"),
      .those("projekte", by: "lenkungsgruppe", shows: "name", "Projekte, die es lenkt")
    )
    .shown("kürzel", "name", "art", "mindestturnus").keys("kürzel", "name").timeless()

  static let mitgliedschaft = Noun("mitgliedschaften", "mitgliedschaft", table: "mitgliedschaft", "wer für wen in einem Gremium sitzt")
    .columns(
      Column("gremium", .thing("gremien"), "das Gremium").required().part(),
      Column("akteur", .thing("akteure"), "wer darin sitzt").required(),
      Column("art", .text, "für welche Seite").words(memberWords),
      Column("einheit", .thing("einheiten"), "die Einheit, die vertreten wird"),
      Column("vorsitz", .flag, "ob es der Vorsitz ist"),
      Column("stimmrecht", .flag, "ob mit Stimmrecht"),
      Column("bei_bedarf", .flag, "ob nur bei Bedarf eingeladen wird").heading("Bei Bedarf"),
      .validFrom, .validUntil
    )
    .shown("gremium", "akteur", "art", "vorsitz").relation().timeless()

  static let besetzungsregel = Noun(
    "besetzungsregeln", "besetzungsregel", table: "besetzungsregel", "wer in einem Gremium vertreten sein muss"
  )
  .columns(
    Column("gremium", .thing("gremien"), "das Gremium").required().part(),
    Column("art", .text, "die Seite, die vertreten sein muss").words(memberWords),
    Column("akteur", .thing("akteure"), "wer vertreten sein muss"),
    Column("mindestens", .number, "mit wie vielen Mitgliedern"),
    Column("text", .text, "die Regel in Worten")
  )
  .shown("gremium", "art", "akteur", "mindestens").keys("text").title("text").exactlyOne("art", "akteur").timeless()

  /// The sides that sit in a Gremium.
  static let memberWords = [
    "Rat", "Verwaltung", "Ehrenamt", "Träger", "Verein", "Bildung", "Behörde", "Wirtschaft", "Kirche", "Betroffene",
  ]
}
