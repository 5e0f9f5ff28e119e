// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanQuery
import Testing

/// Conditions behind `wo`.
@Suite struct ConditionTests {
  @Test(
    "each comparison is read",
    arguments: [
      ("nr = 30,2", compare("nr", .equal, "30,2")),
      ("nr != 30,2", compare("nr", .unequal, "30,2")),
      ("frist < 31.12.2024", compare("frist", .less, "31.12.2024")),
      ("frist > III/2024", compare("frist", .greater, "III/2024")),
      ("mittel <= 1.250,50", compare("mittel", .atMost, "1.250,50")),
      ("mittel >= 5", compare("mittel", .atLeast, "5")),
      ("nr=30,2", compare("nr", .equal, "30,2")),
      ("text enthält Sprache", compare("text", .contains, "Sprache")),
      ("text beginnt mit \"Der\"", compare("text", .begins, "Der")),
      ("hut unter \"FB 51\"", .below(path("hut"), Operand("FB 51"))),
      ("nr in (28,1; 28,2)", .among(path("nr"), [Operand("28,1"), Operand("28,2")])),
      ("nr in (28,1, 28,2)", .among(path("nr"), [Operand("28,1"), Operand("28,2")])),
      ("nr in (28,1)", .among(path("nr"), [Operand("28,1")])),
      ("frist zwischen 2023 und 2024", .and([compare("frist", .atLeast, "2023"), compare("frist", .atMost, "2024")])),
      ("ziel leer", .empty(path("ziel"))),
      ("ziel ist leer", .empty(path("ziel"))),
      ("ziel nicht leer", .not(.empty(path("ziel")))),
      ("nr nicht in (1; 2)", .not(.among(path("nr"), [Operand("1"), Operand("2")]))),
      ("hut nicht unter FB", .not(.below(path("hut"), Operand("FB")))),
      ("ziel ist nicht leer", .not(.empty(path("ziel")))),
      ("ohne ziel", .empty(path("ziel"))),
      ("mit ziel", .not(.empty(path("ziel")))),
      ("ziel.handlungsfeld.name = Bildung", compare("ziel.handlungsfeld.name", .equal, "Bildung")),
    ])
  func comparisons(_ text: String, _ expected: Condition) throws { #expect(try condition(text) == expected) }

  @Test("und binds stronger than oder, nicht stronger than und, and brackets stronger than all")
  func binding() throws {
    let (a, b, c) = (Condition.empty(path("a")), Condition.empty(path("b")), Condition.empty(path("c")))
    #expect(try condition("a leer oder b leer und c leer") == .or([a, .and([b, c])]))
    #expect(try condition("(a leer oder b leer) und c leer") == .and([.or([a, b]), c]))
    #expect(try condition("nicht a leer und b leer") == .and([.not(a), b]))
    #expect(try condition("nicht (a leer und b leer)") == .not(.and([a, b])))
    #expect(try condition("nicht nicht a leer") == .not(.not(a)))
    #expect(try condition("((a leer))") == a)
    #expect(try condition("a leer und b leer und c leer") == .and([a, b, c]))
    #expect(
      try condition("frist zwischen 1 und 2 und a leer")
        == .and([.and([compare("frist", .atLeast, "1"), compare("frist", .atMost, "2")]), a]))
  }

  @Test("a value without quotation marks goes on to the next word of the language")
  func words() throws {
    #expect(try condition("status = keine Angabe") == compare("status", .equal, "keine Angabe"))
    #expect(try condition("hut = FB 51 und ohne ziel") == .and([compare("hut", .equal, "FB 51"), .empty(path("ziel"))]))
    #expect(try condition("(hut = FB 51)") == compare("hut", .equal, "FB 51"))
    #expect(try condition("handlungsfeld = \"Arbeit und Ausbildung\"") == compare("handlungsfeld", .equal, "Arbeit und Ausbildung"))
    #expect(try condition("text = \"\"") == compare("text", .equal, ""))
  }

  @Test("a value knows where it stood, from its first word to its last")
  func spans() throws {
    guard case .compare(_, _, let operand)? = try condition("status = keine   Angabe") else { throw Hinweis("kein Vergleich") }
    #expect(operand.text == "keine Angabe")
    #expect(operand.span.start == 22 && operand.span.length == 14)
  }

  @Test("every word of the language is a value in quotation marks", arguments: QueryParser.reserved.sorted())
  func quoted(_ word: String) throws {
    #expect(try condition("text = \"\(word)\"") == compare("text", .equal, word))
    #expect(throws: Hinweis.self) { try condition("text = \(word)") }
  }
}
