// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import PlanStore

/// What entries of one measure say of their own is kept with them, and goes back into the table as it was.
@Suite struct JoinedEntryTests {
  private let plan: TemporaryPlan
  private let store: PlanStore

  init() throws {
    plan = try SamplePlan.forPairs()
    store = try plan.store()
  }

  @Test("the entry with content leads, whatever its number")
  func content() throws {
    try store.take([
      SampleLine(number: "29,1", field: "Bildung", reference: "IKO"),
      SampleLine(number: "29,2", field: "IKO", text: "Inhalt", goal: "Ziel"),
    ])
    #expect(try store.ask("maßnahmen | zeige nr, text, haupteintrag, ziel") == [["29,2; 29,1", "Inhalt", "29,2", "Ziel"]])
    let back = try store.writtenBack()
    #expect(back.map { $0[.text] } == ["", "Inhalt"])
    #expect(back.map { $0[.goal] } == ["", "Ziel"])
  }

  @Test("diverging wording, goals and needs for clarification are kept on the entries and go back into the table as they were")
  func diverging() throws {
    let lines = [
      SampleLine(number: "28,1", field: "Bildung", text: "Kita und Schule", goal: "Ziel A", clarification: "wer?"),
      SampleLine(number: "28,2", field: "IKO", text: "Kita u. Schule", goal: "Ziel B", reference: "Bildung", clarification: "wann?"),
    ]
    try store.take(lines)
    #expect(try store.column("maßnahmen | zeige nr") == ["28,1; 28,2"])
    #expect(try store.column("maßnahmen | zeige text") == ["Kita und Schule"])
    #expect(try store.ask("maßnahmen | zeige ziel") == [["Ziel A; Ziel B"]])
    let back = try store.writtenBack()
    #expect(back.map { $0[.text] } == lines.map(\.text))
    #expect(back.map { $0[.goal] } == lines.map(\.goal))
    #expect(back.map { $0[.clarification] } == lines.map(\.clarification))
    #expect(try store.column("maßnahmen wo klärungsbedarf enthält \"wer?\" und klärungsbedarf enthält \"wann?\" | anzahl") == ["1"])
  }

  @Test("a status that only one entry gives is the measure's")
  func status() throws {
    try store.take([
      SampleLine(number: "1,1", field: "Bildung", text: "a"),
      SampleLine(number: "1,2", field: "IKO", text: "a", reference: "Bildung", status: "laufend"),
    ])
    #expect(try store.column("maßnahmen | zeige status") == ["laufend"])
  }

  @Test(
    "marks and roles go back to the entries in which they stood; the measure has them all", arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0]])
  func marks(_ order: [Int]) throws {
    let kinder = #"{"zielgruppe":{"Kinder":"x"}}"#
    let beide = #"{"zielgruppe":{"Kinder":"(x)","Erwachsene":"x"}}"#
    let all = [
      SampleLine(number: "5,1", field: "Bildung", text: "a", marks: kinder, roles: ["federführung: FB 50", "partner: AWO"]),
      SampleLine(number: "5,2", field: "IKO", text: "a", reference: "Bildung", marks: beide, roles: ["federführung: FB 50"]),
      SampleLine(number: "5,3", field: "Steuerung", text: "a", reference: "IKO", roles: ["umsetzung: FB 51", "federführung: FB 51 (x)"]),
    ]
    let lines = order.map { all[$0] }
    try store.take(lines)
    #expect(try store.ask("maßnahmen | zeige hut.anzahl, partner, umsetzung, zielgruppe.anzahl") == [["2", "AWO", "FB 51", "2"]])
    let back = Dictionary(uniqueKeysWithValues: try store.writtenBack().map { ($0[.number], $0) })
    #expect(back["5,1"]?.marks == ["zielgruppe Kinder x"])
    #expect(back["5,2"]?.marks == ["zielgruppe Erwachsene x", "zielgruppe Kinder (x)"])
    #expect(back["5,3"]?.marks == [])
    #expect(back.mapValues { $0.actors("federführung") } == ["5,1": ["FB 50"], "5,2": ["FB 50"], "5,3": ["FB 51 (x)"]])
    #expect(back.mapValues { $0.actors("partner") } == ["5,1": ["AWO"], "5,2": [], "5,3": []])
    #expect(back.mapValues { $0.actors("umsetzung") } == ["5,1": [], "5,2": [], "5,3": ["FB 51"]])
  }

  @Test("a cross and a cross in brackets for the same actor are two marks")
  func conditional() throws {
    try store.take([
      SampleLine(number: "5,1", field: "Bildung", text: "a", roles: ["federführung: FB 50"]),
      SampleLine(number: "5,2", field: "IKO", text: "a", reference: "Bildung", roles: ["federführung: FB 50 (x)"]),
    ])
    #expect(try store.column("maßnahmen | zeige hut") == ["FB 50"])
    #expect(try store.writtenBack().map { $0.actors("federführung") } == [["FB 50"], ["FB 50 (x)"]])
  }
}
