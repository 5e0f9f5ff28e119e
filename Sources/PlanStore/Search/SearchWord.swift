// SPDX-License-Identifier: GPL-3.0-or-later

/// A word that is searched, and how well a word of the plan fits it.
struct SearchWord: Hashable, Sendable {
  /// How a word fits; the better stands last.
  enum Fit: Int, Comparable {
    case inside, beginning, inflected, exact

    static func < (a: Fit, b: Fit) -> Bool { a.rawValue < b.rawValue }
    var weight: Double { [0.3, 0.45, 0.7, 1][rawValue] }
  }

  /// The word as it folds.
  let folded: [UInt8]
  private let stem: [UInt8]
  /// What a longer word must hold; empty where the word is too short to be told from chance.
  private let part: [UInt8]
  private let isNumber: Bool

  /// The letters that every word has that fits.
  var letters: Words.Letters { Words.Letters(isNumber ? folded : stem) }

  private static let leastPart = 4

  init(_ folded: [UInt8]) {
    self.folded = folded
    stem = Stem.of(folded)
    isNumber = folded.allSatisfy { (0x30...0x39).contains($0) }
    let part = Stem.ending(folded)
    self.part = isNumber ? [] : part.count >= SearchWord.leastPart ? part : folded
  }

  /// How a folded word fits; nil if it does not.
  func fit(_ word: [UInt8]) -> Fit? {
    if word.count == folded.count, word == folded { return .exact }
    guard !isNumber, word.count >= min(stem.count, part.count) else { return nil }
    if word[0] == folded[0] {
      // An ending has at most five letters, and an umlaut adds one.
      if abs(word.count - folded.count) <= 6, word.starts(with: stem.prefix(2)), Stem.of(word) == stem { return .inflected }
      if word.starts(with: part) { return .beginning }
    }
    return part.count >= SearchWord.leastPart && holdsPart(word) ? .inside : nil
  }

  private func holdsPart(_ word: [UInt8]) -> Bool {
    guard word.count > part.count else { return false }
    let first = part[0]
    for start in 1...(word.count - part.count) where word[start] == first {
      var length = 1
      while length < part.count, word[start + length] == part[length] { length += 1 }
      if length == part.count { return true }
    }
    return false
  }
}
