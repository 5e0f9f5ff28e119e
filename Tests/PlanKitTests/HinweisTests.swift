// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

/// What kip tells its users.
@Suite struct HinweisTests {
  @Test("a place says as much as is known of it")
  func places() {
    #expect(Place(file: "katalog.csv", line: 12, column: 4).description == "katalog.csv:12:4")
    #expect(Place(file: "katalog.csv", line: 12).description == "katalog.csv:12")
    #expect(Place(file: "katalog.csv").description == "katalog.csv")
    #expect(Place(file: nil, line: 3).description == "3")
    #expect(Place(file: nil, line: nil, column: 4).description == "")
    var cell = Place(file: "k.xlsx", line: 2)
    cell.sheet = "Blatt 1"
    #expect(cell.description == "k.xlsx:'Blatt 1'!2")
    cell.column = 28
    #expect(cell.description == "k.xlsx:'Blatt 1'!AB2")
    cell.sheet = "Maßnahmen"
    #expect(cell.description == "k.xlsx:Maßnahmen!AB2")
  }

  @Test("hinweis, warnung and fehler weigh more in this order")
  func grades() {
    #expect(Hinweis.Grade.allCases.sorted() == [.hinweis, .warnung, .fehler])
    #expect(Hinweis("x").grade == .fehler)
  }

  @Test("what is added later does not take away what was known")
  func additions() {
    let finding = Hinweis("x").help("tun").at(Place(file: "a")).rule("r", thing: "maßnahme 1")
    #expect(finding.help(nil).help == "tun")
    #expect(finding.at(nil).place?.file == "a")
    #expect(finding.rule("s").thing == "maßnahme 1")
    #expect(finding.grade(.warnung).text == "x")
  }

  @Test("the caret is at least one character wide")
  func excerpts() {
    #expect(Hinweis.Excerpt(line: "ab", start: 1, length: 0).length == 1)
    #expect(Hinweis("x").marked(Span(start: 3, length: 2)).excerpt == Hinweis.Excerpt(line: "", start: 3, length: 2))
    #expect(Hinweis("x").marked(nil).excerpt == nil)
  }
}
