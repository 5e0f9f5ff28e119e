// SPDX-License-Identifier: Apache-2.0
import PlanKit

/// Takes what is read of a sheet. It has one type for all sinks, so that reading a cell does not depend on the sink's.
protocol RowTaker: AnyObject {
  func take(_ batch: RowBatch) throws(Hinweis) -> Flow
  func note(_ hinweis: Hinweis)
  func merge(_ span: CellSpan)
}

/// Holds a sink for the time of reading.
final class SinkBox<Sink: RowSink>: RowTaker {
  private(set) var sink: Sink

  init(_ sink: Sink) { self.sink = sink }

  func take(_ batch: RowBatch) throws(Hinweis) -> Flow { try sink.take(batch) }
  func note(_ hinweis: Hinweis) { sink.note(hinweis) }
  func merge(_ span: CellSpan) { sink.merge(span) }
}
