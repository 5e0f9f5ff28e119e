// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let handlungsfeld = Noun(
    "handlungsfelder", "handlungsfeld", table: "handlungsfeld", "Thema, unter dem Ziele und Maßnahmen stehen; kann Unterfelder haben"
  )
  .columns(
    Column("name", .text, "Bezeichnung").required(),
    Column("kurz", .text, "kurze Bezeichnung, wie sie in Verweisen steht"),
    Column("oberfeld", .thing("handlungsfelder"), "das Feld, zu dem es gehört"),
    Column("ziele", .thing("ziele"), "Ziele in diesem Feld", .collected(.init("zielfelder", by: "handlungsfeld", shows: "ziel"))),
    Column(
      "einträge", .thing("einträge"), "Katalogzeilen unter diesem Feld", .collected(.init("einträge", by: "handlungsfeld", shows: "nr")))
  )
  .shown("name", "kurz", "oberfeld").keys("name", "kurz").tree("oberfeld").timeless()

  static let ziel = Noun("ziele", "ziel", table: "ziel", "angestrebter Zustand, dem Maßnahmen dienen; kann Teilziele haben")
    .columns(
      Column("text", .text, "Was soll erreicht werden?").required(),
      Column("ebene", .text, "Rang im Zielbaum").words("Leitziel", "Teilziel", "Handlungsziel"),
      Column("oberziel", .thing("ziele"), "das Ziel, dem es dient"),
      Column("frist", .date, "bis wann es erreicht sein soll"),
      Column(
        "handlungsfeld", .thing("handlungsfelder"), "Felder, in denen es steht",
        .collected(.init("zielfelder", by: "ziel", shows: "handlungsfeld"))),
      Column(
        "maßnahmen", .thing("maßnahmen"), "Maßnahmen, die ihm dienen", .collected(.init("maßnahmenziele", by: "ziel", shows: "maßnahme")))
    )
    .shown("text", "handlungsfeld", "maßnahmen").keys("text").title("text").tree("oberziel")

  static let zielfeld = Noun("zielfelder", "zielfeld", table: "ziel_handlungsfeld", "Ziel in einem Handlungsfeld")
    .columns(
      Column("ziel", .thing("ziele"), "das Ziel").required().part(),
      Column("handlungsfeld", .thing("handlungsfelder"), "das Feld").required()
    )
    .shown("handlungsfeld", "ziel").relation()
}
