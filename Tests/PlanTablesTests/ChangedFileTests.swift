// SPDX-License-Identifier: GPL-3.0-or-later
import PlanTables
import Testing

@Suite struct ChangedFileTests {
  /// A golden catalogue with some texts replaced, each of which must be there.
  private func edited(_ name: String, _ edits: [(String, String)]) throws -> [UInt8] {
    var text = try Golden.text(name)
    for (old, new) in edits {
      try #require(text.contains(old), "\(old)")
      text = text.replacing(old, with: new)
    }
    return Array(text.utf8)
  }

  /// The lines in which two states differ.
  private func difference(_ a: String, _ b: String) -> [String] {
    b.split(separator: "\n").map(String.init).difference(from: a.split(separator: "\n").map(String.init)).map { change in
      switch change {
      case .insert(_, let line, _): "+ " + line
      case .remove(_, let line, _): "- " + line
      }
    }
  }

  @Test("a changed cell changes what it says and nothing else")
  func oneCell() throws {
    let town = try Town()
    try town.read(Golden.bytes("drei-kopfzeilen.csv"))
    let before = try town.state()
    let result = try town.read(edited("drei-kopfzeilen.csv", [("zwei Nachmittagen", "drei Nachmittagen")]))
    #expect((result.new, result.changed, result.unchanged) == (0, 1, 3))
    #expect(try town.value("änderungen | anzahl") == "3")
    #expect(
      difference(before, try town.state()).filter { !$0.contains("Nachmittagen") } == [])
    #expect(try town.rows("maßnahmen wo text enthält \"drei Nachmittagen\" | zeige nr") == [["1,0"]])
  }

  @Test("the same said in another writing is no change")
  func anotherWriting() throws {
    let town = try Town()
    try town.read(Golden.bytes("drei-kopfzeilen.csv"))
    let before = try (town.state(), town.rows("änderungen"))
    let result = try town.read(
      edited("drei-kopfzeilen.csv", [(";x;", ";X ;"), ("Elternabende mit", "Elternabende\u{A0}mit"), ("S. 8", " S. 8 ")]))
    #expect((result.new, result.changed, result.unchanged) == (0, 0, 4))
    #expect(try town.state() == before.0)
    #expect(try town.rows("änderungen") == before.1)
  }

  @Test("a number that a spreadsheet mangled is no change once it stands there as the plan writes it")
  func mangledNumber() throws {
    let town = try Town()
    try town.read(edited("drei-kopfzeilen.csv", [("1,0;", "1.0;")]))
    let result = try town.read(Golden.bytes("drei-kopfzeilen.csv"))
    #expect((result.new, result.changed, result.unchanged) == (0, 0, 4))
    #expect(try town.value("änderungen | anzahl") == "2")
  }

  @Test("lines in another order are no change")
  func anotherOrder() throws {
    let town = try Town()
    try town.read(Golden.bytes("paare.csv"))
    let before = try town.state()
    var lines = try Golden.text("paare.csv").split(separator: "\n", omittingEmptySubsequences: false)
    lines.swapAt(3, 10)
    let result = try town.read(Array(lines.joined(separator: "\n").utf8))
    #expect((result.new, result.changed, result.unchanged) == (0, 0, 14))
    #expect(try town.state() == before)
  }

  @Test("a line that the newer file has no more is named and stays")
  func missingLine() throws {
    let town = try Town()
    try town.read(Golden.bytes("drei-kopfzeilen.csv"))
    let before = try town.state()
    let lines = try Golden.text("drei-kopfzeilen.csv").split(separator: "\n").filter { !$0.hasPrefix("3,0;") }
    let result = try town.read(Array(lines.joined(separator: "\n").utf8))
    #expect(result.missing == ["3,0"])
    #expect(try town.state() == before)
  }

  @Test("asked to, an import gives up the measures that its file has no more; the same file of another day is kept as a change of its own")
  func dropped() throws {
    let town = try Town()
    try town.read(Golden.bytes("drei-kopfzeilen.csv"), on: 20_180_101)
    let lines = try Golden.text("drei-kopfzeilen.csv").split(separator: "\n").filter { !$0.hasPrefix("3,0;") }
    let newer = Array(lines.joined(separator: "\n").utf8)
    let count = try town.rows("änderungen").count
    let result = try town.read(newer, on: 20_190_101, dropsMissing: true)
    #expect((result.missing, result.dropped, result.changed) == (["3,0"], 1, 0))
    #expect(try town.rows("maßnahmen wo status = entfallen | zeige nr") == [["3,0"]])
    #expect(try town.read(newer, on: 20_200_101, dropsMissing: true).dropped == 0)
    #expect(try town.rows("änderungen").count == count + 2)
    try town.read(newer, on: 20_200_101, dropsMissing: true)
    #expect(try town.rows("änderungen").count == count + 2)
  }

  /// Edits of a catalogue with measures of two and three entries.
  static let edits: [[(String, String)]] = [
    [("Gehtreff im Stadtpark", "Gehtreff am Fluss")],
    [("Gehtreff im Park", "Gehtreff im Wald")],
    [("Gehtreff im Park", "Gehtreff im Stadtpark")],
    [("Gehtreff im Stadtpark", "Gehtreff im Park")],
    [("Schwimmzeiten nur für Frauen", "Badezeiten nur für Frauen")],
    [("2,1;Sport;;Schwimmzeiten nur für Frauen", "2,1;Sport;;Badezeiten nur für Frauen")],
    [("Bewegung hält gesund", "Gesund bleiben")],
    [("Vorsorge beginnt früh", "Bewegung hält gesund")],
    [("Vorsorge beginnt früh", "")],
    [("Bewegung hält gesund", "")],
    [("Bewegung hält gesund", "Vorsorge beginnt früh")],
    [("2,2;Gesundheit;;;", "2,2;Gesundheit;Alle können schwimmen;;")],
    [(";51.3;", ";x;")],
    [(";51.3;", ";;")],
    [("2,2;Gesundheit;;;;;;;;;;;;;;;;;;51.3;", "2,2;Gesundheit;;;;;;;;;;;;;;;;;;;")],
    [(";FB 40;", ";;")],
    [(";Turnverein, AOK;", ";Turnverein;")],
    [(";AOK;", ";Turnverein, AOK;")],
    [(";Versicherung?;", ";;")],
    [(";Versicherung?;", ";Wer versichert?;")],
    [(";(x);;;;;AOK", ";x;;;;;AOK")],
    [
      (
        "1,2;Gesundheit (Sport);Vorsorge beginnt früh;Gehtreff im Park;;(x);",
        "1,2;Gesundheit (Sport);Vorsorge beginnt früh;Gehtreff im Park;;;"
      )
    ],
    [("S. 13\n", "S. 14\n")],
    [("4,1;Sport;", "4,1;Gesundheit;")],
    [("3,1;IKO;;Mehrsprachige Merkblätter der Apotheken;;;;;;I", "3,1;IKO;;Mehrsprachige Merkblätter der Apotheken;;;x;;;AG")],
  ]

  @Test("after a change the plan says what the newer file says, as if it had been the first", arguments: edits)
  func asIfFirst(_ edits: [(String, String)]) throws {
    let (changed, fresh) = (try Town(), try Town())
    let newer = try edited("paare.csv", edits)
    try changed.read(Golden.bytes("paare.csv"))
    let result = try changed.read(newer)
    #expect(result.new == 0 && result.changed > 0)
    try fresh.read(newer)
    #expect(difference(try fresh.state(), try changed.state()) == [])
    #expect(try changed.written() == fresh.written())
  }

  @Test("a partner that a newer file brings is joined, also if only the older entry refers to it")
  func latePartner() throws {
    let town = try Town()
    try town.read(Golden.bytes("paare.csv"))
    let line = "7,1;Gesundheit;;Dolmetschdienst in allen Arztpraxen" + String(repeating: ";", count: 24) + "\n"
    let result = try town.read(Golden.bytes("paare.csv") + Array(line.utf8))
    #expect((result.new, result.joined) == (1, 1))
    #expect(try town.rows("maßnahmen wo stamm = 7 | zeige nr, text") == [["7,1; 7,2", "Dolmetschdienst in allen Arztpraxen"]])
    #expect(!result.findings.contains { $0.rule == "partner-fehlt" })
  }
}
