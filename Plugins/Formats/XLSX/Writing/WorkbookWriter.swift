// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// Writes a document as a workbook: a sheet for each table, and what else it says on a last one.
struct WorkbookWriter {
  private let workbook: SheetBook
  private let choices: ChoiceLists
  private var strings = StringTable()
  /// Names of the workbook: areas of filters and rows that every page repeats.
  private var names: [DefinedName] = []

  init(_ document: Document) {
    var workbook = SheetBook(document)
    choices = ChoiceLists(&workbook)
    self.workbook = workbook
  }

  mutating func write(to sink: inout some ByteSink) throws(Hinweis) {
    let sheetNames =
      workbook.sheets.map(\.name) + (workbook.information.isEmpty ? [] : [workbook.informationName])
      + (choices.isEmpty ? [] : [choices.sheetName])
    let parts = WorkbookParts(sheetNames)
    var zip = ZipWriter()
    try zip.add("[Content_Types].xml", parts.contentTypes, to: &sink)
    try zip.add("_rels/.rels", parts.relations, to: &sink)
    // Programs that look only at the begin of a file know it by the third name.
    try zip.add("xl/_rels/workbook.xml.rels", parts.workbookRelations, to: &sink)
    try zip.add("xl/styles.xml", Style.part, to: &sink)
    try zip.add("xl/theme/theme1.xml", Theme.part, to: &sink)
    for (index, sheet) in workbook.sheets.enumerated() {
      try zip.begin("xl/worksheets/sheet\(index + 1).xml", to: &sink)
      var writer = SheetWriter(sheet, choices: choices, strings)
      try writer.write(to: &zip, &sink)
      try zip.end(to: &sink)
      strings = writer.strings
      names += writer.names.map { DefinedName(name: $0.name, sheet: index, area: $0.area) }
    }
    var number = workbook.sheets.count
    for isInformation in [true, false] where !(isInformation ? workbook.information.isEmpty : choices.isEmpty) {
      let plain = isInformation ? PlainSheet.information(workbook, strings) : PlainSheet.choices(choices, strings)
      strings = plain.strings
      number += 1
      try zip.begin("xl/worksheets/sheet\(number).xml", to: &sink)
      try zip.write(plain.part, to: &sink)
      try zip.end(to: &sink)
    }
    try zip.begin("xl/sharedStrings.xml", to: &sink)
    try zip.write(strings.part, to: &sink)
    try zip.end(to: &sink)
    let hidden = Set(workbook.sheets.indices.filter { workbook.sheets[$0].isHidden } + (choices.isEmpty ? [] : [sheetNames.count - 1]))
    try zip.add("xl/workbook.xml", parts.workbook(hidden: hidden, names: names), to: &sink)
    try zip.add("docProps/core.xml", WorkbookParts.core(title: workbook.title, language: workbook.language), to: &sink)
    try zip.add("docProps/custom.xml", WorkbookParts.custom(workbook.properties), to: &sink)
    try zip.finish(to: &sink)
  }
}
