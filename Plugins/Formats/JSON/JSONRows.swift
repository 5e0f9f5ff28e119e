// SPDX-License-Identifier: Apache-2.0
import PlanKit

extension JSONFormat {
  /// Writes the rows of a table, each an object, and says whether there were any.
  ///
  /// A table without columns, as it is read from a file, gives lists of texts.
  func write(
    rows table: Table, before: String, between: String, out: inout [UInt8], to sink: inout some ByteSink
  ) throws(Hinweis) -> Bool {
    let columns = table.columns.map(JSONColumn.init)
    var separator = Array(before.utf8)
    var hasRows = false
    try table.rows.forEachBatch { (batch) throws(Hinweis) in
      batch.forEachCell { place, bytes in
        if place == 0 { out += separator + [columns.isEmpty ? 0x5B : 0x7B] } else { out.append(0x2C) }
        if columns.isEmpty {
          JSONText.append(bytes, to: &out)
        } else if place < columns.count {
          out += columns[place].key
          columns[place].append(bytes, to: &out)
        } else {
          // More cells than the table has columns: a name for each, so that none is lost.
          out += "\"spalte \(place + 1)\":".utf8
          JSONText.append(bytes, to: &out)
        }
      } endOfRow: { cells in
        if cells == 0 { out += separator + [columns.isEmpty ? 0x5B : 0x7B] }
        for place in min(cells, columns.count)..<columns.count {
          if place > 0 { out.append(0x2C) }
          out += columns[place].key
          out += (columns[place].isList ? "[]" : "null").utf8
        }
        out.append(columns.isEmpty ? 0x5D : 0x7D)
        separator = Array(between.utf8)
        hasRows = true
      }
      try sink.write(out)
      out.removeAll(keepingCapacity: true)
      return .more
    }
    return hasRows
  }
}

/// A column with its key ready to be written.
private struct JSONColumn {
  let key: [UInt8]
  let kind: Table.Kind
  let isList: Bool

  init(_ column: Table.Column) {
    var key: [UInt8] = []
    JSONText.append(column.key, to: &key)
    self.key = key + [0x3A]
    kind = column.kind
    isList = column.isList
  }

  func append(_ cell: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    guard isList else {
      if cell.isEmpty { out += "null".utf8 } else { append(value: cell, to: &out) }
      return
    }
    out.append(0x5B)
    if !cell.isEmpty {
      for (index, value) in cell.split(separator: Table.separator, omittingEmptySubsequences: false).enumerated() {
        if index > 0 { out.append(0x2C) }
        append(value: UnsafeBufferPointer(rebasing: value), to: &out)
      }
    }
    out.append(0x5D)
  }

  private func append(value: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    switch kind {
    case .number where JSONText.isNumber(value): out.append(contentsOf: value)
    case .flag where value.elementsEqual([0x31]): out += "true".utf8
    case .flag where value.elementsEqual([0x30]): out += "false".utf8
    default: JSONText.append(value, to: &out)
    }
  }
}
