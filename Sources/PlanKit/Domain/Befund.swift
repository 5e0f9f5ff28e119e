// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let befund = Noun("befunde", "befund", table: "befund", "was über die Lage vor Ort festgestellt wurde, mit Beleg")
    .columns(
      Column("text", .text, "was festgestellt wurde").required(),
      Column("thema", .text, "was er beschreibt: Bevölkerung, Beratung, Netzwerk, soziale Lage"),
      Column("datum", .date, "wann es festgestellt wurde"),
      Column("sozialraum", .thing("sozialräume"), "wo es gilt"),
      Column("konzept", .thing("konzepte"), "das Konzept, in dem er steht"),
      Column("quelle", .thing("quellen"), "woher er stammt"),
      Column("seite", .text, "Seite der Quelle"),
      Column("interview", .thing("interviews"), "das Interview, das ihn belegt"),
      Column("dokument", .thing("dokumente"), "das Dokument, das ihn belegt"),
      .joined("handlungsfeld", "handlungsfelder", by: "befundbezüge", "befund", "handlungsfeld", "Felder, die er betrifft"),
      .joined("ziele", "ziele", by: "befundbezüge", "befund", "ziel", "Ziele, die auf ihm beruhen"),
      .joined("bedarfe", "bedarfe", by: "befundbezüge", "befund", "bedarf", "Bedarfe, die er zeigt")
    )
    .shown("text", "handlungsfeld", "quelle", "seite").keys("text").title("text")

  static let befundbezug = Noun("befundbezüge", "befundbezug", table: "befund_bezug", "Handlungsfeld, Ziel oder Bedarf zu einem Befund")
    .columns(
      Column("befund", .thing("befunde"), "der Befund").required().part(),
      Column("handlungsfeld", .thing("handlungsfelder"), "das Feld, das er betrifft").part(),
      Column("ziel", .thing("ziele"), "das Ziel, das auf ihm beruht").part(),
      Column("bedarf", .thing("bedarfe"), "der Bedarf, den er zeigt").part()
    )
    .shown("befund", "handlungsfeld", "ziel", "bedarf").relation().exactlyOne("handlungsfeld", "ziel", "bedarf")
    .unique("befund", "handlungsfeld", "ziel", "bedarf")

  static let bedarf = Noun("bedarfe", "bedarf", table: "bedarf", "woran es wem wo fehlt, und wie weit es gedeckt ist")
    .columns(
      Column("text", .text, "was gebraucht wird").required(),
      Column("gruppe", .text, "wer es braucht"),
      Column("umfang", .text, "wie viel oder für wie viele"),
      Column("seit_wann", .date, "seit wann er besteht").heading("Seit wann"),
      Column("deckung", .text, "wie weit er gedeckt ist").words("offen", "teilweise", "gedeckt"),
      Column("sozialraum", .thing("sozialräume"), "wo er besteht"),
      Column("handlungsfeld", .thing("handlungsfelder"), "das Feld, zu dem er gehört"),
      Column("konzept", .thing("konzepte"), "das Konzept, in dem er steht"),
      .joined("maßnahmen", "maßnahmen", by: "bedarfsmaßnahmen", "bedarf", "maßnahme", "Maßnahmen, die ihn decken sollen"),
      .joined("befunde", "befunde", by: "befundbezüge", "bedarf", "befund", "Befunde, die ihn zeigen")
    )
    .shown("text", "gruppe", "sozialraum", "umfang", "deckung").keys("text").title("text")

  static let bedarfsmassnahme = Noun(
    "bedarfsmaßnahmen", "bedarfsmaßnahme", table: "bedarf_massnahme", "Maßnahme, die einen Bedarf decken soll"
  )
  .columns(
    Column("bedarf", .thing("bedarfe"), "der Bedarf").required().part(),
    Column("maßnahme", .thing("maßnahmen"), "die Maßnahme").required().part()
  )
  .shown("bedarf", "maßnahme").relation().unique("bedarf", "maßnahme")
}
