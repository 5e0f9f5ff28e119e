// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanQuery
import Testing

/// A query may say of which moment it asks.
@Suite struct MomentTests {
  @Test(
    "a moment stands behind the noun, behind any step and at the end, and is printed behind the noun",
    arguments: [
      ("maßnahmen stand 31.12.2018", "maßnahmen stand 31.12.2018"),
      ("maßnahmen zum 31.12.2018 wo nr = 1", "maßnahmen stand 31.12.2018 wo nr = \"1\""),
      ("maßnahmen wo status = geplant stand 31.12.2018", "maßnahmen stand 31.12.2018 wo status = \"geplant\""),
      ("maßnahmen wo status = keine Angabe bekannt 03/2019", "maßnahmen bekannt 31.03.2019 wo status = \"keine Angabe\""),
      ("maßnahmen | zeige nr stand 2018 | erste 3", "maßnahmen stand 31.12.2018 | zeige nr | erste 3"),
      ("maßnahmen ohne hut stand 2018 bekannt 2019", "maßnahmen stand 31.12.2018 bekannt 31.12.2019 wo ohne hut"),
      ("einheiten gültig am 01.07.2020 | anzahl", "einheiten gültig am 01.07.2020 | anzahl"),
      ("einheiten | anzahl GUELTIG AM 2020", "einheiten gültig am 31.12.2020 | anzahl"),
      ("maßnahmen stand \"III/2018\"", "maßnahmen stand 30.09.2018"),
      ("änderungen seit 01.07.2024 wo wer = \"51.3\"", "änderungen wo zeit >= \"01.07.2024\" | wo wer = \"51.3\""),
    ])
  func places(_ text: String, _ printed: String) throws { #expect(try QueryParser.parse(text).printed == printed) }

  @Test(
    "where no date follows the words are columns and values",
    arguments: [
      ("kataloge wo stand > 2017", "kataloge wo stand > \"2017\""), ("kataloge | zeige name, stand", "kataloge | zeige name, stand"),
      ("kataloge mit stand", "kataloge wo nicht ohne stand"),
      ("kataloge wo name enthält Stand der Dinge", "kataloge wo name enthält \"Stand der Dinge\""),
      ("maßnahmen wo text = zum Beispiel", "maßnahmen wo text = \"zum Beispiel\""),
      ("maßnahmen wo text = stand 2018", "maßnahmen wo text = \"stand 2018\""),
      ("maßnahmen wo text = \"x stand 2018\"", "maßnahmen wo text = \"x stand 2018\""),
    ])
  func words(_ text: String, _ printed: String) throws { #expect(try QueryParser.parse(text).printed == printed) }

  @Test("days counted from today are days")
  func today() throws {
    let query = try QueryParser.parse("maßnahmen stand heute - 90 tage | anzahl")
    #expect(query.moment.day == Datum.today.adding(days: -90).firstDay)
    #expect(try QueryParser.parse("maßnahmen bekannt heute").moment.known == Datum.today.firstDay)
  }

  @Test(
    "a moment without a date, twice, or in the wrong place is refused",
    arguments: [
      ("maßnahmen stand", "hinter \"stand\" fehlt ein Datum"), ("maßnahmen stand bald", "\"bald\" ist kein Datum"),
      ("maßnahmen gültig 2018", "\"2018\" ist kein Datum"), ("maßnahmen wo nr = 1 stand 31.02.2018 | anzahl", nil),
      ("maßnahmen stand 2018 | anzahl zum 2019", "\"zum\" steht hier zum zweiten Mal"),
      ("änderungen seit", "hinter \"seit\" fehlt ein Datum"), ("änderungen seit \"…\"", "\"…\" ist kein Datum"),
      ("ziele seit 2018", "seit gibt es nur bei änderungen"),
    ])
  func wrong(_ text: String, _ expected: String?) throws {
    guard let expected else {
      // An impossible day belongs to the value, where the comparison will name it.
      #expect(try QueryParser.parse(text).moment.isNow)
      return
    }
    #expect(#expect(throws: Hinweis.self) { try QueryParser.parse(text) }?.text == expected)
  }
}
