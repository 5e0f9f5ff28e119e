// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

/// The rows of one table of a page, read anew from where it begins.
struct HTMLRows: RowSource {
  let cursor: TextCursor
  /// Behind the table's start tag.
  let mark: TextCursor.Mark
  let style: HTMLStyle

  func rows(into sink: inout some RowSink) throws(Hinweis) {
    var cursor = cursor
    try cursor.go(to: mark)
    var tokens = HTMLTokens(cursor)
    var grid = HTMLGrid(style, file: cursor.source.name)
    var nested = 0
    while true {
      let token = try tokens.next()
      switch token {
      case .end:
        sink.note(.unended(cursor.source.name))
        try grid.endTable()
      case .open where tokens.name == "table":
        if nested == 0 && !grid.isInCell { try grid.endTable() } else { nested += 1 }
      case .close where tokens.name == "table":
        if nested == 0 { try grid.endTable() } else { nested -= 1 }
      case .open where nested == 0: try grid.open(tokens)
      case .close where nested == 0: try grid.close(tokens.name)
      case .text where nested == 0: try grid.append(tokens.text)
      default: break
      }
      for span in grid.takeMerged() { sink.merge(span) }
      for note in grid.takeNotes() + tokens.cursor.takeNotes() { sink.note(note) }
      if grid.isOver || grid.rows.isFull, try grid.rows.flush(into: &sink) == .enough || grid.isOver { return }
    }
  }
}

extension Hinweis {
  fileprivate static func unended(_ file: String) -> Hinweis {
    Hinweis("die Tabelle hört nicht auf; erwartet war </table>").grade(.warnung).at(Place(file: file))
      .help("wahrscheinlich ist die Datei abgeschnitten; sie noch einmal beschaffen")
  }
}
