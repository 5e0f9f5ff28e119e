// SPDX-License-Identifier: GPL-3.0-or-later
import PlanQuery
import Testing

/// What is open at the end of a line, so that the prompt and scripts go on with the next.
@Suite struct OpenInputTests {
  @Test(
    "a line goes on where something is open",
    arguments: [
      ("maßnahmen wo text = \"abc", "\""), ("maßnahmen wo text = „abc", "\""), ("\"", "\""), ("maßnahmen wo (ohne ziel", "("),
      ("maßnahmen wo nr in (28,1;", "("),
      ("maßnahmen |", "|"), ("maßnahmen | # Kommentar", "|"), ("maßnahmen | zeige nr,", ","), ("maßnahmen | gruppiere status:", ":"),
      ("maßnahmen wo status =", "="), ("maßnahmen wo", "wo"), ("maßnahmen wo ohne ziel und", "und"),
      ("maßnahmen wo ohne ziel ODER", "oder"), ("((a)", "("),
    ])
  func open(_ text: String, _ sign: String) { #expect(Lexer.open(in: text) == sign) }

  @Test(
    "a line ends where nothing is open",
    arguments: [
      "", "   ", "# nur ein Kommentar | (", "maßnahmen", "maßnahmen wo text = \"und\"", "maßnahmen wo text = \"a (\"",
      "maßnahmen wo nr in (28,1; 28,2)", "maßnahmen )", "hilfe",
      "maßnahmen wo text = \"|\"",
    ])
  func closed(_ text: String) { #expect(Lexer.open(in: text) == nil) }
}
