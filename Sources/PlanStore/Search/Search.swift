// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

extension PlanStore {
  /// What a search came to.
  public struct SearchResult: Sendable {
    /// How many things hold all terms.
    public var count: Int
    /// How many things were read.
    public var things: Int
    /// For each term, as it was typed, how many things hold it.
    public var terms: [(text: String, count: Int)]
  }

  /// Searches the plan as it is at the moment of the question; afterwards the noun `fundstellen` has a line for every thing that holds all terms.
  ///
  /// All texts are read anew each time: nothing is kept that could be out of date, and a state of the past is searched like that of now.
  public func search(_ search: SearchText) throws(Hinweis) -> SearchResult {
    var ranking = Ranking(terms: search.terms.count)
    var matcher = SearchMatcher(search)
    for (index, searched) in SearchedColumns.all.enumerated() {
      try connection.each(searched.sql(try name(searched.noun.table))) { (row) throws(Hinweis) in
        if let hit = PlanStore.hit(in: row, searched, index, &matcher, &ranking) { ranking.add(hit) }
        if ranking.things % 1000 == 0 { try checkInterruption() }
        return .more
      }
    }
    try write(ranking.ranked())
    let texts = search.terms.map { $0.map(\.text).joined(separator: " oder ") }
    return SearchResult(count: ranking.hits.count, things: ranking.things, terms: zip(texts, ranking.counts).map { ($0, $1) })
  }

  /// What a row holds of the search; nil if it does not hold all.
  private static func hit(
    in row: Statement, _ searched: SearchedColumns, _ number: Int, _ matcher: inout SearchMatcher, _ ranking: inout Ranking
  ) -> Ranking.Hit? {
    var sums = Array(repeating: 0.0, count: ranking.counts.count)
    var (words, best, bestSum) = (0, -1, 0.0)
    func add(_ weight: Double, _ index: Int) {
      words += matcher.words
      guard matcher.hasFound else { return }
      var sum = 0.0
      for term in sums.indices {
        sums[term] += weight * matcher.counts[term]
        sum += weight * min(1, matcher.counts[term])
      }
      if sum > bestSum { (best, bestSum) = (index, sum) }
    }
    for index in searched.parts.indices where !row.isNull(index + 3) {
      matcher.find(in: row.bytes(index + 3))
      add(searched.parts[index].weight, index)
    }
    var attributes: [(name: String, text: String)] = []
    if !row.isNull(1) {
      matcher.find(in: row.bytes(1))
      // The attributes' own names are no words of the thing; so they are read one by one where something was found.
      if matcher.hasFound { attributes = AttributeText.values(row.bytes(1)) }
    }
    for index in attributes.indices {
      attributes[index].text.withUTF8 { matcher.find(in: $0) }
      add(1, searched.parts.count + index)
    }
    ranking.count(sums, words)
    guard best >= 0, sums.allSatisfy({ $0 > 0 }) else { return nil }
    func excerpt(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
      matcher.find(in: bytes, keepsPlaces: true)
      return Excerpt.around(matcher.places, in: bytes)
    }
    var hit = Ranking.Hit(searched: number, id: row.integer(0), kind: row.text(2), column: "", text: "", sums: sums, words: words)
    if best < searched.parts.count {
      (hit.column, hit.text) = (searched.parts[best].name, excerpt(row.bytes(best + 3)))
    } else {
      var attribute = attributes[best - searched.parts.count]
      (hit.column, hit.text) = (attribute.name, attribute.text.withUTF8(excerpt))
    }
    return hit
  }

  private func write(_ hits: [Ranking.Hit]) throws(Hinweis) {
    guard let noun = Kernel.noun("fundstelle") else { return }
    let resolver = Resolver(store: self)
    try connection.makingTemporary { () throws(Hinweis) in
      try connection.reading { () throws(Hinweis) in
        try makeEmpty(noun)
        var inserts: [Int: String] = [:]
        for (index, hit) in hits.enumerated() {
          if inserts[hit.searched] == nil {
            let named = SearchedColumns.all[hit.searched].noun
            inserts[hit.searched] = "INSERT INTO temp.\(noun.table) SELECT ?2, ?2, ?3, \(try resolver.label(named, of: "?1")), ?4, ?5"
          }
          try connection.run(
            inserts[hit.searched] ?? "",
            [.integer(hit.id), .integer(index + 1), .text(hit.kind), .text(hit.column), .text(hit.text)])
        }
      }
    }
  }
}
