// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanQuery
import Testing

/// What is printed reads as the same query.
@Suite struct RoundTripTests {
  @Test("any query comes back the same after printing and reading, and prints the same again", arguments: 0..<8)
  func anyQuery(_ seed: Int) throws {
    var generator = QueryGenerator(seed: UInt64(seed))
    for _ in 0..<1000 {
      let query = generator.query()
      let printed = query.printed
      let read = try QueryParser.parse(printed)
      #expect(read == query, "\(printed)")
      #expect(read.printed == printed)
    }
  }

  @Test("a printed query is written as the handbook writes it")
  func form() throws {
    let query = try QueryParser.parse(
      "maßnahmen wo hut unter FB 51 und (ohne ziel oder nr in (1; 2)) | gruppiere status | sortiere status absteigend | erste 3")
    #expect(
      query.printed == """
        maßnahmen wo hut unter "FB 51" und (ohne ziel oder nr in ("1"; "2")) | gruppiere nach status: anzahl \
        | sortiere nach status absteigend | erste 3
        """)
  }
}
