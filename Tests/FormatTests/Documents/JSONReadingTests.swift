// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@Suite struct JSONReadingTests {
  private func read(_ json: String) throws -> ReadDocument { try ReadDocument(json, as: "json") }

  @Test("a list of objects is a table below its keys, in the order in which they first appear")
  func objects() throws {
    #expect(try read("[{\"b\":1,\"a\":\"x\"},{\"c\":true,\"a\":\"y\"}]").rows == [["b", "a", "c"], ["1", "x", ""], ["", "y", "WAHR"]])
  }

  @Test("objects in objects are columns of their own, lists stand in one cell")
  func nested() throws {
    let rows = try read(
      "[{\"o\":{\"n\":\"x\",\"l\":{\"b\":1}},\"t\":[1,\"z\",null],\"s\":[{\"g\":\"a\",\"r\":2},{\"g\":\"b\"}]},{\"o\":null}]"
    ).rows
    #expect(rows == [["o.n", "o.l.b", "t", "s"], ["x", "1", "1; z; ", "g: a, r: 2\ng: b"], ["", "", "", ""]])
  }

  @Test(
    "numbers have a decimal comma and no exponent, and lose no digit",
    arguments: [
      ("1250.50", "1250,50"), ("-0.5", "-0,5"), ("1e3", "1000"), ("1.25e1", "12,5"), ("1.5E-3", "0,0015"), ("-2e-2", "-0,02"), ("0", "0"),
      ("123456789012345678901234567890", "123456789012345678901234567890"), ("1e400", "1e400"), ("0.10", "0,10"), ("1.25e2", "125"),
      ("0e5", "0"),
    ])
  func numbers(_ number: String, _ cell: String) throws { #expect(try read("[{\"a\":\(number)}]").rows == [["a"], [cell]]) }

  @Test("the lists in an object are its tables, named by their path, and the rest are facts of the document")
  func pathOfTables() throws {
    let page = try read("{\"stand\":\"heute\",\"result\":{\"records\":[{\"a\":1}],\"total\":1},\"b\":[[1,2],[3]]}")
    #expect(page.tables.map(\.table.name) == ["result.records", "b"])
    #expect(page.tables.map(\.rows) == [[["a"], ["1"]], [["1", "2"], ["3"]]])
    #expect(page.document.properties == [.init("stand", "heute"), .init("result.total", "1")])
  }

  @Test("an object without lists is one entry, and objects one behind the other are lines whatever the ending")
  func singles() throws {
    #expect(try read("{\"a\":1,\"b\":{\"c\":2}}").rows == [["a", "b.c"], ["1", "2"]])
    #expect(try read("{\"a\":1}\n{\"a\":2}").rows == [["a"], ["1"], ["2"]])
    #expect(try ReadDocument("{\"a\":[{\"b\":1}]}", as: "jsonl").rows == [["a"], ["b: 1"]])
    #expect(try ReadDocument("[{\"a\":1}]", as: "jsonl").rows == [["a"], ["1"]])
    #expect(try read("[\"x\",2]").rows == [["wert"], ["x"], ["2"]])
    #expect(try read("[]").rows == [])
  }

  @Test("a key twice in an entry and half a character are noted, with line and column")
  func notes() throws {
    let page = try read("[{\"a\":1,\n \"a\":2},\n{\"a\":\"\\ud800x\"}]")
    #expect(page.rows == [["a"], ["2"], ["\u{FFFD}x"]])
    #expect(page.tables[0].notes.map { $0.place?.line } == [2, 3])
  }

  @Test(
    "what is no JSON is an error with line and column",
    arguments: [
      ("[{\"a\":1},\n]", 1, 9), ("{\"a\":1,}", 1, 7), ("[{\"a\":01}]", 1, 8), ("[{\"a\":.5}]", 1, 7), ("[{\"a\":+1}]", 1, 7),
      ("[{a:1}]", 1, 3),
      ("[{\"ä\":\"ü\", 'b':1}]", 1, 12), ("[\n\n{\"a\" 1}]", 3, 6), ("[{\"a\":\"x\ny\"}]", 2, 1), ("[{\"a\":\"x", 1, 7),
      ("[{\"a\":tru}]", 1, 10), ("[{\"a\":NaN}]", 1, 7),
      ("[1 2]", 1, 4), ("[{\"a\":\"\\x\"}]", 1, 9), ("[{\"a\":1.}]", 1, 9),
    ])
  func errors(_ json: String, _ line: Int, _ column: Int) throws {
    let error = #expect(throws: Hinweis.self) { try read(json) }
    #expect(error?.place == Place(file: "datei", line: line, column: column))
    #expect(error?.help != nil)
  }

  @Test("an empty file, brackets without end and numbers without end are refused")
  func refused() throws {
    #expect(throws: Hinweis.self) { try read("") }
    let deep = #expect(throws: Hinweis.self) { try read(String(repeating: "[", count: 10_000) as String) }
    #expect(deep?.text.contains("ineinander") == true)
    #expect(throws: Hinweis.self) { try read("[{\"a\":" + String(repeating: "9", count: 5000) + "}]") }
    #expect(throws: Hinweis.self) {
      try read("[" + (0..<20_000).map { (number: Int) -> String in "{\"k\(number)\":1}" }.joined(separator: ",") + "]")
    }
  }

  @Test("every encoding gives the same rows")
  func encodings() throws {
    let json = "[{\"ä\":\"€\u{10437}\"}]"
    let units = Array(json.utf16)
    let encoded: [[UInt8]] = [
      Array(json.utf8), [0xEF, 0xBB, 0xBF] + Array(json.utf8), [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
    ]
    for bytes in encoded { #expect(try ReadDocument(bytes, as: "json").rows == [["ä"], ["€\u{10437}"]]) }
  }

  @Test("what kip writes is read back", arguments: ["json", "jsonl"], ["abfrage", "katalog", "bericht"])
  func roundTrip(_ format: String, _ name: String) throws {
    let document = name == "abfrage" ? Samples.query : name == "katalog" ? Samples.catalogue : Samples.report
    let back = try ReadDocument(Formats.write(document, as: format), as: format)
    let isWhole = document.blocks.count > 1
    #expect(back.tables.count == document.tables.count)
    for (sheet, table) in zip(back.tables, document.tables) {
      guard try !table.rows.all().isEmpty else { continue }
      #expect(sheet.rows.first == table.columns.map { isWhole ? $0.heading : $0.key })
      let cells: [[String]] = try table.rows.all().map { row in
        zip(row, table.columns).map { cell, column -> String in
          if column.isList { return CellText.values(cell).joined(separator: "; ") }
          if column.kind == .flag { return cell == "1" ? "WAHR" : cell == "0" ? "FALSCH" : cell }
          return column.kind == .number && Double(cell) != nil ? cell.replacing(".", with: ",") : cell
        }
      }
      #expect(Array(sheet.rows.dropFirst()) == cells)
      if isWhole { #expect(sheet.table.name == table.name && sheet.table.notes == table.notes) }
    }
    guard isWhole else { return }
    #expect(back.document.title == document.title && back.document.subtitle == document.subtitle)
    #expect(back.document.properties == document.properties)
    #expect(back.document.blocks.count == document.blocks.count)
  }

  @Test("long lists are read over the seams between the parts that are read")
  func long() throws {
    let rows = (0..<20_000).map { ["\($0)", "Übung \($0) „x\ny“", String(repeating: "ß", count: $0 % 97)] }
    let columns = ["a", "b", "c"].map { Table.Column($0, $0) }
    let written = try Formats.write(Document("t", [.table(Table("", columns: columns, rows: TextRows(rows)))]), as: "jsonl")
    let back = try ReadDocument(written, as: "jsonl")
    #expect(Array(back.rows.dropFirst()) == rows)
    #expect(back.tables[0].lines == Array(1...20_001))
  }
}
