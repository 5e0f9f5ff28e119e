// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import PlanStore

/// A change is kept as a whole or not at all.
@Suite struct ChangeTests {
  private let plan: TemporaryPlan
  private let store: PlanStore

  init() throws {
    plan = try TemporaryPlan()
    store = try plan.store()
  }

  @Test("a change says when, who, why, with which command and for which day")
  func change() throws {
    let info = ChangeInfo(author: "A. Probe", command: "setze status = laufend", day: 20170424, reason: "Schulung begonnen")
    try store.change(info) { (writer) throws(Hinweis) in _ = try writer.insert("ziel", ["text": .text("x")]) }
    let row = try store.ask("änderungen | zeige id, stand, wer, befehl, weil, zeit")[0]
    #expect(row.dropLast() == ["1", "2017-04-24", "A. Probe", "setze status = laufend", "Schulung begonnen"])
    #expect(try #require(row.last).wholeMatch(of: /\d{4}-\d\d-\d\d \d\d:\d\d/) != nil)
    #expect(try store.sql("SELECT seit, ab FROM ziel") == [[.integer(1), .integer(20170424)]])
  }

  @Test("a failing change leaves nothing")
  func failing() throws {
    try store.write { (writer) throws(Hinweis) in _ = try writer.insert("ziel", ["text": .text("bleibt")]) }
    let before = try everything()
    let error = #expect(throws: Hinweis.self) {
      try store.write { (writer) throws(Hinweis) in
        let goal = try writer.insert("ziel", ["text": .text("geht")])
        try writer.update("ziel", goal, ["text": .text("wieder")])
        _ = try writer.insert("massnahme", ["status": .text("kein Wort")])
      }
    }
    #expect(error?.text.hasPrefix("der Plan weist das zurück: ") == true)
    #expect(try everything() == before)
    #expect(try store.number("SELECT count(*) FROM offen") == 0)
    // And the next one works.
    try store.write { (writer) throws(Hinweis) in _ = try writer.insert("ziel", ["text": .text("y")]) }
    #expect(try store.column("ziele | zeige text") == ["bleibt", "y"])
  }

  @Test("a change that found nothing to change leaves no trace")
  func nothing() throws {
    let before = try everything()
    try store.write { (writer) throws(Hinweis) in
      _ = try writer.insert("ziel", ["text": .text("x")])
      writer.nothingChanged()
    }
    #expect(try everything() == before)
    #expect(try store.lastChange() == 0)
  }

  @Test("a change inside a change is part of it")
  func nested() throws {
    try store.write { (outer) throws(Hinweis) in
      let first = try outer.insert("ziel", ["text": .text("a")])
      let second = try store.write(on: 20990101) { (inner) throws(Hinweis) in try inner.insert("ziel", ["text": .text("b")]) }
      #expect(second == first + 1)
    }
    #expect(try store.lastChange() == 1)
    #expect(try store.sql("SELECT DISTINCT seit, ab FROM ziel") == [[.integer(1), .integer(20240101)]])
  }

  @Test("ids are never given twice, also not after a deletion or another start")
  func ids() throws {
    let first = try store.write { (writer) throws(Hinweis) in try writer.insert("ziel", ["text": .text("a")]) }
    try store.write { (writer) throws(Hinweis) in try writer.delete("ziel", first) }
    let store = try plan.reopened()
    #expect(try store.write { (writer) throws(Hinweis) in try writer.insert("massnahme", ["text": .text("b")]) } == first + 1)
  }

  @Test("what is only tried out is not kept, and its changes can be seen meanwhile")
  func trying() throws {
    let before = try everything()
    let seen = try store.withoutKeeping { () throws(Hinweis) in
      try store.write { (writer) throws(Hinweis) in _ = try writer.insert("ziel", ["text": .text("x")]) }
      return try store.column("ziele | zeige text")
    }
    #expect(seen == ["x"])
    #expect(try everything() == before)
  }

  @Test("several changes in a transaction are kept or taken back together")
  func transaction() throws {
    let goal = { (writer: Writer) throws(Hinweis) in _ = try writer.insert("ziel", ["text": .text("x")]) }
    try store.begin()
    try store.write(goal)
    try store.write(goal)
    try store.rollback()
    #expect(try store.lastChange() == 0)
    try store.begin()
    try store.write(goal)
    // One that fails does not take the others with it.
    #expect(throws: Hinweis.self) { try store.write { (_) throws(Hinweis) in throw Hinweis("nein") } }
    try store.write(goal)
    try store.commit()
    #expect(try plan.reopened().lastChange() == 2)
  }

  @Test("an interruption ends what is running, and the next command works")
  func interruption() throws {
    let error = #expect(throws: Hinweis.self) {
      try store.write { (writer) throws(Hinweis) in
        _ = try writer.insert("ziel", ["text": .text("x")])
        store.interrupt()
        try store.checkInterruption()
      }
    }
    #expect(error?.rule == PlanStore.interrupted && error?.text == "abgebrochen; nichts wurde geändert")
    #expect(try store.lastChange() == 0)
    store.clearInterruption()
    try store.checkInterruption()
    try store.write { (writer) throws(Hinweis) in _ = try writer.insert("ziel", ["text": .text("y")]) }
  }

  /// All rows of all tables.
  private func everything() throws(Hinweis) -> [[[Value]]] {
    var all: [[[Value]]] = []
    for table in try store.sql("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").compactMap({ $0[0].text }) {
      all.append(try store.sql("SELECT * FROM \(table)"))
    }
    return all
  }
}
