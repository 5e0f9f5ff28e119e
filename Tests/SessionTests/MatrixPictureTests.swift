// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import KipShell

@Suite("matrix") struct MatrixPictureTests {
  private func matrix(_ heads: [String], _ rows: [[String]], width: Int? = 60) throws -> [String] {
    try Sample.lines(Sample.chart(.matrix, [("Feld", .text)] + heads.map { ($0, .number) }, rows), width: width)
  }

  @Test("each cell has its figure and is the darker the greater it is; nothing is ·; sums stand apart")
  func cells() throws {
    let rows = [["Bildung", "4", "1", "5"], ["Wohnen", "2", "0", "2"], ["Gesamt", "6", "1", "7"]]
    #expect(
      try matrix(["Kinder", "UMF", "Gesamt"], rows) == [
        "Feld    │ Kinder  UMF │ Gesamt", "────────┼─────────────┼───────", "Bildung │ ████ 4 ░░ 1 │      5",
        "Wohnen  │ ▒▒▒▒ 2    · │      2",
        "────────┼─────────────┼───────", "Gesamt  │      6    1 │      7", "· nichts   ░ bis 1   ▒ bis 2   █ bis 4",
      ])
  }

  @Test("headings without room become letters with a legend, and columns without room go into blocks")
  func blocks() throws {
    let heads = (1...12).map { "Zielgruppe Nummer \($0)" }
    let lines = try matrix(heads + ["Gesamt"], [["Bildung"] + heads.map { _ in "3" } + ["36"]], width: 50)
    #expect(lines.contains("L = Zielgruppe Nummer 12"))
    #expect(lines.filter { $0.hasPrefix("Bildung") }.count == 2)
    #expect(lines.filter { $0.contains("Gesamt") }.count == 1, "the sums stand once, behind the last block")
    #expect(lines.joined().filter { $0 == "3" }.count >= 12)
  }

  @Test("two hundred columns are all there, and no line is wider than the window", arguments: [40, 80])
  func many(_ width: Int) throws {
    let heads = (1...200).map { "Wert \($0)" }
    let lines = try matrix(heads, (1...3).map { row in ["Übergang \(row)"] + heads.indices.map { String($0) } }, width: width)
    #expect(lines.contains { $0.hasPrefix("GR = Wert 200") })
    for line in lines { #expect(Width.of(line) <= width, "\(line)") }
  }

  @Test("all zero has no shade, and below zero it is the size that counts")
  func signs() throws {
    #expect(try matrix(["A", "B"], [["x", "0", "0"]]).last == "· nichts")
    #expect(try matrix(["A", "B"], [["x", "-4", "1"]]).contains { $0.contains("██ -4") && $0.contains("░░░  1") || $0.contains("-4") })
  }

  @Test("a value that is called Gesamt is told apart by its place")
  func sumAlone() throws {
    let lines = try matrix(["A"], [["Gesamt", "1"]])
    #expect(lines.count >= 3)
  }
}
