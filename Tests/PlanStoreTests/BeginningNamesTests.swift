// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import PlanStore

@Suite struct BeginningNamesTests {
  private func names(_ word: String, _ beginning: String, atMost limit: Int = 100) throws -> [String] {
    try SamplePlan.with { store in
      let noun = try #require(try store.noun(word))
      return try store.names(of: noun, beginning: Fold.key(beginning), atMost: limit).map(\.name)
    }
  }

  @Test("things are found by how any of their names begins")
  func beginnings() throws {
    #expect(try names("einheiten", "51") == ["51.3", "51.31", "51.10"])
    #expect(try names("akteure", "aw") == ["AWO"])
    #expect(try names("einheiten", "Kinder") == ["Kinder, Jugend und Familie", "Kindertagesstätten"])
    #expect(try names("maßnahmen", "28,1") == ["28,1", "28,10"])
    #expect(try names("handlungsfelder", "FRÜH") == ["Frühe Bildung", "Früh"])
    #expect(try names("handlungsfelder", "frueh") == ["Frühe Bildung", "Früh"])
    #expect(try names("einheiten", "AWO").isEmpty)
    #expect(try names("akteure", "", atMost: 2).count <= 6)
  }

  @Test("each name comes with another that says which thing it is")
  func about() throws {
    try SamplePlan.with { store in
      let units = try #require(try store.noun("einheiten"))
      #expect(try store.names(of: units, beginning: "51.31", atMost: 5).first?.about == "Kita Nord")
      #expect(try store.names(of: units, beginning: "kita", atMost: 5).first?.about == "51.31")
      let measures = try #require(try store.noun("maßnahmen"))
      #expect(try store.names(of: measures, beginning: "7,0", atMost: 5).first?.about == "Sprachkurse für Eltern")
    }
  }

  @Test(
    "beginnings are compared as all words are",
    arguments: [
      ("Ökumene", "oe", true), ("Ökumene", "o", true), ("O\u{308}kumene", "oek", true), ("  Kita", "ki", true), ("Straße", "strass", true),
      ("Kita", "kit", true), ("Kita", "kita nord", false), ("Şahin", "şa", true), ("", "a", false), ("Kita", "", true), ("—Test", "-t", true),
      ("Amt  Nord", "amt n", true),
    ])
  func folding(_ text: String, _ beginning: String, _ isTrue: Bool) throws {
    try SamplePlan.with { store in
      let found = try store.sql("SELECT kip_begins(?, ?)", .text(text), .text(beginning))
      #expect(found == [[.integer(isTrue ? 1 : 0)]])
      #expect(Fold.key(text).hasPrefix(beginning) == isTrue)
    }
  }

  @Test("the values of a column are told where they are few")
  func few() throws {
    try SamplePlan.with { store in
      let actors = try #require(try store.noun("akteure"))
      #expect(try store.fewValues(actors, Path([Name("bereich")])) == ["Verband"])
      #expect(try store.fewValues(actors, Path([Name("name")]), atMost: 3).isEmpty)
    }
  }
}
