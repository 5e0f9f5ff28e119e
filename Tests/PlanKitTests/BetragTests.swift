// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

/// Amounts stay what somebody said; a sum takes the figure where there is one.
@Suite struct BetragTests {
  @Test(
    "an exact figure, however it is written",
    arguments: [
      ("2000", 2000, ""), ("2.000 €", 2000, "€"), ("2000€", 2000, "€"), ("1.234,50 Euro", 1234.5, "€"), ("500,- €", 500, "€"),
      ("500,– EUR", 500, "€"), ("0,5 VZÄ", 0.5, "VZÄ"), ("1,5 Stellen", 1.5, "VZÄ"), ("1 Stelle", 1, "VZÄ"), ("0 €", 0, "€"),
      ("€ 500", 500, "€"), ("-500 €", -500, "€"), ("–500 €", -500, "€"),
      ("12 Kurse", 12, "Kurse"), ("500 bis auf weiteres", 500, ""), ("500 € bis Ende 2025", 500, "€"), ("0,5 VZÄ E9c", 0.5, "VZÄ"),
    ])
  func exact(_ text: String, _ value: Double, _ unit: String) {
    let amount = Betrag(text)
    #expect((amount.text, amount.value, amount.unit, amount.isInexact) == (text, value, unit, false))
  }

  @Test(
    "thousands and millions",
    arguments: [("2 T€", 2000), ("2,5 TEUR", 2500), ("3 Tsd. €", 3000), ("1,2 Mio. €", 1_200_000), ("2 Millionen Euro", 2_000_000)])
  func scales(_ text: String, _ value: Double) {
    #expect(Betrag(text).value == value)
    #expect(Betrag(text).unit == "€")
    #expect(!Betrag(text).isInexact)
  }

  @Test(
    "a figure with doubt says so",
    arguments: [
      ("ca. 2 T€", 2000), ("rund 500 €", 500), ("bis zu 3.000 €", 3000), ("etwa 0,5 VZÄ", 0.5), ("mindestens 10 €", 10), ("Ca. 7 €", 7),
    ])
  func doubt(_ text: String, _ value: Double) {
    #expect(Betrag(text).value == value)
    #expect(Betrag(text).isInexact)
  }

  @Test(
    "of a range the upper end counts, with doubt",
    arguments: [
      "2000-3000 €", "2.000–3.000 €", "2.000 - 3.000 €", "2.000 bis 3.000 Euro", "2 T€ bis 3 T€", "2000€ bis 3000€", "2.000 - 3000€",
    ])
  func ranges(_ text: String) {
    #expect(Betrag(text).value == 3000)
    #expect(Betrag(text).isInexact)
    #expect(Betrag(text).text == text)
  }

  @Test(
    "words without a figure are an amount all the same",
    arguments: ["im Rahmen vorhandener Mittel", "hohe Beträge", "nach Haushaltsbeschluss", "-", "ca.", ""])
  func words(_ text: String) {
    #expect(Betrag(text).text == text)
    #expect(Betrag(text).value == nil)
    #expect(Betrag(text).unit.isEmpty)
  }

  @Test("blanks and line breaks in the words are one blank")
  func blanks() {
    #expect(Betrag("  ca.\u{A0}2 \n T€ ").text == "ca. 2 T€")
    #expect(Betrag("ca.\u{A0}2 \n T€").value == 2000)
  }

  @Test("what looks like a figure and is none has no value", arguments: ["1,2,3 €", "§ 14", "1.23.4 €"])
  func none(_ text: String) { #expect(Betrag(text).value == nil) }

  @Test("two amounts said alike are equal, whatever the blanks")
  func equal() {
    #expect(Betrag("ca. 2 T€") == Betrag(" ca.  2 T€"))
    #expect(Betrag("2 T€") != Betrag("2000 €"))
  }
}
