// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// A name of the workbook that belongs to one sheet.
struct DefinedName {
  var name: String
  var sheet: Int
  var area: String
}

/// The small parts of a workbook: what is in it, and what it says of itself.
struct WorkbookParts {
  private let sheets: [String]

  init(_ sheets: [String]) { self.sheets = sheets }

  static let begin = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006"
  private static let package = "http://schemas.openxmlformats.org/package/2006"

  var contentTypes: String {
    let spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let types =
      [
        ("xl/workbook.xml", "\(spreadsheet).sheet.main+xml"), ("xl/styles.xml", "\(spreadsheet).styles+xml"),
        ("xl/sharedStrings.xml", "\(spreadsheet).sharedStrings+xml"),
        ("xl/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
      ] + sheets.indices.map { ("xl/worksheets/sheet\($0 + 1).xml", "\(spreadsheet).worksheet+xml") }
    return WorkbookParts.begin + "<Types xmlns=\"\(WorkbookParts.package)/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + types.map { "<Override PartName=\"/\($0.0)\" ContentType=\"\($0.1)\"/>" }.joined() + "</Types>\n"
  }

  var relations: String {
    WorkbookParts.relations([
      ("\(WorkbookParts.office)/relationships/officeDocument", "xl/workbook.xml"),
      ("\(WorkbookParts.package)/relationships/metadata/core-properties", "docProps/core.xml"),
      ("\(WorkbookParts.office)/relationships/custom-properties", "docProps/custom.xml"),
    ])
  }

  var workbookRelations: String {
    WorkbookParts.relations(
      sheets.indices.map { ("\(WorkbookParts.office)/relationships/worksheet", "worksheets/sheet\($0 + 1).xml") }
        + [("styles", "styles.xml"), ("theme", "theme/theme1.xml"), ("sharedStrings", "sharedStrings.xml")].map {
          ("\(WorkbookParts.office)/relationships/\($0.0)", $0.1)
        })
  }

  private static func relations(_ parts: [(type: String, target: String)]) -> String {
    begin + "<Relationships xmlns=\"\(package)/relationships\">"
      + parts.enumerated().map { "<Relationship Id=\"rId\($0 + 1)\" Type=\"\($1.type)\" Target=\"\($1.target)\"/>" }.joined()
      + "</Relationships>\n"
  }

  func workbook(hidden: Set<Int>, names: [DefinedName]) -> String {
    let first = sheets.indices.first { !hidden.contains($0) } ?? 0
    var text = WorkbookParts.begin + "<workbook xmlns=\"\(WorkbookParts.main)\" xmlns:r=\"\(WorkbookParts.office)/relationships\">"
    text += "<bookViews><workbookView activeTab=\"\(first)\"/></bookViews><sheets>"
    for (index, name) in sheets.enumerated() {
      // A workbook must show at least one sheet.
      let state = hidden.contains(index) && index != first ? " state=\"hidden\"" : ""
      text += "<sheet name=\"\(XMLText.escaped(name, .escaped))\" sheetId=\"\(index + 1)\"\(state) r:id=\"rId\(index + 1)\"/>"
    }
    text += "</sheets>"
    if !names.isEmpty {
      text += "<definedNames>"
      for name in names.sorted(by: { ($0.name, $0.sheet) < ($1.name, $1.sheet) }) {
        let hidden = name.name == DefinedName.filter ? " hidden=\"1\"" : ""
        text +=
          "<definedName name=\"\(name.name)\" localSheetId=\"\(name.sheet)\"\(hidden)>\(XMLText.escaped(name.area, .escaped))</definedName>"
      }
      text += "</definedNames>"
    }
    return text + "</workbook>\n"
  }

  /// The title and nothing of persons or times.
  static func core(title: String, language: String) -> String {
    begin
      + "<cp:coreProperties xmlns:cp=\"\(package)/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
      + (title.isEmpty ? "" : "<dc:title>\(XMLText.escaped(title, .escaped))</dc:title>")
      + (language.isEmpty ? "" : "<dc:language>\(XMLText.escaped(language, .escaped))</dc:language>")
      + "</cp:coreProperties>\n"
  }

  static func custom(_ properties: [Document.Property]) -> String {
    var taken: Set<String> = []
    var text = begin + "<Properties xmlns=\"\(office)/custom-properties\" xmlns:vt=\"\(office)/docPropsVTypes\">"
    for property in properties where !property.name.isEmpty && taken.insert(property.name.lowercased()).inserted {
      text += "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"\(taken.count + 1)\""
      text +=
        " name=\"\(XMLText.escaped(property.name, .escaped))\"><vt:lpwstr>\(XMLText.escaped(property.value, .escaped))</vt:lpwstr></property>"
    }
    return text + "</Properties>\n"
  }
}

extension DefinedName {
  static let filter = "_xlnm._FilterDatabase"
  static let titles = "_xlnm.Print_Titles"
}
