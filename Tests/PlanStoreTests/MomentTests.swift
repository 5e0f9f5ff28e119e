// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanQuery
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

  // MARK: Plainly

  /// A measure `alt` from 2017, `neu` from 2019, deleted in 2021, all written today.
  private func threeYears() throws -> (TemporaryPlan, PlanStore, Int) {
    let plan = try TemporaryPlan()
    let store = try plan.store()
    let id = try store.write(on: 20171231) { (writer) throws(Hinweis) in try writer.insert("massnahme", ["text": .text("alt")]) }
    try store.write(on: 20191231) { (writer) throws(Hinweis) in try writer.update("massnahme", id, ["text": .text("neu")]) }
    try store.write(on: 20211231) { (writer) throws(Hinweis) in try writer.delete("massnahme", id) }
    return (plan, store, id)
  }

  @Test(
    "a question is answered for its day",
    arguments: [("2016", []), ("2017", ["alt"]), ("30.12.2019", ["alt"]), ("31.12.2019", ["neu"]), ("2020", ["neu"]), ("2021", [])])
  func day(_ day: String, _ expected: [String]) throws {
    let (plan, store, _) = try threeYears()
    defer { withExtendedLifetime(plan) {} }
    #expect(try store.column("maßnahmen stand \(day) | zeige text") == expected)
    #expect(try store.column("maßnahmen | zeige text") == [])
  }

  @Test("what became known later does not count where the question says until when")
  func known() throws {
    let (plan, store, id) = try threeYears()
    try store.connection.execute("UPDATE aenderung SET zeit = '2020-05-0' || id || ' 12:00:00.000'")
    #expect(try store.column("maßnahmen bekannt 30.04.2020 | zeige text") == [])
    #expect(try store.column("maßnahmen bekannt 01.05.2020 | zeige text") == ["alt"])
    #expect(try store.column("maßnahmen bekannt 02.05.2020 | zeige text") == ["neu"])
    #expect(try store.column("maßnahmen bekannt 02.05.2020 stand 2018 | zeige text") == ["alt"])
    #expect(try store.column("änderungen bekannt 02.05.2020 | zeige id") == ["1", "2"])
    #expect(try store.findEver(try #require(try store.noun("maßnahme")), "neu") == [id])
    _ = plan
  }

  @Test("a table keeps its moment, whatever is asked or written before its rows are read")
  func laterReading() throws {
    let (plan, store, _) = try threeYears()
    defer { withExtendedLifetime(plan) {} }
    let table = try store.rows(try QueryParser.parse("maßnahmen stand 2018 | zeige text"))
    for year in 2010...2030 { _ = try store.ask("maßnahmen stand \(year) | zeige text, hut") }
    #expect(try table.rows.all() == [["alt"]])
    try store.write(on: 20180101) { (writer) throws(Hinweis) in _ = try writer.insert("massnahme", ["text": .text("später gewusst")]) }
    #expect(try table.rows.all() == [["alt"]])
    #expect(try store.column("maßnahmen stand 2018 | zeige text") == ["alt", "später gewusst"])
  }

  @Test("what a rollback takes back is gone from the states too")
  func rollback() throws {
    let (plan, store, _) = try threeYears()
    defer { withExtendedLifetime(plan) {} }
    try store.begin()
    try store.write(on: 20180101) { (writer) throws(Hinweis) in _ = try writer.insert("massnahme", ["text": .text("nie")]) }
    #expect(try store.column("maßnahmen stand 2018 | zeige text") == ["alt", "nie"])
    try store.rollback()
    #expect(try store.column("maßnahmen stand 2018 | zeige text") == ["alt"])
    try store.write(on: 20180101) { (writer) throws(Hinweis) in _ = try writer.insert("massnahme", ["text": .text("doch")]) }
    #expect(try store.column("maßnahmen stand 2018 | zeige text") == ["alt", "doch"])
  }

  @Test("a file that may only be read is asked as well")
  func readOnly() throws {
    let (plan, _, _) = try threeYears()
    #expect(try plan.reopened(readOnly: true).column("maßnahmen stand 2018 | zeige text") == ["alt"])
  }

  @Test("what is valid on a day is asked of what has dates of its own, inexact ones included")
  func valid() throws {
    let plan = try TemporaryPlan()
    let store = try plan.store()
    try store.write { (writer) throws(Hinweis) in
      for (name, from, to) in [
        ("immer", nil, nil), ("bis 2019", nil, "2019"), ("ab März", "2020-03", nil), ("2019", "2019-Q2", "2019-06-30"),
      ] {
        try writer.insert("akteur", ["art": .text("einheit"), "name": .text(name), "gueltig_von": Value(from), "gueltig_bis": Value(to)])
      }
    }
    #expect(try store.column("einheiten gültig am 31.12.2019 | zeige name") == ["immer", "bis 2019"])
    #expect(try store.column("einheiten gültig am 01.04.2019 | zeige name") == ["immer", "bis 2019", "2019"])
    #expect(try store.column("einheiten gültig am 01.03.2020 | zeige name") == ["immer", "ab März"])
    #expect(try store.column("maßnahmen gültig am 2020 | anzahl") == ["0"])
  }

  @Test("inside a reading what another writes does not show, and nobody waits")
  func reading() throws {
    let (plan, store, _) = try threeYears()
    let reader = try plan.reopened()
    _ = store
    let other = try PlanStore.open(plan.path)
    defer { try? other.close() }
    try reader.reading { () throws(Hinweis) in
      let before = try reader.column("maßnahmen stand 2018 | anzahl")
      try other.write(on: 20180101) { (writer) throws(Hinweis) in _ = try writer.insert("massnahme", ["text": .text("x")]) }
      #expect(try reader.column("maßnahmen stand 2018 | anzahl") == before)
    }
    #expect(try reader.column("maßnahmen stand 2018 | anzahl") == ["2"])
  }

  @Test("a thing that is deleted by the change that also changed it is gone from then on, and was there before")
  func changedAndDeleted() throws {
    let plan = try TemporaryPlan()
    let store = try plan.store()
    let id = try store.write(on: 20170101) { (writer) throws(Hinweis) in try writer.insert("ziel", ["text": .text("alt")]) }
    try store.write(on: 20180101) { (writer) throws(Hinweis) in
      try writer.update("ziel", id, ["text": .text("neu")])
      try writer.delete("ziel", id)
    }
    #expect(try store.column("ziele stand 2017 | zeige text") == ["alt"])
    #expect(try store.column("ziele stand 2018 | zeige text") == [])
  }
}
