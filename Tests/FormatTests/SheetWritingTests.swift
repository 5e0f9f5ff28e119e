// SPDX-License-Identifier: GPL-3.0-or-later
import OfficeKit
import PlanKit
import Testing

@Suite struct SheetWritingTests {
  /// The parts of a package as one text, a line for each element, so that a difference is found at once.
  private static func parts(_ bytes: [UInt8]) throws -> [UInt8] {
    let archive = try ZipArchive(Bytes(bytes, name: "datei"), expected: "ein Paket")
    var text: [UInt8] = []
    for entry in archive.entries {
      text += Array("=== \(entry.name)\n".utf8)
      for byte in try archive.bytes(entry) {
        if byte == 0x3C, text.last == 0x3E { text.append(0x0A) }
        text.append(byte)
      }
      if text.last != 0x0A { text.append(0x0A) }
    }
    return text
  }

  @Test("documents become sheets as expected", arguments: ["bogen", "abfrage"], ["xlsx", "ods"])
  func parts(_ name: String, _ format: String) throws {
    let written = try Formats.write(name == "bogen" ? SheetSamples.form : SheetSamples.plain, as: format)
    try Golden.expect(SheetWritingTests.parts(written), toEqual: "Writing/\(name).\(format).parts")
  }

  @Test("the same document gives the same bytes", arguments: ["xlsx", "ods"])
  func sameBytes(_ format: String) throws {
    #expect(try Formats.write(SheetSamples.form, as: format) == Formats.write(SheetSamples.form, as: format))
  }

  @Test("an ODS file begins with its type, so that programs know it by its first bytes")
  func mimetype() throws {
    let written = try Formats.write(SheetSamples.plain, as: "ods")
    #expect(written[30...].starts(with: "mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK".utf8))
  }

  @Test("both formats give back the same form", arguments: ["xlsx", "ods"])
  func form(_ format: String) throws {
    let document = try Formats.named(format).read(Bytes(Formats.write(SheetSamples.form, as: format), name: "bogen.\(format)"))
    let table = document.tables[0]
    #expect(table.name == "Maßnahmen- Stand-Plan")
    #expect(document.tables[1].name == "maßnahmen- stand-plan (2)")
    #expect(table.hiddenColumns == [0...0])
    let rows = try table.rows.all().map { $0.map { $0 } }
    #expect(rows[3].prefix(3) == ["17", "28,10", "=HYPERLINK(\"http://beispiel.invalid\")"])
    #expect(rows[3][7...9] == ["1250,5", "2024-12-31", "ja"])
    #expect(rows[4][1...2] == ["0120", "-5"])
    #expect(rows[4][8] == "III/2025")
    #expect(document.properties.contains(.init("kip-änderung", "17")))
    #expect(document.properties.contains(.init("Frist", "15.03.2025")))
    #expect(document.tables.contains { $0.name == "Angaben" && !$0.isHidden })
  }

  @Test("an answer to a query is one sheet and nothing else", arguments: ["xlsx", "ods"])
  func query(_ format: String) throws {
    let document = try Formats.named(format).read(Bytes(Formats.write(SheetSamples.plain, as: format), name: "x"))
    #expect(document.tables.map(\.name) == ["Tabelle"])
    #expect(try document.tables[0].rows.all() == [["Nr.", "Text"], ["1", "eins"], ["2", "zwei"]])
  }

  @Test("a document without a table has a sheet with what it says; an empty one too", arguments: ["xlsx", "ods"])
  func noTable(_ format: String) throws {
    for document in [Document("Nur Text", [.text("Ein Absatz.")]), Document("")] {
      let tables = try Formats.named(format).read(Bytes(Formats.write(document, as: format), name: "x")).tables
      #expect(tables.map(\.name) == ["Angaben"])
    }
  }

  @Test("a row of a workbook is as high as its longest text takes in its column, one with short texts is left alone")
  func heights() throws {
    var column = Table.Column("text", "Text")
    column.width = 20
    let table = Table(
      "Lang", columns: [.init("a", "A"), column],
      rows: TextRows([
        ["1", "kurz"], ["2", String(repeating: "wort ", count: 20)], ["3", "eins\nzwei"], ["4", String(repeating: "x", count: 9999)],
      ]))
    let text = String(decoding: try SheetWritingTests.parts(try Formats.write(Document("x", [.table(table)]), as: "xlsx")), as: UTF8.self)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("<row ") }.map { $0.replacing(" ", with: "") }
    #expect(rows == ["<rowr=\"1\">", "<rowr=\"2\">", "<rowr=\"3\"ht=\"90\">", "<rowr=\"4\"ht=\"30\">", "<rowr=\"5\"ht=\"405\">"])
  }

  @Test("headings are merged over their columns, and down where nothing stands below")
  func header() {
    let header = SheetHeader(SheetSamples.form.tables[0])
    let cells = header.cells.map { "\($0.text) \($0.row),\($0.column) \($0.rows)x\($0.columns)" }
    #expect(header.rows == 3)
    #expect(cells.prefix(4) == ["Maßnahme 0,1 2x2", "Zielgruppe 0,3 2x2", "Umsetzung 0,5 1x5", "Wer 1,5 1x2"])
  }

  @Test("names of sheets are cut, cleaned and told apart")
  func names() {
    var names = SheetNames()
    let long = "Handlungsfeld Bildung und Sprache in Kitas"
    #expect(names.name(long) == "Handlungsfeld Bildung und Sprac")
    #expect(names.name(long.uppercased()) == "HANDLUNGSFELD BILDUNG UND S (2)")
    #expect(names.name("[a]:b*?/\\") == "-a--b----")
    #expect(names.name("'quer'") == "quer")
    #expect(names.name("History") == "History (2)")
    #expect(names.name(" \n") == "Tabelle")
    #expect(names.name("") == "Tabelle (2)")
    #expect(names.name(String(repeating: "😀", count: 31)).utf16.count <= 31)
  }

  @Test("days are numbered as Excel does from March 1900 on, and not before")
  func days() {
    #expect(Datum("2024-12-31")?.sheetDay == 45657)
    #expect(Datum("1900-03-01")?.sheetDay == 61)
    #expect(Datum("1900-02-28")?.sheetDay == nil)
    #expect(Datum("9999-12-31")?.sheetDay == 2_958_465)
    #expect(Datum("2024-12")?.sheetDay == nil)
  }

  @Test("text is escaped for XML; what XML cannot hold is replaced, or escaped as OOXML has it; broken UTF-8 is mended")
  func escaping() {
    #expect(XMLText.escaped("<a> & \"b\" ü€😀") == "&lt;a&gt; &amp; &quot;b&quot; ü€😀")
    #expect(XMLText.escaped("a\u{B}b\tc\nd\r\ne\rf\u{FFFF}") == "a\u{FFFD}b\tc\nd\ne\nf\u{FFFD}")
    #expect(XMLText.escaped("a\u{B}b_x0041__x12_", .escaped) == "a_x000B_b_x005F_x0041__x12_")
    var out: [UInt8] = []
    [0x61, 0xC3, 0x28, 0xED, 0xA0, 0x80, 0x3C].withUnsafeBufferPointer { XMLText.append($0, to: &out) }
    #expect(String(validating: out, as: UTF8.self)?.hasSuffix("&lt;") == true)
  }

  @Test("a text that no cell of Excel holds is refused with the column named, and ODS takes it")
  func longText() throws {
    let long = String(repeating: "ä", count: 32_768)
    let document = Document("t", [.table(Table("T", columns: [.init("a", "Spalte A")], rows: TextRows([[long]])))])
    #expect { try Formats.write(document, as: "xlsx") } throws: { ($0 as? Hinweis)?.text.contains("Spalte A") == true }
    let back = try Formats.named("ods").read(Bytes(Formats.write(document, as: "ods"), name: "x.ods"))
    #expect(try back.tables[0].rows.all()[1] == [long])
  }

  @Test("ZIP files larger than their usual fields use the wider ones and are read again")
  func wideZip() throws {
    var writer = ZipWriter(level: 1, wideFrom: 100)
    var bytes = Bytes()
    let content = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }
    try writer.store("kurz", [1, 2, 3], to: &bytes)
    for name in ["a", "b"] {
      try writer.begin(name, to: &bytes)
      try writer.write(content, to: &bytes)
      try writer.end(to: &bytes)
    }
    try writer.finish(to: &bytes)
    let archive = try ZipArchive(bytes, expected: "ein Paket")
    #expect(archive.entries.map(\.name) == ["kurz", "a", "b"])
    for entry in archive.entries.dropFirst() { #expect(try archive.bytes(entry) == content) }
  }
}
