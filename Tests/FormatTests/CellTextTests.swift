// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@Suite struct CellTextTests {
  @Test(
    "numbers get a decimal comma and points between the thousands",
    arguments: [
      ("1250.5", "1.250,5"), ("0", "0"), ("-1000000", "-1.000.000"), ("999", "999"), ("0.05", "0,05"), ("1e5", "1e5"), ("", ""),
      ("1.2.3", "1.2.3"), ("5.", "5."), ("-", "-"),
    ])
  func numbers(_ text: String, _ expected: String) { #expect(CellText.shown(text, as: .number) == expected) }

  @Test("dates, flags and lists are shown in words, and what does not fit stays as it is")
  func kinds() {
    #expect(CellText.shown("2024-12-31", as: .date) == "31.12.2024")
    #expect(CellText.shown("2024-Q3", as: .date) == "III/2024")
    #expect(CellText.shown("bald", as: .date) == "bald")
    #expect(CellText.shown("1", as: .flag) == "ja")
    #expect(CellText.shown("0", as: .flag) == "")
    #expect(CellText.shown("28,10", as: .label) == "28,10")
    var column = Table.Column("a", "A", .date)
    column.isList = true
    #expect(CellText.shown("2024-12-31\u{1F}2025", in: column) == "31.12.2024; 2025")
    #expect(CellText.shown("", in: column) == "")
    #expect(CellText.values("a\u{1F}\u{1F}b") == ["a", "", "b"])
  }
}
