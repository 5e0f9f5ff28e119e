// SPDX-License-Identifier: GPL-3.0-or-later

/// How many columns of a terminal a text takes.
public enum Width {
  public static func of(_ text: some StringProtocol) -> Int {
    // Almost every text is made of letters that take one column each.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  static func of(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if first.value < 0x20 || first.value == 0x7F { return 0 }
    if first.value < 0x300 { return first.value == 0xAD ? 0 : 1 }
    let properties = first.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    // An emoji takes two columns, also one of several joined; so does a sign that a selector makes one.
    if properties.isEmojiPresentation || character.unicodeScalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
    return wide.contains { $0.contains(first.value) } ? 2 : 1
  }

  /// The wide blocks of East Asian scripts.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]

  /// The parts of a word that end in a hyphen, and the last one.
  private static func parts(_ word: Substring) -> [Substring] {
    var parts: [Substring] = []
    var rest = word
    while let hyphen = rest.firstIndex(of: "-") {
      parts.append(rest[...hyphen])
      rest = rest[rest.index(after: hyphen)...]
    }
    return rest.isEmpty ? parts : parts + [rest]
  }

  /// A text cut into lines of at most some columns, at blanks where there are any, else behind hyphens.
  static func wrap(_ text: String, _ limit: Int) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      var width = 0
      for word in paragraph.split(separator: " ", omittingEmptySubsequences: false) {
        let needed = of(word)
        if width > 0, width + 1 + needed > limit {
          lines.append(line)
          (line, width) = ("", 0)
        }
        if width > 0 {
          line += " "
          width += 1
        }
        if needed <= limit {
          line += word
          width += needed
          continue
        }
        for part in parts(word) {
          // A part that fits a line of its own goes there.
          if width > 0, width + of(part) > limit, of(part) <= limit {
            lines.append(line)
            (line, width) = ("", 0)
          }
          for character in part {
            let one = of(character)
            if width + one > limit {
              lines.append(line)
              (line, width) = ("", 0)
            }
            line.append(character)
            width += one
          }
        }
      }
      lines.append(line)
    }
    return lines
  }
}
