// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import Testing

@testable import PlanStore

/// A whole plan as JSON, and back.
@Suite struct ExchangeTests {
  private func file(_ text: String) -> Bytes { Bytes(Array(text.utf8), name: "plan.json") }

  private func export(_ plan: TemporaryPlan) throws -> String {
    var sink = Bytes()
    try plan.store().export(to: &sink)
    return String(decoding: sink.bytes, as: UTF8.self)
  }

  /// A plan with a catalogue, changes of it, deletions, and texts of every kind.
  private func sample() throws -> TemporaryPlan {
    let plan = try SamplePlan.make()
    let store = try plan.store()
    var lines = SamplePlan.lines
    lines[0].text = "Sprachkurse \"für\" alle\n\tund \\ mehr: \u{1}\u{7F}\u{0} Ümläute e\u{301} 😀 \u{2028}\u{FEFF}"
    try store.take(lines, on: 20250101)
    let goal = try store.write { (writer) throws(Hinweis) in try writer.insert("ziel", ["text": .text("weg")]) }
    try store.write(on: 20230505) { (writer) throws(Hinweis) in try writer.delete("ziel", goal) }
    return plan
  }

  @Test("what is read back is the same plan, byte for byte, history included, however the lines are broken")
  func roundTrip() throws {
    let plan = try sample()
    let text = try export(plan)
    #expect(text.contains(#"\u0001\u007f\u0000"#) && text.contains("e\u{301} 😀"))
    let one = text.replacing("\n", with: "")
    let many = text.replacing("\n[", with: "\r\n [\n\t").replacing("],\n", with: "]\n ,\n")
    for form in [text, one, many, "\u{FEFF}" + text] {
      let other = try TemporaryPlan()
      let changes = try plan.store().lastChange()
      #expect(try other.store().fill(from: file(form)).changes == changes)
      #expect(try export(other) == text)
      #expect(try other.store().integrity().allSatisfy { $0.problems == [] })
      let tables = Schema.tables.flatMap { $0.hasHistory ? [$0.table, $0.table + "_log"] : [$0.table] } + ["zaehler"]
      for table in tables {
        #expect(try other.store().sql("SELECT * FROM \(table)") == plan.store().sql("SELECT * FROM \(table)"), "\(table)")
      }
      // The plan goes on where the other was.
      try other.store().write { (writer) throws(Hinweis) in _ = try writer.insert("ziel", ["text": .text("neu")]) }
    }
  }

  @Test(
    "numbers are as exact as they were",
    arguments: [0.1, 1.0, -2.5e-300, 1e22, 123456789.123456789, .greatestFiniteMagnitude, 5e-324, .infinity])
  func numbers(_ number: Double) throws {
    let plan = try TemporaryPlan()
    let connection = try plan.store().connection
    try connection.transaction { () throws(Hinweis) in
      try connection.execute("CREATE TEMP TABLE zahl (wert REAL)")
      _ = try connection.run("INSERT INTO zahl VALUES (?)", [.real(number)])
    }
    var writer = JSONWriter()
    try connection.each("SELECT wert FROM zahl") { (row) throws(Hinweis) in
      writer.value(row, 0)
      return .more
    }
    var reader = JSONReader(Bytes(writer.bytes))
    #expect(try reader.value() == .real(number))
  }

  @Test("the keys are the kernel's names, umlauts included")
  func keys() throws {
    let text = try export(sample())
    #expect(text.hasPrefix(#"{"format": "kip-plan 1", "schema": \#(Migration.version), "nächste": "#))
    #expect(text.contains(#"{"art": "maßnahmen","#) && text.contains(#""kürzel", "zweitkürzel""#) && text.contains(#""klärungsbedarf""#))
    // Other readers take it as JSON too.
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
  }

  @Test("only an empty plan takes one in")
  func notEmpty() throws {
    let plan = try sample()
    let text = try export(plan)
    let error = #expect(throws: Hinweis.self) { try plan.store().fill(from: file(text)) }
    #expect(error?.text == "der Plan hat schon Änderungen; einen ganzen Plan nimmt nur ein leerer auf")
    #expect(error?.help == "kip --neu NEU.kip -c 'importiere plan plan.json'")
  }

  @Test("a file that is no whole plan is refused with its line, and leaves the plan empty")
  func refused() throws {
    let text = try export(sample())
    func problem(_ wrong: String) throws -> (String, Int?) {
      let plan = try TemporaryPlan()
      let error = #expect(throws: Hinweis.self) { try plan.store().fill(from: file(wrong)) }
      #expect(try plan.store().lastChange() == 0 && plan.store().number("SELECT count(*) FROM akteur") == 0)
      #expect(try plan.store().integrity().allSatisfy { $0.problems == [] })
      #expect(error?.help != nil && error?.place?.file == "plan.json")
      return (error?.text ?? "", error?.place?.line)
    }
    #expect(try problem("") == ("erwartet ist \"{\", gefunden das Ende der Datei", 1))
    #expect(try problem("{\"format\": \"kip-plan 2\"}") == ("das Format ist \"kip-plan 2\", erwartet ist \"kip-plan 1\"", 1))
    #expect(try problem("{\n\"spalten\": 3}") == ("unbekannt ist \"spalten\"", 2))
    #expect(try problem("{}").0 == "es fehlt \"format\"")
    #expect(try problem(text + "x").0 == "erwartet ist das Ende der Datei, gefunden \"x\"")
    #expect(try problem(String(text.dropLast(3))).0.hasPrefix("erwartet ist"))
    let newer = text.replacing("\"schema\": \(Migration.version)", with: "\"schema\": 99")
    #expect(try problem(newer) == ("die Datei ist von Schema 99, dieses kip kennt \(Migration.version)", 1))
    #expect(try problem(text.replacing("\"zeitraum\"", with: "\"zeitraun\"")).0 == "die Spalte \"zeitraun\" gibt es nicht")
    #expect(try problem(text.replacing("\"art\": \"ziele\"", with: "\"art\": \"zeile\"")).0 == "die Art \"zeile\" gibt es nicht")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let goal = try #require(lines.firstIndex { $0.contains("\"art\": \"ziele\"") }) + 3
    func changed(_ from: String, _ to: String) -> String {
      var lines = lines
      lines[goal] = lines[goal].replacing(from, with: to)
      return lines.joined(separator: "\n")
    }
    #expect(lines[goal].hasPrefix("["))
    #expect(try problem(changed("[", "[7, ")).1 == goal + 1)
    #expect(try problem(changed(String(lines[goal].prefix { $0 != "," }), "[\"sieben\"")).1 == goal + 1)
    #expect(
      try problem(changed("\"", "\"\u{1}")) == ("erwartet ist das Ende des Textes in Anführungszeichen, gefunden Zeichen 1", goal + 1))
    // Every row is fine, but together they are no plan.
    var short = lines
    short.remove(at: try #require(lines.firstIndex { $0.contains("\"art\": \"änderungen\"") }) + 3)
    #expect(try problem(short.joined(separator: "\n")).0.hasPrefix("die Datei hält keinen ganzen Plan: "))
  }
}
