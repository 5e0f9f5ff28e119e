// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanQuery
import Testing

/// Whatever is typed gives a query or an error, and the error points into the line.
@Suite struct FuzzTests {
  private static let soup =
    QueryParser.reserved.sorted() + QueryParser.steps + [
      "maßnahmen", "nr", "30,2", "ziel.name", "ziel..name", ".", ",", ";", ":", "|", "(", ")", "=", "!=", "<", ">", "<=", ">=", "!", "\"",
      "\"x\"", "„", "“", "»", "«", "'",
      "'x'", "#", "# y\n", "–", "\u{A0}", "e\u{301}", "\u{301}", "\n\u{301}", "😀", "\u{0}", "\n", "\r\n", "beginnt", "ist", "nach",
      "absteigend",
      "999999999999999999999", "-1", "ß", "\u{FEFF}",
      "\u{202E}", "weil", "stand", "zum", "bekannt", "gültig", "am", "31.12.2018", "heute", "-", "90", "tage", "seit", "änderungen",
      "stand 2018",
    ]

  @Test("any soup of words and signs", arguments: 0..<8)
  func soup(_ seed: Int) {
    var generator = QueryGenerator(seed: UInt64(seed) + 100)
    for _ in 0..<1500 {
      let words = generator.several(0...12) { $0.pick(FuzzTests.soup) }
      check((generator.number(0...1) == 0 ? "maßnahmen wo " : "") + words.joined(separator: generator.pick([" ", "", "  "])))
    }
  }

  @Test("a good query with one character gone, doubled or changed", arguments: 0..<4)
  func slips(_ seed: Int) {
    var generator = QueryGenerator(seed: UInt64(seed) + 200)
    for _ in 0..<1000 {
      var text = Array(generator.query().printed)
      let place = generator.number(0...text.count - 1)
      switch generator.number(0...2) {
      case 0: text.remove(at: place)
      case 1: text.insert(text[place], at: place)
      default: text[place] = generator.pick(Array("\"'|(),;:=<>!#.–„“ \u{A0}xä"))
      }
      check(String(text))
    }
  }

  @Test("random bytes", arguments: 0..<4)
  func bytes(_ seed: Int) {
    var numbers = SeededNumbers(UInt64(seed) + 300)
    for _ in 0..<1000 {
      check(
        String(
          decoding: (0..<Int.random(in: 0...40, using: &numbers)).map { _ in UInt8.random(in: 0...255, using: &numbers) }, as: UTF8.self))
    }
  }

  @Test(
    "brackets and nicht without end are refused before they exhaust the stack",
    arguments: [
      "maßnahmen wo " + String(repeating: "(", count: 200_000), "maßnahmen wo " + String(repeating: "nicht ", count: 200_000) + "ohne ziel",
      "maßnahmen wo " + String(repeating: "(nicht ", count: 100_000) + "ohne ziel" + String(repeating: ")", count: 100_000),
    ])
  func depth(_ text: String) {
    let error = #expect(throws: Hinweis.self) { try QueryParser.parse(text) }
    #expect(error?.text == "die Bedingung ist zu tief geschachtelt (mehr als 100 Klammern und nicht ineinander)")
    #expect(error?.help == "die Abfrage mit | in mehrere Schritte teilen")
  }

  @Test("as many conditions one behind the other as anyone wants are read")
  func length() throws {
    let text = "maßnahmen wo " + Array(repeating: "(nicht ohne ziel)", count: 20_000).joined(separator: " oder ")
    guard case .filter(.or(let parts))? = try QueryParser.parse(text).steps.first else { throw Hinweis("kein oder") }
    #expect(parts.count == 20_000)
  }

  private func check(_ text: String) {
    let length = text.count
    _ = Lexer.open(in: text)
    do throws(Hinweis) {
      let query = try QueryParser.parse(text)
      let again = try? QueryParser.parse(query.printed)
      #expect(again == query, "\(text.debugDescription)")
    } catch {
      #expect(!error.text.isEmpty)
      guard let excerpt = error.excerpt else { return }
      #expect((0...length).contains(excerpt.start) && excerpt.start + excerpt.length <= length + 1, "\(text.debugDescription)")
    }
  }
}
