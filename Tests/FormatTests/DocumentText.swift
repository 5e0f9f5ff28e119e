// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit

/// A document as a text that is easy to compare: a line for each block, with what kind of block it is.
enum DocumentText {
  static func text(_ document: Document) throws -> String {
    var text = document.properties.filter { !["Angelegt", "Zuletzt gespeichert"].contains($0.name) }.map { "\($0.name): \($0.value)\n" }
      .joined()
    for block in document.blocks {
      switch block {
      case .heading(let level, let heading): text += "\(String(repeating: "#", count: level)) \(heading)\n"
      case .paragraph(let runs): text += "¶ \(marked(runs))\n"
      case .list(let points): text += points.map { "- \(marked($0))\n" }.joined()
      case .table(let table): text += try rows(table)
      default: text += "?\n"
      }
    }
    return text.replacing("\u{0C}", with: "␌")
  }

  private static func marked(_ runs: [Run]) -> String {
    runs.map { $0.style == .strong ? "**\($0.text)**" : $0.style == .emphasised ? "*\($0.text)*" : $0.text }.joined().replacing(
      "\n", with: "⏎")
  }

  private static func rows(_ table: Table) throws -> String {
    var sink = Sink()
    try table.rows.rows(into: &sink)
    return sink.text + sink.spans.map { "  merged: line \($0.line), column \($0.column), \($0.rows) × \($0.columns)\n" }.joined()
  }

  private struct Sink: RowSink {
    var text = ""
    var spans: [CellSpan] = []

    mutating func take(_ batch: RowBatch) throws(Hinweis) -> Flow {
      for row in 0..<batch.count {
        let cells = batch.texts(row).map { $0.replacing("\n", with: "⏎") }
        text += "| \(batch.lines[row]): \(cells.joined(separator: " | "))\n"
      }
      for detail in batch.details { text += "  \(detail.row).\(detail.column): \(detail.kind)\n" }
      return .more
    }

    mutating func merge(_ span: CellSpan) { spans.append(span) }
  }
}
