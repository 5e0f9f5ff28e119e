// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit

/// Puts what was found in order, as BM25F does: rare words count more, repetition less and less, and long things less than short ones.
struct Ranking {
  /// A thing that holds all terms, with the place that shows it best.
  struct Hit {
    /// The place of its kind among what is searched.
    var searched: Int
    var id: Int
    /// The word of its card.
    var kind: String
    var column: String
    var text: String
    /// For each term how much of it the thing holds, counted by column and fit.
    var sums: [Double]
    var words: Int
  }

  /// How many things hold each term.
  private(set) var counts: [Int]
  private(set) var hits: [Hit] = []
  private(set) var things = 0
  private var words = 0

  private static let saturation = 1.2
  private static let lengthMatters = 0.5

  init(terms: Int) { counts = Array(repeating: 0, count: terms) }

  /// Counts a thing, whether or not it holds all terms.
  mutating func count(_ sums: [Double], _ words: Int) {
    things += 1
    self.words += words
    for index in counts.indices where sums[index] > 0 { counts[index] += 1 }
  }

  mutating func add(_ hit: Hit) { hits.append(hit) }

  /// The hits, the best first; those that are equally good as they stand in the plan.
  func ranked() -> [Hit] {
    let weights = counts.map { log(1 + (Double(things - $0) + 0.5) / (Double($0) + 0.5)) }
    let usual = max(1, Double(words) / Double(max(1, things)))
    let scores = hits.map { hit in
      let long = 1 - Ranking.lengthMatters + Ranking.lengthMatters * Double(hit.words) / usual
      return zip(hit.sums, weights).reduce(0) { $0 + $1.1 * $1.0 * (Ranking.saturation + 1) / ($1.0 + Ranking.saturation * long) }
    }
    return hits.indices.sorted { scores[$0] == scores[$1] ? hits[$0].id < hits[$1].id : scores[$0] > scores[$1] }.map { hits[$0] }
  }
}
