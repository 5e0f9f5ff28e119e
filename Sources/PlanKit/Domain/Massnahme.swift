// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let massnahme = Noun("maßnahmen", "maßnahme", table: "massnahme", "was getan wird, um ein Ziel zu erreichen")
    .columns(
      Column(
        "nr", .label, "Nummern ihrer Einträge im Katalog, der Haupteintrag zuerst",
        .collected(.init("einträge", by: "maßnahme", shows: "nr").first("haupteintrag"))
      )
      .heading("Nr"),
      Column("stamm", .label, "Nummer der Maßnahme selbst, wo der Katalog sie von der des Eintrags trennt (28 in 28,1)"),
      Column("text", .text, "Wie soll das Ziel umgesetzt werden?"),
      .joined("handlungsfeld", "handlungsfelder", by: "einträge", "maßnahme", "handlungsfeld", "Felder, unter denen sie steht"),
      .joined("ziel", "ziele", by: "maßnahmenziele", "maßnahme", "ziel", "Ziele, denen sie dient"),
      Column("status", .text, "Stand der Umsetzung")
        .words("keine Angabe", "geplant", "laufend", "dauerhaft", "umgesetzt", "zurückgestellt", "entfallen"),
      .role("federführung", in: "maßnahme", "wer die Federführung hat").synonyms("hut"),
      .role("umsetzung", in: "maßnahme", "wer umsetzt"),
      .role("partner", in: "maßnahme", "wer mitwirkt"),
      .role("ehrenamt", in: "maßnahme", "Ehrenamtliche, die mitwirken"),
      .responsible(for: "maßnahme"),
      Column("klärungsbedarf", .text, "was offen oder zu klären ist; `x`, wo nur das Kreuz gesetzt ist"),
      Column("bemerkung", .text, "Bemerkungen ihrer Einträge", .collected(.init("einträge", by: "maßnahme", shows: "bemerkung"))),
      Column("haupteintrag", .thing("einträge"), "der Eintrag, der ihren Inhalt trägt, wo sie mehrere hat"),
      Column("beschreibung", .text, "was im Einzelnen geschieht"),
      Column("status_grund", .text, "warum der Status so ist").heading("Grund des Status"),
      Column("blockiert_durch", .text, "was sie aufhält").heading("Blockiert durch"),
      Column("wiedervorlage", .date, "wann nachzusehen ist, ob es weitergeht"),
      Column("priorität", .text, "wie dringend sie ist").words("hoch", "mittel", "niedrig"),
      Column("beginn_geplant", .date, "wann sie beginnen soll").heading("Beginn geplant"),
      Column("ende_geplant", .date, "wann sie enden soll").heading("Ende geplant"),
      Column("beginn", .date, "wann sie begann"),
      // `ende` alone is the store's: the day until which a version held.
      Column("abschluss", .date, "wann sie abgeschlossen war"),
      Column("turnus", .text, "ob sie einmal geschieht oder sich wiederholt").words(turnusWords),
      Column("wirkung", .text, "welche Wirkung erwartet wird"),
      Column("kosten", .amount, "was sie im Ganzen kostet, wie es gesagt wurde"),
      Column("beschluss_text", .text, "Wortlaut, wie er beschlossen wurde").heading("Beschlossener Text"),
      Column("beschluss_ziel", .text, "Ziel, wie es beschlossen wurde").heading("Beschlossenes Ziel"),
      Column("beschluss_federführung", .text, "Federführung, wie sie beschlossen wurde").heading("Beschlossene Federführung"),
      Column("ersetzt_durch", .thing("maßnahmen"), "die Maßnahme, in der sie aufging").heading("Ersetzt durch"),
      Column("konzept", .thing("konzepte"), "das Konzept, aus dem sie stammt"),
      Column("kommune", .thing("kommunen"), "wessen Maßnahme es ist, wo der Plan mehrere Kommunen hat"),
      .joined("sozialräume", "sozialräume", by: "verortungen", "maßnahme", "sozialraum", "wo sie stattfindet"),
      .joined("befunde", "befunde", by: "maßnahmenbefunde", "maßnahme", "befund", "Befunde, auf die sie antwortet"),
      .joined("bedarfe", "bedarfe", by: "bedarfsmaßnahmen", "maßnahme", "bedarf", "Bedarfe, die sie decken soll"),
      .joined("voraussetzungen", "maßnahmen", by: "abhängigkeiten", "maßnahme", "voraussetzung", "Maßnahmen, die vorher getan sein müssen"),
      .those("sachstände", by: "maßnahme", shows: "text", "Meldungen, wie weit sie ist"),
      .those("arbeitspakete", by: "maßnahme", shows: "name", "ihre Arbeitspakete"),
      .those("mittel", by: "maßnahme", shows: "zweck", "was sie an Geld und Stellen braucht und bekommt"),
      .joined("indikatoren", "indikatoren", by: "indikatorbezüge", "maßnahme", "indikator", "woran sie gemessen wird"),
      .joined("beschlüsse", "beschlüsse", by: "beschlussmaßnahmen", "maßnahme", "beschluss", "Beschlüsse zu ihr"),
      .those("aufträge", by: "maßnahme", shows: "text", "Aufträge zu ihr"),
      .joined("jahresziele", "jahresziele", by: "jahreszielmaßnahmen", "maßnahme", "jahresziel", "Jahresziele, die sie voranbringen"),
      .joined("tagesordnungspunkte", "tagesordnungspunkte", by: "topmaßnahmen", "maßnahme", "top", "wo über sie beraten wurde"),
      .those("überführungen", by: "neu", shows: "alt_text", "woraus sie in dieser Fassung entstand")
    )
    .shown("nr", "handlungsfeld", "text", "status", "federführung").keys("nr", "stamm", "text").title("text")

  /// How often something comes back.
  static let turnusWords = [
    "einmalig", "monatlich", "vierteljährlich", "halbjährlich", "jährlich", "alle zwei Jahre", "dauerhaft", "bei Bedarf",
  ]

  static let massnahmenziel = Noun("maßnahmenziele", "maßnahmenziel", table: "massnahme_ziel", "Ziel, dem eine Maßnahme dient")
    .columns(
      Column("maßnahme", .thing("maßnahmen"), "die Maßnahme").required().part(),
      Column("ziel", .thing("ziele"), "das Ziel").required()
    )
    .shown("maßnahme", "ziel").relation()

  static let massnahmenbefund = Noun(
    "maßnahmenbefunde", "maßnahmenbefund", table: "massnahme_befund", "Befund, auf den eine Maßnahme antwortet"
  )
  .columns(
    Column("maßnahme", .thing("maßnahmen"), "die Maßnahme").required().part(),
    Column("befund", .thing("befunde"), "der Befund").required()
  )
  .shown("maßnahme", "befund").relation().unique("maßnahme", "befund")

  static let abhaengigkeit = Noun(
    "abhängigkeiten", "abhängigkeit", table: "abhaengigkeit", "Maßnahme, die erst nach einer anderen beginnen oder enden kann"
  )
  .columns(
    Column("maßnahme", .thing("maßnahmen"), "die Maßnahme, die wartet").required().part(),
    Column("voraussetzung", .thing("maßnahmen"), "die Maßnahme, auf die sie wartet").required(),
    Column("art", .text, "was worauf wartet").words("Beginn nach Ende", "Beginn nach Beginn", "Ende nach Ende"),
    Column("grund", .text, "warum")
  )
  .shown("maßnahme", "voraussetzung", "art").relation().unique("maßnahme", "voraussetzung").acyclic("maßnahme", "voraussetzung")
}
