// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import KipShell

@Suite("zeitstrahl") struct TimePictureTests {
  private func lines(_ rows: [[String]], width: Int = 70, today: Datum = Datum(year: 2030)) throws -> [String] {
    let count = rows[0].count
    let columns = [Table.Column("text", "Maßnahme")] + (1..<count).map { Table.Column("d\($0)", "Datum \($0)", .date) }
    return try #require(TimePicture(columns, rows, width, today: today)).lines.map(PictureText.trimmed)
  }

  /// The row of a thing.
  private func row(_ name: String, _ lines: [String]) throws -> String { try #require(lines.first { $0.hasPrefix(name + " ") }) }

  @Test("a date covers all of its days: an end in a quarter is the end of that quarter")
  func precision() throws {
    let lines = try lines([["A", "2024", "2024"], ["B", "2024-Q3", "2024-Q3"], ["C", "2024-01", "2024-02-15"]], width: 47)
    // 36 columns for 12 months.
    #expect(lines[3] == "A        │ " + String(repeating: "░", count: 36))
    #expect(lines[4] == "B        │ " + String(repeating: " ", count: 17) + String(repeating: "░", count: 10))
    #expect(lines[5].hasPrefix("C        │ ░░░░░") && !lines[5].contains("░░░░░░"))
    #expect(lines[0].contains("2024") && lines[1].contains("07"))
  }

  @Test("what was is told from what is planned, and what lies outside of the plan too")
  func actual() throws {
    let lines = try lines([["A", "2023", "2023", "2023-07", "2024-06"], ["B", "2024", "2024", "", ""]])
    #expect(try row("A", lines).contains("░█") && row("A", lines).contains("█×"))
    #expect(try !row("B", lines).contains("█") && row("B", lines).contains("░"))
    #expect(lines.last == "░ geplant   █ tatsächlich   × tatsächlich, außerhalb des Plans")
  }

  @Test("what has begun and is not done reaches to today, which is marked")
  func today() throws {
    let lines = try lines(
      [["A", "2023", "2024", "2023-02", ""], ["B", "2024", "2024", "2025", ""]], today: Datum(year: 2023, .day(month: 12, day: 1)))
    #expect(lines[0].hasSuffix("▼ heute"))
    let column = try #require(lines[0].firstIndex(of: "▼").map { lines[0].distance(from: lines[0].startIndex, to: $0) })
    let bar = Array(try row("A", lines))
    #expect(bar[column] == "█" && bar[column + 1] == "→")
    #expect(try row("B", lines).contains("┊") && !row("B", lines).contains("█"), "what is to begin later has not begun")
    #expect(lines.last?.contains("┊ heute") == true)
  }

  @Test("one date is a point, an open end an arrow, an end alone its day")
  func open() throws {
    let due = try lines([["A", "2024-03-31"]])
    #expect(due.contains { $0.hasPrefix("A") && $0.contains("◆") })
    let ends = try lines([["A", "2024-01", ""], ["B", "", "2024-06-30"], ["C", "2024", "2024"]])
    #expect(ends.contains { $0.hasPrefix("A") && $0.contains("░→") })
    #expect(ends.contains { $0.hasPrefix("B") && $0.contains("◆") && !$0.contains("░") })
  }

  @Test("things without any date are counted, not left out silently")
  func undated() throws {
    #expect(try lines([["A", "", ""]]) == ["1 Ding ohne Datum ist nicht gezeichnet"])
    #expect(try lines([["A", "", ""], ["B", "", ""], ["C", "2024", "2024"]]).last == "2 Dinge ohne Datum sind nicht gezeichnet")
  }

  @Test("an end before its begin is drawn all the same, and a thousand rows fit the window", arguments: [40, 80, 132])
  func many(_ width: Int) throws {
    let rows = (0..<1000).map {
      ["Übergang \($0) in eine Ausbildung mit einem sehr langen Namen", "20\(10 + $0 % 20)", "20\(10 + $0 % 7)"]
    }
    let lines = try lines(rows, width: width)
    #expect(lines.filter { $0.contains("░") }.count >= 1000)
    for line in lines { #expect(Width.of(line) <= width, "\(line)") }
  }
}
