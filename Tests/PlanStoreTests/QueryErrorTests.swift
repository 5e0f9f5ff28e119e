// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanQuery
import Testing

/// Words that the plan does not know are named, with those that may be meant.
@Suite struct QueryErrorTests {
  /// A question with `^` under the part that is meant, and the error.
  struct Wrong: CustomTestStringConvertible {
    var line: String
    var caret: String
    var text: String
    var help: String?

    init(_ line: String, _ caret: String, _ text: String, help: String? = nil) {
      (self.line, self.caret, self.text, self.help) = (line, caret, text, help)
    }

    var testDescription: String { line }
  }

  @Test(
    "a wrong word",
    arguments: [
      Wrong("masnahmen", "^^^^^^^^^", "unbekanntes Wort \"masnahmen\"", help: "gemeint ist vielleicht maßnahmen oder abnahmen"),
      Wrong(
        "maßnahmen wo statuss = x", "             ^^^^^^^", "maßnahmen haben keine Spalte \"statuss\"",
        help: "gemeint ist vielleicht status"),
      Wrong(
        "maßnahmen wo hut > 1", "                   ^", "federführung sind Dinge, und 1 ist eine Zahl",
        help: "wie viele es sind, zählt: federführung.anzahl > 1"),
      Wrong("maßnahmen wo hutt = x", "             ^^^^", "maßnahmen haben keine Spalte \"hutt\"", help: "gemeint ist vielleicht hut"),
      Wrong(
        "maßnahmen wo themenfelt = x", "             ^^^^^^^^^^", "maßnahmen haben keine Spalte \"themenfelt\"",
        help: "gemeint ist vielleicht Themenfeld"),
      Wrong(
        "maßnahmen zeige hut.nahme", "                    ^^^^^", "akteure haben keine Spalte \"nahme\"",
        help: "gemeint ist vielleicht name"),
      Wrong("maßnahmen zeige text.name", "                     ^^^^", "\"text\" führt zu keinem anderen Ding"),
    ])
  func words(_ wrong: Wrong) throws { try expect(wrong) }

  @Test(
    "a wrong value",
    arguments: [
      Wrong(
        "maßnahmen wo status = geplannt", "                      ^^^^^^^^", "status ist nie \"geplannt\"",
        help: "gemeint ist vielleicht geplant"),
      Wrong(
        "maßnahmen wo zielgruppe = Kindr", "                          ^^^^^", "zielgruppe ist nie \"Kindr\"",
        help: "gemeint ist vielleicht Kinder"),
      Wrong(
        "maßnahmen wo zielgruppe unter Alle", "                              ^^^^", "zielgruppe ist nie \"Alle\"",
        help: "möglich sind Allgemein, Kinder, Jugendliche, Institutionen"),
      Wrong(
        "maßnahmen wo handlungsfeld = Bildun", "                             ^^^^^^",
        "handlungsfeld \"Bildun\" gibt es in diesem Plan nicht", help: "gemeint ist vielleicht Bildung"),
      Wrong(
        "maßnahmen wo hut unter \"FB 57\"", "                       ^^^^^^^", "akteur \"FB 57\" gibt es in diesem Plan nicht",
        help: "gemeint ist vielleicht \"FB 50\" oder \"FB 51\""),
      Wrong(
        "einträge wo zeile = drei", "                    ^^^^", "\"drei\" ist keine Zahl", help: "Zahlen stehen so: 1250 oder 1.250,50"),
      Wrong(
        "einheiten wo gültig_von < bald", "                          ^^^^", "\"bald\" ist kein Datum",
        help: "Daten stehen so: 31.12.2024, 12/2024, III/2024, 2024 oder heute - 90 tage"),
      Wrong("akteure wo geprüft = vielleicht", "                     ^^^^^^^^^^", "\"vielleicht\" ist weder ja noch nein"),
    ])
  func values(_ wrong: Wrong) throws { try expect(wrong) }

  @Test(
    "a comparison that the column does not have",
    arguments: [
      Wrong(
        "einträge wo zeile enthält 5", "                          ^", "\"enthält\" geht hier nicht",
        help: "möglich sind =, !=, <, >, <= und >="),
      Wrong(
        "einheiten wo gültig_von beginnt mit 2020", "                                    ^^^^", "\"beginnt mit\" geht hier nicht",
        help: "möglich sind =, !=, <, >, <= und >="),
      Wrong("akteure wo geprüft > ja", "                     ^^", "\">\" geht hier nicht", help: "möglich sind = und !="),
      Wrong(
        "maßnahmen wo text unter x", "             ^^^^", "text bildet keinen Baum; unter geht nur bei Einheiten und Handlungsfeldern",
        help: "text = x"),
    ])
  func comparisons(_ wrong: Wrong) throws { try expect(wrong) }

  @Test(
    "a grouping that makes no sense",
    arguments: [
      Wrong("maßnahmen | summe text", "                  ^^^^", "summe braucht eine Spalte mit Zahlen; text hat keine"),
      Wrong(
        "maßnahmen | gruppiere status | sortiere nr", "                                        ^^", "hier gibt es keine Spalte \"nr\"",
        help: "möglich sind status, anzahl"),
      Wrong(
        "maßnahmen | gruppiere status | wo hut unter x", "                                  ^^^", "nach gruppiere gibt es kein unter",
        help: "die Bedingung vor gruppiere stellen"),
    ])
  func groups(_ wrong: Wrong) throws { try expect(wrong) }

  @Test("groups are rows of their own, which kreuz cannot take apart again")
  func twice() {
    let error = #expect(throws: Hinweis.self) { try SamplePlan.ask("maßnahmen | gruppiere status | kreuz status x hut") }
    #expect(error?.text == "schon gruppiert" && error?.help == "kreuz steht vor gruppiere, nicht dahinter")
  }

  private func expect(_ wrong: Wrong, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let error = #expect(throws: Hinweis.self, sourceLocation: sourceLocation) { try SamplePlan.ask(wrong.line) }
    #expect(error?.text == wrong.text, sourceLocation: sourceLocation)
    #expect(error?.excerpt?.start == wrong.caret.prefix { $0 == " " }.count, sourceLocation: sourceLocation)
    #expect(error?.excerpt?.length == wrong.caret.filter { $0 == "^" }.count, sourceLocation: sourceLocation)
    #expect(error?.help == wrong.help, sourceLocation: sourceLocation)
  }
}

/// A query in the words of the shell.
func query(_ text: String) throws(Hinweis) -> Query { try QueryParser.parse(text) }
