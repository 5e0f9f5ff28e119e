// SPDX-License-Identifier: Apache-2.0

extension RowBatch {
  /// Calls a closure for every cell, with its place in the row and its bytes (valid during the call), and one at the end of every row.
  ///
  /// This is the way for long tables: no text is made of a cell.
  public func forEachCell(
    _ cell: (_ column: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Void, endOfRow: (_ cells: Int) -> Void
  ) {
    bytes.withUnsafeBufferPointer { bytes in
      var begin = 0
      var index = 0
      for rowEnd in rowEnds {
        let first = index
        while index < rowEnd {
          let end = Int(cellEnds[index])
          cell(index - first, UnsafeBufferPointer(rebasing: bytes[begin..<end]))
          begin = end
          index += 1
        }
        endOfRow(index - first)
      }
    }
  }
}

extension RowSource {
  /// Calls a closure with every batch of rows, until it has enough.
  public func forEachBatch(_ body: (RowBatch) throws(Hinweis) -> Flow) throws(Hinweis) {
    // The closure must not escape, so it is lent to the sink for the time of the call.
    try withoutActuallyEscaping(body) { (body) throws(Hinweis) in
      var sink = BatchSink(body: body)
      try rows(into: &sink)
    }
  }
}

private struct BatchSink: RowSink {
  let body: (RowBatch) throws(Hinweis) -> Flow

  mutating func take(_ batch: RowBatch) throws(Hinweis) -> Flow { try body(batch) }
}
