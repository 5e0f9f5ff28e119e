// SPDX-License-Identifier: Apache-2.0

/// Writes numbers as text: in full precision, with a decimal comma and no grouping, padded as their format shows them.
struct DecimalText {
  /// The digits without zeros at both ends, and how many of them stand before the comma.
  private var digits: [UInt8] = []
  private var point = 0
  private var isNegative = false

  private static let mostDigits = 15
  private static let mostZeros = 330

  /// Adds the text of a number as it stands in the file; what is no number is added as it is.
  mutating func append(_ value: [UInt8], _ format: NumberFormat, isPercent: Bool, to text: inout [UInt8]) {
    guard parse(value) else {
      text += value
      return
    }
    if digits.count > DecimalText.mostDigits {
      // Numbers with more digits are as a program computed them; the shortest form that means the same is taken.
      guard let number = Double(String(decoding: value, as: UTF8.self)), parse(Array(number.description.utf8)) else {
        text += value
        return
      }
    }
    var (whole, decimals) = (1, 0)
    if case .digits(let minimum, let places) = format { (whole, decimals) = (minimum, places) }
    if isPercent && !digits.isEmpty { point += 2 }
    append(whole: whole, decimals: decimals, to: &text)
    if isPercent { text += " %".utf8 }
  }

  private func append(whole: Int, decimals: Int, to text: inout [UInt8]) {
    if isNegative { text.append(0x2D) }
    let before = max(point, 0)
    for _ in before..<max(whole, before, 1) { text.append(0x30) }
    for place in 0..<before { text.append(place < digits.count ? digits[place] : 0x30) }
    let places = max(digits.count - point, decimals, 0)
    guard places > 0, !digits.isEmpty || decimals > 0 else { return }
    text.append(0x2C)
    for place in point..<(point + places) { text.append(place >= 0 && place < digits.count ? digits[place] : 0x30) }
  }

  /// Takes a number apart: `-1250.50E+3`.
  private mutating func parse(_ value: [UInt8]) -> Bool {
    digits.removeAll(keepingCapacity: true)
    point = 0
    isNegative = value.first == 0x2D
    var at = isNegative || value.first == 0x2B ? 1 : 0
    let first = at
    var hasPoint = false
    while at < value.count, (0x30...0x39).contains(value[at]) || value[at] == 0x2E && !hasPoint {
      if value[at] == 0x2E {
        hasPoint = true
      } else if value[at] != 0x30 || !digits.isEmpty {
        digits.append(value[at])
        if !hasPoint { point += 1 }
      } else if hasPoint {
        point -= 1
      }
      at += 1
    }
    guard at - first > (hasPoint ? 1 : 0) else { return false }
    while digits.last == 0x30 { digits.removeLast() }
    if at < value.count {
      guard value[at] | 0x20 == 0x65, let exponent = Int(String(decoding: value[(at + 1)...], as: UTF8.self)) else { return false }
      guard (-999...999).contains(exponent) else { return false }
      point += exponent
    }
    if digits.isEmpty { (point, isNegative) = (0, false) }
    return abs(point) <= DecimalText.mostZeros
  }
}
