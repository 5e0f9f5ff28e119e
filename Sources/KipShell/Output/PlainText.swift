// SPDX-License-Identifier: GPL-3.0-or-later

/// Texts as a terminal may show them: what would steer it stands as a sign of its own.
public enum PlainText {
  /// A text whose control characters, but for line breaks, cannot do anything; a tab is a blank unless it may stay.
  public static func of(_ text: String, keepsTabs: Bool = false) -> String {
    // In UTF-8 the C1 controls are C2 80 to C2 9F.
    var isPlain = true
    var before: UInt8 = 0
    for byte in text.utf8 {
      if byte < 0x20 && byte != 0x0A || byte == 0x7F || before == 0xC2 && byte < 0xA0 { isPlain = false }
      before = byte
    }
    if isPlain { return text }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09: plain.append(keepsTabs ? scalar : " ")
      case 0x0A: plain.append(scalar)
      case 0..<0x20, 0x7F..<0xA0: plain.append("\u{FFFD}")
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }
}
