// SPDX-License-Identifier: Apache-2.0

/// Writes the numbers of a sheet as text: in full precision, with a decimal comma and no grouping, padded as their format shows them.
public struct DecimalText: ~Copyable {
  /// The digits of the number at hand without zeros at both ends, and how many of them stand before the comma.
  private var digits = ByteBuffer(capacity: 64)
  private var point = 0
  private var isNegative = false
  private var text = ByteBuffer(capacity: 64)

  /// Numbers with more digits are as a program computed them; the shortest form that means the same is taken.
  private static let mostDigits = 15
  private static let mostZeros = 330

  public init() {}

  /// Takes the number that stands in the file, such as `-1250.50E+3`; false for what is no number.
  public mutating func read(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    guard parse(value) else { return false }
    guard digits.count > DecimalText.mostDigits else { return true }
    var shortest = Double(String(decoding: value, as: UTF8.self))?.description ?? ""
    return shortest.withUTF8 { parse($0) }
  }

  /// The number with at least so many digits before and behind the comma, valid until the next call.
  public mutating func shown(digits whole: Int, decimals: Int, isPercent: Bool = false) -> UnsafeBufferPointer<UInt8> {
    text.removeAll()
    let point = isPercent && !digits.isEmpty ? point + 2 : point
    if isNegative { text.append(0x2D) }
    let before = max(point, 0)
    for _ in before..<max(whole, before, 1) { text.append(0x30) }
    for place in 0..<before { text.append(place < digits.count ? digits[place] : 0x30) }
    let places = max(digits.count - point, decimals)
    if places > 0 {
      text.append(0x2C)
      for place in point..<(point + places) { text.append(place >= 0 && place < digits.count ? digits[place] : 0x30) }
    }
    if isPercent { text.append(" %") }
    return text.bytes
  }

  /// The number as seconds, if it is the serial number of a day or a time.
  public var seconds: Int? {
    guard !isNegative, point <= 7 else { return nil }
    var number = 0.0
    for at in 0..<max(digits.count, point) { number = number * 10 + (at < digits.count ? Double(digits[at] - 0x30) : 0) }
    for _ in max(0, point)..<max(digits.count, point, 0) { number /= 10 }
    if point < 0 { for _ in point..<0 { number /= 10 } }
    // Parts of a second are cut off, lest the end of a day become the next; what the division loses is far less than a thousandth.
    return Int((number * 86_400_000).rounded()) / 1000
  }

  private mutating func parse(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    digits.removeAll()
    point = 0
    var at = 0
    isNegative = at < value.count && value[at] == 0x2D
    if isNegative || at < value.count && value[at] == 0x2B { at += 1 }
    var isBehindPoint = false
    var hasDigit = false
    scan: while at < value.count {
      switch value[at] {
      case 0x30...0x39:
        hasDigit = true
        if value[at] != 0x30 || !digits.isEmpty {
          digits.append(value[at])
          if !isBehindPoint { point += 1 }
        } else if isBehindPoint {
          point -= 1
        }
      case 0x2E where !isBehindPoint: isBehindPoint = true
      default: break scan
      }
      at += 1
    }
    guard hasDigit else { return false }
    while !digits.isEmpty, digits[digits.count - 1] == 0x30 { digits.truncate(to: digits.count - 1) }
    if at < value.count {
      guard value[at] | 0x20 == 0x65, let exponent = Int(String(decoding: value[(at + 1)...], as: UTF8.self)) else { return false }
      guard exponent.magnitude < 1000 else { return false }
      point += exponent
    }
    if digits.isEmpty { (point, isNegative) = (0, false) }
    return abs(point) <= DecimalText.mostZeros
  }
}
