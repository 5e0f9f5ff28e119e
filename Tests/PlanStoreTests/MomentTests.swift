// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import PlanStore

/// What a question at a moment answers.
@Suite struct MomentTests {
  @Test("of a random history every day and every change show what the plain list of events says", arguments: 0..<12)
  func random(_ seed: Int) throws {
    let plan = try TemporaryPlan()
    let store = try plan.store()
    var history = RandomHistory(store, seed: UInt64(seed))
    let count = 25
    for number in 1...count { try history.change(number) }
    let nouns = ["massnahme": "maßnahmen", "ziel": "ziele", "handlungsfeld": "handlungsfelder"]
    for _ in 0..<120 {
      let change = history.pick(0...count)
      let day = history.pick(0...5) == 0 ? nil : history.day()
      for (table, plural) in nouns {
        let title = table == "handlungsfeld" ? "name" : "text"
        var query = Query(Name(plural), [.show([Shown(Path([Name("id")])), Shown(Path([Name(title)]))])])
        query.moment = Moment(day: day, change: change)
        let found = Dictionary(uniqueKeysWithValues: try store.rows(query).rows.all().map { (Int($0[0]) ?? 0, $0[1]) })
        // Fields are timeless: they are as they were known, whatever the day.
        let expected = history.state(table, change: change, day: table == "handlungsfeld" ? nil : day)
        #expect(found == expected, "\(table), change \(change), day \(day ?? 0)")
      }
    }
  }
}
