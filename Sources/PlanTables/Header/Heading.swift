// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// A heading as it is compared: letters and digits only, since real ones have hyphens, line breaks and footnote marks.
struct Heading: Hashable {
  let key: String
  /// The names in a heading of several, such as `offen / Klärungsbedarf`.
  private let alternatives: [String]
  /// What stands before and behind the place of a name, such as `Koordinator Ehrenamt ({inhaber})`.
  private let template: (before: String, after: String)?

  init(_ text: String) {
    alternatives = text.split(separator: "/").map { Heading.key(String($0)) }.filter { $0.count >= 8 }
    if let open = text.firstIndex(of: "{"), let close = text.firstIndex(of: "}"), open < close {
      template = (String(text[..<open]), String(text[text.index(after: close)...]))
      key = Heading.key(String(text[..<open]))
    } else {
      template = nil
      key = Heading.key(text)
    }
  }

  static func key(_ text: String) -> String {
    // What is longer is no heading, and would take long to fold.
    var text = text.prefix(1000)
    // A footnote mark such as "Fläche 1)" is no part of the name.
    if text.last == ")", !text.contains("("), text.dropLast().last?.isNumber == true {
      text.removeLast()
      while text.last?.isNumber == true { text.removeLast() }
    }
    let folded = Fold.key(String(text))
    // Almost all headings fold to plain letters.
    guard folded.utf8.allSatisfy({ $0 < 0x80 }) else { return folded.filter { $0.isLetter || $0.isNumber } }
    return String(decoding: folded.utf8.filter { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }, as: UTF8.self)
  }

  /// How well a cell's text is this heading: 2 exactly, 1 nearly, 0 not.
  func match(_ text: String) -> Int {
    let other = Heading.key(text)
    guard !key.isEmpty, !other.isEmpty else { return 0 }
    if other == key { return 2 }
    if template != nil { return other.hasPrefix(key) ? 2 : 0 }
    // A cell may be cut, or a letter misread.
    if other.count >= 8, key.hasPrefix(other) { return 1 }
    // "Zust." is Zuständigkeit.
    if text.hasSuffix("."), other.count >= 4, key.hasPrefix(other) { return 1 }
    guard key.count >= 8 else { return 0 }
    return Heading.isNear(other, key) || alternatives.contains(other) ? 1 : 0
  }

  /// At most one letter in eight differs.
  private static func isNear(_ a: String, _ b: String) -> Bool {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    let common = zip(a, b).prefix { $0 == $1 }.count
    let tail = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    return max(a.count, b.count) - min(common + tail, min(a.count, b.count)) <= max(1, b.count / 8)
  }

  /// The name that stands in the template's place; nil if the heading has none.
  func name(in text: String) -> String? {
    guard let template, let open = text.firstIndex(of: "("), template.before.contains("(") else { return nil }
    let rest = text[text.index(after: open)...]
    let end = rest.lastIndex(of: ")") ?? rest.endIndex
    let name = rest[..<end].trimmed
    return name.isEmpty ? nil : name
  }

  static func == (a: Heading, b: Heading) -> Bool { a.key == b.key }
  func hash(into hasher: inout Hasher) { hasher.combine(key) }
}
