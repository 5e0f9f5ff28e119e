// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanQuery
import Testing

/// Words, texts and signs.
@Suite struct LexerTests {
  @Test(
    "a comma or point inside a number belongs to it, a comma before a blank separates",
    arguments: [
      ("30,2", ["30,2"]), ("28,1, 28,2", ["28,1", ",", "28,2"]), ("(28,1; 28,2)", ["(", "28,1", ";", "28,2", ")"]),
      ("1.250,50", ["1.250,50"]),
      ("nr,", ["nr", ","]), ("(nr,)", ["(", "nr", ",", ")"]), ("ziel.name", ["ziel.name"]), ("status: anzahl", ["status", ":", "anzahl"]),
      ("12:30", ["12:30"]), ("III/2024", ["III/2024"]), ("a<=b", ["a", "<=", "b"]), ("a!=b", ["a", "!=", "b"]),
      ("a=b|c", ["a", "=", "b", "|", "c"]),
      ("heute - 90 tage", ["heute", "-", "90", "tage"]),
    ])
  func splitting(_ text: String, _ expected: [String]) throws { #expect(try Lexer.tokens(text).map(\.text) == expected) }

  @Test("a comment begins with # after a blank and ends with its line; inside a word or text # is a letter")
  func comments() throws {
    #expect(try Lexer.tokens("# nur das").isEmpty)
    #expect(try Lexer.tokens("a # b\nc").map(\.text) == ["a", "c"])
    #expect(try Lexer.tokens("a#b \"# c\"").map(\.text) == ["a#b", "# c"])
  }

  @Test(
    "texts in the quotation marks of shells, Word and mail",
    arguments: ["\"FB 51\"", "„FB 51“", "„FB 51”", "„FB 51\"", "“FB 51”", "»FB 51«", "'FB 51'", "‚FB 51‘"])
  func quotes(_ text: String) throws {
    let tokens = try Lexer.tokens("=\(text)|")
    #expect(tokens.map(\.text) == ["=", "FB 51", "|"])
    #expect(tokens[1].kind == .text)
    #expect(tokens[1].span.start == 1 && tokens[1].span.length == 7)
  }

  @Test("two quotation marks in a row stand for one; other ones mean nothing inside")
  func inside() throws {
    #expect(try Lexer.tokens("\"er sagte \"\"ja\"\"\"").map(\.text) == ["er sagte \"ja\""])
    #expect(try Lexer.tokens("'it''s'").map(\.text) == ["it's"])
    #expect(try Lexer.tokens("\"it's | (so)\"").map(\.text) == ["it's | (so)"])
    #expect(try Lexer.tokens("\"\"").map(\.text) == [""])
    #expect(try Lexer.tokens("\"\"\"\"").map(\.text) == ["\""])
    #expect(try Lexer.tokens("ist's gut").map(\.text) == ["ist's", "gut"])
  }

  @Test("places are counted in characters as they are seen, not in bytes")
  func places() throws {
    let tokens = try Lexer.tokens("ma\u{DF}nahmen u\u{308}ber 😀 =")
    #expect(tokens.map(\.span.start) == [0, 10, 15, 17])
    #expect(tokens.map(\.span.length) == [9, 4, 1, 1])
  }

  @Test("an open text is an error at its quotation mark", arguments: [("wo \"abc", 3), ("„abc", 0), ("a = 'b", 4), ("\"a\"\"", 0)])
  func unclosed(_ text: String, _ start: Int) {
    let error = #expect(throws: Hinweis.self) { try Lexer.tokens(text) }
    #expect(error?.text == "das Anführungszeichen wird nicht geschlossen")
    #expect(error?.excerpt?.start == start && error?.excerpt?.length == 1)
  }
}
