// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanStore
import Testing

/// A change is taken back by a change of its own.
@Suite struct UndoTests {
  private let plan: TemporaryPlan
  private let store: PlanStore

  init() throws {
    plan = try TemporaryPlan()
    store = try plan.store()
  }

  private func info(_ day: Int = 20_200_101) -> ChangeInfo { ChangeInfo(author: "Test", command: "probe", day: day) }

  private func change(_ day: Int = 20_200_101, _ body: (Writer) throws(Hinweis) -> Void) throws(Hinweis) -> Int {
    try store.change(info(day), body)
    return try store.lastChange()
  }

  /// What the plan says of fields: name, ab.
  private func fields() throws -> [String] {
    try store.sql("SELECT name, ab FROM handlungsfeld ORDER BY id").map { "\($0[0].text ?? "") \($0[1].integer ?? 0)" }
  }

  @Test("what a change made goes, what it changed is as it was, what it deleted comes back, from the day from which it held")
  func all() throws {
    var (kept, gone) = (0, 0)
    _ = try change(20_170_101) { (writer) throws(Hinweis) in
      kept = try writer.insert("handlungsfeld", ["name": .text("Bildung")])
      gone = try writer.insert("handlungsfeld", ["name": .text("Sport")])
    }
    let before = try fields()
    let second = try change(20_190_101) { (writer) throws(Hinweis) in
      try writer.update("handlungsfeld", kept, ["name": .text("Schule")])
      try writer.delete("handlungsfeld", gone)
      try writer.insert("handlungsfeld", ["name": .text("Wohnen")])
    }
    let after = try fields()
    #expect(after == ["Schule 20190101", "Wohnen 20190101"])
    let undone = try store.undo(second, info())
    #expect(undone.things == 3)
    #expect(try fields() == before)
    // Taking that back makes the change again.
    #expect(try store.undo(try store.lastChange(), info()).things == 3)
    #expect(try fields() == after)
    #expect(try store.undo(try store.lastChange(), info()).things == 3)
    #expect(try fields() == before)
  }

  @Test("what is deleted by undo never held")
  func neverHeld() throws {
    let made = try change(20_170_101) { (writer) throws(Hinweis) in try writer.insert("handlungsfeld", ["name": .text("Bildung")]) }
    _ = try store.undo(made, info(20_240_101))
    #expect(try store.sql("SELECT ab, ende, geloescht FROM handlungsfeld_log").map { $0.map(\.integer) } == [[20_170_101, 20_170_101, 1]])
  }

  @Test("a change on which a later one builds is refused with the later one's number")
  func refused() throws {
    var field = 0
    let first = try change { (writer) throws(Hinweis) in field = try writer.insert("handlungsfeld", ["name": .text("Bildung")]) }
    let second = try change { (writer) throws(Hinweis) in try writer.update("handlungsfeld", field, ["name": .text("Schule")]) }
    let before = try store.sql("SELECT count(*) FROM aenderung")
    let error = #expect(throws: Hinweis.self) { try store.undo(first, info()) }
    #expect(
      error?.text.contains("die Änderung \(second) baut auf ihr auf") == true
        && error?.help == "erst diese zurücknehmen: rückgängig \(second)")
    #expect(try store.sql("SELECT count(*) FROM aenderung") == before)
    // In the other order both go.
    _ = try store.undo(second, info())
    _ = #expect(throws: Hinweis.self) { try store.undo(second, info()) }
    _ = try store.undo(first, info())
    #expect(try fields().isEmpty)
  }

  @Test("what a later change points to does not go, and what it deleted is missed")
  func references() throws {
    var (field, unit) = (0, 0)
    let first = try change { (writer) throws(Hinweis) in field = try writer.insert("handlungsfeld", ["name": .text("Bildung")]) }
    let second = try change { (writer) throws(Hinweis) in
      unit = try writer.insert("handlungsfeld", ["name": .text("Schule"), "oberfeld": .integer(field)])
    }
    let error = #expect(throws: Hinweis.self) { try store.undo(first, info()) }
    #expect(error?.text.contains("die Änderung \(second) baut") == true)
    let third = try change { (writer) throws(Hinweis) in try writer.delete("handlungsfeld", unit) }
    let fourth = try change { (writer) throws(Hinweis) in try writer.delete("handlungsfeld", field) }
    let missed = #expect(throws: Hinweis.self) { try store.undo(third, info()) }
    #expect(missed?.text.contains("die Änderung \(fourth) baut") == true)
    _ = try store.undo(fourth, info())
    _ = try store.undo(third, info())
    #expect(try fields().count == 2)
  }

  @Test("what was changed and taken back since is no obstacle; a change that stood on another is not made again without it")
  func pairs() throws {
    var field = 0
    let made = try change { (writer) throws(Hinweis) in field = try writer.insert("handlungsfeld", ["name": .text("Bildung")]) }
    let first = try change { (writer) throws(Hinweis) in try writer.update("handlungsfeld", field, ["kurz": .text("B")]) }
    let second = try change { (writer) throws(Hinweis) in try writer.update("handlungsfeld", field, ["name": .text("Schule")]) }
    _ = try store.undo(second, info())
    let undoOfSecond = try store.lastChange()
    _ = try store.undo(first, info())
    let undoOfFirst = try store.lastChange()
    let error = #expect(throws: Hinweis.self) { try store.undo(undoOfSecond, info()) }
    #expect(error?.text.contains("die Änderung \(undoOfFirst) baut") == true)
    _ = try store.undo(undoOfFirst, info())
    _ = try store.undo(undoOfSecond, info())
    #expect(try store.sql("SELECT name, kurz FROM handlungsfeld").map { $0.map(\.text) } == [["Schule", "B"]])
    #expect(try store.lastUndoable()?.id == (try store.lastChange()))
    #expect(made < first)
  }

  @Test("undo goes back one change after the other, redo forward again")
  func order() throws {
    var made: [Int] = []
    for name in ["a", "b", "c"] {
      made.append(try change { (writer) throws(Hinweis) in try writer.insert("handlungsfeld", ["name": .text(name)]) })
    }
    for expected in made.reversed() {
      let last = try #require(try store.lastUndoable())
      #expect(last.id == expected)
      _ = try store.undo(last.id, info())
    }
    #expect(try store.lastUndoable()?.id != made[0])
    for count in 1...3 {
      _ = try store.undo(try #require(try store.lastRedoable()).id, info())
      #expect(try fields().count == count)
    }
    #expect(try store.lastRedoable() == nil)
    #expect(try fields().map { $0.prefix(1) } == ["a", "b", "c"])
  }
}
