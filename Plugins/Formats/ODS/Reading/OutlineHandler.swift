// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// Finds in a part of a file all but the rows of its sheets: their names and columns, styles, number formats, properties.
final class OutlineHandler: XMLHandler {
  enum Name: String, CaseIterable {
    case body = "office:body"
    case table = "table:table"
    case column = "table:table-column"
    case columnGroup = "table:table-column-group"
    case name = "table:name"
    case tableStyle = "table:style-name"
    case display = "table:display"
    case columnsRepeated = "table:number-columns-repeated"
    case visibility = "table:visibility"
    case defaultStyle = "table:default-cell-style-name"
    case style = "style:style"
    case styleName = "style:name"
    case family = "style:family"
    case parent = "style:parent-style-name"
    case dataStyle = "style:data-style-name"
    case tableProperties = "style:table-properties"
    case cellProperties = "style:table-cell-properties"
    case textProperties = "style:text-properties"
    case background = "fo:background-color"
    case lineThroughStyle = "style:text-line-through-style"
    case lineThroughType = "style:text-line-through-type"
    case numberStyle = "number:number-style"
    case percentageStyle = "number:percentage-style"
    case currencyStyle = "number:currency-style"
    case dateStyle = "number:date-style"
    case number = "number:number"
    case day = "number:day"
    case month = "number:month"
    case year = "number:year"
    case hours = "number:hours"
    case minutes = "number:minutes"
    case decimals = "number:decimal-places"
    case minDecimals = "number:min-decimal-places"
    case minDigits = "number:min-integer-digits"
    case decimalReplacement = "number:decimal-replacement"
    case displayFactor = "number:display-factor"
    case spreadsheet = "office:spreadsheet"
    case text = "office:text"
    case drawing = "office:drawing"
    case presentation = "office:presentation"
    case chart = "office:chart"
    case title = "dc:title"
    case subject = "dc:subject"
    case description = "dc:description"
    case savedBy = "dc:creator"
    case modified = "dc:date"
    case author = "meta:initial-creator"
    case created = "meta:creation-date"
    case keyword = "meta:keyword"
    case generator = "meta:generator"
    case own = "meta:user-defined"
    case metaName = "meta:name"
    case meta = "office:meta"
  }

  /// A sheet, as far as it stands before its rows.
  struct Sheet {
    var name: String
    var style: String
    var columns = SheetColumns()
    var hiddenColumns: [ClosedRange<Int>] { columns.hidden }
  }

  private let vocabulary = XMLVocabulary<Name>()
  var names: XMLNames { vocabulary.names }
  /// What the file is about: `spreadsheet`, `text` or another.
  private(set) var kind: String?
  private(set) var sheets: [Sheet] = []
  private(set) var styles: [String: RawStyle] = [:]
  private(set) var formats: [String: NumberFormat] = [:]
  /// Styles of sheets that are hidden.
  private(set) var hiddenStyles: Set<String> = []
  private(set) var properties: [Document.Property] = []

  private var depth = 0
  /// Groups of columns around, and which of them are folded.
  private var groups: [Bool] = []
  private var styleName = ""
  private var style: RawStyle?
  private var format: (name: String, parts: Set<Name>, format: NumberFormat)?
  private var isInMeta = false
  private var property: (name: String, value: [UInt8])?

  private static let mostStyles = 200_000
  private static let mostProperties = 1000
  private static let longestProperty = 1 << 16

  /// Forgets what was read, to begin anew.
  func reset() {
    (kind, sheets, styles, formats, hiddenStyles, properties) = (nil, [], [:], [:], [], [])
    (depth, groups, style, format, isInMeta, property) = (0, [], nil, nil, false, nil)
  }

  func start(_ name: Int, _ attributes: XMLAttributes) throws(Hinweis) {
    guard let name = vocabulary[name] else { return }
    switch name {
    case .spreadsheet, .text, .drawing, .presentation, .chart:
      if kind == nil { kind = String(name.rawValue.dropFirst("office:".count)) }
    case .table: try startTable(attributes)
    case .columnGroup: groups.append(text(.display, attributes) == "false")
    case .column: if depth == 1, kind == "spreadsheet" { addColumn(attributes) }
    case .style, .tableProperties, .cellProperties, .textProperties: startStyle(name, attributes)
    case .numberStyle, .percentageStyle, .currencyStyle, .dateStyle:
      format = (text(.styleName, attributes) ?? "", [name], .general)
    case .number: format?.format = numberFormat(attributes)
    case .day, .month, .year, .hours, .minutes: format?.parts.insert(name)
    case .meta: isInMeta = true
    default: if isInMeta { startProperty(name, attributes) }
    }
  }

  func end(_ name: Int) throws(Hinweis) {
    switch vocabulary[name] {
    case .table: depth = max(0, depth - 1)
    case .columnGroup: groups = groups.dropLast()
    case .style:
      if let style, styles.count < OutlineHandler.mostStyles { styles[CellStyles.key(style.family, styleName)] = style }
      style = nil
    case .numberStyle, .percentageStyle, .currencyStyle, .dateStyle:
      guard let format, formats.count < OutlineHandler.mostStyles else { return }
      let isDayMonth = format.parts == [.dateStyle, .day, .month]
      formats[format.name] = isDayMonth ? .dayMonth : format.parts.contains(.dateStyle) ? .general : format.format
      self.format = nil
    case .meta: isInMeta = false
    case .some where isInMeta:
      if let property, properties.count < OutlineHandler.mostProperties {
        let value = String(decoding: property.value, as: UTF8.self)
        if !value.allSatisfy(\.isWhitespace) { properties.append(.init(property.name, value)) }
      }
      property = nil
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Hinweis) {
    if let count = property?.value.count, count < OutlineHandler.longestProperty { property?.value.append(contentsOf: bytes) }
  }

  private func text(_ name: Name, _ attributes: XMLAttributes) -> String? {
    for (place, value) in attributes where vocabulary[place] == name { return value.string }
    return nil
  }

  private func int(_ name: Name, _ attributes: XMLAttributes) -> Int? {
    for (place, value) in attributes where vocabulary[place] == name { return value.int }
    return nil
  }

  private func startTable(_ attributes: XMLAttributes) throws(Hinweis) {
    depth += 1
    guard depth == 1, kind == "spreadsheet" else { return }
    guard sheets.count < Limits.sheets else { throw .tooManySheets }
    sheets.append(Sheet(name: text(.name, attributes) ?? "", style: text(.tableStyle, attributes) ?? ""))
  }

  private func addColumn(_ attributes: XMLAttributes) {
    let isHidden = ["collapse", "filter"].contains(text(.visibility, attributes)) || groups.contains(true)
    let count = int(.columnsRepeated, attributes) ?? 1
    sheets[sheets.count - 1].columns.append(max(1, count), style: text(.defaultStyle, attributes) ?? "", isHidden: isHidden)
  }

  private func startStyle(_ name: Name, _ attributes: XMLAttributes) {
    switch name {
    case .style:
      styleName = text(.styleName, attributes) ?? ""
      let family = text(.family, attributes)
      style = RawStyle(family: family == "text" ? .text : .cell)
      style?.parent = text(.parent, attributes)
      style?.format = text(.dataStyle, attributes)
      // Sheets, rows and columns have styles too; of these only a hidden sheet matters.
      if family != "text" && family != "table-cell" { style = nil }
    case .tableProperties: if text(.display, attributes) == "false" { hiddenStyles.insert(styleName) }
    case .cellProperties:
      guard let colour = text(.background, attributes) else { return }
      style?.colour = colour.hasPrefix("#") && colour.utf8.count == 7 ? colour.dropFirst().uppercased() : ""
    case .textProperties:
      if let line = text(.lineThroughStyle, attributes) ?? text(.lineThroughType, attributes) { style?.isStruck = line != "none" }
    default: break
    }
  }

  private func numberFormat(_ attributes: XMLAttributes) -> NumberFormat {
    // Thousands are shown as units, so nothing can be padded.
    if text(.displayFactor, attributes) != nil { return .general }
    var decimals = int(.minDecimals, attributes) ?? int(.decimals, attributes) ?? 0
    if text(.decimalReplacement, attributes) != nil { decimals = 0 }
    return .digits(min(max(int(.minDigits, attributes) ?? 1, 1), 30), decimals: min(max(decimals, 0), 30))
  }

  private func startProperty(_ name: Name, _ attributes: XMLAttributes) {
    let german: String? =
      switch name {
      case .title: "Titel"
      case .subject: "Thema"
      case .description: "Kommentar"
      case .author: "Autor"
      case .savedBy: "Zuletzt gespeichert von"
      case .created: "Angelegt"
      case .modified: "Zuletzt gespeichert"
      case .keyword: "Schlagwörter"
      case .generator: "Programm"
      case .own: text(.metaName, attributes)
      default: nil
      }
    property = german.map { ($0, []) }
  }
}
