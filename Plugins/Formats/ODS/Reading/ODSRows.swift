// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// The rows of one sheet, read from the file each time they are asked for.
struct ODSRows: RowSource {
  let file: ODSFile
  /// Which of the sheets it is, counted from 0.
  let index: Int
  /// Where it begins, if that was found.
  let start: TableStart?
  let columns: SheetColumns
  let styles: CellStyles

  func rows(into sink: inout some RowSink) throws(Hinweis) {
    let taker = SinkBox(sink)
    defer { sink = taker.sink }
    let handler = TableHandler(RowBuilder(taker, file: file.name), index: start == nil ? index : 0, columns, styles)
    if let start {
      var stream = TableStream(try file.contentStream(), from: start)
      try XMLReader.read(&stream, handler)
    } else {
      var stream = AnyStream(try file.contentStream())
      try XMLReader.read(&stream, handler)
    }
    try handler.rows.flush()
  }
}
