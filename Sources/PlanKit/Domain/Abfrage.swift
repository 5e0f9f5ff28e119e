// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let abfrage = Noun("abfragen", "abfrage", table: "abfrage", "Abfrage, die der Plan unter einem Namen behält")
    .columns(
      Column("name", .text, "wie sie heißt").required(),
      Column("text", .text, "was sie fragt").required()
    )
    .shown("name", "text").keys("name").unique("name").timeless()

  static let eingabe = Noun("eingaben", "eingabe", table: "eingabe", "was in dieser und in früheren Sitzungen eingegeben wurde")
    .columns(
      Column("zeit", .time, "wann").required(),
      Column("dauer", .decimal, "wie viele Sekunden es lief"),
      Column("status", .number, "Rückgabewert; 0, wo alles gelang"),
      Column("plan", .text, "der Plan, der offen war"),
      Column("text", .text, "was eingegeben wurde").required(),
      Column("sitzung", .text, "ob es in dieser Sitzung war").words("diese", "andere")
    )
    .shown("zeit", "dauer", "status", "text").keys("text").title("text").madeWhenAsked()
}
