// SPDX-License-Identifier: Apache-2.0
import PlanKit

/// A table with vertical bars. It has one header row, so a column is headed by its groups too: `Zielgruppe: Kinder`.
struct MarkdownTable {
  private let table: Table
  private let headings: [String]
  /// Columns whose cells are shown in another form than they have.
  private let isConverted: [Bool]

  init(_ table: Table) throws(Hinweis) {
    self.table = table
    var headings = table.columns.map { [$0.heading] }
    for groups in table.groups.reversed() {
      var column = 0
      for group in groups {
        for place in column..<min(column + group.span, headings.count) { headings[place].insert(group.heading, at: 0) }
        column += group.span
      }
    }
    self.headings = headings.map { parts in parts.filter { !$0.isEmpty }.joined(separator: ": ") }
    isConverted = table.columns.map { $0.isList || [.number, .date, .flag].contains($0.kind) }
  }

  func write(to sink: inout some ByteSink) throws(Hinweis) {
    let width = headings.isEmpty ? try widest() : headings.count
    guard width > 0 else { return }
    var out: [UInt8] = []
    for column in 0..<width { append(Array((column < headings.count ? headings[column] : "").utf8), to: &out) }
    out += "|\n".utf8
    for column in 0..<width { out += (column < headings.count && table.columns[column].kind == .number ? "| ---: " : "| --- ").utf8 }
    out += "|\n".utf8
    try table.rows.forEachBatch { (batch) throws(Hinweis) in
      batch.forEachCell { column, bytes in
        if column < isConverted.count && isConverted[column] {
          append(Array(CellText.shown(String(decoding: bytes, as: UTF8.self), in: table.columns[column]).utf8), to: &out)
        } else {
          append(bytes, to: &out)
        }
      } endOfRow: { cells in
        for _ in cells..<max(cells, width) { out += "|  ".utf8 }
        out += "|\n".utf8
      }
      try sink.write(out)
      out.removeAll(keepingCapacity: true)
      return .more
    }
    try sink.write(out)
  }

  /// How many cells the longest row has.
  private func widest() throws(Hinweis) -> Int {
    var widest = 0
    try table.rows.forEachBatch { (batch) throws(Hinweis) in
      batch.forEachCell { _, _ in
      } endOfRow: {
        widest = max(widest, $0)
      }
      return .more
    }
    return widest
  }

  private func append(_ cell: some Sequence<UInt8>, to out: inout [UInt8]) {
    out += "| ".utf8
    MarkdownText.appendCell(cell, to: &out)
    out.append(0x20)
  }
}
