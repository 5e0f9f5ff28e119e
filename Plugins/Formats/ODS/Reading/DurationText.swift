// SPDX-License-Identifier: Apache-2.0

/// Times as text: `13:30:00`.
enum DurationText {
  /// Adds a time of the file, such as `PT13H30M00S`; one over a day keeps its hours.
  static func append(_ value: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
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
