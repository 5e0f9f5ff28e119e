// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@Suite struct SheetRoundTripTests {
  private static let words = [
    "", "", "x", "30,2", "28,10", "0120", "Übungsraum", "a\tb", "sagt \"ja\"", "zwei\nZeilen", "\nvorn", "hinten\n", " vorn", "hinten ",
    "  ", "a  b   c",
    "<>&'", "\u{10437}", "=1+1", "+49 511", "-5", "@x", "_x0041_", "S. 9 _x", "1.250,5", "2024-12-31", "28. Jan", "1E5", "WAHR", "#NV",
  ]
  private static let numbers = [
    "", "0", "7", "-980", "1250.5", "0.05", "1234567.123456", "0.1234567", "123456789012345", "keine Angabe", "007",
  ]
  private static let dates = ["", "2024-12-31", "1900-03-01", "2024-02-29", "2025-Q3", "2026-02", "2024", "bald"]

  /// What is read of a cell that was written.
  private static func expected(_ cell: String, _ kind: Table.Kind) -> String {
    switch kind {
    case .number where cell != "007": String(cell.map { $0 == "." ? "," : $0 })
    case .date: Datum(cell).map { if case .day = $0.part { cell } else { $0.description } } ?? cell
    default: cell
    }
  }

  private static func trimmed(_ cells: [String]) -> [String] { Array(cells.reversed().drop { $0.isEmpty }.reversed()) }

  @Test("what is written is read back, cell by cell, whatever the kinds of the columns", arguments: ["xlsx", "ods"], 0..<40)
  func readOfWrite(_ format: String, _ seed: Int) throws {
    var numbers = SeededNumbers(UInt64(seed) + 77)
    let kinds = (0..<Int.random(in: 1...9, using: &numbers)).map { _ in
      [.text, .label, .number, .date].randomElement(using: &numbers) ?? Table.Kind.text
    }
    let rows = (0..<Int.random(in: 1...1200, using: &numbers)).map { _ in
      kinds.map { kind in
        let source = kind == .number ? Self.numbers : kind == .date ? Self.dates : Self.words
        return source.randomElement(using: &numbers) ?? ""
      }
    }
    var table = Table("T", rows: TextRows(rows))
    table.columns = kinds.enumerated().map { .init("s\($0)", "Spalte \($0)", $1) }
    let written = try Formats.write(Document("t", [.table(table)]), as: format)
    let source = try Formats.named(format).read(Bytes(written, name: "t.\(format)")).tables[0].rows
    var back: [Int: [String]] = [:]
    try source.forEach { (cells, line) throws(Hinweis) in
      back[line] = Self.trimmed(cells)
      return .more
    }
    #expect(back[1] == table.columns.map(\.heading))
    for (index, row) in rows.enumerated() {
      #expect(back[index + 2] ?? [] == Self.trimmed(zip(row, kinds).map(Self.expected)))
    }
  }
}
