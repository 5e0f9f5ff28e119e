// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanQuery
import Testing

@testable import PlanStore

@Suite struct SQLTests {
  /// The rows that answer a SELECT to the shared plan.
  private func select(_ sql: String, _ values: [String: String] = [:], in store: PlanStore) throws -> [[String]] {
    var rows: [[String]] = []
    try store.select(sql, value: { (name) throws(Hinweis) in values[name] ?? "" }) { (table) throws(Hinweis) in
      rows = try table.rows.all()
    }
    return rows
  }

  private func error(_ sql: String) throws -> Hinweis {
    try SamplePlan.with { store in
      try #require(throws: Hinweis.self) { try select(sql, in: store) }
    }
  }

  @Test("each noun that people ask for has a view, which shows what its query shows", arguments: Kernel.asked.filter { !$0.isMade })
  func views(_ noun: Noun) throws {
    try SamplePlan.with { store in
      let known = try #require(try store.noun(noun.plural))
      let columns = Views.columns(known)
      let asked = try store.ask("\(noun.plural) | zeige id, \(columns.map(\.column.name).joined(separator: ", "))")
      let selected = try select(
        "select id, \(columns.map { "\"\($0.name)\"" }.joined(separator: ", ")) from \(Views.name(noun)) order by id", in: store)
      #expect(selected == asked)
      #expect(try select("select * from \(Views.name(noun)) limit 0", in: store).isEmpty)
    }
  }

  @Test("things stand by their names, several values are joined, attributes are columns")
  func values() throws {
    try SamplePlan.with { store in
      let rows = try select("select nr, handlungsfeld, federfuehrung, zielgruppe from massnahmen where nr = :NR", ["NR": "7,0"], in: store)
      #expect(rows == [["7,0", "Bildung", "FB 50", "Kinder; Jugendliche"]])
      let counted = try store.ask("maßnahmen wo nr beginnt mit 28 | anzahl")
      #expect(try select("select count(*) from massnahmen where nr like '28%'", in: store) == counted)
      #expect(try select("values (1, 'a')", in: store) == [["1", "a"]])
      #expect(try select("with k as (select 2 as n) select n from k;  ", in: store) == [["2"]])
    }
  }

  @Test("a view looks at the plan as it was")
  func past() throws {
    try SamplePlan.with { store in
      let rows = try store.at(Moment(day: 20220101)) { () throws(Hinweis) in
        var rows: [[String]] = []
        try store.select("select count(*) from massnahmen", value: { (_) throws(Hinweis) in "" }) { (table) throws(Hinweis) in
          rows = try table.rows.all()
        }
        return rows
      }
      #expect(rows == [["0"]])
    }
  }

  @Test(
    "whatever is no single SELECT is refused",
    arguments: [
      "delete from massnahme", "update massnahme set text = 'x'", "insert into ziel (text) values ('x')", "drop table massnahme",
      "create table x (a)", "create temp table x (a)", "pragma query_only = 0", "pragma foreign_keys = off", "attach 'x.db' as x",
      "detach main",
      "begin", "commit", "rollback", "savepoint x", "vacuum", "vacuum into 'x.db'", "analyze", "reindex",
      "with a as (select 1) delete from massnahme", "with a as (select 1) insert into ziel (text) select 'x' from a",
      "select 1; select 2", "select 1; delete from massnahme", "select 1) union select (2", "1) or (1", "massnahme", "", ";", "select 1 /*",
      "explain delete from massnahme", "replace into ziel (text) values ('x')", "select load_extension('x')", "select writefile('x', 'y')",
      "delete from massnahme returning id", "select ?",
    ])
  func refused(_ sql: String) throws {
    let pragmas = ["PRAGMA query_only", "PRAGMA foreign_keys", "SELECT count(*) FROM massnahme"]
    let before = try SamplePlan.with { store in try pragmas.map { try store.number($0) } }
    _ = try error(sql)
    try SamplePlan.with { store in
      let after = try pragmas.map { try store.number($0) }
      #expect(after == before)
      #expect(!store.connection.isInTransaction)
      #expect(try store.number("SELECT count(*) FROM sqlite_temp_schema WHERE type = 'view'") == 0)
    }
  }

  @Test("an error is told in German around SQLite's own words, with its place and what may be meant")
  func errors() throws {
    let table = try error("select nr from massnamen")
    #expect(table.text == "eine Tabelle oder Sicht \"massnamen\" gibt es nicht (SQLite: no such table: massnamen)")
    #expect(table.help == "gemeint ist vielleicht massnahmen")
    let column = try error("select 'ä', txt from massnahmen")
    #expect(column.text.hasPrefix("eine Spalte \"txt\" gibt es hier nicht"))
    #expect(column.excerpt?.start == 12 && column.excerpt?.length == 3)
    #expect(column.help == "gemeint ist vielleicht text")
    #expect(try error("select nr from where massnahmen").text.contains("bei \"where\""))
    #expect(try error("select nr from massnahmen where").text == "die Anweisung ist nicht zu Ende")
    #expect(try error("delete from massnahme").help == "geändert wird mit neu, setze, lösche, verbinde und trenne")
    #expect(try error("select nofunc(1)").text.hasPrefix("eine Funktion \"nofunc\" gibt es nicht"))
  }

  @Test("after sql the plan is asked and written as before, also where view and table share a name")
  func afterwards() throws {
    let plan = try TemporaryPlan()
    let store = try plan.store()
    try store.write { (writer) throws(Hinweis) in
      let project = try writer.insert("projekt", ["name": .text("Probe")])
      _ = try writer.insert("mittel", ["zweck": .text("Dolmetscher"), "projekt": .integer(project)])
    }
    #expect(try select("select zweck from mittel", in: store) == [["Dolmetscher"]])
    #expect(try select("select zweck from mittel where projekt = 'Probe'", in: store) == [["Dolmetscher"]])
    try store.write { (writer) throws(Hinweis) in
      _ = try writer.insert("mittel", ["zweck": .text("Miete"), "projekt": .integer(try store.number("SELECT id FROM projekt"))])
    }
    #expect(try store.column("mittel | zeige zweck") == ["Dolmetscher", "Miete"])
    #expect(try select("select count(*) from mittel", in: store) == [["2"]])
    let again = try plan.reopened(readOnly: true)
    #expect(try select("select count(*) from mittel", in: again) == [["2"]])
    #expect(throws: Hinweis.self) { try again.connection.execute("DELETE FROM mittel") }
  }

  @Test("the plan of a query says what is read in full and what an index finds")
  func queryPlan() throws {
    try SamplePlan.with { store in
      let plan = try store.plan(of: try QueryParser.parse("maßnahmen wo hut unter \"FB 51\" und status = geplant | zeige text"))
      #expect(plan.values == ["'[12,13,15,14]'", "'geplant'"])
      #expect(plan.sql.contains("t0.status = ?"))
      #expect(plan.lines.first?.meaning == "liest alle Zeilen")
      #expect(plan.lines.contains { $0.depth > 0 && $0.meaning.contains("zustaendigkeit_massnahme") })
    }
  }
}
