// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

/// The rows of one table, read anew from its first line.
struct MarkdownRows: RowSource {
  let cursor: TextCursor
  let mark: TextCursor.Mark
  let width: Int

  func rows(into sink: inout some RowSink) throws(Hinweis) {
    var lines = try MarkdownLines(cursor, at: mark)
    var rows = RowBuilder()
    var index = 0
    var ragged = 0
    while let line = lines.line, MarkdownRows.isRow(line) {
      if index != 1 {
        let cells = MarkdownRow.cells(line, width: width)
        if cells.count > width {
          ragged += 1
          if ragged <= TextCursor.mostNotes { sink.note(.ragged(cells.count, width, Place(file: cursor.source.name, line: lines.number))) }
        }
        for (column, cell) in cells.prefix(16_384).enumerated() { append(cell, column, to: &rows) }
        rows.endRow(line: lines.number)
        if rows.isFull, try rows.flush(into: &sink) == .enough { return }
      }
      index += 1
      try lines.advance()
      for note in lines.cursor.takeNotes() { sink.note(note) }
    }
    _ = try rows.flush(into: &sink)
  }

  /// Whether a line belongs to the table above it: only an empty line and the begin of something else end it.
  static func isRow(_ line: [UInt8]) -> Bool {
    let text = line[...].trimmed
    guard let first = text.first else { return false }
    return first != UInt8(ascii: ">") && MarkdownReader.heading(text) == nil && !text.starts(with: Array("```".utf8))
  }

  private func append(_ cell: ArraySlice<UInt8>, _ column: Int, to rows: inout RowBuilder) {
    if cell.contains(where: { MarkdownInline.marks.contains($0) }) {
      let inline = MarkdownInline(cell, isCell: true)
      rows.bytes += inline.runs.map(\.text).joined().utf8
      for link in inline.links { rows.details.append(CellDetail(row: Int32(rows.count), column: Int32(column), .link(link))) }
      if inline.isStruck { rows.details.append(CellDetail(row: Int32(rows.count), column: Int32(column), .struck)) }
    } else {
      rows.bytes += cell
    }
    rows.endCell()
  }
}

extension Hinweis {
  fileprivate static func ragged(_ cells: Int, _ width: Int, _ place: Place) -> Hinweis {
    Hinweis("diese Zeile hat \(cells) Zellen, der Kopf der Tabelle \(width); alle wurden gelesen").grade(.warnung).at(place)
      .help("ein senkrechter Strich im Text steht als \\|")
  }
}
