// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let zielgespraech = Noun(
    "zielgespräche", "zielgespräch", table: "zielgespraech", "jährliches Gespräch mit einer Einheit über das, was sie erreichen will"
  )
  .columns(
    Column("name", .text, "wie es heißt: 51.3, 2018").required(),
    Column("einheit", .thing("einheiten"), "mit wem").required(),
    Column("jahr", .date, "das Jahr, um das es geht").required(),
    Column("datum", .date, "wann es stattfindet"),
    Column("status", .text, "ob es stattfand").words("geplant", "durchgeführt", "ausgefallen"),
    Column("katalog", .thing("kataloge"), "der Katalog, der ihm zugrunde liegt"),
    Column("protokoll", .text, "was besprochen wurde"),
    Column("unterstützung", .text, "welche Unterstützung vereinbart wurde, und durch wen"),
    Column("rückkopplung", .thing("sitzungen"), "die Sitzung, in der darüber berichtet wird"),
    Column("bericht", .text, "was gemeinsam berichtet wird"),
    .joined("teilnehmer", "akteure", by: "teilnahmen", "zielgespräch", "akteur", "wer daran teilnimmt"),
    .those("jahresziele", by: "zielgespräch", shows: "text", "was vereinbart wurde"),
    .those("tagesordnungspunkte", by: "zielgespräch", shows: "titel", "was davon in Sitzungen kam")
  )
  .shown("name", "einheit", "jahr", "datum", "status").keys("name")

  static let jahresziel = Noun("jahresziele", "jahresziel", table: "jahresziel", "was eine Einheit in einem Jahr erreichen will")
    .columns(
      Column("text", .text, "was erreicht werden soll").required(),
      Column("einheit", .thing("einheiten"), "wer es erreichen will").required(),
      Column("jahr", .date, "in welchem Jahr").required(),
      Column("zielgespräch", .thing("zielgespräche"), "das Gespräch, in dem es vereinbart wurde").part(),
      Column("methode", .text, "mit welchen Methoden und Instrumenten"),
      Column("kriterium", .text, "woran zu erkennen ist, dass es erreicht ist"),
      Column("frist", .date, "bis wann"),
      Column("ergebnis", .text, "ob es erreicht wurde").words("offen", "erreicht", "teilweise", "nicht erreicht"),
      Column("bemerkung", .text, "warum das Ergebnis so ist"),
      Column("übertrag_aus", .thing("jahresziele"), "das Jahresziel, aus dem es übertragen ist").heading("Übertrag aus"),
      .joined("maßnahmen", "maßnahmen", by: "jahreszielmaßnahmen", "jahresziel", "maßnahme", "Maßnahmen, die dazu gehören"),
      .joined("indikatoren", "indikatoren", by: "indikatorbezüge", "jahresziel", "indikator", "woran es gemessen wird"),
      .those("zielschritte", by: "jahresziel", shows: "text", "in welchen Schritten")
    )
    .shown("einheit", "jahr", "text", "kriterium", "ergebnis").keys("text").title("text").tree("übertrag_aus")

  static let jahreszielmassnahme = Noun(
    "jahreszielmaßnahmen", "jahreszielmaßnahme", table: "jahresziel_massnahme", "Maßnahme, die ein Jahresziel voranbringt"
  )
  .columns(
    Column("jahresziel", .thing("jahresziele"), "das Jahresziel").required().part(),
    Column("maßnahme", .thing("maßnahmen"), "die Maßnahme").required().part()
  )
  .shown("jahresziel", "maßnahme").relation().unique("jahresziel", "maßnahme")

  static let zielschritt = Noun("zielschritte", "zielschritt", table: "zielschritt", "Schritt auf dem Weg zu einem Jahresziel")
    .columns(
      Column("jahresziel", .thing("jahresziele"), "das Jahresziel").required().part(),
      Column("text", .text, "was zu tun ist").required(),
      Column("platz", .number, "der wievielte Schritt es ist"),
      Column("verantwortlich", .thing("akteure"), "wer ihn tut"),
      Column("frist", .date, "bis wann"),
      Column("erledigt_am", .date, "wann er getan war").heading("Erledigt am")
    )
    .shown("jahresziel", "platz", "text", "frist", "erledigt_am").keys("text").title("text")
}
