// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import KipShell

@Suite struct TextTableTests {
  private func lines(_ table: Table, width: Int) throws -> [String] {
    var sink = Bytes()
    try TextRenderer(width: width).write(Document("", [.table(table)]), to: &sink)
    return String(decoding: sink.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test("words stay whole where the table fits with them")
  func wholeWords() throws {
    let columns = [Table.Column("regel", "Regel"), Table.Column("text", "Text")]
    let lines = try lines(
      Table("", columns: columns, rows: TextRows([["federführung-mehrfach", "ein Satz, der auch in kurzen Zeilen gut zu lesen ist"]])),
      width: 40)
    #expect(lines.contains { $0.hasPrefix("federführung-mehrfach │ ein Satz") })
    #expect(lines.allSatisfy { Width.of($0) <= 40 })
  }

  @Test("a word that is too long is parted behind a hyphen")
  func hyphens() {
    #expect(Width.wrap("Steuerung-Koordination", 12) == ["Steuerung-", "Koordination"])
    #expect(Width.wrap("im Bereich Steuerung-Koordination", 12) == ["im Bereich", "Steuerung-", "Koordination"])
    #expect(Width.wrap("Hilfeplangespräch", 15) == ["Hilfeplangesprä", "ch"])
  }

  @Test("colours change nothing but the colour, and stand where something means something")
  func colours() throws {
    let columns = [Table.Column("grad", "Grad"), Table.Column("text", "Text"), Table.Column("anzahl", "Anzahl", .number)]
    let rows = TextRows([["fehler", "ein längerer Satz, der umbricht", "3"], ["hinweis", "kurz", "1200"]])
    let document = Document(
      "Titel", [.heading(1, "Teil"), .paragraph([Run("hilfe", .code)]), .table(Table("", columns: columns, rows: rows))])
    func text(_ colours: Colours) throws -> String {
      var sink = Bytes()
      try TextRenderer(width: 30, colours: colours).write(document, to: &sink)
      return String(decoding: sink.bytes, as: UTF8.self)
    }
    let coloured = try text(Colours(isOn: true))
    #expect(try coloured.replacing(try Regex("\u{1B}\\[[0-9;]*m"), with: "") == text(.none))
    for part in ["1mTitel", "1mTeil", "36mhilfe", "1mGrad", "1;31mfehler", "34mhinweis"] {
      #expect(coloured.contains("\u{1B}[\(part)\u{1B}[0m"), "\(part)")
    }
  }

  @Test("a table that the window cannot hold is a card for each row, without what is empty")
  func cards() throws {
    let columns = (1...28).map { Table.Column("spalte\($0)", "Überschrift \($0)") }
    let row = (1...28).map { $0 % 9 == 0 ? "Inhalt \($0)" : "" }
    let lines = try lines(Table("", columns: columns, rows: TextRows([row, row])), width: 80)
    #expect(lines.count == 8)
    #expect(lines[1] == "Überschrift 9  │ Inhalt 9")
    #expect(lines.allSatisfy { Width.of($0) <= 80 })
  }
}
