// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import PlanStore

@Suite struct TypedValueTests {
  private func stored(_ noun: String, _ column: String, _ text: String) throws -> Value {
    let column = try #require(Kernel.noun(noun)?.column(column))
    return try SamplePlan.with { store in try store.stored(Operand(text, span: Span(start: 7, length: 3)), for: column) }
  }

  @Test(
    "a value is stored as its column wants it",
    arguments: [
      ("maßnahme", "status", "LAUFEND", .text("laufend")), ("maßnahme", "stamm", "30,2", .text("30,2")),
      ("eintrag", "zeile", "1.250", .integer(1250)), ("katalog", "stand", "24.04.2017", .integer(20_170_424)),
      ("ziel", "frist", "III/2024", .text("2024-Q3")), ("akteur", "geprüft", "Nein", .integer(0)),
      ("kommune", "ags", "03 101 000", .text("03101000")),
    ] as [(String, String, String, Value)])
  func values(_ noun: String, _ column: String, _ text: String, _ value: Value) throws {
    #expect(try stored(noun, column, text) == value)
  }

  @Test("heute is the day of today")
  func today() throws {
    let day = try SamplePlan.with { store in try store.number("SELECT CAST(strftime('%Y%m%d', 'now', 'localtime') AS INTEGER)") }
    #expect(try stored("katalog", "stand", "heute") == .integer(day))
  }

  @Test("a thing is found by any of its names")
  func things() throws {
    #expect(try stored("eintrag", "handlungsfeld", "beruf") == stored("eintrag", "handlungsfeld", "Arbeit und Ausbildung"))
    #expect(try stored("nebenname", "ding", "einheit FB 51") == stored("einheit", "oberhalb", "Fachbereich 51"))
  }

  @Test(
    "what cannot be is refused with what is allowed, and marked",
    arguments: [
      ("maßnahme", "status", "fertig", "status kann nicht \"fertig\" sein", "möglich sind"),
      ("eintrag", "zeile", "1,5", "\"1,5\" ist keine ganze Zahl", nil),
      ("katalog", "stand", "2017", "\"2017\" ist kein Tag", "ein Tag steht so: 24.04.2017"),
      ("katalog", "stand", "31.02.2017", "\"31.02.2017\" ist kein Tag", nil),
      ("akteur", "geprüft", "vielleicht", "\"vielleicht\" ist weder ja noch nein", nil),
      ("kommune", "ags", "0310100", "\"0310100\" hat 7 Stellen", "AGS hat 5 oder 8 Stellen"),
      ("kommune", "ags", "17101000", "\"17101000\" liegt in keinem Land: AGS beginnt mit 01 bis 16", nil),
      ("kommune", "ags", "0310100x", "\"0310100x\" ist kein Schlüssel: AGS hat nur Ziffern", nil),
      ("eintrag", "handlungsfeld", "Bidlung", "handlungsfeld \"Bidlung\" gibt es nicht", "gemeint ist vielleicht Bildung; anlegen: neu"),
      ("nebenname", "ding", "Bildung", "ding nennt ein Ding mit seiner Art", "etwa: ding maßnahme \"30,2\""),
      ("maßnahme", "text", " ", "text kann kein leerer Text sein", "nichts mehr sagt: setze text = leer"),
    ] as [(String, String, String, String, String?)])
  func refused(_ noun: String, _ column: String, _ text: String, _ message: String, _ help: String?) throws {
    let error = #expect(throws: Hinweis.self) { try stored(noun, column, text) }
    #expect(error?.text == message)
    #expect(error?.help?.hasPrefix(help ?? "") ?? (help == nil), "\(error?.help ?? "")")
    #expect(error?.excerpt?.start == 7)
  }

  @Test("of several things with one name none is taken; the error names them all")
  func ambiguous() throws {
    let plan = try TemporaryPlan()
    let store = try plan.store()
    let ids = try store.write { (writer) throws(Hinweis) in
      (try writer.insert("handlungsfeld", ["name": .text("Bildung")]), try writer.insert("handlungsfeld", ["name": .text("bildung")]))
    }
    let noun = try #require(Kernel.noun("handlungsfeld"))
    let error = #expect(throws: Hinweis.self) { try store.theOne(noun, Operand("Bildung")) }
    #expect(error?.text == "2 handlungsfelder heißen \"Bildung\"")
    #expect(error?.help?.contains("Nr. \(ids.0) (Bildung), Nr. \(ids.1) (bildung)") ?? false)
    #expect(try store.theOne(noun, Operand("Nr. \(ids.1)")) == ids.1)
  }
}
