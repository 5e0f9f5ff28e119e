// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import PlanStore

/// What differs between two days is what a comparison of the whole plan would find.
@Suite struct DifferenceTests {
  @Test("in a random history exactly the things differ whose states differ", arguments: 20..<28)
  func random(_ seed: Int) throws {
    let plan = try TemporaryPlan()
    let store = try plan.store()
    var history = RandomHistory(store, seed: UInt64(seed))
    let count = 25
    for number in 1...count {
      try history.change(number)
      // Changes that take others back speak of the days of those.
      let isUndo = history.events.contains { $0.change == number } && history.undone.contains(number)
      if isUndo { try store.connection.execute("UPDATE aenderung SET nimmt_zurueck = 1 WHERE id = \(number)") }
    }
    for _ in 0..<60 {
      let days = [history.day(), history.day()].sorted()
      let found = try store.differences(from: days[0], to: days[1], isKnown: false).all()
      var expected: [Int: Difference.Kind] = [:]
      for table in ["massnahme", "ziel"] {
        let (old, new) = (history.state(table, change: count, day: days[0]), history.state(table, change: count, day: days[1]))
        for id in Set(old.keys).union(new.keys) where old[id] != new[id] {
          expected[id] = old[id] == nil ? .new : new[id] == nil ? .dropped : .changed
        }
      }
      #expect(Dictionary(found.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first }) == expected, "\(days)")
    }
  }

  @Test("a role that came and one that went are one change of the measure; what belongs to a new measure is not told apart")
  func parts() throws {
    let plan = try TemporaryPlan()
    let store = try plan.store()
    var (measure, role, unit) = (0, 0, 0)
    try store.write(on: 20170101) { (writer) throws(Hinweis) in
      unit = try writer.insert("akteur", ["art": .text("einheit"), "name": .text("Amt 1"), "kuerzel": .text("A1")])
      measure = try writer.insert("massnahme", ["text": .text("Kurs"), "status": .text("geplant")])
      role = try writer.insert(
        "zustaendigkeit", ["akteur": .integer(unit), "massnahme": .integer(measure), "rolle": .text("federführung")])
    }
    try store.write(on: 20180101) { (writer) throws(Hinweis) in
      let other = try writer.insert("akteur", ["art": .text("einheit"), "name": .text("Amt 2"), "kuerzel": .text("A2")])
      try writer.delete("zustaendigkeit", role)
      try writer.insert("zustaendigkeit", ["akteur": .integer(other), "massnahme": .integer(measure), "rolle": .text("federführung")])
      try writer.update("massnahme", measure, ["status": .text("laufend")])
    }
    func told(_ first: Int, _ last: Int) throws -> [[String]] {
      try store.differences(from: first, to: last, isKnown: false).all().map {
        [$0.kind.rawValue, $0.fact.column, $0.fact.old, $0.fact.new]
      }
    }
    #expect(try told(20160101, 20171231) == [["neu", "", "", "Kurs"]])
    #expect(try told(20171231, 20181231) == [["geändert", "status", "geplant", "laufend"], ["geändert", "federführung", "A1", "A2"]])
    #expect(try told(20181231, 20191231) == [])
    let events = try store.history(try #require(try store.noun("maßnahme")), measure).map {
      "\($0.change) \($0.fact.heading): \($0.fact.old) → \($0.fact.new)"
    }
    #expect(
      events == [
        "1 angelegt:  → Kurs", "1 Federführung:  → A1", "2 Status: geplant → laufend", "2 Federführung: A1 → ", "2 Federführung:  → A2",
      ])
  }

  @Test("the history of a deleted thing is found by the name that it had")
  func deleted() throws {
    let plan = try TemporaryPlan()
    let store = try plan.store()
    let goal = try store.write(on: 20170101) { (writer) throws(Hinweis) in try writer.insert("ziel", ["text": .text("Alle reden mit")]) }
    try store.write(on: 20180101) { (writer) throws(Hinweis) in try writer.delete("ziel", goal) }
    let noun = try #require(try store.noun("ziel"))
    #expect(try store.find(noun, "Alle reden mit") == [])
    #expect(try store.findEver(noun, "alle reden mit") == [goal])
    #expect(try store.history(noun, goal).map(\.kind) == [.created, .deleted])
    let absence = try store.at(Moment(day: 20160101)) { () throws(Hinweis) in try store.absence(noun, "Alle reden mit") }
    #expect(absence?.text == "ziel \"Alle reden mit\" gab es am 01.01.2016 noch nicht")
  }
}
