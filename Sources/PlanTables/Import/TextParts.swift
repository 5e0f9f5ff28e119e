// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Several measures in one cell: the lines of the cell, the points of a list, or what stands between the layout's separators.
enum TextParts {
  /// The parts of a cell, at least one.
  static func parts(_ bytes: UnsafeBufferPointer<UInt8>, _ separator: String) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    guard separator != "\n" else { return lines(text) }
    let parts = text.split { separator.contains($0) }.map { CleanText.string(String($0)) }.filter { !$0.isEmpty }
    return parts.isEmpty ? [CleanText.string(text)] : parts
  }

  /// Where any line begins a point of a list, only those that do begin a part; the others go on.
  private static func lines(_ text: String) -> [String] {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.trimmed.isEmpty }
    let hasPoints = lines.count { point($0) != nil } > 1
    var parts: [String] = []
    for line in lines {
      let start = point(line)
      if hasPoints, start == nil, let last = parts.indices.last {
        parts[last] += "\n" + line
      } else {
        parts.append(start ?? line)
      }
    }
    let clean = parts.map(CleanText.string).filter { !$0.isEmpty }
    return clean.isEmpty ? [CleanText.string(text)] : clean
  }

  /// A line without the sign that makes it a point of a list; nil if it has none.
  private static func point(_ line: String) -> String? {
    let text = line.trimmed
    guard let first = text.first else { return nil }
    if "-–•·*▪◦".contains(first), text.dropFirst().first?.isWhitespace ?? false { return text.dropFirst().trimmed }
    let count = text.prefix { $0.isNumber }
    let mark = count.isEmpty ? text.prefix(1).prefix { $0.isLetter } : count[...]
    guard !mark.isEmpty, mark.count < 3, let next = text.dropFirst(mark.count).first, next == ")" || next == "." && !count.isEmpty else {
      return nil
    }
    let rest = text.dropFirst(mark.count + 1)
    return rest.first?.isWhitespace ?? false ? rest.trimmed : nil
  }

  /// The number of a part: `3.1 a`, `3.1 b`; that of a cell with one part stays what it is.
  static func number(_ number: String, _ part: Int, of count: Int) -> String {
    guard count > 1, !number.isEmpty else { return number }
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let head = part >= letters.count ? String(letters[min(part / letters.count, letters.count) - 1]) : ""
    return "\(number) \(head)\(letters[part % letters.count])"
  }
}
