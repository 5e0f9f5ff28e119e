// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let fundstelle = Noun(
    "fundstellen", "fundstelle", table: "fundstelle", "wo im Plan steht, was zuletzt gesucht wurde, das Passendste zuerst"
  )
  .columns(
    Column("rang", .number, "wie gut es passt: 1 ist das Beste").required(),
    Column("art", .text, "was für ein Ding es ist: maßnahme, ziel, einheit").required(),
    Column("ding", .label, "wie seine Karte heißt").required(),
    Column("spalte", .text, "die Spalte, in der die Wörter stehen").required(),
    Column("text", .text, "die Stelle, das Gefundene zwischen « und »").required()
  )
  .shown("rang", "art", "ding", "spalte", "text").keys("rang").title("text").madeWhenAsked()
}
