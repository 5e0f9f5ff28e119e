// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

/// One entry of a list as the cells of a row: `ort.name` is the `name` in its object `ort`.
struct JSONRecord {
  var columns: JSONColumns
  /// Keys that had nothing but null so far.
  private(set) var nulls: Set<[UInt8]> = []

  private var bytes: [UInt8] = []
  private var cells: [Range<Int>?] = []
  private var path: [UInt8] = []
  private var last = -1

  /// The column of an entry that is no object.
  static let value = Array("wert".utf8)

  init(_ columns: JSONColumns = JSONColumns()) { self.columns = columns }

  /// Reads an entry.
  ///
  /// - Parameter isScan: true to learn its keys only.
  mutating func read(_ reader: inout JSONReader, isScan: Bool) throws(Hinweis) {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    path.removeAll(keepingCapacity: true)
    last = -1
    if try reader.peek() == .object {
      try readObject(&reader, isScan)
    } else {
      path += JSONRecord.value
      try readCell(&reader, isScan)
    }
  }

  /// Adds the entry as a row.
  func append(to rows: inout RowBuilder, line: Int) {
    for place in columns.names.indices {
      if place < cells.count, let cell = cells[place] { rows.bytes.append(contentsOf: bytes[cell]) }
      rows.endCell()
    }
    rows.endRow(line: line)
  }

  private mutating func readObject(_ reader: inout JSONReader, _ isScan: Bool) throws(Hinweis) {
    let outside = path.count
    try reader.beginObject()
    while try reader.nextKey() {
      if outside > 0 { path.append(0x2E) }
      path += reader.text
      if try reader.peek() == .object { try readObject(&reader, isScan) } else { try readCell(&reader, isScan) }
      path.removeSubrange(outside...)
    }
  }

  private mutating func readCell(_ reader: inout JSONReader, _ isScan: Bool) throws(Hinweis) {
    let isNull = try reader.peek() == .null
    if !isScan && isNull {
      if last + 1 < columns.names.count, columns.names[last + 1] == path { last += 1 }
      return try reader.skipValue()
    }
    let isNew = columns.names.count
    let place: Int
    do throws(Hinweis) { place = try columns.place(of: path, after: last) } catch { throw error.at(reader.cursor.place) }
    last = place
    if isScan {
      if isNull && columns.names.count > isNew { nulls.insert(path) } else if !isNull && !nulls.isEmpty { nulls.remove(path) }
      return try reader.skipValue()
    }
    while cells.count <= place { cells.append(nil) }
    if cells[place] != nil {
      reader.note("der Schlüssel \"\(String(decoding: path, as: UTF8.self))\" steht in einem Eintrag zweimal; es gilt der letzte Wert")
    }
    let begin = bytes.count
    try JSONCell.append(&reader, to: &bytes)
    cells[place] = begin..<bytes.count
  }
}
