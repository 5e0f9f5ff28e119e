// SPDX-License-Identifier: Apache-2.0

/// Counts the points of lists and the headings, as the program does that shows them.
struct Numbers {
  private var counts: [String: [Int: Int]] = [:]

  /// Lets a list begin anew.
  mutating func restart(_ list: String) { counts[list] = nil }

  /// Counts on and gives the number of a point; empty for one with a bullet.
  ///
  /// - Parameters:
  ///   - rank: how deep it stands, from 1 on.
  ///   - start: the number that it says itself.
  mutating func next(_ list: String, _ rank: Int, start: Int?, _ styles: Styles) -> String {
    guard let level = styles.level(rank, of: list) else { return "" }
    var counts = counts[list] ?? [:]
    counts[rank] = start ?? (counts[rank] ?? level.start - 1) + 1
    for deeper in counts.keys where deeper > rank { counts[deeper] = nil }
    self.counts[list] = counts
    guard !level.format.isEmpty else { return "" }
    let shown = (max(1, rank - level.shown + 1)...rank).compactMap { above -> String? in
      guard let other = styles.level(above, of: list), !other.format.isEmpty else { return nil }
      return Numbers.text(counts[above] ?? other.start, other.format)
    }
    return level.prefix + shown.joined(separator: ".") + level.suffix
  }

  private static func text(_ number: Int, _ format: String) -> String {
    switch format {
    case "a", "A":
      guard number > 0 else { return String(number) }
      let first: UInt8 = format == "a" ? 0x61 : 0x41
      return String(repeating: Character(Unicode.Scalar(first + UInt8((number - 1) % 26))), count: min((number - 1) / 26 + 1, 20))
    case "i", "I":
      guard (1..<4000).contains(number) else { return String(number) }
      return format == "I" ? roman(number) : roman(number).lowercased()
    default: return String(number)
    }
  }

  private static func roman(_ number: Int) -> String {
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"),
      (4, "IV"), (1, "I"),
    ]
    var (rest, text) = (number, "")
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }
}
