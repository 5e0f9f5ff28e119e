// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// Writes a document as a spreadsheet: a sheet for each table, and what else it says on a last one.
struct ODSWriter {
  private let workbook: SheetBook
  private let validations: Validations
  private var filters: [String] = []

  init(_ document: Document) {
    workbook = SheetBook(document)
    validations = Validations(workbook)
  }

  static let mimetype = "application/vnd.oasis.opendocument.spreadsheet"

  mutating func write(to sink: inout some ByteSink) throws(Hinweis) {
    var zip = ZipWriter()
    try zip.store("mimetype", Array(ODSWriter.mimetype.utf8), to: &sink)
    try zip.begin("content.xml", to: &sink)
    try writeContent(to: &zip, &sink)
    try zip.end(to: &sink)
    try zip.add("styles.xml", ODSParts.styles, to: &sink)
    try zip.add("settings.xml", ODSParts.settings(workbook), to: &sink)
    try zip.add("meta.xml", ODSParts.meta(workbook), to: &sink)
    try zip.add("META-INF/manifest.xml", ODSParts.manifest, to: &sink)
    try zip.finish(to: &sink)
  }

  private mutating func writeContent(to zip: inout ZipWriter, _ sink: inout some ByteSink) throws(Hinweis) {
    // Styles of columns stand before all tables, so the first rows of each are looked at before it is written.
    var widths: [[Int]] = []
    for sheet in workbook.sheets {
      widths.append(ColumnWidths(sheet.table, sheet.header, first: try sheet.table.rows.firstBatch()).widths)
    }
    var text = ODSParts.begin("document-content") + "<office:automatic-styles>" + ODSStyle.sheets(workbook.sheets)
    text += ODSStyle.columns(Set(widths.joined()).union(workbook.information.isEmpty ? [] : InformationTable.widths))
    text += "</office:automatic-styles><office:body><office:spreadsheet>" + validations.part
    try zip.write(Array(text.utf8), to: &sink)
    for (index, sheet) in workbook.sheets.enumerated() {
      var writer = TableWriter(sheet, widths: widths[index], validations: validations)
      try writer.write(to: &zip, &sink)
      if let area = writer.filtered { filters.append(area) }
    }
    var end = workbook.information.isEmpty ? [] : InformationTable.part(workbook)
    if !filters.isEmpty {
      let ranges = filters.enumerated().map {
        // LibreOffice takes this name for the filter of a sheet, not for a range that somebody has named.
        "<table:database-range table:name=\"__Anonymous_Sheet_DB__\($0)\" table:target-range-address=\"\(XMLText.escaped($1))\""
          + " table:display-filter-buttons=\"true\"/>"
      }
      end += "<table:database-ranges>\(ranges.joined())</table:database-ranges>".utf8
    }
    try zip.write(end + Array("</office:spreadsheet></office:body></office:document-content>\n".utf8), to: &sink)
  }
}
