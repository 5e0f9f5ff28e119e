// SPDX-License-Identifier: Apache-2.0
import OfficeKit

/// What stands in a cell.
enum CellType {
  case number, shared, text, boolean, error, date

  /// Reads `s` (shared text), `str` and `inlineStr` (text), `n` (number), `b` (boolean), `e` (error) or `d` (date).
  init(_ value: XMLValue) {
    self =
      switch (value.pointer[0], value.pointer[0] == 0 ? 0 : value.pointer[1]) {
      case (0x73, 0): .shared
      case (0x73, _), (0x69, _): .text
      case (0x62, _): .boolean
      case (0x65, _): .error
      case (0x64, _): .date
      default: .number
      }
  }
}

extension Int {
  /// A whole number in digits, with blanks around it.
  init?(decimal text: UnsafeBufferPointer<UInt8>) {
    var number = 0
    var digits = 0
    for byte in text where byte > 0x20 {
      guard byte &- 0x30 < 10, digits < 18 else { return nil }
      number = number * 10 + Int(byte - 0x30)
      digits += 1
    }
    guard digits > 0 else { return nil }
    self = number
  }
}
