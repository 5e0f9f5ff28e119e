// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import PlanStore

/// Lines of a catalogue that come again.
@Suite struct ReimportTests {
  private let plan: TemporaryPlan
  private let store: PlanStore

  init() throws {
    plan = try SamplePlan.make()
    store = try plan.store()
  }

  @Test("the same lines change nothing, and leave no change")
  func unchanged() throws {
    let change = try store.lastChange()
    let outcome = try store.take(SamplePlan.lines)
    #expect(outcome.lines == Array(repeating: .unchanged, count: 6) && outcome.missing == [])
    #expect(try store.lastChange() == change)
    #expect(try store.column("quellen | anzahl") == ["1"])
  }

  @Test("a line that says something else changes what it says, and the history keeps what was")
  func changed() throws {
    var lines = SamplePlan.lines
    lines[0].text = "Sprachkurse für alle"
    lines[0].roles = ["federführung: FB 51", "partner: AWO"]
    lines[4].status = "umgesetzt"
    let outcome = try store.take(lines, on: 20250101)
    #expect(outcome.lines == [.changed, .unchanged, .unchanged, .unchanged, .changed, .unchanged])
    #expect(
      try store.ask("maßnahmen wo nr = 7,0 | zeige text, hut, partner, ziel") == [
        ["Sprachkurse für alle", "FB 51", "AWO", "Eltern sprechen Deutsch"]
      ])
    #expect(try store.column("maßnahmen wo nr = 30,2 | zeige status") == ["umgesetzt"])
    #expect(
      try store.sql("SELECT text, ab, ende FROM massnahme_log WHERE text LIKE 'Sprach%'") == [
        [.text("Sprachkurse für Eltern"), .integer(20240101), .integer(20250101)]
      ])
    #expect(try store.number("SELECT count(*) FROM zustaendigkeit_log") == 1)
  }

  @Test("what the new lines say can be asked as if it had been the first import", arguments: 0..<40)
  func sameAsFirst(_ seed: Int) throws {
    var numbers = SeededNumbers(UInt64(seed))
    var lines = SamplePlan.lines
    for _ in 0..<Int.random(in: 1...3, using: &numbers) {
      let index = Int.random(in: lines.indices, using: &numbers)
      switch Int.random(in: 0..<6, using: &numbers) {
      case 0: lines[index].text = ["", "Neu", "Praktika", "Übergang Kita und Schule"].randomElement(using: &numbers) ?? ""
      case 1: lines[index].goal = ["", "Neues Ziel", "Eltern sprechen Deutsch"].randomElement(using: &numbers) ?? ""
      case 2:
        lines[index].roles =
          [[], ["federführung: FB 50"], ["federführung: 51.3", "umsetzung: AWO"], ["federführung: 51.3 (x)"]].randomElement(using: &numbers)
          ?? []
      case 3:
        lines[index].marks =
          ["", #"{"zielgruppe":{"Kinder":"x"}}"#, #"{"zielgruppe":{"Institutionen":"I"}}"#].randomElement(using: &numbers) ?? ""
      case 4: lines[index].remark = ["", "S. 12"].randomElement(using: &numbers) ?? ""
      default: lines[index].clarification = ["", "x", "Geld?"].randomElement(using: &numbers) ?? ""
      }
    }
    try store.take(lines, on: 20250101)
    let back = try store.writtenBack()
    for (line, written) in zip(lines, back) {
      #expect(written[.number] == line.number && written[.text] == line.text && written[.goal] == line.goal, "\(line)")
      #expect(written[.remark] == line.remark && written[.clarification] == line.clarification, "\(line)")
      #expect(
        written.actors("federführung") == line.roles.filter { $0.hasPrefix("federführung") }.map { String($0.dropFirst(14)) }.sorted(),
        "\(line)")
      #expect(
        written.actors("umsetzung") == line.roles.filter { $0.hasPrefix("umsetzung") }.map { String($0.dropFirst(11)) }.sorted(), "\(line)")
      let marks =
        line.marks.isEmpty
        ? []
        : try store.sql("SELECT a.key || ' ' || w.key || ' ' || w.value FROM json_each(?) a, json_each(a.value) w", .text(line.marks))
          .compactMap { $0[0].text }
      #expect(written.marks == marks.sorted(), "\(line)")
    }
    #expect(back.count == lines.count)
    #expect(try store.number("SELECT count(*) FROM pragma_foreign_key_check") == 0)
    // And read a second time they change nothing.
    #expect(try store.take(lines, on: 20250102).lines == Array(repeating: .unchanged, count: 6))
  }

  @Test("a new line is added, a missing one is named and stays")
  func missing() throws {
    var lines = SamplePlan.lines
    lines.remove(at: 4)
    lines.append(SampleLine(number: "31,0", field: "Bildung", text: "Neues"))
    let outcome = try store.take(lines, on: 20250101)
    #expect(outcome.lines == Array(repeating: .unchanged, count: 5) + [.new])
    #expect(outcome.missing == ["30,2"])
    #expect(try store.column("einträge | anzahl") == ["7"])
  }

  @Test("lines of the same number are told apart by their order, lines without a number by their text")
  func ambiguous() throws {
    let lines = [
      SampleLine(number: "1", text: "a"), SampleLine(number: "1", text: "b"), SampleLine(text: "ohne Nummer"),
      SampleLine(text: "auch ohne"), SampleLine(goal: "nur ein Ziel"),
    ]
    try store.take(lines, into: "Zwei")
    #expect(try store.take(lines, into: "Zwei").lines == Array(repeating: .unchanged, count: 5))
    var changed = lines
    changed[1].text = "c"
    #expect(try store.take(changed, into: "Zwei").lines == [.unchanged, .changed, .unchanged, .unchanged, .unchanged])
    #expect(try store.writtenBack("Zwei").map { $0[.text] } == ["a", "c", "ohne Nummer", "auch ohne", ""])
  }

  @Test("a partner that comes with a later file is found")
  func laterPartner() throws {
    let first = SampleLine(number: "40,2", field: "IKO", text: "Beratung", reference: "Bildung")
    #expect(try store.take([first], into: "Drei").unmatched.map(\.number) == ["40,2"])
    let outcome = try store.take([first, SampleLine(number: "40,1", field: "Bildung", text: "Beratung")], into: "Drei", on: 20250101)
    #expect(outcome.joined == 1 && outcome.unmatched.isEmpty)
    #expect(try store.column("maßnahmen wo nr = 40,1 | zeige nr") == ["40,1; 40,2"])
  }

  /// The same numbers in every run.
  private struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) | (state << 31)
    }
  }
}
