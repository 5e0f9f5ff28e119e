// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import PlanStore

/// The database itself refuses what belongs to no change, whoever writes.
@Suite struct RefusalTests {
  private static let tables = Set(Kernel.nouns.filter(\.hasHistory).map(\.table)).sorted()

  @Test("a new row that belongs to no open change", arguments: tables)
  func insert(_ table: String) throws {
    let plan = try TemporaryPlan()
    let store = try plan.store()
    for seit in [0, 1, 2] {
      expectRefusal { try store.connection.run("INSERT INTO \(table) (id, seit, ab) VALUES (1, \(seit), 20240101)") }
    }
    #expect(throws: Hinweis.self) { try store.connection.run("INSERT INTO \(table) (id, seit, ab) VALUES (1, NULL, 20240101)") }
    try store.write { (writer) throws(Hinweis) in
      expectRefusal { try store.connection.run("INSERT INTO \(table) (id, seit, ab) VALUES (1, 999, 20240101)") }
      writer.nothingChanged()
    }
    #expect(try store.number("SELECT count(*) FROM \(table)") == 0)
  }

  @Test("a row changed or deleted outside of a change")
  func rows() throws {
    let plan = try SamplePlan.make()
    let store = try plan.store()
    var seen = 0
    for table in RefusalTests.tables where try store.number("SELECT count(*) FROM \(table)") > 0 {
      let before = try store.sql("SELECT * FROM \(table) ORDER BY id")
      expectRefusal { try store.connection.run("UPDATE \(table) SET ab = 1") }
      expectRefusal { try store.connection.run("UPDATE \(table) SET seit = seit + 1") }
      expectRefusal { try store.connection.run("DELETE FROM \(table)") }
      #expect(try store.sql("SELECT * FROM \(table) ORDER BY id") == before)
      seen += 1
    }
    #expect(seen > 10)
    // In a change a row must say that it belongs to it.
    try store.write { (writer) throws(Hinweis) in
      expectRefusal { try store.connection.run("UPDATE massnahme SET text = 'x'") }
      writer.nothingChanged()
    }
  }

  @Test("another program that opens the file is refused as well")
  func otherProgram() throws {
    let plan = try SamplePlan.make()
    try plan.close()
    let other = try Connection(path: plan.path, access: .write)
    expectRefusal { try other.run("UPDATE massnahme SET text = 'x'") }
    expectRefusal { try other.run("DELETE FROM zustaendigkeit") }
    try other.close()
  }

  @Test("filling an empty plan leaves the guards and indexes of every table as they were")
  func guards() throws {
    let schema = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE type IN ('trigger', 'index', 'table') ORDER BY type, name"
    let (empty, filled) = (try TemporaryPlan(), try SamplePlan.make())
    #expect(try filled.store().sql(schema) == empty.store().sql(schema))
  }

  @Test("a failing import leaves them too")
  func failing() throws {
    let plan = try TemporaryPlan()
    let store = try plan.store()
    let before = try store.sql("SELECT name FROM sqlite_master ORDER BY name")
    #expect(throws: Hinweis.self) { try store.take([SampleLine(number: "1", text: "a", status: "kein Wort")]) }
    #expect(try store.sql("SELECT name FROM sqlite_master ORDER BY name") == before)
    expectRefusal { try store.connection.run("INSERT INTO massnahme (id, seit, ab) VALUES (1, 1, 1)") }
  }

  private func expectRefusal(sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void) {
    let error = #expect(throws: Hinweis.self, sourceLocation: sourceLocation) { try body() }
    #expect(error?.text == "der Plan weist das zurück: Schreiben ohne Änderung", sourceLocation: sourceLocation)
  }
}
