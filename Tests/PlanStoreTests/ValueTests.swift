// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import PlanStore

/// Whatever stands in a text is a text, for the plan and for its questions.
@Suite struct ValueTests {
  static let nasty = [
    "'; DROP TABLE massnahme; --", "\" OR 1=1 --", "100 %", "_", "%", "?1", ":name", "$x", "@y", "\\", "a\u{0}b", "\u{0}", "😀👩‍👩‍👧", "e\u{301}",
    "\u{202E}rückwärts", "(SELECT 1)",
    "NULL", "x\ny\r\nz", "\u{1F}", "\u{FEFF}bom", "{\"json\":1}", "0", "00", "1e5", "''", "„so“", "\u{1C}a\u{1D}b",
  ]

  @Test("it comes back as it was written, and is found by = and enthält")
  func all() throws {
    let plan = try TemporaryPlan()
    let store = try plan.store()
    let ids = try store.write { (writer) throws(Hinweis) in
      var ids: [Int] = []
      for text in ValueTests.nasty { ids.append(try writer.insert("ziel", ["text": .text(text)])) }
      return ids
    }
    for (id, text) in zip(ids, ValueTests.nasty) {
      let stored = try store.sql("SELECT text FROM ziel WHERE id = ?", .integer(id))
      #expect(stored.first?.first?.text.map { Array($0.utf8) } == Array(text.utf8), "\(text.debugDescription)")
      let path = Path([Name("text")])
      for comparison in [Condition.Comparison.equal, .contains, .begins] {
        let found = try store.rows(
          Query(Name("ziele"), [.filter(.compare(path, comparison, Operand(text))), .show([Shown(Path([Name("id")]))])])
        ).rows.all().map { $0[0] }
        #expect(found.contains(String(id)), "\(comparison.rawValue) \(text.debugDescription)")
        let same = zip(ids, ValueTests.nasty).filter { Fold.key($0.1) == Fold.key(text) }.map { String($0.0) }
        if comparison == .equal { #expect(found == same, "\(text.debugDescription)") }
      }
    }
    #expect(try store.number("SELECT count(*) FROM ziel") == ValueTests.nasty.count)
  }

  @Test("no value of a question stands in the SQL that is run")
  func bound() throws {
    try SamplePlan.with { (store) throws in
      for condition in [
        "text = \"zzz\"", "text enthält \"zzz\"", "text beginnt mit \"zzz\"", "nr > \"zzz\"", "ziel = \"Eltern sprechen Deutsch\"",
        "hut enthält \"zzz\"",
      ] {
        let sql = try store.plan(of: query("maßnahmen wo \(condition) | sortiere text | erste 12345")).sql
        #expect(!sql.contains("zzz") && !sql.contains("Eltern") && !sql.contains("12345"), "\(sql)")
      }
    }
  }

  @Test("names of things and words of attributes are values too")
  func names() throws {
    let plan = try TemporaryPlan()
    let store = try plan.store()
    let name = "O'Neill's \"Haus\" $.x[0]"
    var declarations = Declarations("probe")
    declarations.version = "1"
    var attribute = Declarations.Attribute("merkmal_1", of: "maßnahme", summary: "x")
    attribute.words = [.init("it's \"so\"")]
    declarations.attributes = [attribute]
    var seed = Declarations.Seed("organisation", key: name)
    seed.values = [.init("bereich", "'); --")]
    declarations.seeds = [seed]
    try store.write { (writer) throws(Hinweis) in
      try writer.seed(declarations, lines: "variante probe")
      try writer.insert("massnahme", ["merkmale": .text(#"{"merkmal_1":{"it's \"so\"":"x"}}"#)])
    }
    let path = Path([Name("merkmal_1")])
    let answer = try store.rows(Query(Name("maßnahmen"), [.filter(.compare(path, .equal, Operand("IT'S \"SO\""))), .show([Shown(path)])]))
      .rows.all()
    #expect(answer == [["it's \"so\""]])
    #expect(try store.thing("organisation", name) != nil)
  }
}
