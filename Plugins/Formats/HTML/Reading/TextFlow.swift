// SPDX-License-Identifier: Apache-2.0

/// Puts pieces of text together as a page shows them: blanks are one blank, and lines break at blocks and `br` only.
struct TextFlow {
  private var isBlankDue = false
  private var breaksDue = 0
  /// More empty lines in one place say nothing.
  private static let mostBreaks = 20

  /// Adds text to what began at a place.
  mutating func append(_ text: [UInt8], to out: inout [UInt8], from begin: Int) {
    for byte in text {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        isBlankDue = true
        continue
      }
      if isBlankDue || breaksDue > 0 { settle(&out, begin) }
      out.append(byte < 0x20 ? 0x20 : byte)
    }
  }

  /// Adds text as it stands, with its line breaks.
  mutating func append(preformatted text: [UInt8], to out: inout [UInt8], from begin: Int) {
    if isBlankDue || breaksDue > 0 { settle(&out, begin) }
    out += text.filter { $0 != 0x0D && ($0 >= 0x20 || $0 == 0x0A || $0 == 0x09) }
  }

  mutating func breakLine() { breaksDue = min(breaksDue + 1, TextFlow.mostBreaks) }
  mutating func beginBlock() { breaksDue = max(breaksDue, 1) }

  /// Adds the blank that is due, since what comes next is in another style.
  mutating func settleBlank(_ out: inout [UInt8], from begin: Int) {
    if isBlankDue && breaksDue == 0 { settle(&out, begin) }
  }

  private mutating func settle(_ out: inout [UInt8], _ begin: Int) {
    if breaksDue > 0, out.count > begin, out.last == 0x20 { out.removeLast() }
    if out.count > begin {
      if breaksDue > 0 { out += Array(repeating: 0x0A, count: breaksDue) } else { out.append(0x20) }
    }
    isBlankDue = false
    breaksDue = 0
  }

  /// Takes blanks and lines off the end of what began at a place, also blanks that do not break.
  static func trim(_ out: inout [UInt8], from begin: Int) {
    while out.count > begin {
      if let last = out.last, last == 0x20 || last == 0x0A || last == 0x09 {
        out.removeLast()
      } else if out.count >= begin + 2, out[out.count - 2] == 0xC2, out[out.count - 1] == 0xA0 {
        out.removeLast(2)
      } else {
        return
      }
    }
  }
}
