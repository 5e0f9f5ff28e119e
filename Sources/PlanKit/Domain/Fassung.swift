// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let fassung = Noun("fassungen", "fassung", table: "fassung", "Fassung eines Konzepts: gesperrt bleibt sie, wie sie war")
    .columns(
      Column("konzept", .thing("konzepte"), "das Konzept, dessen Fassung es ist").required(),
      Column("name", .text, "wie sie heißt: 2008, Entwurf Mai").required(),
      Column("status", .text, "wie weit sie abgestimmt ist").words("vorläufig", "abgestimmt", "beschlossen"),
      Column("beginn", .date, "seit wann sie gilt"),
      Column("vorgänger", .thing("fassungen"), "die Fassung, aus der sie entstand"),
      Column("stichtag", .day, "der Tag, dessen Stand sie festhält"),
      Column("gesperrt_am", .day, "seit wann sie gesperrt ist").heading("Gesperrt am"),
      Column("änderung", .thing("änderungen"), "die letzte Änderung, die zu ihr gehört"),
      Column("bemerkung", .text, "Bemerkungen"),
      .those("kataloge", by: "fassung", shows: "name", "Kataloge dieser Fassung")
    )
    .shown("konzept", "name", "status", "beginn", "gesperrt_am").keys("name").tree("vorgänger").unique("konzept", "name").timeless().locked(
      by: "gesperrt_am")

  static let gegenueberstellung = Noun(
    "gegenüberstellungen", "gegenüberstellung", table: "gegenueberstellung", "was aus einer Maßnahme der einen Fassung in der anderen wurde"
  )
  .columns(
    Column("art", .text, "was aus ihr wurde").required()
      .words("unverändert", "geändert", "verschoben", "umnummeriert", "zusammengelegt", "geteilt", "neu", "entfallen"),
    Column("was", .text, "worin sich beide unterscheiden"),
    Column("alte_nr", .label, "Nummer in der alten Fassung").heading("Alte Nr"),
    Column("alter_text", .text, "Wortlaut in der alten Fassung").heading("Alter Text"),
    Column("altes_feld", .text, "Handlungsfeld in der alten Fassung").heading("Altes Handlungsfeld"),
    Column("neue_nr", .label, "Nummer in der neuen Fassung").heading("Neue Nr"),
    Column("neuer_text", .text, "Wortlaut in der neuen Fassung").heading("Neuer Text"),
    Column("neues_feld", .text, "Handlungsfeld in der neuen Fassung").heading("Neues Handlungsfeld"),
    Column("grund", .text, "warum es so kam")
  )
  .shown("art", "alte_nr", "alter_text", "neue_nr", "neuer_text", "was", "grund").keys("neue_nr", "alte_nr").madeWhenAsked()

  static let ueberfuehrung = Noun(
    "überführungen", "überführung", table: "ueberfuehrung", "was aus einer Maßnahme in der nächsten Fassung wurde"
  )
  .columns(
    // The old measure may be gone from the plan: so its id and what it said are kept, and nothing points to it.
    Column("alt", .number, "Kennung der alten Maßnahme"),
    Column("alt_nr", .label, "Nummer der alten Maßnahme").heading("Alte Nr"),
    Column("alt_text", .text, "Wortlaut der alten Maßnahme").heading("Alter Text"),
    Column("neu", .thing("maßnahmen"), "die Maßnahme, die daraus wurde; leer, wo sie entfiel"),
    Column("art", .text, "was aus ihr wurde").required()
      .words("übernommen", "umnummeriert", "verschoben", "geändert", "zusammengelegt", "geteilt", "entfallen"),
    Column("grund", .text, "warum"),
    Column("aus_fassung", .thing("fassungen"), "die Fassung, in der die alte stand").heading("Aus Fassung"),
    Column("in_fassung", .thing("fassungen"), "die Fassung, in der die neue steht").heading("In Fassung")
  )
  .shown("alt_nr", "alt_text", "art", "neu", "grund").keys("alt_nr", "alt_text").title("alt_text")
}
