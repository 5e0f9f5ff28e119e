// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// The rows of a sheet, read anew whenever they are asked for.
struct SheetRows: RowSource {
  let workbook: Workbook
  let sheet: Workbook.Sheet

  func rows(into sink: inout some RowSink) throws(Hinweis) {
    let package = workbook.package
    let relationships = try package.relationships(of: sheet.part)
    let remarks = CellRemarks()
    try remarks.addComments(package, relationships)
    // Links stand behind the rows, and rarely are there any: only then the sheet is read twice.
    try remarks.addLinks(package, sheet.part, relationships)
    let box = SinkBox(sink)
    defer { sink = box.sink }
    let handler = SheetHandler(
      workbook, sheet: sheet.name, remarks, strings: try workbook.strings,
      take: { (batch) throws(Hinweis) in try box.sink.take(batch) }, note: { box.sink.note($0) }, merge: { box.sink.merge($0) })
    do throws(Hinweis) {
      guard try package.read(sheet.part, handler) else { throw .noSheet(sheet.part) }
      try handler.finish()
    } catch {
      var place = error.place ?? Place(file: package.file)
      place.sheet = sheet.name
      throw error.at(place)
    }
  }
}

/// Holds the sink for the time of a reading: the handler is told of cells by C and cannot be generic.
private final class SinkBox<Sink: RowSink> {
  var sink: Sink

  init(_ sink: Sink) { self.sink = sink }
}

extension Hinweis {
  fileprivate static func noSheet(_ part: String) -> Hinweis {
    Hinweis("das Blatt steht in der Arbeitsmappe, aber sein Teil \"\(part)\" fehlt").help(.saveAgain)
  }
}
