// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import PlanStore

/// What `integrität` finds in plans that somebody damaged with other tools.
@Suite struct IntegrityTests {
  /// A plan with a goal of three versions, one that was deleted, and a catalogue.
  private func damaged(_ sql: String) throws -> [String] {
    let plan = try SamplePlan.make()
    let store = try plan.store()
    let goal = try store.write { (writer) throws(Hinweis) in try writer.insert("ziel", ["text": .text("a")]) }
    for text in ["b", "c"] {
      try store.write { (writer) throws(Hinweis) in try writer.update("ziel", goal, ["text": .text(text)]) }
    }
    let other = try store.write { (writer) throws(Hinweis) in try writer.insert("ziel", ["text": .text("weg")]) }
    try store.write { (writer) throws(Hinweis) in try writer.delete("ziel", other) }
    #expect(try store.integrity().allSatisfy { $0.problems == [] })
    try store.connection.execute("PRAGMA foreign_keys = OFF; PRAGMA writable_schema = ON; BEGIN")
    try Guards.drop(store.connection)
    try store.connection.execute(sql)
    try Guards.make(store.connection)
    try store.connection.execute("COMMIT")
    return try store.integrity().filter { $0.problems != [] }.map(\.name)
  }

  @Test(
    "each kind of damage is found by the check that looks for it",
    arguments: [
      ("DELETE FROM akteur WHERE id IN (SELECT akteur FROM zustaendigkeit)", "Verweise"),
      ("DROP VIEW ding; CREATE VIEW ding AS SELECT id, 'ziel' AS tabelle FROM ziel", "Aufbau"),
      ("ALTER TABLE ziel ADD COLUMN mehr TEXT", "Aufbau"),
      ("INSERT INTO offen VALUES (1, 20240101)", "Abschluss"),
      ("UPDATE zaehler SET naechste = 5", "Kennungen"),
      ("INSERT INTO ziel (id, text, seit, ab) SELECT id, 'zwei', seit, ab FROM massnahme LIMIT 1", "Kennungen"),
      ("DELETE FROM ziel_log WHERE text = 'b'", "Versionen"),
      ("UPDATE ziel_log SET ende = 10000101 WHERE text = 'a'", "Versionen"),
      ("UPDATE ziel_log SET geloescht = 0 WHERE text = 'weg'", "Versionen"),
      ("UPDATE ziel SET seit = 2 WHERE text = 'c'", "Versionen"),
      ("UPDATE ziel_log SET bis = 99 WHERE text = 'weg'", "Änderungen"),
      ("UPDATE aenderung SET erste = 1 WHERE id = 3", "Änderungen"),
      ("UPDATE aenderung SET erste = naechste WHERE id = 3", "Änderungen"),
      (
        "INSERT INTO nebenname (id, art, ding, name, seit, ab) SELECT naechste, 'ziel', 99999, 'x', 1, 20230101 FROM zaehler",
        "Dinge jeder Art"
      ),
    ])
  func found(_ sql: String, _ check: String) throws {
    let wrong = try damaged(sql)
    #expect(wrong.contains(check), "\(wrong)")
  }
}
