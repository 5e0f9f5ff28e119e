// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let handlungsfeld = Noun(
    "handlungsfelder", "handlungsfeld", table: "handlungsfeld", "Thema, unter dem Ziele und Maßnahmen stehen; kann Unterfelder haben"
  )
  .columns(
    Column("name", .text, "Bezeichnung").required(),
    Column("kurz", .text, "kurze Bezeichnung, wie sie in Verweisen steht"),
    Column("oberfeld", .thing("handlungsfelder"), "das Feld, zu dem es gehört"),
    Column("text", .text, "worum es geht"),
    Column("platz", .number, "Reihenfolge"),
    .joined("ziele", "ziele", by: "zielfelder", "handlungsfeld", "ziel", "Ziele in diesem Feld"),
    .joined("maßnahmen", "maßnahmen", by: "einträge", "handlungsfeld", "maßnahme", "Maßnahmen, die unter diesem Feld stehen"),
    .those("einträge", by: "handlungsfeld", shows: "nr", "Katalogzeilen unter diesem Feld"),
    .joined("befunde", "befunde", by: "befundbezüge", "handlungsfeld", "befund", "Befunde, die es betreffen"),
    .those("bedarfe", by: "handlungsfeld", shows: "text", "Bedarfe in diesem Feld"),
    .joined("angebote", "angebote", by: "angebotsfelder", "handlungsfeld", "angebot", "was es in diesem Feld schon gibt"),
    .responsible(for: "handlungsfeld")
  )
  .shown("name", "kurz", "oberfeld").keys("name", "kurz").tree("oberfeld").timeless()
}
