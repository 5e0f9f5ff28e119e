// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

/// Numbers to calculate with.
@Suite struct GermanNumberTests {
  @Test(
    "points group thousands, a comma begins the decimals",
    arguments: [
      ("0", 0), ("1250", 1250), ("1.250", 1250), ("1.250,50", 1250.5), ("1250,5", 1250.5), ("1.234.567,8", 1_234_567.8), ("0,5", 0.5),
      ("-3,2", -3.2),
      ("-1.250", -1250), ("-123.456", -123_456), ("1 250", 1250), ("1\u{A0}250,5", 1250.5), ("-0,5", -0.5),
    ])
  func german(_ text: String, _ value: Double) { #expect(GermanNumber.value(text) == value) }

  @Test(
    "a point that groups nothing is a decimal one, as machines write it",
    arguments: [("1250.5", 1250.5), ("1.5", 1.5), ("51.10", 51.1), ("-980.25", -980.25)])
  func machine(_ text: String, _ value: Double) { #expect(GermanNumber.value(text) == value) }

  @Test(
    "other texts are no numbers",
    arguments: ["", "-", ",", ",5", "1,", "1.", "1,2,3", "1.25.3,0", "12.50,0", "1.2.3", "drei", "5 €", "--5", "- ", "+5", "٣"])
  func others(_ text: String) { #expect(GermanNumber.value(text) == nil) }

  @Test(
    "what only a programmer calls a number is none",
    arguments: ["1e5", "1E5", "0x10", "-inf", "-infinity", "-nan", "1_000", "1p3", "1,5e3"])
  func programmers(_ text: String) { #expect(GermanNumber.value(text) == nil) }
}
