// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanQuery
import Testing

/// Lines come from Word, from mail and from macOS.
@Suite struct TypographyTests {
  private static let plain = "maßnahmen wo gültig_von > 2020 und hut unter \"FB 51\""

  @Test(
    "the same query in other type",
    arguments: [
      plain.replacing(" ", with: "\u{A0}"), plain.replacing(" ", with: "\u{202F}"), plain.replacing("\"FB 51\"", with: "„FB 51“"),
      plain.replacing("ü", with: "u\u{308}"), plain.replacing("ü", with: "ue").replacing("ß", with: "ss"),
      plain.uppercased().replacing("GÜLTIG_VON", with: "gültig_von"),
    ])
  func otherType(_ text: String) throws {
    let (read, expected) = (try QueryParser.parse(text), try QueryParser.parse(TypographyTests.plain))
    #expect(Fold.key(read.printed) == Fold.key(expected.printed))
  }

  @Test("an en dash in a word is a hyphen; inside quotation marks it stays, and the comparison folds it")
  func dashes() throws {
    #expect(try condition("handlungsfeld = Bildung–Vorschulisch") == compare("handlungsfeld", .equal, "Bildung-Vorschulisch"))
    #expect(try condition("handlungsfeld = \"Bildung–Vorschulisch\"") == compare("handlungsfeld", .equal, "Bildung–Vorschulisch"))
    #expect(Fold.key("Bildung–Vorschulisch") == Fold.key("Bildung-Vorschulisch"))
  }

  @Test("the place of an error is counted right behind such letters")
  func places() {
    let error = #expect(throws: Hinweis.self) { try QueryParser.parse("mo\u{308}bel\u{A0}wo a–b = 1\u{A0}| zeuge") }
    #expect(error?.text == "unbekannter Schritt \"zeuge\"")
    #expect(error?.excerpt?.start == 19)
  }
}
