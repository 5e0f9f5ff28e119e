// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the phrases of a search in texts, one text after the other.
struct SearchMatcher {
  /// For each term how often it stands in the last text, each place counted by how well it fits.
  private(set) var counts: [Double]
  /// How many words the last text has.
  private(set) var words = 0
  /// The places of what was found in the last text, where they were asked for.
  private(set) var places: [Place] = []

  typealias Place = (range: Range<Int>, fit: SearchWord.Fit)

  private let phrases: [(term: Int, words: [SearchWord], last: UInt64)]
  /// For each phrase the letters of its words.
  private let letters: [[Words.Letters]]
  /// For each phrase which of its beginnings end at the word before: bit `n` for its first `n + 1` words.
  private var open: [UInt64]
  private static let remembered = 64

  init(_ search: SearchText) {
    counts = search.terms.map { _ in 0 }
    phrases = search.terms.enumerated().flatMap { term, phrases in
      phrases.map { (term, $0.words, UInt64(1) << UInt64($0.words.count - 1)) }
    }
    letters = phrases.map { $0.words.map(\.letters) }
    open = phrases.map { _ in 0 }
  }

  /// True if the last text held something.
  var hasFound: Bool { counts.contains { $0 > 0 } }

  /// Reads a text.
  ///
  /// - Parameter keepsPlaces: true to be told where.
  mutating func find(in bytes: UnsafeBufferPointer<UInt8>, keepsPlaces: Bool = false) {
    for index in counts.indices { counts[index] = 0 }
    for index in open.indices { open[index] = 0 }
    words = 0
    places = []
    var text = Words(bytes)
    // Where the last words began, since a phrase begins with the first of its own.
    var starts = keepsPlaces ? Array(repeating: 0, count: SearchMatcher.remembered) : []
    while text.next() {
      if keepsPlaces { starts[words % SearchMatcher.remembered] = text.range.lowerBound }
      for index in open.indices {
        let before = open[index] << 1 | 1
        var (now, fit) = (UInt64(0), SearchWord.Fit.exact)
        for place in letters[index].indices where before >> UInt64(place) & 1 == 1 && text.letters.hold(letters[index][place]) {
          text.fold()
          guard let one = phrases[index].words[place].fit(text.folded) else { continue }
          now |= 1 << UInt64(place)
          fit = one
        }
        open[index] = now
        guard now & phrases[index].last != 0 else { continue }
        counts[phrases[index].term] += fit.weight
        guard keepsPlaces else { continue }
        let first = starts[(words - phrases[index].words.count + 1) % SearchMatcher.remembered]
        places.append((first..<text.range.upperBound, fit))
      }
      words += 1
    }
  }
}
