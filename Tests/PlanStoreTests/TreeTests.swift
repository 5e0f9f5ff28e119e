// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

/// `unter`: a unit, field or word and all below it.
@Suite struct TreeTests {
  @Test(
    "= is the unit itself, unter the unit and all below it",
    arguments: [
      ("hut = \"FB 51\"", ["30,2"]), ("hut unter \"FB 51\"", ["28,1; 28,2", "30,2"]), ("hut unter 51.3", ["28,1; 28,2"]),
      ("hut unter 51.31", []), ("hut unter 51.10", []),
      ("hut unter \"FB 50\"", ["7,0"]), ("zuständige unter \"FB 51\"", ["28,1; 28,2", "30,2"]),
      ("handlungsfeld unter Bildung", ["7,0", "28,1; 28,2", "0120"]),
      ("handlungsfeld = Bildung", ["7,0", "0120"]), ("zielgruppe unter Allgemein", ["7,0", "28,1; 28,2"]),
      ("zielgruppe unter Jugendliche", ["7,0"]),
      ("nicht hut unter \"FB 51\"", ["7,0", "28,10", "0120"]),
    ])
  func below(_ condition: String, _ numbers: [String]) throws {
    #expect(try SamplePlan.column("maßnahmen wo \(condition) | zeige nr") == numbers)
  }

  @Test(
    "a unit is known however its code is written",
    arguments: ["FB 51", "fb51", "Fachbereich 51", "FB. 51", "0510", "Kinder, Jugend und Familie"])
  func spellings(_ name: String) throws {
    #expect(try SamplePlan.column("maßnahmen wo hut = \"\(name)\" | zeige nr") == ["30,2"])
  }

  @Test("51.10 is not 51.1, and 120 not 0120", arguments: ["51.1", "120", "Ref. 120"])
  func labels(_ name: String) throws {
    #expect(throws: Hinweis.self) { try SamplePlan.column("maßnahmen wo hut = \"\(name)\"") }
  }

  @Test("the tree itself can be asked")
  func itself() throws {
    #expect(try SamplePlan.column("einheiten wo id unter \"FB 51\" | zeige kürzel") == ["FB 51", "51.3", "51.31", "51.10"])
    #expect(try SamplePlan.column("einheiten wo oberhalb = \"FB 51\" | zeige kürzel") == ["51.3", "51.10"])
    #expect(try SamplePlan.column("einheiten wo oberhalb unter \"FB 51\" | zeige kürzel") == ["51.3", "51.31", "51.10"])
    #expect(
      try SamplePlan.column("handlungsfelder ohne oberfeld | zeige name") == [
        "Bildung", "Interkulturelle Öffnung", "Arbeit und Ausbildung",
      ])
  }
}
