// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// A line of a council paper: of a paragraph, a point or a heading, or the cells of a row of a table.
struct PaperLine {
  /// What stands in it; of a row its cells that are not empty.
  var cells: [String]
  /// The columns of these cells, counted from 0.
  var columns: [Int]
  /// The number of its paragraph in the document.
  var place: Int
  /// The table in which it is a row, counted from 0.
  var table: Int?
  var isPoint = false

  var text: String { cells.joined(separator: " | ") }

  /// The lines of a document, in the order and with the numbers of its paragraphs.
  static func lines(of document: Document) throws(Hinweis) -> [PaperLine] {
    var lines: [PaperLine] = []
    var place = 0
    var tables = 0
    func add(_ text: String, isPoint: Bool = false) {
      let parts = cleaned(text)
      guard !parts.isEmpty else { return }
      place += 1
      for part in parts { lines.append(PaperLine(cells: [part], columns: [0], place: place, isPoint: isPoint)) }
    }
    for block in document.blocks {
      switch block {
      case .heading(_, let text): add(text)
      case .paragraph(let runs): add(runs.map(\.text).joined())
      case .list(let points): for point in points { add(point.map(\.text).joined(), isPoint: true) }
      case .table(let table):
        try table.rows.forEach { (cells, _) throws(Hinweis) in
          let filled = cells.enumerated().map { ($0.offset, cleaned($0.element)) }.filter { !$0.1.isEmpty }
          guard !filled.isEmpty else { return .more }
          lines.append(
            PaperLine(cells: filled.map { $0.1.joined(separator: "\n") }, columns: filled.map(\.0), place: place + 1, table: tables))
          place += filled.count
          return .more
        }
        tables += 1
      default: continue
      }
    }
    return lines
  }

  private static func cleaned(_ text: String) -> [String] {
    text.split { $0 == "\n" || $0 == "\r\n" || $0 == "\u{0C}" }.map { line in
      line.split { $0.isWhitespace && $0 != "\t" }.joined(separator: " ").trimmed
    }.filter { !$0.isEmpty }
  }
}
