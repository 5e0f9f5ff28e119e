// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Rows that are made in somebody's name, for a sink that works in another's.
struct MarkedRows: RowSource {
  let base: any RowSource
  let inside: Work
  let outside: Work

  func rows(into sink: inout some RowSink) throws(Hinweis) {
    var marked = Sink(base: sink, work: outside)
    defer { sink = marked.base }
    try inside.run { () throws(Hinweis) in try base.rows(into: &marked) }
  }

  private struct Sink<Base: RowSink>: RowSink {
    var base: Base
    let work: Work

    mutating func take(_ batch: RowBatch) throws(Hinweis) -> Flow { try work.run { () throws(Hinweis) in try base.take(batch) } }
    mutating func note(_ hinweis: Hinweis) { base.note(hinweis) }
    mutating func merge(_ span: CellSpan) { base.merge(span) }
  }
}

extension Table {
  /// The same table, whose rows are made in somebody's name.
  func marked(_ inside: Work, outside: Work) -> Table {
    var table = self
    table.rows = MarkedRows(base: rows, inside: inside, outside: outside)
    return table
  }
}

extension Document {
  /// The same document, whose rows are made in somebody's name.
  func marked(_ inside: Work, outside: Work) -> Document {
    var document = self
    document.blocks = blocks.map { block in
      switch block {
      case .table(let table): return .table(table.marked(inside, outside: outside))
      case .chart(let chart): return .chart(Chart(chart.kind, chart.table.marked(inside, outside: outside)))
      default: return block
      }
    }
    return document
  }
}
