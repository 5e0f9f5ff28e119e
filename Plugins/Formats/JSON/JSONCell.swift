// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

/// A value as the text of a cell.
enum JSONCell {
  /// Reads the next value and adds it: several values with a semicolon between, objects on lines of their own.
  static func append(_ reader: inout JSONReader, to cell: inout [UInt8]) throws(Hinweis) {
    switch try reader.peek() {
    case .array:
      var isFirst = true
      try reader.beginArray()
      while try reader.nextElement() {
        let isObject = try reader.peek() == .object
        if !isFirst { cell += (isObject ? "\n" : "; ").utf8 }
        isFirst = false
        try append(&reader, to: &cell)
      }
    case .object:
      var isFirst = true
      try reader.beginObject()
      while try reader.nextKey() {
        if !isFirst { cell += ", ".utf8 }
        isFirst = false
        cell += reader.text
        cell += ": ".utf8
        try append(&reader, to: &cell)
      }
    default:
      switch try reader.scalar() {
      case .number: append(number: reader.text, to: &cell)
      case .yes: cell += "WAHR".utf8
      case .no: cell += "FALSCH".utf8
      default: cell += reader.text
      }
    }
  }

  /// How many zeros are written out for an exponent.
  private static let mostZeros = 30

  /// A number with a decimal comma and without an exponent: `1.25e3` is `1250`.
  static func append(number: [UInt8], to cell: inout [UInt8]) {
    guard let e = number.firstIndex(of: UInt8(ascii: "e")) else {
      for byte in number { cell.append(byte == 0x2E ? 0x2C : byte) }
      return
    }
    let digits = number[..<e].filter { (0x30...0x39).contains($0) }
    let point = number[..<e].firstIndex(of: 0x2E)
    let decimals = point.map { e - $0 - 1 } ?? 0
    guard let exponent = Int(String(decoding: number[(e + 1)...], as: UTF8.self)), abs(exponent) <= mostZeros else {
      for byte in number { cell.append(byte == 0x2E ? 0x2C : byte) }
      return
    }
    // Where the comma goes, counted from the first digit.
    let place = digits.count - decimals + exponent
    var whole = place > 0 ? Array(digits.prefix(place)) + Array(repeating: 0x30, count: max(0, place - digits.count)) : [0x30]
    var rest = Array(repeating: 0x30, count: max(0, -place)) + digits.dropFirst(max(0, place))
    while whole.count > 1, whole[0] == 0x30 { whole.removeFirst() }
    while rest.last == 0x30 { rest.removeLast() }
    if number.first == 0x2D { cell.append(0x2D) }
    cell += whole
    if !rest.isEmpty { cell += [0x2C] + rest }
  }
}
