// SPDX-License-Identifier: Apache-2.0
import OfficeKit

/// A sheet of texts only, made in memory: what a document says beside its tables, or the words of drop-downs.
struct PlainSheet {
  private var cells: CellWriter
  private var columns = ""
  private var page = ""

  private init(columns: Int, _ strings: StringTable) { cells = CellWriter(columns: columns, strings) }

  /// The texts that stand outside the sheet.
  var strings: StringTable { cells.strings }

  /// Names and headings at the left, texts beside them.
  static func information(_ workbook: SheetBook, _ strings: StringTable) -> PlainSheet {
    var sheet = PlainSheet(columns: 2, strings)
    sheet.columns =
      "<cols><col min=\"1\" max=\"1\" width=\"28\" customWidth=\"1\"/><col min=\"2\" max=\"2\" width=\"100\" customWidth=\"1\"/></cols>"
    sheet.page = "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>"
    // Headings may reach into the column beside them.
    sheet.cells.widths = [255, 100]
    for line in workbook.information {
      if !line.name.isEmpty { sheet.cells.text(line.name, column: 0, style: Style.heading) }
      if !line.text.isEmpty { sheet.cells.text(line.text, column: 1, style: Style.plain) }
      sheet.cells.endRow()
    }
    return sheet
  }

  static func choices(_ choices: ChoiceLists, _ strings: StringTable) -> PlainSheet {
    var sheet = PlainSheet(columns: choices.lists.count, strings)
    for row in 0..<(choices.lists.map(\.count).max() ?? 0) {
      for (column, list) in choices.lists.enumerated() where row < list.count {
        sheet.cells.text(list[row], column: column, style: Style.plain)
      }
      sheet.cells.endRow()
    }
    return sheet
  }

  var part: [UInt8] {
    let fit = page.isEmpty ? "" : "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
    return Array("\(WorkbookParts.begin)<worksheet xmlns=\"\(WorkbookParts.main)\">\(fit)\(columns)<sheetData>".utf8) + cells.out
      + Array("</sheetData>\(page)</worksheet>\n".utf8)
  }
}
