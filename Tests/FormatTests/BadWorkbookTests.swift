// SPDX-License-Identifier: GPL-3.0-or-later
import OfficeKit
import PlanKit
import Testing

@Suite(.timeLimit(.minutes(1))) struct BadWorkbookTests {
  private static let good = TestWorkbook("<row r='1'><c r='A1'><v>1</v></c></row>")

  @Test("a file that ends anywhere before its end is refused with what to do")
  func truncated() throws {
    let bytes = try BadWorkbookTests.good.bytes
    for length in stride(from: 1, to: bytes.count, by: 37) {
      let failure = TestWorkbook.failure(Array(bytes[..<length]))
      #expect(failure?.help != nil && failure?.place?.file == "katalog.xlsx", "\(length) bytes")
    }
  }

  @Test(
    "what is no workbook is named, with what to do instead",
    arguments: [
      (Array("%PDF-1.7".utf8), "PDF", "markieren"), ([], "leer", "beschaffen"), (Array("Nr;Text\n1;a".utf8), "das ist keine", ".csv"),
      (Array("\u{FEFF}<!DOCTYPE HTML><table>".utf8), "HTML", ".html"), (Array("{\\rtf1".utf8), "RTF", ".docx"),
      (oleFile("Workbook"), "(.xls)", "als .xlsx speichern"), (oleFile("WordDocument"), "(.doc)", "als .docx speichern"),
      (oleFile("EncryptedPackage"), "Kennwort", "ohne Kennwort speichern"),
    ])
  func otherFiles(_ bytes: [UInt8], _ kind: String, _ help: String) {
    let failure = TestWorkbook.failure(bytes)
    #expect(failure?.text.contains(kind) == true && failure?.help?.contains(help) == true, "\(String(describing: failure))")
  }

  @Test(
    "packages of other programs are named, with what to do instead",
    arguments: [
      ("xl/workbook.bin", ".xlsb"), ("word/document.xml", "Word"), ("content.xml", "LibreOffice"), ("anderes.txt", "Namen der Blätter"),
    ])
  func otherPackages(_ part: String, _ kind: String) throws {
    let bytes = try TestWorkbook.archive([("mimetype", Array("application/x".utf8)), (part, [])])
    #expect(TestWorkbook.failure(bytes)?.text.contains(kind) == true)
  }

  @Test("a wrong checksum is found")
  func checksum() throws {
    var bytes = try BadWorkbookTests.good.bytes
    let place = try #require(bytes.firstRange(of: Array("<v>1</v>".utf8)))
    bytes[place.lowerBound + 3] = UInt8(ascii: "2")
    #expect(TestWorkbook.failure(bytes)?.text.contains("Prüfsumme") == true)
  }

  @Test(
    "an entry behind a password, or packed in a way that office files do not know, is refused",
    arguments: [(8, 1, "Kennwort"), (10, 99, "Verfahren 99")])
  func entries(_ field: Int, _ value: UInt8, _ reason: String) throws {
    var bytes = try BadWorkbookTests.good.bytes
    for place in bytes.ranges(of: [0x50, 0x4B, 0x01, 0x02]) { bytes[place.lowerBound + field] = value }
    #expect(TestWorkbook.failure(bytes)?.text.contains(reason) == true)
  }

  @Test("entries that lie over one another are refused")
  func overlap() throws {
    var bytes = try BadWorkbookTests.good.bytes
    let headers = bytes.ranges(of: [0x50, 0x4B, 0x01, 0x02]).map(\.lowerBound)
    for at in 0..<4 { bytes[headers[1] + 42 + at] = bytes[headers[0] + 42 + at] }
    #expect(TestWorkbook.failure(bytes)?.text.contains("über einem anderen") == true)
  }

  @Test("bytes before the archive and a comment behind it do no harm, nor do names that climb out of it")
  func oddArchives() throws {
    var workbook = BadWorkbookTests.good
    workbook.parts["../../../tmp/kip-climbed"] = "x"
    var bytes = try workbook.bytes
    let comment = Array("Bemerkung PK\u{5}\u{6}".utf8)
    bytes[bytes.count - 2] = UInt8(comment.count)
    #expect(try TestWorkbook.read(Array("MZ Programm".utf8) + bytes + comment).tables[0].rows.all() == [["1"]])
  }

  @Test("a part that unpacks to much more than it is packed is refused before it takes long")
  func zipBomb() throws {
    let rows = [UInt8](repeating: 0x20, count: 60 << 20)
    var parts = BadWorkbookTests.good.parts.map { (name: $0.key, bytes: Array($0.value.utf8)) }
    let sheet = try #require(parts.firstIndex { $0.name.hasSuffix("sheet1.xml") })
    parts[sheet].bytes = Array("<worksheet>".utf8) + rows
    #expect(TestWorkbook.failure(try TestWorkbook.archive(parts, packed: true))?.text.contains("unverhältnismäßig") == true)
  }

  @Test(
    "XML that declares characters of its own, is nested without end or not well formed is refused",
    arguments: [
      ("<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><worksheet>&b;</worksheet>", "DOCTYPE"),
      (String(repeating: "<a>", count: 100_000), "ineinander"), ("<worksheet><sheetData></worksheet>", "endet, das nicht begonnen"),
      ("<worksheet><sheetData>", "bricht ab"), ("<worksheet>&#xD800;</worksheet>", "Nummer"),
      ("<worksheet>&nbsp;</worksheet>", "mit einem Namen"),
      ("<?xml version='1.0' encoding='EBCDIC-7'?><worksheet/>", "Zeichensatz"), ("<worksheet a='1' a='2'/>", "Attribut"), ("", "bricht ab"),
      ("<worksheet>" + (0...300_000).map { "<n\($0)/>" }.joined(), "verschiedene Namen"),
      ("<worksheet \((0...100_000).map { "xmlns:n\($0)='u\($0)'" }.joined(separator: " "))/>", "Namensräume"),
      ("<worksheet x='" + String(repeating: "y", count: 6 << 20), "Stück von mehr als"),
    ])
  func badXML(_ xml: String, _ reason: String) throws {
    var workbook = BadWorkbookTests.good
    workbook.parts["xl/worksheets/sheet1.xml"] = xml
    let failure = TestWorkbook.failure(try workbook.bytes)
    #expect(failure?.text.contains(reason) == true && failure?.help != nil, "\(String(describing: failure))")
  }

  @Test("text that is not UTF-8 though it should be is refused; UTF-16 is read")
  func encodings() throws {
    var parts = BadWorkbookTests.good.parts.map { (name: $0.key, bytes: Array($0.value.utf8)) }
    let sheet = try #require(parts.firstIndex { $0.name.hasSuffix("sheet1.xml") })
    let xml = "<?xml version='1.0' encoding='UTF-16'?>" + TestWorkbook.sheet("<row><c t='str'><v>Straße 🚲</v></c></row>")
    parts[sheet].bytes = [0xFF, 0xFE] + xml.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try TestWorkbook.read(TestWorkbook.archive(parts)).tables[0].rows.all() == [["Straße 🚲"]])
    for bad in [[0xC3], [0xED, 0xA0, 0x80], [0xE4], [0x00]] as [[UInt8]] {
      parts[sheet].bytes =
        Array("<worksheet><sheetData><row><c t='str'><v>".utf8) + bad + Array("</v></c></row></sheetData></worksheet>".utf8)
      #expect(TestWorkbook.failure(try TestWorkbook.archive(parts))?.text.contains("Zeichen") == true)
    }
  }

  @Test(
    "cells and rows outside of every sheet, and texts that are not there, are findings; the rest is read",
    arguments: [
      ("<row r='1'><c r='XFE1'><v>9</v></c><c r='A1'><v>1</v></c></row>", "XFE1"),
      ("<row r='1'><c r='AAAA1'><v>9</v></c><c r='A1'><v>1</v></c></row>", "AAAA1"),
      ("<row r='99999999999'><c r='A9'><v>9</v></c></row><row r='1'><c r='A1'><v>1</v></c></row>", "Zeile 99999999999"),
      ("<row r='0'><c><v>9</v></c></row><row r='1'><c><v>1</v></c></row>", "Zeile 0"),
      ("<row r='999999999999999999999'><c><v>1</v></c></row>", "keine Stelle"),
      ("<row r='1'><c r='A1'><v>1</v></c></row><row r='2'><c r='A2' t='s'><v>7</v></c></row>", "Text Nr. 7"),
    ])
  func outside(_ rows: String, _ finding: String) throws {
    let read = try OfficeText(TestWorkbook(rows).document())
    #expect(read.text.hasPrefix("\n# Blatt\n1: \"1\"\n") && read.text.contains(finding) && !read.text.contains("\"9\""), "\(read.text)")
  }

  @Test("a row of a million columns, a million merged cells and a wrong count of texts ask for no memory")
  func absurdCounts() throws {
    let cells = String(repeating: "<c><v>1</v></c>", count: 20_000)
    let merges = String(repeating: "<mergeCell ref='A1:XFD1048576'/>", count: 110_000) + "<mergeCell ref='B2:A1'/>"
    var workbook = TestWorkbook("<row>\(cells)</row>", behind: "<mergeCells count='4000000000'>\(merges)</mergeCells>")
    workbook.share(["<t>a</t>"], count: "4000000000")
    var counter = Counter()
    try workbook.document().tables[0].rows.rows(into: &counter)
    #expect(counter.cells == 16_384 && counter.merges == 100_000)
    #expect(counter.notes.contains { $0.text.contains("Spalte 16385") } && counter.notes.contains { $0.text.contains("verbundene") })
  }

  @Test("a long text that very many cells share is refused before it fills the memory")
  func sharedBomb() throws {
    let cell = "<c t='s'><v>0</v></c>"
    let rows = [String(repeating: cell, count: 1000), String(repeating: cell + "</row><row>", count: 1000)]
    for (rows, reason) in zip(rows, ["64 MiB", "mehr Zellen oder Text"]) {
      var workbook = TestWorkbook("<row>\(rows)</row>")
      workbook.share(["<t>\(String(repeating: "x", count: 100_000))</t>"])
      #expect(TestWorkbook.failure(try workbook.bytes)?.text.contains(reason) == true)
    }
  }

  @Test("a workbook without one of its parts is read as far as it goes, or refused")
  func missingParts() throws {
    var whole = BadWorkbookTests.good
    whole.share(["<t>a</t>"])
    whole.style(["0.00"])
    for part in whole.parts.keys {
      var workbook = whole
      workbook.parts[part] = nil
      let failure = TestWorkbook.failure(try workbook.bytes)
      switch part {
      case "xl/workbook.xml", "xl/worksheets/sheet1.xml": #expect(failure?.help != nil, "\(part)")
      default: #expect(failure == nil, "\(part)")
      }
    }
  }

  @Test("parts that point to themselves or in circles end the reading as any other")
  func circles() throws {
    var workbook = BadWorkbookTests.good
    workbook.relate(
      "xl/workbook.xml",
      [("rId1", "worksheet", "workbook.xml"), ("rId2", "sharedStrings", "workbook.xml"), ("rId3", "styles", "_rels/workbook.xml.rels")])
    workbook.relate("xl/worksheets/sheet1.xml", [("rId1", "comments", "sheet1.xml"), ("rId2", "hyperlink", "sheet1.xml")])
    #expect(try workbook.rows().isEmpty)
  }

  private struct Counter: RowSink {
    var cells = 0
    var merges = 0
    var notes: [Hinweis] = []

    mutating func take(_ batch: RowBatch) throws(Hinweis) -> Flow {
      cells += batch.cellEnds.count
      return .more
    }
    mutating func note(_ hinweis: Hinweis) { notes.append(hinweis) }
    mutating func merge(_ span: CellSpan) { merges += 1 }
  }

  /// A compound file of three sectors: header, table of sectors, and a directory with one stream.
  static func oleFile(_ stream: String) -> [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 1528)
    bytes[30] = 9
    bytes[48] = 1
    for at in 512..<1024 { bytes[at] = 0xFF }
    for (index, unit) in stream.utf16.enumerated() { bytes[1024 + 2 * index] = UInt8(unit & 0xFF) }
    bytes[1024 + 64] = UInt8(stream.utf16.count * 2 + 2)
    return bytes
  }
}
