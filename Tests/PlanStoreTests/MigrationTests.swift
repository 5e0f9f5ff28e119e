// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import Testing

@testable import PlanStore

/// Plans of an older kip.
@Suite struct MigrationTests {
  private let plan: TemporaryPlan
  private var saved: String { plan.path + ".vor-schema-\(Migration.version)" }

  /// A plan as the first schema had it: a catalogue read in three versions.
  init() throws {
    plan = try TemporaryPlan()
    let dump = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Files/schema-1.sql")
    let connection = try Connection(path: plan.path, access: .create)
    try connection.execute(try String(contentsOf: dump, encoding: .utf8))
    try connection.close()
  }

  @Test("it becomes what this kip would have made, after a backup beside it, and the user is told")
  func migrated() throws {
    let before = try Data(contentsOf: URL(filePath: plan.path))
    var said: [String] = []
    let store = try PlanStore.open(plan.path, say: { said.append($0) })
    #expect(said == ["der Plan wird von Schema 1 auf \(Migration.version) gebracht; wie er war, steht in \(saved)"])
    let schema = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
    let new = try TemporaryPlan()
    #expect(try store.sql(schema) == new.store().sql(schema))
    #expect(try store.number("PRAGMA user_version") == Migration.version)
    #expect(try store.number("PRAGMA foreign_keys") == 1)
    #expect(try store.integrity().filter { $0.problems != [] }.map(\.name) == [])
    try store.close()
    #expect(try plan.files() == ["probe.kip", "probe.kip.vor-schema-\(Migration.version)"])
    let copy = try Connection(path: saved, access: .read)
    #expect(try copy.value("PRAGMA user_version") == .integer(1))
    #expect(try copy.value("SELECT count(*) FROM zustaendigkeit_log") == .integer(1))
    try copy.close()
    #expect(try Data(contentsOf: URL(filePath: plan.path)) != before)
  }

  @Test("all it held is there, history included, and can be taken back")
  func history() throws {
    let old = try Connection(path: plan.path, access: .read)
    var counts: [String: Value] = [:]
    for noun in ["maßnahme", "eintrag", "akteur", "zuständigkeit", "änderung", "hinweis", "quelle"].compactMap(Kernel.noun) {
      counts[noun.table] = try old.value("SELECT count(*) FROM \(noun.table)")
    }
    let next = try old.value("SELECT naechste FROM zaehler")
    try old.close()
    let store = try PlanStore.open(plan.path)
    for (table, count) in counts { #expect(try store.connection.value("SELECT count(*) FROM \(table)") == count, "\(table)") }
    #expect(try store.connection.value("SELECT naechste FROM zaehler") == next)
    #expect(try store.sql("SELECT von, bis, geloescht FROM zustaendigkeit_log") == [[.integer(2), .integer(4), .integer(1)]])
    // Each change tells which ids it gave.
    #expect(try store.number("SELECT count(*) FROM aenderung WHERE naechste > erste") == 4)
    for change in [4, 3, 2] { _ = try store.undo(change, .on(20240101)) }
    #expect(try store.number("SELECT count(*) FROM eintrag") == 0)
    #expect(try store.integrity().allSatisfy { $0.problems == [] })
    try store.close()
  }

  @Test("one opened to be read is refused, and stays as it is")
  func readOnly() throws {
    let before = try Data(contentsOf: URL(filePath: plan.path))
    let error = #expect(throws: Hinweis.self) { try PlanStore.open(plan.path, readOnly: true) }
    #expect(error?.text == "der Plan ist von einem älteren kip (Schema 1, dieses liest \(Migration.version)) und muss erst erneuert werden")
    #expect(error?.help == "den Plan einmal ohne --nur-lesen öffnen; vorher wird eine Sicherung angelegt")
    #expect(try Data(contentsOf: URL(filePath: plan.path)) == before)
    #expect(try plan.files() == ["probe.kip"])
  }

  @Test("one that holds what is no longer allowed stays as it was")
  func refused() throws {
    let connection = try Connection(path: plan.path, access: .write)
    try connection.execute("DROP TRIGGER akteur_setze; UPDATE akteur SET gueltig_von = 'einst'")
    try connection.close()
    let error = #expect(throws: Hinweis.self) { try PlanStore.open(plan.path) }
    #expect(error?.text.hasPrefix("der Plan ließ sich nicht auf Schema \(Migration.version) bringen und ist unverändert") == true)
    let again = try Connection(path: plan.path, access: .read)
    #expect(try again.value("PRAGMA user_version") == .integer(1))
    #expect(try again.value("SELECT count(*) FROM sqlite_master WHERE name LIKE 'alt_%'") == .integer(0))
    #expect(try again.value("SELECT count(*) FROM sqlite_master WHERE name = 'zustaendigkeit_setze'") == .integer(1))
    try again.close()
  }
}
