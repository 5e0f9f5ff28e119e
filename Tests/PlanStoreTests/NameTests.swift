// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import PlanStore

/// By which words a thing is known.
@Suite struct NameTests {
  @Test(
    "a measure is known by any number of its entries, then by its own number, then by its text",
    arguments: [("28,2", 1), ("28", 2), ("praktika", 1), ("0120", 1), ("120", 0), ("28,3", 0), ("", 0)])
  func measures(_ word: String, _ count: Int) throws {
    try SamplePlan.with { (store) throws in
      #expect(try store.find(#require(try store.noun("maßnahme")), word).count == count)
    }
  }

  @Test("an actor is known by code, second code, name or another way to write the code")
  func actors() throws {
    try SamplePlan.with { (store) throws in
      let unit = try #require(try store.thing("einheit", "FB 51"))
      for word in ["fb 51", "0510", "Kinder, Jugend und Familie", "Fachbereich 51"] { #expect(try store.thing("akteur", word) == unit) }
    }
  }

  @Test("a noun that is a part of a table knows only its own things, by name and by id")
  func restricted() throws {
    try SamplePlan.with { (store) throws in
      let (unit, club) = (try #require(try store.thing("einheit", "FB 51")), try #require(try store.thing("organisation", "AWO")))
      #expect(try store.thing("person", "FB 51") == nil && store.thing("einheit", "AWO") == nil)
      #expect(try store.thing("einheit", "Nr. \(unit)") == unit && store.thing("akteur", "nr. \(club)") == club)
      #expect(try store.thing("einheit", "Nr. \(club)") == nil && store.thing("maßnahme", "Nr. \(unit)") == nil)
      #expect(try store.thing("einheit", String(unit)) == nil)
      #expect(try store.thing("organisation", "51") == nil)
    }
  }

  @Test("a change is known by its number")
  func changes() throws {
    #expect(try SamplePlan.with { try $0.thing("änderung", "2") } == 2)
  }

  @Test("the names of a noun's things are told for completion, not more than wanted")
  func names() throws {
    try SamplePlan.with { (store) throws in
      let fields = try #require(try store.noun("handlungsfeld"))
      #expect(
        try store.names(of: fields, atMost: 10)
          == ["Bildung", "Frühe Bildung", "Interkulturelle Öffnung", "Arbeit und Ausbildung", "Früh", "IKO"])
      #expect(try store.names(of: fields, atMost: 1) == ["Bildung"])
    }
  }

  @Test("what the municipality calls a column works in every question, in any spelling")
  func terms() throws {
    for word in ["hut", "Hut", "federführung", "FEDERFUEHRUNG"] {
      #expect(try SamplePlan.column("maßnahmen mit \(word) | anzahl") == ["3"])
    }
  }
}
