// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanTables
import Testing

@Suite struct HeaderTests {
  private func town() throws -> Town {
    try Town(
      """
      layout kurz "Kurze Liste"
        kopfzeilen 1 maßgeblich 1
        spalte "Nr" ist nr
        spalte "Maßnahme" ist text
        spalte "Zuständigkeit" ist rolle federführung
      ende
      layout lang "Lange Liste"
        kopfzeilen 1 maßgeblich 1
        spalte "Nr" ist nr
        spalte "Handlungsfeld" ist handlungsfeld
        spalte "Maßnahme" oder "Vorhaben" ist text
        spalte "Zuständigkeit" ist rolle federführung
        spalte "Status" ist status
        spalte "Bemerkung" ist bemerkung
      ende
      """)
  }

  static let headers: [[[String]]] = [
    [["Nr", "Handlungsfeld", "Maßnahme", "Zuständigkeit", "Status", "Bemerkung"]],
    [["lfd. Nr.", "Hand-\nlungsfeld", "Vorhaben", "Zust.", "Status 2)", "Bemerkung"]],
    [["", "Handlungsfeld", "Maßnahme", "", "", "Bemerkung"], ["Nr", "", "", "Zuständigkeit", "Status", ""]],
    [["Plan der Stadt"], [], ["Nr", "Handlungsfeld", "Maßnahme", "Zuständigkeit", "Status", "Bemerkung"]],
  ]

  @Test("a header is known in one row or several, with breaks, footnotes, abbreviations and other words", arguments: headers)
  func known(_ header: [[String]]) throws {
    let town = try town()
    let result = try town.read(header + [["1", "Sport", "Radkurs", "DRK", "läuft", "neu"]])
    #expect((result.layout, result.account.isComplete) == ("lang", true))
    #expect(
      try town.rows("maßnahmen | zeige nr, handlungsfeld, text, federführung, status, bemerkung") == [
        ["1", "Sport", "Radkurs", "DRK", "laufend", "neu"]
      ])
  }

  @Test("the layout that knows more of the table is chosen, and it is said how sure that is")
  func chosen() throws {
    let result = try town().read(HeaderTests.headers[0] + [["1", "Sport", "Radkurs", "", "", ""]])
    #expect(result.certainty == "6 von 6 Spalten erkannt, Kopf in Zeile 1; als Nächstes passt kurz: 3 von 3")
    let short = try town().read([["Nr", "Maßnahme", "Zuständigkeit"], ["1", "Radkurs", ""]])
    #expect(short.layout == "kurz")
  }
}
