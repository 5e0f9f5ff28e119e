// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

/// Codes of units as towns write them.
@Suite struct UnitCodeTests {
  @Test(
    "one unit, however it is written",
    arguments: ["FB 51", "FB51", "fb 51", "Fachbereich 51", "FACHBEREICH 51", "FB. 51", "FB\u{A0}51", " FB  51 ", "51"])
  func spellings(_ text: String) throws {
    let code = try #require(UnitCode(text))
    #expect(code.matches(try #require(UnitCode("FB 51"))))
    #expect(code.number == "51")
  }

  @Test("two kinds that differ are two units", arguments: [("FB 51", "Ref. 51"), ("Amt 51", "Fachbereich 51"), ("Abt. 51", "SG 51")])
  func kinds(_ a: String, _ b: String) throws { #expect(try !#require(UnitCode(a)).matches(#require(UnitCode(b)))) }

  @Test(
    "the number is a label: 51.10 is not 51.1, and 0120 not 120",
    arguments: [("51.10", "51.1"), ("Ref. 0120", "Ref. 120"), ("FB 5", "FB 51")])
  func labels(_ a: String, _ b: String) throws { #expect(try !#require(UnitCode(a)).matches(#require(UnitCode(b)))) }

  @Test("51.3 and 51.31 stand below 51; 51.3 itself, 511 and 5 do not")
  func tree() throws {
    let unit = try #require(UnitCode("FB 51"))
    for below in ["51.3", "51.31", "51.3.1", "Abt. 51.3"] { #expect(unit.isAbove(try #require(UnitCode(below))), "\(below)") }
    for other in ["51", "511", "511.3", "5", "5.51", "50.2"] { #expect(!unit.isAbove(try #require(UnitCode(other))), "\(other)") }
    #expect(try !#require(UnitCode("51.3")).isAbove(#require(UnitCode("51.31"))))
    #expect(try #require(UnitCode("50.2")).isAbove(#require(UnitCode("50.2.1"))))
  }

  @Test(
    "other texts are no codes",
    arguments: ["", "FB", "Bildung", "AWO 51", "FB 51: Kinder", "51.", "51-3", "x51", "FB 51 a", ".51", "51²", "½", "FB51FB"])
  func others(_ text: String) { #expect(UnitCode(text) == nil) }
}
