// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the phrases of a search in texts.
struct SearchMatcher {
  /// What one text holds of a search.
  struct Found {
    /// For each term how often it stands there, each place counted by how well it fits.
    var counts: [Double]
    /// How many words the text has.
    var words = 0
    /// The places of what was found, where they were asked for.
    var places: [(range: Range<Int>, fit: SearchWord.Fit)] = []

    var isEmpty: Bool { counts.allSatisfy { $0 == 0 } }
  }

  private let phrases: [(term: Int, words: [SearchWord], last: UInt64)]
  private let terms: Int
  /// For each phrase which of its beginnings end at the word before: bit `n` for its first `n + 1` words.
  private var open: [UInt64]
  private static let remembered = 64

  init(_ search: SearchText) {
    terms = search.terms.count
    phrases = search.terms.enumerated().flatMap { term, phrases in
      phrases.map { (term, $0.words, UInt64(1) << UInt64($0.words.count - 1)) }
    }
    open = phrases.map { _ in 0 }
  }

  /// What a text holds.
  ///
  /// - Parameter keepsPlaces: true to be told where.
  mutating func find(in bytes: UnsafeBufferPointer<UInt8>, keepsPlaces: Bool = false) -> Found {
    var found = Found(counts: Array(repeating: 0, count: terms))
    for index in open.indices { open[index] = 0 }
    var text = Words(bytes)
    // Where the last words began, since a phrase begins with the first of its own.
    var starts = keepsPlaces ? Array(repeating: 0, count: SearchMatcher.remembered) : []
    while text.next() {
      if keepsPlaces { starts[found.words % SearchMatcher.remembered] = text.range.lowerBound }
      for index in phrases.indices {
        let before = open[index] << 1 | 1
        var (now, fit) = (UInt64(0), SearchWord.Fit.exact)
        for place in phrases[index].words.indices where before >> UInt64(place) & 1 == 1 {
          guard let one = phrases[index].words[place].fit(text.folded) else { continue }
          now |= 1 << UInt64(place)
          fit = one
        }
        open[index] = now
        guard now & phrases[index].last != 0 else { continue }
        found.counts[phrases[index].term] += fit.weight
        guard keepsPlaces else { continue }
        let first = starts[(found.words - phrases[index].words.count + 1) % SearchMatcher.remembered]
        found.places.append((first..<text.range.upperBound, fit))
      }
      found.words += 1
    }
    return found
  }
}
