// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import KipShell

/// Charts made by hand, so that a picture can be seen beside its figures.
enum Sample {
  static func chart(_ kind: Picture.Kind, _ columns: [(String, Table.Kind)], _ rows: [[String]], notes: [String] = []) -> Chart {
    var table = Table("", columns: columns.map { Table.Column(Fold.key($0.0), $0.0, $0.1) }, rows: TextRows(rows))
    table.notes = notes
    return Chart(kind, table)
  }

  static func lines(_ chart: Chart, width: Int? = 40) throws -> [String] { try #require(try Drawing.lines(chart, width: width)) }

  /// What a renderer for the terminal writes.
  static func text(_ chart: Chart, width: Int? = 40) throws -> String {
    var bytes = Bytes()
    try TextRenderer(width: width).write(Document("", [.chart(chart)]), to: &bytes)
    return String(decoding: bytes.bytes, as: UTF8.self)
  }
}

@Suite("balken") struct BarPictureTests {
  private func bars(_ rows: [[String]], _ figures: String..., width: Int? = 40) throws -> [String] {
    try Sample.lines(Sample.chart(.balken, [("Feld", .text)] + figures.map { ($0, .number) }, rows), width: width)
  }

  @Test("a bar is as long as its figure is great, in eighths of a column")
  func lengths() throws {
    #expect(
      try bars([["Größe", "4"], ["B", "2"], ["C", "0"], ["D", "0.02"]], "Anzahl") == [
        "Feld  │ Anzahl", "──────┼" + String(repeating: "─", count: 33), "Größe │    4 " + String(repeating: "█", count: 27),
        "B     │    2 █████████████▌", "C     │    0", "D     │ 0,02 ▏",
      ])
  }

  @Test("below zero a bar goes to the left of the axis")
  func negative() throws {
    let lines = try bars([["A", "10"], ["B", "-10"], ["C", "-0.1"]], "Saldo")
    #expect(lines[2].hasSuffix("│█████████████") && lines[2].contains("  10 "))
    #expect(lines[3].contains("-10 ██████████████│"))
    #expect(lines[4].contains("█│") && !lines[4].contains("██"), "what is more than nothing is seen")
  }

  @Test("all zero is drawn without bars, and no figure is no zero")
  func zero() throws {
    let lines = try bars([["A", "0"], ["B", ""]], "Anzahl")
    #expect(lines.dropFirst(2) == ["A    │ 0", "B    │"])
  }

  @Test("several figures stand below each other, each with its name and its own kind of bar")
  func several() throws {
    let lines = try bars([["A", "4", "2"]], "Soll", "Ist")
    #expect(lines[2].contains("Soll 4 ████") && lines[3].contains("Ist  2 ▓▓▓▓"))
    #expect(!lines.joined().contains("Maßstab"))
  }

  @Test("figures that differ too much to be compared have a scale each, and that is said")
  func scales() throws {
    let lines = try bars([["A", "4", "100000"], ["B", "2", "50000"]], "Anzahl", "Summe")
    #expect(lines.last == "jede Größe hat ihren eigenen Maßstab")
    #expect(lines[2].contains("4 ███"))
    #expect(lines[3].contains("100.000 ▓▓▓"))
  }

  @Test("totals are figures only: each has a bar under its own name")
  func totals() throws {
    let chart = Sample.chart(.balken, [("Anzahl", .number), ("Verschiedene Hut", .number)], [["54", "5"]])
    let lines = try Sample.lines(chart, width: 60)
    #expect(lines[0].hasPrefix("Anzahl           │ 54 ███") && lines[1].hasPrefix("Verschiedene Hut │  5 ██"))
  }

  @Test("a long name takes two lines and ends in …; an empty one is told")
  func names() throws {
    let lines = try bars([["Übergänge junger Volljähriger aus der Jugendhilfe planen", "1"], ["", "2"]], "Anzahl")
    #expect(lines[2].hasPrefix("Übergänge junger │ 1 █"))
    #expect(lines[3].hasPrefix("Volljähriger au… │"))
    #expect(lines[4].hasPrefix("ohne Angabe      │ 2 █"))
  }

  @Test("no line is wider than the window, whatever stands in it", arguments: [40, 57, 80, 200])
  func width(_ width: Int) throws {
    let names = ["Bildung", "日本語の名前", "👩‍👩‍👧 Familien", "e\u{301}te\u{301}", "Donaudampfschifffahrtsgesellschaft"]
    let rows = names.flatMap { [[$0, "1250000.5", "-3"], [$0, "", "7"]] }
    for line in try bars(rows, "Bewilligt", "Veränderung", width: width) { #expect(Width.of(line) <= width, "\(line)") }
  }

  @Test("a thousand rows are a thousand bars")
  func many() throws {
    let lines = try bars((1...1000).map { ["Nr. \($0)", String($0)] }, "Anzahl")
    #expect(lines.count == 1002)
    #expect(lines.last?.hasPrefix("Nr. 1000 │ 1.000 █") == true)
  }

  @Test("off a terminal a picture is as wide as a usual one")
  func pipe() throws {
    let widths = try bars([["A", "1"]], "Anzahl", width: nil).map { Width.of($0) }
    #expect(widths.max() == 80)
  }

  @Test("what is no chart of its kind, or has no rows, is shown as a table")
  func fallback() throws {
    let none = Sample.chart(.balken, [("Feld", .text), ("Anzahl", .number)], [], notes: ["Maßnahmen gesamt 0"])
    #expect(try Sample.text(none) == "Feld │ Anzahl\n─────┼───────\nMaßnahmen gesamt 0\n")
    #expect(try Sample.text(Sample.chart(.balken, [("A", .text), ("B", .text)], [["x", "y"]])).contains("x │ y"))
    #expect(try Sample.text(Sample.chart(.linie, [("A", .date)], [["2024"]])).contains("2024"))
  }

  @Test("what steers a terminal is not drawn")
  func control() throws {
    let text = try Sample.text(Sample.chart(.balken, [("Feld", .text), ("Anzahl", .number)], [["A\u{1B}[31m\nB", "1"]]))
    #expect(!text.contains("\u{1B}"))
    #expect(text.contains("A\u{FFFD}[31m B"))
  }
}
