// SPDX-License-Identifier: GPL-3.0-or-later

/// Texts as a terminal may show them: what would steer it stands as a sign of its own.
public enum PlainText {
  /// A text whose control characters, but for line breaks, cannot do anything; a tab is a blank unless it may stay.
  public static func of(_ text: String, keepsTabs: Bool = false) -> String {
    // Almost no text has any; those above ASCII begin with C2 in UTF-8.
    guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F || $0 == 0xC2 }) else { return text }
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
