// SPDX-License-Identifier: Apache-2.0
import OfficeKit

/// What the attributes of a cell say.
struct SheetCell: ~Copyable {
  private(set) var repeated = 1
  private(set) var columnSpan = 1
  private(set) var rowSpan = 1
  private(set) var look = 0
  private(set) var formula: String?
  private(set) var type = ValueType.none
  var hasType: Bool { type != .none }
  /// Whether the cell has a value that makes its text, whatever its paragraphs say.
  private(set) var hasValue = false
  var hasStringValue: Bool { !hasValue && stringValue?.isEmpty == false }
  var comment: String?
  var link: String?

  enum ValueType { case none, string, number, percentage, date, time, boolean }

  private let styles: CellStyles
  private var value = ByteBuffer(capacity: 64)
  private var stringValue: String?
  private var decimals = DecimalText()
  /// By column, the last style that was looked for: most cells of a column have the same.
  private var recent: [(name: [UInt8], place: Int)] = []

  init(_ styles: CellStyles) { self.styles = styles }

  mutating func begin(_ attributes: XMLAttributes, _ vocabulary: XMLVocabulary<TableName>, look: Int, column: Int) {
    (repeated, columnSpan, rowSpan, type, hasValue) = (1, 1, 1, .none, false)
    self.look = look
    (formula, comment, link, stringValue) = (nil, nil, nil, nil)
    var isError = false
    var found = false
    for (place, attribute) in attributes {
      switch vocabulary[place] {
      case .type: type = ValueType(attribute)
      case .style: self.look = findLook(attribute, column: column)
      case .columnsRepeated: repeated = attribute.int ?? 1
      case .value, .dateValue, .timeValue, .booleanValue:
        found = true
        value.removeAll()
        var at = 0
        while attribute.pointer[at] != 0 {
          value.append(attribute.pointer[at])
          at += 1
        }
      case .stringValue: stringValue = attribute.string
      case .formula: formula = attribute.string
      case .columnsSpanned: columnSpan = attribute.int ?? 1
      case .rowsSpanned: rowSpan = attribute.int ?? 1
      case .ownType: isError = attribute == "error"
      default: break
      }
    }
    hasValue = found && type != .none && type != .string && !isError
  }

  /// Adds the text that the value makes, or the one that stands in an attribute.
  mutating func append(to text: inout [UInt8]) {
    guard hasValue else {
      if let stringValue { text += stringValue.utf8 }
      return
    }
    let format = styles.looks[look].format
    switch type {
    case .none, .string: break
    case .number, .percentage: appendNumber(format, to: &text)
    case .date: text += DayText.shown(value.bytes, isDayMonth: format == .dayMonth).utf8
    case .time: DurationText.append(value.bytes, to: &text)
    case .boolean: text += (value.bytes.elementsEqual("true".utf8) ? "WAHR" : "FALSCH").utf8
    }
  }

  /// Adds a number; what is none is added as it stands in the file.
  private mutating func appendNumber(_ format: NumberFormat, to text: inout [UInt8]) {
    guard decimals.read(value.bytes) else {
      text += value.bytes
      return
    }
    var (whole, places) = (1, 0)
    if case .digits(let minimum, let decimals) = format { (whole, places) = (minimum, decimals) }
    text += decimals.shown(digits: whole, decimals: places, isPercent: type == .percentage)
  }

  private mutating func findLook(_ name: XMLValue, column: Int) -> Int {
    guard column < Limits.columns else { return styles.place(of: name.string) }
    while recent.count <= column { recent.append(([], 0)) }
    var at = 0
    let isSame = recent[column].name.withUnsafeBufferPointer { known in
      while at < known.count, name.pointer[at] == known[at] { at += 1 }
      return at == known.count && at > 0 && name.pointer[at] == 0
    }
    if !isSame {
      let text = name.string
      recent[column] = (Array(text.utf8), styles.place(of: text))
    }
    return recent[column].place
  }
}

extension SheetCell.ValueType {
  init(_ name: XMLValue) {
    self =
      if name == "string" {
        .string
      } else if name == "float" || name == "currency" {
        .number
      } else if name == "percentage" {
        .percentage
      } else if name == "date" {
        .date
      } else if name == "time" {
        .time
      } else {
        name == "boolean" ? .boolean : .none
      }
  }
}
