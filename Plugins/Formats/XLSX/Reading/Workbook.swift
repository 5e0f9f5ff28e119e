// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit
import Synchronization

/// A workbook: what its sheets share.
final class Workbook: Sendable {
  let package: OfficePackage
  let styles: Styles
  /// Days that a serial number counts from, before 1970-01-01.
  let epoch: Int
  private let sheets: [Sheet]
  private let stringsPart: String
  private let loadedStrings = Mutex<SharedStrings?>(nil)

  /// A sheet with cells.
  struct Sheet: Sendable {
    var name: String
    var isHidden: Bool
    var part: String
  }

  init(_ package: OfficePackage) throws(Hinweis) {
    self.package = package
    let part = try package.mainPart ?? "xl/workbook.xml"
    let handler = WorkbookHandler()
    guard try package.read(part, handler) else { throw .noWorkbook(package.file) }
    let relationships = try package.relationships(of: part)
    func target(_ kind: String, otherwise: String) -> String { relationships.first { $0.kind == kind }?.target ?? otherwise }
    stringsPart = target("sharedStrings", otherwise: "xl/sharedStrings.xml")
    epoch = handler.is1904 ? 24_107 : 25_569
    styles = try Styles(
      package, part: target("styles", otherwise: "xl/styles.xml"), theme: target("theme", otherwise: "xl/theme/theme1.xml"))
    let byID = Dictionary(relationships.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    sheets = handler.sheets.enumerated().compactMap { index, sheet in
      let relationship = byID[sheet.id]
      // Sheets of charts, dialogs and old macros have no cells.
      guard relationship == nil || relationship?.kind == "worksheet" else { return nil }
      return Sheet(
        name: sheet.name, isHidden: sheet.isHidden, part: relationship?.target ?? "xl/worksheets/sheet\(index + 1).xml")
    }
  }

  /// The texts that cells share, read when the first sheet asks for its rows.
  var strings: SharedStrings {
    get throws(Hinweis) {
      if let strings = loadedStrings.withLock({ $0 }) { return strings }
      let strings = try SharedStrings(package, part: stringsPart)
      loadedStrings.withLock { $0 = strings }
      return strings
    }
  }

  func document(named name: String) throws(Hinweis) -> Document {
    guard !sheets.isEmpty else { throw .noSheet(package.file) }
    var document = Document(name)
    document.properties = package.properties
    for sheet in sheets {
      var table = Table(sheet.name, rows: SheetRows(workbook: self, sheet: sheet))
      table.isHidden = sheet.isHidden
      table.hiddenColumns = try hiddenColumns(of: sheet)
      document.blocks.append(.table(table))
    }
    return document
  }

  /// The columns that a sheet hides: they stand before its rows.
  private func hiddenColumns(of sheet: Sheet) throws(Hinweis) -> [ClosedRange<Int>] {
    let handler = ColumnsHandler()
    try package.read(sheet.part, handler)
    return handler.hidden
  }
}

private final class WorkbookHandler: XMLHandler {
  enum Name: String, CaseIterable { case properties = "workbookPr", is1904 = "date1904", sheet, name, state, id = "r:id" }
  private let vocabulary = XMLVocabulary<Name>()
  var names: XMLNames { vocabulary.names }
  private(set) var is1904 = false
  private(set) var sheets: [(name: String, isHidden: Bool, id: String)] = []

  func start(_ name: Int, _ attributes: XMLAttributes) throws(Hinweis) {
    switch vocabulary[name] {
    case .properties: is1904 = attributes.value(.is1904, in: vocabulary)?.isTrue ?? false
    case .sheet:
      guard sheets.count < Limits.sheets else { throw .tooManySheets }
      let state = attributes.value(.state, in: vocabulary)?.string ?? "visible"
      sheets.append(
        (
          attributes.value(.name, in: vocabulary)?.string ?? "", state != "visible",
          attributes.value(.id, in: vocabulary)?.string ?? ""
        ))
    default: break
    }
  }
}

private final class ColumnsHandler: XMLHandler {
  enum Name: String, CaseIterable { case column = "col", min, max, hidden, rows = "sheetData" }
  private let vocabulary = XMLVocabulary<Name>()
  var names: XMLNames { vocabulary.names }
  private(set) var isDone = false
  private(set) var hidden: [ClosedRange<Int>] = []

  func start(_ name: Int, _ attributes: XMLAttributes) throws(Hinweis) {
    switch vocabulary[name] {
    case .rows: isDone = true
    case .column where attributes.value(.hidden, in: vocabulary)?.isTrue ?? false:
      let first = attributes.value(.min, in: vocabulary)?.int ?? 0
      let last = min(attributes.value(.max, in: vocabulary)?.int ?? first, Limits.columns)
      guard first >= 1, first <= last, hidden.count < Limits.columns else { return }
      if let before = hidden.last, before.upperBound == first - 2 {
        hidden[hidden.count - 1] = before.lowerBound...(last - 1)
      } else {
        hidden.append((first - 1)...(last - 1))
      }
    default: break
    }
  }
}

extension Hinweis {
  fileprivate static func noWorkbook(_ file: String) -> Hinweis {
    Hinweis("erwartet war \(XLSXFormat.expected); der Teil mit den Namen der Blätter fehlt").at(Place(file: file)).help(.saveAgain)
  }

  fileprivate static func noSheet(_ file: String) -> Hinweis {
    Hinweis("die Arbeitsmappe hat kein Blatt mit Zellen").at(Place(file: file)).help(.saveAgain)
  }
}
