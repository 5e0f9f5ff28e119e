// SPDX-License-Identifier: Apache-2.0

/// Names for sheets that every program takes: at most 31 characters, none of `[]:*?/\`, no two alike.
public struct SheetNames: Sendable {
  private var taken: Set<String> = []

  public init() {}

  /// A name that is free, made of the one that is wanted.
  public mutating func name(_ wanted: String) -> String {
    let marks: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\"]
    let clean = String(wanted.map { marks.contains($0) ? "-" : $0.isNewline || $0.unicodeScalars.contains { $0.value < 0x20 } ? " " : $0 })
    let base = SheetNames.trimmed(SheetNames.cut(clean, to: 31))
    var name = base.isEmpty ? "Tabelle" : base
    var number = 1
    // Excel keeps this name for itself.
    while taken.contains(name.lowercased()) || name.lowercased() == "history" {
      number += 1
      name = SheetNames.trimmed(SheetNames.cut(base.isEmpty ? "Tabelle" : base, to: 28 - String(number).count)) + " (\(number))"
    }
    taken.insert(name.lowercased())
    return name
  }

  /// The beginning of a text; Excel counts the units of UTF-16.
  private static func cut(_ text: String, to count: Int) -> String {
    var text = text
    while text.utf16.count > count { text.removeLast() }
    return text
  }

  /// A name must not begin or end with an apostrophe, and should not with a blank.
  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while let first = text.first, first == "'" || first.isWhitespace { text.removeFirst() }
    while let last = text.last, last == "'" || last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
