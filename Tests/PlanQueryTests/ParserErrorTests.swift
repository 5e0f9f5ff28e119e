// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanQuery
import Testing

/// Errors name what was found and what was expected, at its place.
@Suite struct ParserErrorTests {
  private static let comparisons = "=, !=, <, >, <=, >=, enthält, beginnt mit, unter, in (…), zwischen … und …, leer"
  private static let steps =
    "wo, mit, ohne, zeige, sortiere, gruppiere, kreuz, erste, letzte, anzahl, summe, durchschnitt, min, max, anteil, eindeutig, balken, linie, matrix, baum, zeitstrahl"

  /// A line with `^` under the part that is meant, and the error.
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
    "what is missing, unexpected or misspelt is named",
    arguments: [
      Wrong("", "^", "hier fehlt etwas; erwartet war ein Wort wie maßnahmen"),
      Wrong("| anzahl", "^", "unerwartet: \"|\"; erwartet war ein Wort wie maßnahmen"),
      Wrong("\"maßnahmen\"", "^^^^^^^^^^^", "unerwartet: \"maßnahmen\"; erwartet war ein Wort wie maßnahmen"),
      Wrong("maßnahmen |", "           ^", "hier fehlt etwas; erwartet war ein Schritt: \(steps)"),
      Wrong("maßnahmen | | anzahl", "            ^", "unerwartet: \"|\"; erwartet war ein Schritt: \(steps)"),
      Wrong("maßnahmen | zeuge nr", "            ^^^^^", "unbekannter Schritt \"zeuge\"", help: "gemeint ist vielleicht zeige"),
      Wrong("maßnahmen = 5", "          ^", "unerwartet: \"=\"; erwartet war \"|\" oder das Ende der Abfrage"),
      Wrong("maßnahmen wo", "            ^", "hier fehlt etwas; erwartet war eine Spalte"),
      Wrong("maßnahmen wo status", "                   ^", "hier fehlt etwas; erwartet war \(comparisons)"),
      Wrong(
        "maßnahmen wo status gleich x", "                    ^^^^^^", "\"gleich\" ist kein Vergleich",
        help: "möglich sind hier \(comparisons)"),
      Wrong("maßnahmen wo status =", "                     ^", "hier fehlt etwas; erwartet war ein Wert"),
      Wrong("maßnahmen wo status = | anzahl", "                      ^", "unerwartet: \"|\"; erwartet war ein Wert"),
      Wrong(
        "maßnahmen wo status = nicht geplant", "                      ^^^^^", "\"nicht\" ist hier ein Wort der Sprache",
        help: "als Wert steht es in Anführungszeichen: \"nicht\""),
      Wrong("maßnahmen wo text beginnt \"x\"", "                          ^^^", "unerwartet: \"x\"; erwartet war mit"),
      Wrong("maßnahmen wo text zwischen 1 oder 2", "                             ^^^^", "unerwartet: \"oder\"; erwartet war und"),
      Wrong("maßnahmen wo text ist voll", "                      ^^^^", "unerwartet: \"voll\"; erwartet war leer oder nicht leer"),
      Wrong(
        "maßnahmen wo status nicht geplant", "                          ^^^^^^^",
        "unerwartet: \"geplant\"; erwartet war leer, in, enthält, beginnt mit, unter oder zwischen"),
      Wrong("maßnahmen wo nr in 28,1", "                   ^^^^", "unerwartet: \"28,1\"; erwartet war \"(\""),
      Wrong("maßnahmen wo nr in (28,1; 28,2", "                              ^", "hier fehlt etwas; erwartet war \";\" oder \")\""),
      Wrong("maßnahmen wo nr in ()", "                    ^", "unerwartet: \")\"; erwartet war ein Wert"),
      Wrong("maßnahmen wo (ohne ziel", "                       ^", "hier fehlt etwas; erwartet war \")\", \"und\" oder \"oder\""),
      Wrong(
        "maßnahmen wo ohne ziel)", "                      ^", "unerwartet: \")\"; erwartet war \"|\", und, oder oder das Ende der Abfrage"),
      Wrong(
        "einheiten wo art = einheit mit maßnahmen", "                           ^^^",
        "unerwartet: \"mit\"; erwartet war \"|\", und, oder oder das Ende der Abfrage"),
      Wrong("maßnahmen zeige ziel..name", "                ^^^^^^^^^^", "zwischen zwei Punkten fehlt eine Spalte"),
      Wrong("maßnahmen zeige \"nr\"", "                ^^^^", "unerwartet: \"nr\"; erwartet war eine Spalte"),
      Wrong("maßnahmen zeige nr als", "                      ^", "hier fehlt etwas; erwartet war ein Name"),
      Wrong("maßnahmen | erste", "                 ^", "hier fehlt etwas; erwartet war eine Zahl"),
      Wrong("maßnahmen | erste -1", "                  ^^", "unerwartet: \"-1\"; erwartet war eine Zahl"),
      Wrong(
        "maßnahmen | gruppiere status: zahl", "                              ^^^^",
        "unerwartet: \"zahl\"; erwartet war eine Kennzahl: anzahl, summe, durchschnitt, min, max, anteil, eindeutig"),
      Wrong("maßnahmen | summe", "                 ^", "hier fehlt etwas; erwartet war eine Spalte"),
      Wrong("maßnahmen wo text = \"offen", "                    ^", "das Anführungszeichen wird nicht geschlossen"),
    ])
  func errors(_ wrong: Wrong) {
    let error = #expect(throws: Hinweis.self) { try QueryParser.parse(wrong.line) }
    #expect(error?.text == wrong.text)
    #expect(error?.excerpt?.start == wrong.caret.prefix { $0 == " " }.count)
    #expect(error?.excerpt?.length == wrong.caret.filter { $0 == "^" }.count)
    #expect(error?.help == wrong.help)
  }

  @Test(
    "where a value of several words ends at its und or oder, the error shows the quotation marks",
    arguments: [
      ("handlungsfeld = Arbeit und Ausbildung", "und", "Arbeit und Ausbildung"),
      ("handlungsfeld = Arbeit und Ausbildung | zeige nr", "und", "Arbeit und Ausbildung"),
      ("handlungsfeld = Kinder oder Jugendliche im Sozialraum", "oder", "Kinder oder Jugendliche im Sozialraum"),
      ("text enthält Rad und Tat und status = laufend", "und", "Rad und Tat"),
      ("(handlungsfeld = Arbeit und Ausbildung)", "und", "Arbeit und Ausbildung"),
      ("handlungsfeld in (Arbeit und Ausbildung; Bildung)", "und", "Arbeit und Ausbildung"),
    ])
  func unquoted(_ text: String, _ word: String, _ meant: String) throws {
    let error = try #require(#expect(throws: Hinweis.self) { try condition(text) })
    #expect(try #require(error.help).hasSuffix("ein Wert mit \(word) steht in Anführungszeichen: \"\(meant)\""))
  }

  @Test(
    "where the value stood in quotation marks or was a number between two, they are not the remedy",
    arguments: ["a = \"Arbeit\" und Ausbildung", "a zwischen 1 und 2 und b"])
  func otherwise(_ text: String) {
    let error = #expect(throws: Hinweis.self) { try condition(text) }
    #expect(error?.text.hasPrefix("hier fehlt etwas; erwartet war =") == true)
    #expect(error?.help == nil)
  }
}
