// SPDX-License-Identifier: Apache-2.0
import OfficeKit

/// The last sheet: names and headings at the left, texts beside them.
enum InformationTable {
  static let widths: Set = [28, 100]

  static func part(_ workbook: SheetBook) -> [UInt8] {
    var out = Array("<table:table table:name=\"\(XMLText.escaped(workbook.informationName))\" table:style-name=\"ta\">".utf8)
    for width in widths.sorted() {
      let style = width == 28 ? ODSStyle.heading : ODSStyle.plain
      out += "<table:table-column table:style-name=\"\(ODSStyle.column(width))\" table:default-cell-style-name=\"\(style)\"/>".utf8
    }
    for line in workbook.information {
      out += "<table:table-row table:style-name=\"r\">".utf8
      for text in [line.name, line.text] {
        guard !text.isEmpty else {
          out += "<table:table-cell/>".utf8
          continue
        }
        out += "<table:table-cell office:value-type=\"string\">".utf8
        ODFText.append(text, to: &out)
        out += "</table:table-cell>".utf8
      }
      out += "</table:table-row>".utf8
    }
    // A table has at least one row.
    if workbook.information.isEmpty { out += "<table:table-row><table:table-cell/></table:table-row>".utf8 }
    return out + Array("</table:table>".utf8)
  }
}
