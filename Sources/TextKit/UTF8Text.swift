// SPDX-License-Identifier: Apache-2.0

/// What is UTF-8 and what is not.
public enum UTF8Text {
  /// What stands at a place of a text.
  public enum Sequence { case length(Int), invalid, cut }

  /// The first byte from a place on that is not ASCII.
  public static func end(ofASCIIIn text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = text.baseAddress else { return 0 }
    var position = start
    while position + 8 <= text.count {
      let high = UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080
      if high != 0 { return position + high.trailingZeroBitCount >> 3 }
      position += 8
    }
    while position < text.count && base[position] < 0x80 { position += 1 }
    return position
  }

  /// The sequence of bytes that makes up one character at a place that is not ASCII; `cut` if the text ends within it.
  public static func sequence(in text: UnsafeBufferPointer<UInt8>, at position: Int) -> Sequence {
    // Unicode, table 3-7: the second byte decides against overlong forms, surrogates and what is beyond the last plane.
    let first = text[position]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return .invalid
    }
    guard position + 1 < text.count else { return .cut }
    guard second.contains(text[position + 1]) else { return .invalid }
    for next in 2..<max(2, length) {
      guard position + next < text.count else { return .cut }
      guard (0x80...0xBF).contains(text[position + next]) else { return .invalid }
    }
    return .length(length)
  }
}
