// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import PlanStore

/// What was overwritten or deleted stays in the log, with the changes and days between which it held.
@Suite struct HistoryTests {
  private let plan: TemporaryPlan
  private let store: PlanStore
  private let measure: Int

  /// A measure `alt`, made by change 1 for the 1st of January 2024.
  init() throws {
    plan = try TemporaryPlan()
    store = try plan.store()
    measure = try store.write(on: 20240101) { (writer) throws(Hinweis) in
      try writer.insert("massnahme", ["text": .text("alt"), "status": .text("geplant"), "merkmale": .text(#"{"a":1}"#)])
    }
  }

  @Test("a later change closes the version before it")
  func update() throws {
    try store.write(on: 20240601) { (writer) throws(Hinweis) in try writer.update("massnahme", measure, ["text": .text("neu")]) }
    #expect(try versions() == [["alt", 1, 2, 20240101, 20240601]])
    #expect(
      try store.sql("SELECT text, status, seit, ab FROM massnahme") == [[.text("neu"), .text("geplant"), .integer(2), .integer(20240601)]])
    #expect(try store.sql("SELECT id, status, merkmale FROM massnahme_log") == [[.integer(measure), .text("geplant"), .text(#"{"a":1}"#)]])
  }

  @Test("what a change writes twice is one version")
  func twice() throws {
    try store.write(on: 20240601) { (writer) throws(Hinweis) in
      try writer.update("massnahme", measure, ["text": .text("neu")])
      try writer.update("massnahme", measure, ["text": .text("neuer")])
      try writer.update("massnahme", measure, ["status": .text("laufend")])
    }
    #expect(try versions() == [["alt", 1, 2, 20240101, 20240601]])
  }

  @Test("each later change closes one more")
  func several() throws {
    for (day, text) in [(20240601, "b"), (20240701, "c"), (20230101, "d")] {
      try store.write(on: day) { (writer) throws(Hinweis) in try writer.update("massnahme", measure, ["text": .text(text)]) }
    }
    // A change may speak of an earlier day than the one before it.
    #expect(try versions() == [["alt", 1, 2, 20240101, 20240601], ["b", 2, 3, 20240601, 20240701], ["c", 3, 4, 20240701, 20230101]])
  }

  @Test("deleting closes the last version")
  func delete() throws {
    try store.write(on: 20240601) { (writer) throws(Hinweis) in try writer.delete("massnahme", measure) }
    #expect(try versions() == [["alt", 1, 2, 20240101, 20240601]])
    #expect(try store.number("SELECT count(*) FROM massnahme") == 0)
  }

  @Test("changing and deleting in one change closes the version before it, once")
  func updateAndDelete() throws {
    try store.write(on: 20240601) { (writer) throws(Hinweis) in
      try writer.update("massnahme", measure, ["text": .text("neu")])
      try writer.delete("massnahme", measure)
    }
    #expect(try versions() == [["alt", 1, 2, 20240101, 20240601]])
  }

  @Test("what was made and deleted in one change was never there")
  func insertAndDelete() throws {
    try store.write { (writer) throws(Hinweis) in try writer.delete("massnahme", try writer.insert("massnahme", ["text": .text("x")])) }
    #expect(try versions() == [])
  }

  @Test("a change that is taken back leaves no version")
  func rollback() throws {
    #expect(throws: Hinweis.self) {
      try store.write { (writer) throws(Hinweis) in
        try writer.update("massnahme", measure, ["text": .text("neu")])
        throw Hinweis("doch nicht")
      }
    }
    #expect(try versions() == [])
    #expect(try store.column("maßnahmen | zeige text") == ["alt"])
  }

  @Test("every table with history has a log with the same columns")
  func logs() throws {
    for noun in Kernel.nouns where noun.hasHistory {
      let columns = try store.sql("SELECT name FROM pragma_table_info('\(noun.table)')").compactMap { $0[0].text }
      let log = try store.sql("SELECT name FROM pragma_table_info('\(noun.table)_log')").compactMap { $0[0].text }
      #expect(log == ["id"] + Schema.logColumns + columns.filter { !["id", "seit", "ab"].contains($0) }, "\(noun.table)")
    }
  }

  /// The closed versions: text, von, bis, ab, ende.
  private func versions() throws(Hinweis) -> [[AnyHashable]] {
    try store.sql("SELECT text, von, bis, ab, ende FROM massnahme_log ORDER BY bis").map { row in
      row.map { $0.text.map(AnyHashable.init) ?? AnyHashable($0.integer) }
    }
  }
}
