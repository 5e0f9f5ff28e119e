// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import KipShell

@Suite("linie") struct LinePictureTests {
  private func line(_ rows: [[String]], _ figures: String..., width: Int? = 40) throws -> [String] {
    try Sample.lines(Sample.chart(.linie, [("Datum", .date)] + figures.map { ($0, .number) }, rows), width: width)
  }

  @Test("points stand in the order of time, dots between them, and the scale begins at zero")
  func points() throws {
    let lines = try line([["2018", "80"], ["2016", "40"], ["2017", "60"]], "Ist")
    #expect(lines[0].hasPrefix("80 ┤") && lines[0].hasSuffix("●"))
    #expect(lines.contains { $0.hasPrefix(" 0 ┤") })
    #expect(lines.joined().filter { $0 == "●" }.count == 4, "three points and one in the legend")
    #expect(lines.contains { $0.contains("2016") && $0.contains("2017") && $0.contains("2018") })
    #expect(lines.last == "● Ist")
  }

  @Test("several lines have marks of their own; where two meet stands *")
  func marks() throws {
    let lines = try line([["2016", "40", "40"], ["2018", "80", "90"]], "Ist", "Soll")
    #expect(lines.joined().contains("*"))
    #expect(lines.last == "● Ist   ○ Soll   * mehrere")
  }

  @Test(
    "one point, equal values, all zero and values below zero are drawn",
    arguments: [["5"], ["5", "5"], ["0", "0"], ["-3", "4"], ["-5", "-4"]])
  func odd(_ values: [String]) throws {
    let lines = try line(values.enumerated().map { ["\(2016 + $0)", $1] }, "Wert")
    #expect(lines.joined().filter { $0 == "●" }.count == values.count + 1)
    #expect(lines.filter { $0.contains("┤") }.count >= 2)
  }

  @Test("what has no date is counted, what has no figure is no point")
  func undated() throws {
    let lines = try line([["2016", "1"], ["", "2"], ["2017", ""]], "Wert")
    #expect(lines.last == "1 ohne Datum nicht gezeichnet")
    #expect(lines.joined().filter { $0 == "●" }.count == 2)
    #expect(try line([["2016", ""]], "Wert") == ["keine Zahl mit einem Datum"])
  }

  @Test("quarters and months stand on the scale where there is room, years always")
  func scale() throws {
    let short = try line([["2024-01-15", "1"], ["2024-06-15", "2"]], "Wert", width: 80)
    #expect(short.contains { $0.contains("2024") })
    #expect(short.contains { $0.contains("01") && $0.contains("06") })
    let long = try line([["1990", "1"], ["2024", "2"]], "Wert", width: 80)
    #expect(long.contains { $0.contains("1995") && $0.contains("2020") })
  }

  @Test("no line is wider than the window", arguments: [40, 43, 80, 160])
  func width(_ width: Int) throws {
    let rows = (0..<40).map { ["20\($0 < 10 ? "0" : "")\($0)", String($0 * 12345), String(-$0)] }
    for line in try line(rows, "Zugewanderte Kinder und Jugendliche", "Veränderung", width: width) {
      #expect(Width.of(line) <= width, "\(line)")
    }
  }
}
