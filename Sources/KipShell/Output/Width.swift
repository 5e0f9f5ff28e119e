// SPDX-License-Identifier: GPL-3.0-or-later

/// How many columns of a terminal a text takes.
public enum Width {
  public static func of(_ text: some StringProtocol) -> Int {
    // Almost every text is made of letters that take one column each.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  public static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.count == 1 { return of(first) }
    // An emoji takes two columns, also one of several joined, a flag of two letters, and a sign that a selector makes one.
    if first.properties.isEmojiPresentation { return 2 }
    if first.properties.isEmoji, scalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
    return scalars.reduce(0) { $0 + of($1) }
  }

  static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? 0 : 1 }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    // The vowels and ends of a Korean syllable stand in the place of its beginning.
    if (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value) { return 0 }
    return properties.isEmojiPresentation || wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// The wide characters that are no emoji: those of East Asian scripts.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB,
    0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]

  /// As much of a text as some columns hold, with `…` where something is left out.
  public static func cut(_ text: String, to limit: Int) -> String {
    guard of(text) > limit else { return text }
    var (cut, taken) = ("", 0)
    for character in text {
      taken += of(character)
      if taken > limit - 1 { break }
      cut.append(character)
    }
    while cut.last == " " { cut.removeLast() }
    return cut + "…"
  }

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
