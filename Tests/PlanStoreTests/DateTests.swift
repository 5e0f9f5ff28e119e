// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

/// Dates as exact as they are known: `FB 50` since 2010, `51.3` since 08/2020, `51.31` since III/2022, `51.10` since 31.12.2022.
@Suite struct DateTests {
  @Test(
    "a date in a question covers all its days; of an inexact one in the plan the end counts",
    arguments: [
      ("= 2020", ["51.3"]), ("= 08/2020", ["51.3"]), ("= III/2020", ["51.3"]), ("= 01.08.2020", []), ("= III/2022", ["51.31"]),
      ("= 2022", ["51.31", "51.10"]),
      ("< 2011", ["FB 50"]), ("< 2010", []), ("<= 2010", ["FB 50"]), ("< 15.08.2020", ["FB 50"]), ("< 01.09.2020", ["FB 50", "51.3"]),
      ("<= 31.08.2020", ["FB 50", "51.3"]),
      ("> III/2022", ["51.10"]), (">= III/2022", ["51.31", "51.10"]), (">= 01.09.2022", ["51.31", "51.10"]), ("> 30.09.2022", ["51.10"]),
      ("> 2022", []),
      ("zwischen 2020 und 09/2022", ["51.3", "51.31"]), ("!= 2022", ["FB 50", "FB 51", "51.3", "Ref. 0120"]),
      ("leer", ["FB 51", "Ref. 0120"]),
    ])
  func inexact(_ comparison: String, _ units: [String]) throws {
    #expect(try SamplePlan.column("einheiten wo gültig_von \(comparison) | zeige kürzel") == units)
  }

  @Test("dates sort by the day on which they end")
  func sorting() throws {
    #expect(try SamplePlan.column("einheiten mit gültig_von | sortiere gültig_von | zeige kürzel") == ["FB 50", "51.3", "51.31", "51.10"])
    #expect(
      try SamplePlan.column("einheiten mit gültig_von | sortiere gültig_von absteigend | zeige kürzel") == [
        "51.10", "51.31", "51.3", "FB 50",
      ])
    #expect(try SamplePlan.column("einheiten mit gültig_von | gruppiere gültig_von") == ["2010", "2020-08", "2022-Q3", "2022-12-31"])
    #expect(try SamplePlan.ask("einheiten | min gültig_von, max gültig_von") == [["2010", "2022-12-31"]])
  }

  @Test(
    "a whole day is compared as such",
    arguments: [("= 2017", 1), ("= 24.04.2017", 1), ("< 24.04.2017", 0), ("<= 04/2017", 1), ("> II/2017", 0), ("leer", 1)])
  func days(_ comparison: String, _ count: Int) throws {
    #expect(try SamplePlan.column("kataloge wo stand \(comparison) | anzahl") == [String(count)])
  }
}
