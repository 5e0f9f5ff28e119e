// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import PlanStore

/// Two entries are one measure only if one names the other's Handlungsfeld and they share the number of the measure or the text.
@Suite struct EntryPairTests {
  private let plan: TemporaryPlan
  private let store: PlanStore

  init() throws {
    plan = try SamplePlan.forPairs()
    store = try plan.store()
  }

  @Test("joined by the number: the reference may stand in the first entry or in the last", arguments: [0, 1])
  func byNumber(_ pointer: Int) throws {
    var lines = [SampleLine(number: "28,1", field: "Bildung", text: "Kita"), SampleLine(number: "28,2", field: "IKO", text: "Kita")]
    lines[pointer].reference = lines[1 - pointer].field
    #expect(try store.take(lines).joined == 1)
    #expect(try measures() == [["28,1", "28,2"]])
  }

  @Test("joined whatever stands between them, and whichever comes first in the file")
  func anyOrder() throws {
    try store.take([
      SampleLine(number: "28,2", field: "IKO", text: "Kita", reference: "Bildung"),
      SampleLine(number: "1,0", field: "Bildung", text: "anderes"),
      SampleLine(number: "28,1", field: "Bildung", text: "Kita"),
    ])
    #expect(try measures() == [["1,0"], ["28,1", "28,2"]])
  }

  @Test("joined by the text, where the numbers have nothing in common")
  func byText() throws {
    try store.take([
      SampleLine(number: "12,1", field: "Bildung", text: "Sprachkurse"),
      SampleLine(number: "34,1", field: "IKO", text: "Sprachkurse", reference: "Bildung"),
    ])
    #expect(try measures() == [["12,1", "34,1"]])
  }

  @Test("joined by the number that a remark names, and by the bracket in the label of a field")
  func byLabel() throws {
    try store.take([
      SampleLine(number: "12,1", field: "Bildung", text: "a"), SampleLine(number: "12,2", field: "IKO", text: "a", reference: "Nr. 12,1"),
      SampleLine(number: "13,1", field: "IKO", text: "b", label: "IKO (Bildung)"),
      SampleLine(number: "13,2", field: "Steuerung", text: "b", reference: "Bildung"),
    ])
    #expect(try measures() == [["12,1", "12,2"], ["13,1", "13,2"]])
  }

  @Test("three entries are one measure when each names one of the others")
  func three() throws {
    let outcome = try store.take([
      SampleLine(number: "5,1", field: "Bildung", text: "a"), SampleLine(number: "5,2", field: "IKO", text: "a", reference: "Bildung"),
      SampleLine(number: "5,3", field: "Steuerung", text: "a", reference: "IKO"),
    ])
    #expect(outcome.joined == 2 && outcome.unmatched.isEmpty)
    #expect(try measures() == [["5,1", "5,2", "5,3"]])
    #expect(try store.column("maßnahmen | zeige handlungsfeld") == ["Bildung; IKO; Steuerung"])
  }

  @Test(
    "everything else stays apart",
    arguments: [
      ("the same number without a reference", SampleLine(number: "28,2", field: "IKO", text: "Kita")),
      ("the same text without a reference", SampleLine(number: "34,1", field: "IKO", text: "Kita")),
      ("a reference without number or text in common", SampleLine(number: "34,1", field: "IKO", text: "anderes", reference: "Bildung")),
      ("a reference to another field", SampleLine(number: "28,2", field: "IKO", text: "Kita", reference: "Steuerung")),
      ("a reference to a field that nobody knows", SampleLine(number: "28,2", field: "IKO", text: "Kita", reference: "Wohnen")),
      ("a reference to another number", SampleLine(number: "28,2", field: "IKO", text: "Kita", reference: "Nr. 27,1")),
      ("a number that only begins alike", SampleLine(number: "281,1", field: "IKO", text: "anderes", reference: "Bildung")),
    ])
  func apart(_ what: String, _ line: SampleLine) throws {
    let outcome = try store.take([SampleLine(number: "28,1", field: "Bildung", text: "Kita"), line])
    #expect(outcome.joined == 0, "\(what)")
    #expect(try measures().count == 2, "\(what)")
    #expect(outcome.unmatched.map(\.number) == (line.reference.isEmpty ? [] : [line.number]))
  }

  @Test("a reference counts for more than a field that only a merged cell above gave, where number and wording agree")
  func fieldFromAbove() throws {
    let pointer = SampleLine(number: "28,2", field: "IKO", text: "Kitas für alle Kinder öffnen", reference: "Steuerung")
    let outcome = try store.take([
      SampleLine(number: "28,1", field: "Bildung", text: "Kita für alle Kinder öffnen", inheritsField: true), pointer,
    ])
    #expect(outcome.joined == 1)
  }

  @Test("two entries without any text have no text in common")
  func noText() throws {
    try store.take([SampleLine(number: "1,1", field: "Bildung"), SampleLine(number: "2,1", field: "IKO", reference: "Bildung")])
    #expect(try measures() == [["1,1"], ["2,1"]])
  }

  @Test("numbers and texts are matched inside one catalogue only")
  func otherCatalogue() throws {
    try store.take([SampleLine(number: "12,1", field: "Bildung", text: "alt")], into: "2008")
    let outcome = try store.take([SampleLine(number: "12,2", field: "IKO", text: "alt", reference: "Bildung")], into: "2016")
    #expect(outcome.joined == 0)
    #expect(try measures() == [["12,1"], ["12,2"]])
  }

  @Test("a partner that is not there is told, with the line that names it")
  func missing() throws {
    let outcome = try store.take([
      SampleLine(number: "7,0", field: "IKO", text: "a"), SampleLine(number: "30,2", field: "IKO", text: "b", reference: "Bildung"),
    ])
    #expect(outcome.unmatched.map(\.number) == ["30,2"])
    #expect(outcome.unmatched.map(\.reference) == ["Bildung"])
    #expect(outcome.unmatched.map(\.line) == [2])
    #expect(outcome.unmatched.map(\.missing) == ["30,1"])
  }

  @Test("a thousand pairs, references and strangers among them")
  func many() throws {
    var lines: [SampleLine] = []
    for stem in 1...1000 {
      lines.append(SampleLine(number: "\(stem),1", field: "Bildung", text: "Maßnahme \(stem)", reference: stem % 3 == 0 ? "IKO" : ""))
      lines.append(SampleLine(number: "\(stem),2", field: "IKO", text: "Maßnahme \(stem)", reference: stem % 3 == 1 ? "Bildung" : ""))
    }
    let outcome = try store.take(lines)
    #expect(outcome.joined == 667 && outcome.unmatched.isEmpty)
    #expect(try store.column("maßnahmen | anzahl") == ["1333"] && store.column("einträge | anzahl") == ["2000"])
    #expect(try store.writtenBack().map { $0[.number] } == lines.map(\.number))
    #expect(try store.number("SELECT count(*) FROM massnahme_log") == 0)
  }

  /// The numbers of each measure's entries.
  private func measures() throws -> [[String]] {
    try store.column("maßnahmen | zeige nr | sortiere nr").map {
      $0.split(separator: "; ").map(String.init).sorted { Label.sortKey($0) < Label.sortKey($1) }
    }
    .sorted { Label.sortKey($0[0]) < Label.sortKey($1[0]) }
  }
}
