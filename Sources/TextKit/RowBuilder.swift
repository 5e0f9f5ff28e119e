// SPDX-License-Identifier: Apache-2.0
public import PlanKit

/// Builds batches of rows: the bytes of a cell, its end, the end of its row.
public struct RowBuilder {
  public var bytes: [UInt8] = []
  public var details: [CellDetail] = []
  private var cellEnds: [Int32] = []
  private var rowEnds: [Int32] = []
  private var lines: [Int32] = []
  private var hiddenRows: [Int32] = []

  private static let mostBytes = 1 << 20

  public init() {}

  /// Where the current cell begins.
  public var cellBegin: Int { Int(cellEnds.last ?? 0) }
  /// How many rows it holds.
  public var count: Int { rowEnds.count }
  public var isFull: Bool { rowEnds.count >= RowBatch.usualCount || bytes.count >= RowBuilder.mostBytes }

  public mutating func endCell() { cellEnds.append(Int32(bytes.count)) }

  public mutating func endRow(line: Int, isHidden: Bool = false) {
    if isHidden { hiddenRows.append(Int32(rowEnds.count)) }
    rowEnds.append(Int32(cellEnds.count))
    lines.append(Int32(clamping: line))
  }

  /// Takes the cells back that no row has yet.
  public mutating func dropCells() {
    cellEnds.removeLast(cellEnds.count - Int(rowEnds.last ?? 0))
    bytes.removeLast(bytes.count - cellBegin)
    details.removeAll { $0.row >= rowEnds.count }
  }

  public mutating func append(_ cells: [String], line: Int) {
    for cell in cells {
      bytes.append(contentsOf: cell.utf8)
      endCell()
    }
    endRow(line: line)
  }

  /// Gives the rows to a sink and begins anew.
  public mutating func flush(into sink: inout some RowSink) throws(Hinweis) -> Flow {
    guard !rowEnds.isEmpty else { return .more }
    var batch = RowBatch(bytes: bytes, cellEnds: cellEnds, rowEnds: rowEnds, lines: lines)
    batch.hiddenRows = hiddenRows
    batch.details = details
    let (cells, rows) = (cellEnds.count, rowEnds.count)
    self = RowBuilder()
    cellEnds.reserveCapacity(cells)
    rowEnds.reserveCapacity(rows)
    lines.reserveCapacity(rows)
    bytes.reserveCapacity(batch.bytes.count)
    return try sink.take(batch)
  }
}
