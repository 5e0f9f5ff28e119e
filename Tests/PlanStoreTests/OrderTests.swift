// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

/// `sortiere`, `erste` and `letzte`.
@Suite struct OrderTests {
  @Test(
    "rows stand as people sort",
    arguments: [
      ("", ["7,0", "28,1; 28,2", "28,10", "30,2", "0120"]), ("| sortiere nr", ["7,0", "28,1; 28,2", "28,10", "30,2", "0120"]),
      ("| sortiere nr absteigend", ["0120", "30,2", "28,10", "28,1; 28,2", "7,0"]),
      ("mit text | sortiere text", ["28,10", "30,2", "7,0", "28,1; 28,2"]),
      ("| sortiere status, nr absteigend", ["28,1; 28,2", "0120", "28,10", "30,2", "7,0"]),
      ("mit hut | sortiere hut", ["28,1; 28,2", "7,0", "30,2"]),
      ("| sortiere hut.anzahl absteigend, nr", ["7,0", "28,1; 28,2", "30,2", "28,10", "0120"]),
    ])
  func sorting(_ steps: String, _ numbers: [String]) throws { try expect(steps, numbers) }

  @Test(
    "the first and the last of them, in the same order",
    arguments: [
      ("| erste 2", ["7,0", "28,1; 28,2"]), ("| letzte 2", ["30,2", "0120"]), ("| sortiere nr absteigend | erste 2", ["0120", "30,2"]),
      ("| sortiere nr absteigend | letzte 2", ["28,1; 28,2", "7,0"]), ("| erste 3 | letzte 1", ["28,10"]),
      ("| erste 3 | wo status = laufend", ["7,0"]),
      ("wo status = laufend | erste 3", ["7,0", "30,2"]), ("| erste 0", []), ("| letzte 0", []),
      ("| erste 99", ["7,0", "28,1; 28,2", "28,10", "30,2", "0120"]),
      ("| erste 3 | sortiere nr absteigend", ["28,10", "28,1; 28,2", "7,0"]), ("| sortiere status | letzte 4 | erste 1", ["28,10"]),
    ])
  func cutting(_ steps: String, _ numbers: [String]) throws { try expect(steps, numbers) }

  @Test("units sort by their codes")
  func codes() throws {
    #expect(
      try SamplePlan.column("einheiten | sortiere kürzel | zeige kürzel") == ["51.3", "51.10", "51.31", "FB 50", "FB 51", "Ref. 0120"])
  }

  private func expect(_ steps: String, _ numbers: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
    #expect(try SamplePlan.column("maßnahmen \(steps) | zeige nr") == numbers, sourceLocation: sourceLocation)
  }
}
