// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

/// Rows that are read again and again, in batches.
@Suite struct RowsTests {
  private let uneven = [["a", "", "ä\u{1F}b"], [], [""], ["x"], ["1", "2", "3", "4"]]

  @Test("uneven rows come back as they were put in, with their lines")
  func batch() {
    var batch = RowBatch()
    #expect(batch.isEmpty)
    for (index, row) in uneven.enumerated() { batch.append(row, line: index * 2 + 1) }
    #expect(batch.count == 5)
    #expect((0..<5).map(batch.texts) == uneven)
    #expect(batch.lines == [1, 3, 5, 7, 9])
  }

  @Test("the same cells are met one by one, as bytes")
  func cells() {
    var batch = RowBatch()
    for row in uneven { batch.append(row) }
    var rows: [[String]] = []
    var row: [String] = []
    batch.forEachCell(
      { column, bytes in
        #expect(column == row.count)
        row.append(String(decoding: bytes, as: UTF8.self))
      },
      endOfRow: { cells in
        #expect(cells == row.count)
        rows.append(row)
        row = []
      })
    #expect(rows == uneven)
    #expect(batch.lines == [1, 2, 3, 4, 5])
  }

  @Test("a source can be read twice, and stops when it is told to")
  func again() throws {
    let source = TextRows((0..<1500).map { [String($0)] })
    for _ in 0..<2 { #expect(try source.all().count == 1500) }
    var met = 0
    try source.forEach { (cells, line) throws(Hinweis) in
      met += 1
      #expect(Int(cells[0]) == line - 1)
      return line == 700 ? .enough : .more
    }
    #expect(met == 700)
    var batches: [Int] = []
    try source.forEachBatch { (batch) throws(Hinweis) in
      batches.append(batch.count)
      return batches.count == 2 ? .enough : .more
    }
    #expect(batches == [RowBatch.usualCount, RowBatch.usualCount])
  }

  @Test("an error of the reader ends the reading")
  func errors() {
    var met = 0
    let error = #expect(throws: Hinweis.self) {
      try TextRows(uneven).forEach { (_, line) throws(Hinweis) in
        met += 1
        if line == 2 { throw Hinweis("genug") }
        return .more
      }
    }
    #expect(error?.text == "genug" && met == 2)
  }

  @Test("mapped rows keep their lines; rows may be left out")
  func mapped() throws {
    let source = MappedRows(TextRows((1...1200).map { [String($0)] })) { row in row[0].hasSuffix("0") ? [row[0], "x"] : nil }
    var lines: [Int] = []
    try source.forEach { (cells, line) throws(Hinweis) in
      #expect(cells == [String(line), "x"])
      lines.append(line)
      return .more
    }
    #expect(lines == Array(stride(from: 10, through: 1200, by: 10)))
    #expect(try MappedRows(TextRows(uneven)) { _ in nil }.all().isEmpty)
  }

  @Test("what a source notices reaches the reader through a mapping")
  func notes() throws {
    struct Noticing: RowSource {
      func rows(into sink: inout some RowSink) throws(Hinweis) { sink.note(Hinweis("offen")) }
    }
    struct Keeping: RowSink {
      var notes: [String] = []
      mutating func take(_ batch: RowBatch) -> Flow { .more }
      mutating func note(_ hinweis: Hinweis) { notes.append(hinweis.text) }
    }
    var sink = Keeping()
    try MappedRows(Noticing()) { $0 }.rows(into: &sink)
    #expect(sink.notes == ["offen"])
  }

  @Test("a cell with several values gives them in order, empty ones too; an empty cell has none")
  func values() {
    #expect(CellText.values("Kinder\u{1F}\u{1F}Jugendliche") == ["Kinder", "", "Jugendliche"])
    #expect(CellText.values("Kinder") == ["Kinder"])
    #expect(CellText.values("") == [])
  }

  @Test("a file in memory gives the bytes from any place, and none behind its end")
  func bytes() throws {
    var file = Bytes(Array("Übung".utf8), name: "a.csv")
    #expect(file.size == 6)
    #expect(try file.bytes(at: 2, count: 3) == Array("bun".utf8))
    #expect(try file.bytes(at: 4, count: 100) == Array("ng".utf8))
    #expect(try file.bytes(at: 6, count: 1) == [] && file.bytes(at: 100, count: 1) == [])
    try file.write("en")
    #expect(file.bytes == Array("Übungen".utf8))
  }
}
