// SPDX-License-Identifier: Apache-2.0

/// Days and times as text: `2017-04-24`, `2017-04-24T13:30:00`, `28. Jan`, `13:30:00`.
enum DayText {
  private static let months = ["Jan", "Feb", "Mrz", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"]

  /// Adds a day of the file, such as `2017-04-24` or `2017-04-24T13:30:00.000000000`.
  static func append(day value: [UInt8], _ format: NumberFormat, to text: inout [UInt8]) {
    let parts = value.split(separator: 0x54, maxSplits: 1)
    // Fractions of a second are no part of what a person has typed.
    let time = parts.count == 2 ? parts[1].prefix { $0 != 0x2E && $0 != 0x2C } : []
    let hasTime = time.contains { (0x31...0x39).contains($0) }
    let date = parts.first ?? []
    let fields = date.split(separator: 0x2D).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    if format == .dayMonth, !hasTime, fields.count == 3, (1...12).contains(fields[1]) {
      text += "\(fields[2]). \(months[fields[1] - 1])".utf8
      return
    }
    text += date
    guard hasTime else { return }
    text.append(0x54)
    text += time
  }

  /// Adds a time of the file, such as `PT13H30M00S`; one over a day keeps its hours.
  static func append(time value: [UInt8], to text: inout [UInt8]) {
    var fields: [UInt8: Int] = [:]
    var number = 0
    var isFraction = false
    for byte in value {
      switch byte {
      case 0x30...0x39: if !isFraction { number = min(number * 10 + Int(byte - 0x30), 1_000_000_000) }
      case 0x2E, 0x2C: isFraction = true
      case 0x48, 0x4D, 0x53, 0x44:
        fields[byte] = number
        (number, isFraction) = (0, false)
      default: (number, isFraction) = (0, false)
      }
    }
    guard !fields.isEmpty else {
      text += value
      return
    }
    if value.first == 0x2D { text.append(0x2D) }
    let hours = (fields[0x44] ?? 0) * 24 + (fields[0x48] ?? 0)
    let parts = [hours, fields[0x4D] ?? 0, fields[0x53] ?? 0].map { $0 < 10 ? "0\($0)" : String($0) }
    text += parts.joined(separator: ":").utf8
  }
}
