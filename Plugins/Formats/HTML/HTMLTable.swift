// SPDX-License-Identifier: Apache-2.0
import PlanKit

/// A table in a region that scrolls sideways and can be reached with the keyboard.
struct HTMLTable {
  private let table: Table
  private let number: Int
  private let caption: String
  private let isCaptionVisible: Bool
  private let shapes: [ColumnShape]

  /// - Parameters:
  ///   - number: which table of the document it is, counted from 1.
  ///   - caption: what no other table of the document is called.
  ///   - isCaptionVisible: false if only those who cannot see the page are told.
  init(_ table: Table, number: Int, caption: String, isCaptionVisible: Bool) throws(Hinweis) {
    self.table = table
    self.number = number
    self.caption = caption
    self.isCaptionVisible = isCaptionVisible
    shapes = try ColumnShape.shapes(of: table)
  }

  func write(to sink: inout some ByteSink) throws(Hinweis) {
    try sink.write(
      """
      <div class="tafel" role="region" aria-labelledby="tabelle-\(number)" tabindex="0">
      <table\(shapes.count > 8 ? " class=\"breit\"" : "")>
      <caption id="tabelle-\(number)"\(isCaptionVisible ? "" : " class=\"unsichtbar\"")>\(HTMLText.escaped(caption))</caption>
      \(HTMLTableHead(table, shapes).text)<tbody>

      """)
    try writeRows(to: &sink)
    try sink.write("</tbody>\n</table>\n</div>\n")
    for note in table.notes { try sink.write("<p class=\"anmerkung\">\(HTMLText.escaped(note))</p>\n") }
  }

  private func writeRows(to sink: inout some ByteSink) throws(Hinweis) {
    // The first column names its row if it holds labels.
    let hasRowHeaders = table.columns.first?.kind == .label
    let tags = shapes.map { shape in Array("<td\(shape.attribute)>".utf8) }
    var out: [UInt8] = []
    var isEmpty = true
    try table.rows.forEachBatch { (batch) throws(Hinweis) in
      batch.forEachCell { column, bytes in
        if column == 0 { out += "<tr>".utf8 }
        let isHeader = column == 0 && hasRowHeaders && !bytes.isEmpty
        out += isHeader ? Array("<th scope=\"row\">".utf8) : column < tags.count ? tags[column] : Array("<td>".utf8)
        append(bytes, column, to: &out)
        out += (isHeader ? "</th>" : "</td>").utf8
      } endOfRow: { cells in
        if cells == 0 { out += "<tr>".utf8 }
        for _ in cells..<max(cells, tags.count) { out += "<td></td>".utf8 }
        out += "</tr>\n".utf8
        isEmpty = false
      }
      try sink.write(out)
      out.removeAll(keepingCapacity: true)
      return .more
    }
    if isEmpty { try sink.write("<tr class=\"leer\"><td colspan=\"\(max(1, shapes.count))\">keine Einträge</td></tr>\n") }
  }

  private func append(_ cell: UnsafeBufferPointer<UInt8>, _ column: Int, to out: inout [UInt8]) {
    if column < shapes.count && shapes[column].isConverted {
      out += HTMLText.escaped(CellText.shown(String(decoding: cell, as: UTF8.self), in: table.columns[column])).utf8
    } else {
      HTMLText.append(cell, to: &out)
    }
  }
}
