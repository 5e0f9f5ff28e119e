// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@Suite struct DelimitedReadingTests {
  @Test("cells, quotes and line breaks are read as RFC 4180 has them")
  func rfc4180() throws {
    let table = try Formats.read("a,b,c\r\n1,\"x, y\",\"sagt \"\"ja\"\"\"\r\n2,\"zwei\r\nZeilen\",\r\n3,,")
    #expect(table.rows == [["a", "b", "c"], ["1", "x, y", "sagt \"ja\""], ["2", "zwei\r\nZeilen", ""], ["3", "", ""]])
    #expect(table.lines == [1, 2, 3, 5])
    #expect(table.notes.isEmpty)
  }

  @Test("LF, CRLF and CR end a row, and an empty line is a row without cells", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(_ end: String) throws {
    let table = try Formats.read("a;b" + end + end + "c;d" + end)
    #expect(table.rows == [["a", "b"], [], ["c", "d"]])
    #expect(table.lines == [1, 2, 3])
  }

  @Test("a mark within a cell is a character, and so are blanks")
  func marksWithin() throws {
    #expect(try Formats.read("a;5\" Rohr; \"x\" \n \"\"; b ;c").rows == [["a", "5\" Rohr", " \"x\" "], [" \"\"", " b ", "c"]])
  }

  @Test("blanks behind a closing mark belong to the cell")
  func blanksBehindMark() throws {
    #expect(try Formats.read("\"a\" ;b\n\"c\"  \n").rows == [["a ", "b"], ["c  "]])
  }

  @Test("a quotation mark that nothing closes takes no other row with it and is reported")
  func openQuote() throws {
    let table = try Formats.read("a;b\n1;\"offen\n2;zu\n")
    #expect(table.rows == [["a", "b"], ["1", "\"offen"], ["2", "zu"]])
    #expect(table.notes.map { $0.place?.description } == ["datei.csv:2:2"])
    #expect(table.notes.first?.text.contains("nichts schließt") == true)
  }

  @Test("a forgotten mark is not closed by the mark that opens another cell")
  func openQuoteBeforeQuoted() throws {
    let table = try Formats.read("1;\"offen;x\n2;\"zu\";y\n")
    #expect(table.rows == [["1", "\"offen", "x"], ["2", "zu", "y"]])
    #expect(table.notes.map { $0.place?.line } == [1])
  }

  @Test("a cell of several megabytes is read whole, one beyond the limit is taken for a forgotten mark")
  func longCells() throws {
    let long = String(repeating: "Zeile mit ü\n", count: 200_000)
    #expect(try Formats.read("a;\"\(long)\";b\nc;d;e\n").rows == [["a", long, "b"], ["c", "d", "e"]])
    let table = try Formats.read("a;b;c\na;\"" + String(repeating: "0123456\n", count: 2_200_000))
    #expect(table.rows.count == 2_200_001)
    #expect(table.notes.map { $0.place?.line } == [2])
  }

  @Test("a row without end is an error that names its line")
  func endlessRow() throws {
    let error = #expect(throws: Hinweis.self) {
      try Formats.read(Array("a;b\n".utf8) + Array(repeating: 0x78, count: 34 << 20) + [0x0A])
    }
    #expect(error?.place?.line == 2)
  }

  @Test(
    "the delimiter is found",
    arguments: [
      ("a;b\n1,5;2,5\n3,5;4,5\n", ["a", "b"]), ("1,5;2,5\n3,5;4,5\n", ["1,5", "2,5"]), ("a,b\n\"7,0\",x; y\n8,x; y\n9,z; w\n", ["a", "b"]),
      ("a|b|c\n1|2;3|4\n", ["a", "b", "c"]), ("a\tb,c\n1\t2\n", ["a", "b,c"]), ("nur eine Spalte\nnoch eine\n", ["nur eine Spalte"]),
      ("a,b,c\n1,2\n3,4,5,6\n", ["a", "b", "c"]), ("\"a;b\",c\n\"d;e\",f\n", ["a;b", "c"]),
    ])
  func delimiters(_ text: String, _ first: [String]) throws {
    #expect(try Formats.read(text).rows.first == first)
  }

  @Test("prose without a table stays in one cell a line")
  func prose() throws {
    let text = "Sehr geehrte Damen und Herren,\n\nwir bitten, wie besprochen, um Antwort.\nStand: heute\nMit Gruß, das Amt\n"
    #expect(try Formats.read(text).rows.allSatisfy { $0.count <= 1 })
  }

  @Test("a table is found between paragraphs", arguments: ["\t", ";", ",", "|"])
  func tableInProse(_ delimiter: String) throws {
    let prose = "Die Stadt, vertreten durch das Amt, berichtet.\nZiele: Teilhabe; Bildung.\n\nEs gilt, was beschlossen ist.\n"
    let rows = (1...6).map { row in (1...5).map { "\(row).\($0)" } }
    let text = String(repeating: prose, count: 5) + rows.map { $0.joined(separator: delimiter) + "\n" }.joined() + prose
    let found = try Formats.read(text)
    #expect(found.rows.filter { $0.count == 5 } == rows)
    #expect(found.lines[found.rows.firstIndex(of: rows[0]) ?? 0] == 21)
  }

  @Test("one text in every encoding gives the same rows", arguments: ["ü;€\n„a“;\u{10437}\nß;x\n", "Größe;b\nc;d"])
  func encodings(_ text: String) throws {
    let expected = try Formats.read(text).rows
    let units = Array(text.utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for (name, bytes) in [
      ("UTF-8", [0xEF, 0xBB, 0xBF] + Array(text.utf8)), ("UTF-16", [0xFF, 0xFE] + little), ("UTF-16", [0xFE, 0xFF] + big),
    ] {
      let table = try Formats.read(bytes)
      #expect(table.rows == expected)
      #expect(table.document.properties.first?.value == name)
      #expect(table.notes.isEmpty)
    }
  }

  @Test("UTF-16 without a mark is seen by its zeros")
  func utf16WithoutMark() throws {
    let text = "Nr;Maßnahme\n1;Übungsraum\n"
    #expect(
      try Formats.read(text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }).rows == [["Nr", "Maßnahme"], ["1", "Übungsraum"]])
    #expect(
      try Formats.read(text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }).rows == [["Nr", "Maßnahme"], ["1", "Übungsraum"]])
  }

  @Test("half a character of UTF-16 is replaced and reported")
  func halfCharacter() throws {
    let table = try Formats.read([0xFF, 0xFE, 0x61, 0, 0x3B, 0, 0x00, 0xD8, 0x62, 0, 0x0A, 0, 0x63])
    #expect(table.rows == [["a", "\u{FFFD}b"], ["\u{FFFD}"]])
    #expect(table.notes.map { $0.place?.line } == [1, 2])
  }

  @Test("Windows-1252 is what is no UTF-8, with its euro sign and quotation marks")
  func windows1252() throws {
    let table = try Formats.read([0x80, 0x3B, 0x84, 0x53, 0x70, 0x61, 0xDF, 0x93, 0x3B, 0xE4, 0x96, 0x0A])
    #expect(table.rows == [["€", "„Spaß“", "ä–"]])
    #expect(table.document.properties.first?.value == "Windows-1252")
    #expect(table.notes.isEmpty)
  }

  @Test("a stray byte in UTF-8 is read as Windows-1252 and reported with line and byte")
  func strayByte() throws {
    let table = try Formats.read(Array("ä;ö\n\nü;".utf8) + [0xFC] + Array(";ß\n".utf8))
    #expect(table.rows == [["ä", "ö"], [], ["ü", "ü", "ß"]])
    #expect(table.notes.map { $0.place?.line } == [3])
    #expect(table.notes.first?.text.contains("0xFC") == true)
  }

  @Test("many stray bytes are named ten times and then counted")
  func manyStrayBytes() throws {
    let table = try Formats.read(Array(String(repeating: "ä;ö\n", count: 100).utf8) + Array(repeating: [0xFC, 0x0A], count: 50).joined())
    #expect(table.notes.count == 11)
    #expect(table.notes.last?.text.hasPrefix("40 weitere") == true)
  }

  @Test("zero bytes are left out and reported")
  func zeros() throws {
    let table = try Formats.read(Array("a;b\nc".utf8) + [0, 0] + Array("d;e\n".utf8))
    #expect(table.rows == [["a", "b"], ["cd", "e"]])
    #expect(table.notes.map { $0.place?.line } == [2])
    #expect(table.notes.first?.text.contains("NUL") == true)
  }

  @Test(
    "a file of another kind is refused with its kind",
    arguments: [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0], Array("%PDF-1.7".utf8)])
  func otherFiles(_ start: [UInt8]) throws {
    let error = #expect(throws: Hinweis.self) { try Formats.read(start + [1, 2, 3]) }
    #expect(error?.text.hasPrefix("erwartet war eine Textdatei, das ist eine") == true)
  }

  @Test("an empty file is a table without rows")
  func emptyFile() throws {
    #expect(try Formats.read("").rows == [])
    #expect(try Formats.read([0xEF, 0xBB, 0xBF]).rows == [])
  }

  @Test("a row of more cells than a sheet has columns is refused with its line")
  func tooWide() throws {
    let text = "a;b\n" + String(repeating: "x;", count: 20_000) + "\n"
    let table = try Formats.named("csv").read(Bytes(Array(text.utf8), name: "x.csv")).tables[0]
    let error = #expect(throws: Hinweis.self) { try table.rows.all() }
    #expect(error?.place?.line == 2 && error?.text.contains("16384 Zellen") == true)
  }

  @Test("the rows can be read again, and reading stops when the sink has enough")
  func rereading() throws {
    let text = (0..<5000).map { "\($0);x\n" }.joined()
    let table = try Formats.named("csv").read(Bytes(Array(text.utf8), name: "x.csv")).tables[0]
    var seen = 0
    try table.rows.forEach { _, _ in
      seen += 1
      return seen == 700 ? .enough : .more
    }
    #expect(seen == 700)
    #expect(try table.rows.all().count == 5000)
  }
}
