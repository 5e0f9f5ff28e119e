// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// What a spreadsheet holds, found without its rows: sheets, styles and what the file says of itself.
struct ODSDocument {
  private let file: ODSFile

  init(_ source: any ByteSource) throws(Hinweis) { file = try ODSFile(source) }

  func document() throws(Hinweis) -> Document {
    let outline = OutlineHandler()
    var starts = try readOutline(outline)
    if outline.kind == nil || outline.sheets.isEmpty && outline.kind != "spreadsheet" { throw notASpreadsheet(outline.kind) }
    if starts.count != outline.sheets.count { starts = [] }
    let meta = OutlineHandler()
    // Neither styles nor properties are worth losing the tables.
    for (part, handler) in [("styles.xml", outline), ("meta.xml", meta)] {
      do throws(Hinweis) { try file.read(part, handler) } catch {}
    }
    let styles = CellStyles(outline.styles, outline.formats)
    let blocks = outline.sheets.enumerated().map { index, sheet in
      let begin = starts.isEmpty ? nil : TableStart(first: starts[0], begin: starts[index])
      let rows = ODSRows(file: file, index: index, start: begin, columns: sheet.columns, styles: styles)
      var table = Table(sheet.name, rows: rows)
      table.isHidden = outline.hiddenStyles.contains(sheet.style)
      table.hiddenColumns = sheet.hiddenColumns
      return Block.table(table)
    }
    var document = Document(file.name, blocks)
    document.properties = outline.properties + meta.properties
    return document
  }

  /// Reads all but the rows, and gives the places where the sheets begin. A text that is built in an unusual way is read as a whole.
  private func readOutline(_ outline: OutlineHandler) throws(Hinweis) -> [Int] {
    var skeleton = SkeletonStream(try file.contentStream())
    do throws(Hinweis) {
      try XMLReader.read(&skeleton, outline)
      if skeleton.starts.count == outline.sheets.count { return skeleton.starts }
    } catch {
      if skeleton.starts.isEmpty { throw error }
    }
    outline.reset()
    var whole = AnyStream(try file.contentStream())
    try XMLReader.read(&whole, outline)
    return []
  }

  private func notASpreadsheet(_ kind: String?) -> Hinweis {
    switch kind {
    case "text": file.refusal("das ist ein Text").help("die Datei mit der Endung .odt einlesen")
    case nil: file.refusal("darin steht keine Tabelle").help(.saveAgain)
    default: file.refusal("das ist eine Zeichnung, Präsentation oder anderes").help("die Tabelle in LibreOffice als .ods speichern")
    }
  }
}
