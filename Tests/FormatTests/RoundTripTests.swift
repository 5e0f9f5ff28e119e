// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@Suite struct RoundTripTests {
  private static let words = [
    "", "x", "30,2", "Übungsraum", "ja; nein", "a\tb", "sagt \"ja\"", "\"", "\"\"", "zwei\nZeilen", "zwei\r\nZeilen", "\r", " vorn",
    "hinten ", "  ",
    "|", ",", ";", "„Spaß“", "€", "\u{10437}", "=1+1", "'", "Straße, Haus; Tür|Tor\t\"Ende\"\n", "\n", "0120",
  ]

  private static func cells(_ numbers: inout SeededNumbers, width: ClosedRange<Int>) -> [String] {
    (0..<Int.random(in: width, using: &numbers)).map { _ in words.randomElement(using: &numbers) ?? "" }
  }

  @Test("what is written is read back, cell by cell", arguments: ["csv", "tsv"], 0..<60)
  func readOfWrite(_ format: String, _ seed: Int) throws {
    var numbers = SeededNumbers(UInt64(seed))
    let width = Int.random(in: 1...9, using: &numbers)
    let rows = (0..<Int.random(in: 2...60, using: &numbers)).map { _ in RoundTripTests.cells(&numbers, width: width...width) }
    let written = try Formats.write(Document("t", [.table(Table("", rows: TextRows(rows)))]), as: format)
    let back = try Formats.read(written)
    #expect(back.rows == rows)
    #expect(back.notes.isEmpty)
  }

  @Test("labels that Excel would take for numbers or dates are written so that it does not, and come back as they were")
  func labels() throws {
    let rows = [["28,10", "ein Text"], ["0120", "14.01.2018"], ["51.3", "1"], ["2,1; 2,2", "FB 51"]]
    let table = Table("", columns: [Table.Column("nr", "Nr", .label), Table.Column("text", "Text")], rows: TextRows(rows))
    let written = try Formats.write(Document("t", [.table(table)]), as: "csv-excel")
    #expect(String(decoding: written, as: UTF8.self).contains("\"=\"\"28,10\"\"\""))
    #expect(try Formats.read(written).rows == [["Nr", "Text"]] + rows)
  }

  @Test("a table that is many times longer than what is read at once comes back whole, in every encoding")
  func longTable() throws {
    var numbers = SeededNumbers(7)
    let rows = (0..<40_000).map { _ in RoundTripTests.cells(&numbers, width: 6...6) }
    let written = try Formats.write(Document("t", [.table(Table("", rows: TextRows(rows)))]), as: "csv")
    #expect(written.count > 1 << 20)
    #expect(try Formats.read(written).rows == rows)
    let units = Array(String(decoding: written, as: UTF8.self).utf16)
    #expect(try Formats.read([0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }).rows == rows)
  }

  @Test("lines of rows count the breaks within cells, also over the seams between the parts that are read")
  func lines() throws {
    var numbers = SeededNumbers(11)
    let rows = (0..<30_000).map { _ in RoundTripTests.cells(&numbers, width: 4...4) }
    let table = try Formats.read(Formats.write(Document("t", [.table(Table("", rows: TextRows(rows)))]), as: "csv"))
    var line = 1
    for (index, row) in rows.enumerated() {
      #expect(table.lines[index] == line)
      line += 1 + row.reduce(0) { count, cell in count + cell.count { $0.isNewline } }
    }
  }

  @Test("every byte of a text is in a cell, a delimiter or a line end", arguments: 0..<200)
  func account(_ seed: Int) throws {
    var numbers = SeededNumbers(UInt64(seed) + 1000)
    let alphabet: [Character] = ["a", "b", ";", ",", "\t", "|", "\n", "\r", " ", "ü", "€", "'", "1"]
    let text = String((0..<Int.random(in: 0...3000, using: &numbers)).map { _ in alphabet.randomElement(using: &numbers) ?? "a" })
    let table = try Formats.read(text)
    let inCells = table.rows.joined().reduce(0) { $0 + $1.utf8.count }
    let delimiters = table.rows.reduce(0) { $0 + max(0, $1.count - 1) }
    let lineEnds = text.utf8.count { $0 == 0x0A || $0 == 0x0D }
    #expect(inCells + delimiters + lineEnds == text.utf8.count)
    #expect(table.notes.isEmpty)
  }

  @Test("with quotation marks too, no letter is lost and none is made", arguments: 0..<200)
  func letters(_ seed: Int) throws {
    var numbers = SeededNumbers(UInt64(seed) + 5000)
    let alphabet: [Character] = ["a", "b", ";", "\n", "\"", "\"", "ü", "\r\n"]
    let text = String((0..<Int.random(in: 0...2000, using: &numbers)).map { _ in alphabet.randomElement(using: &numbers) ?? "a" })
    let table = try Formats.read(text)
    for letter in ["a", "b", "ü"] as [Character] {
      #expect(table.rows.joined().joined().count { $0 == letter } == text.count { $0 == letter })
    }
    // The line of a row is one more than the line breaks before it.
    #expect(zip(table.lines, table.lines.dropFirst()).allSatisfy { $0 < $1 })
    #expect((table.lines.last ?? 0) <= text.count { $0.isNewline } + 1)
  }

  @Test("no bytes at all make the reader crash, and its cells are always UTF-8", arguments: 0..<150)
  func anyBytes(_ seed: Int) throws {
    var numbers = SeededNumbers(UInt64(seed) + 9000)
    let common: [UInt8] = [0x22, 0x3B, 0x0A, 0x0D, 0x2C, 0xC3, 0xBC, 0xFC, 0xE2, 0x82, 0xF0, 0x61]
    var bytes = (0..<Int.random(in: 0...4000, using: &numbers)).map { _ in
      Bool.random(using: &numbers) ? common.randomElement(using: &numbers) ?? 0 : UInt8.random(in: 0...255, using: &numbers)
    }
    if seed % 5 == 0 { bytes = [0xFF, 0xFE] + bytes }
    if seed % 5 == 1 { bytes = [0xEF, 0xBB, 0xBF] + bytes }
    let source = try Formats.named("csv").read(Bytes(bytes, name: "x.csv")).tables[0].rows
    try source.forEachBatch { batch in
      batch.forEachCell { _, cell in
        #expect(String(validating: cell, as: UTF8.self) != nil)
      } endOfRow: { _ in
      }
      #expect(batch.rowEnds.last.map(Int.init) == batch.cellEnds.count)
      #expect(batch.cellEnds.last.map(Int.init) ?? 0 == batch.bytes.count)
      return .more
    }
  }
}
