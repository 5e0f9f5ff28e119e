// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

/// The entries of a list as rows below a row of their keys, read anew whenever they are asked for.
struct JSONTableRows: RowSource {
  /// How the entries stand in the file.
  enum Form: Sendable {
    /// In brackets.
    case array
    /// One behind the other up to the end of the file.
    case lines
    /// A single one.
    case single
  }

  var cursor: TextCursor
  /// Where the list begins.
  var mark: TextCursor.Mark
  var form: Form
  var columns = JSONColumns()
  /// What stands over the columns, where that is not their keys.
  var headings: [String]?
  /// True for entries that are lists of cells, which have no keys.
  var isCells = false
  private(set) var count = 0

  /// More cells than this are no table that anybody made.
  private static let mostCells = 200_000_000

  /// Begins where the reader stands.
  init(_ reader: inout JSONReader, _ form: Form, fresh cursor: TextCursor) {
    self.cursor = cursor
    self.form = form
    mark = reader.cursor.mark
  }

  /// Goes over the list once and learns its keys.
  mutating func scan(_ reader: inout JSONReader) throws(Hinweis) {
    var record = JSONRecord(columns)
    if form == .array { try reader.beginArray() }
    while form != .single || count == 0, try isThereMore(&reader) {
      if count == 0, form != .single { isCells = try reader.peek() == .array }
      count += 1
      if isCells { try reader.skipValue() } else { try record.read(&reader, isScan: true) }
    }
    columns = record.columns.without(nulls: record.nulls)
    guard count * columns.names.count <= JSONTableRows.mostCells else {
      throw Hinweis("\(count) Einträge mit zusammen \(columns.names.count) verschiedenen Schlüsseln sind keine Tabelle")
        .at(Place(file: cursor.source.name))
        .help("eine Datei ausgeben lassen, in der jeder Eintrag dieselben Schlüssel hat")
    }
  }

  func rows(into sink: inout some RowSink) throws(Hinweis) {
    var cursor = cursor
    try cursor.go(to: mark)
    var reader = JSONReader(cursor)
    var rows = RowBuilder()
    var line = 1
    if let heads = headings ?? (isCells || columns.names.isEmpty ? nil : columns.names.map { String(decoding: $0, as: UTF8.self) }) {
      rows.append(heads, line: line)
      line += 1
    }
    var record = JSONRecord(columns)
    if form == .array { try reader.beginArray() }
    var left = form == .single ? 1 : Int.max
    while left > 0, try isThereMore(&reader) {
      left -= 1
      if isCells {
        try appendCells(&reader, to: &rows, line: line)
      } else {
        try record.read(&reader, isScan: false)
        record.append(to: &rows, line: line)
      }
      line += 1
      for note in reader.takeNotes() { sink.note(note) }
      if rows.isFull, try rows.flush(into: &sink) == .enough { return }
    }
    _ = try rows.flush(into: &sink)
  }

  private func isThereMore(_ reader: inout JSONReader) throws(Hinweis) -> Bool {
    switch form {
    case .array: try reader.nextElement()
    case .lines: try reader.peek() != nil
    case .single: true
    }
  }

  private func appendCells(_ reader: inout JSONReader, to rows: inout RowBuilder, line: Int) throws(Hinweis) {
    if try reader.peek() == .array {
      var width = 0
      try reader.beginArray()
      while try reader.nextElement() {
        width += 1
        guard width <= JSONColumns.most else {
          throw Hinweis("diese Zeile hat mehr als \(JSONColumns.most) Zellen; erwartet war eine Tabelle").at(reader.cursor.place)
        }
        try JSONCell.append(&reader, to: &rows.bytes)
        rows.endCell()
      }
    } else {
      try JSONCell.append(&reader, to: &rows.bytes)
      rows.endCell()
    }
    rows.endRow(line: line)
  }
}
