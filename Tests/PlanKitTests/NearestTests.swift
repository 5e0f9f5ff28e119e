// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

/// What a misspelt word may have meant.
@Suite struct NearestTests {
  private let steps = ["wo", "zeige", "sortiere", "gruppiere", "anzahl", "erste", "letzte"]

  @Test(
    "a letter too many, too few, wrong or in the wrong place",
    arguments: [("sortierre", "sortiere"), ("gruppiee", "gruppiere"), ("zeuge", "zeige"), ("anzhal", "anzahl"), ("ANZAHL", "anzahl")])
  func slips(_ typed: String, _ meant: String) { #expect(Fold.nearest(typed, among: steps) == [meant]) }

  @Test("blanks count for nothing")
  func blanks() { #expect(Fold.nearest("FB5", among: ["FB 51", "Jobcenter", "VHS"]) == ["FB 51"]) }

  @Test("umlauts may be written out")
  func umlauts() { #expect(Fold.nearest("traeger", among: ["träger", "ziele"]) == ["träger"]) }

  @Test("the nearest comes first, at most three are named, and of equals the first in the alphabet")
  func order() {
    #expect(Fold.nearest("zielf", among: ["zielfeld", "ziele", "ziel"]) == ["ziel", "ziele"])
    #expect(Fold.nearest("bbb", among: ["bbe", "bbd", "bbc", "bba"]) == ["bba", "bbc", "bbd"])
  }

  @Test("a word that means none of them finds none")
  func none() {
    #expect(Fold.nearest("xyz", among: steps) == [])
    #expect(Fold.nearest("", among: steps) == [])
    #expect(Fold.nearest("wo", among: []) == [])
  }

  @Test("the error names the nearest words, or all if they are few and none is near")
  func didYouMean() {
    let error = Hinweis("unbekannt")
    #expect(error.didYouMean("zeuge", steps).help == "gemeint ist vielleicht zeige")
    #expect(error.didYouMean("geplan", ["geplant", "nicht geplant"]).help == "gemeint ist vielleicht geplant")
    #expect(error.didYouMean("kein angabe", ["keine Angabe", "laufend"]).help == "gemeint ist vielleicht \"keine Angabe\"")
    #expect(error.didYouMean("qqqq", ["ja", "nein"]).help == "möglich sind ja, nein")
    #expect(error.didYouMean("qqqq", (1...41).map { "wort\($0)" }).help == nil)
    #expect(error.didYouMean("qqqq", []).help == nil)
  }
}
