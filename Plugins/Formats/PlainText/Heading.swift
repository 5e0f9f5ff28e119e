// SPDX-License-Identifier: Apache-2.0

/// A line that is a heading by its number (`2.1 Anlass`) or by signs before it (`## Anlass`).
struct Heading {
  var level: Int
  var text: String

  /// - Parameter isAlone: blank lines stand before and behind it.
  init?(_ line: String, isAlone: Bool) {
    let marks = line.prefix { $0 == "#" }.count
    if (1...6).contains(marks), line.dropFirst(marks).first == " " {
      (level, text) = (marks, line.dropFirst(marks).trimmed)
      return
    }
    guard isAlone, line.count <= 120, let last = line.last, !".;,".contains(last) else { return nil }
    let number = line.prefix { $0.isNumber || $0 == "." }
    let rest = line.dropFirst(number.count)
    guard let first = rest.first, first == " " || first == "\t", number.first?.isNumber ?? false else { return nil }
    let parts = number.split(separator: ".")
    // A number with one point is a heading too, unless it is one of a list: a heading stands alone and begins with a capital.
    guard parts.allSatisfy({ $0.count <= 2 }), number.contains("."), rest.trimmed.first?.isUppercase ?? false else { return nil }
    // What looks like a day is none: 21.02. Sitzung.
    guard !(parts.count == 2 && number.hasSuffix(".") && parts.allSatisfy { $0.count == 2 }) else { return nil }
    guard !Point.isDay(rest) else { return nil }
    (level, text) = (parts.count, "\(number) \(rest.trimmed)")
  }
}

/// A line that is a point of a list: `- …`, `• …`, `1) …`, `a) …`.
struct Point {
  var text: String

  init?(_ line: String) {
    if let first = line.first, "-–—•*·▪◦➤►✓➢‣o".contains(first) || first == "\u{F0B7}",
      line.dropFirst().first.map({ $0 == " " || $0 == "\t" }) ?? false
    {
      let rest = line.dropFirst().trimmed
      guard !rest.isEmpty else { return nil }
      text = rest
      return
    }
    // The number of a point is a part of its text: what stands elsewhere may name it.
    let mark = line.prefix { $0.isNumber || $0.isLetter }
    let rest = line.dropFirst(mark.count)
    guard let sign = rest.first, sign == ")" || sign == ".", rest.dropFirst().first.map({ $0 == " " || $0 == "\t" }) ?? false else {
      return nil
    }
    let isNumber = (1...2).contains(mark.count) && mark.allSatisfy(\.isNumber)
    let isLetter = sign == ")" && mark.count == 1
    guard isNumber || isLetter, !Point.isDay(rest.dropFirst()) else { return nil }
    text = "\(mark)\(sign) \(rest.dropFirst().trimmed)"
  }

  /// True behind the number of a day: `4. März 2024`.
  static func isDay(_ rest: Substring) -> Bool {
    let months = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"]
    return rest.split(separator: " ").first.map { word in months.contains { word.hasPrefix($0) } } ?? false
  }
}
