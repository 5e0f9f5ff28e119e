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
    var attributes = ""
    if !row.isNull(1) {
      matcher.find(in: row.bytes(1))
      // The attributes' own names are no words of the thing; so they are read again where something was found.
      if matcher.hasFound {
        attributes = AttributeText.values(row.bytes(1))
        attributes.withUTF8 { matcher.find(in: $0) }
        add(1, searched.parts.count)
      }
    }
    ranking.count(sums, words)
    guard best >= 0, sums.allSatisfy({ $0 > 0 }) else { return nil }
    let isAttribute = best == searched.parts.count
    func excerpt(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
      matcher.find(in: bytes, keepsPlaces: true)
      return Excerpt.around(matcher.places, in: bytes)
    }
    let text = isAttribute ? attributes.withUTF8(excerpt) : excerpt(row.bytes(best + 3))
    return Ranking.Hit(
      searched: number, id: row.integer(0), kind: row.text(2), column: isAttribute ? "merkmale" : searched.parts[best].name, text: text,
      sums: sums, words: words)
  }

  private func write(_ hits: [Ranking.Hit]) throws(Hinweis) {
    guard let noun = Kernel.noun("fundstelle") else { return }
    let resolver = Resolver(store: self)
    let columns = Schema.stored(noun).map { "\(Schema.name($0)) \(Schema.type($0))" }.joined(separator: ", ")
    try connection.makingTemporary { () throws(Hinweis) in
      // One transaction, which GRDB must see as such.
      try connection.reading { () throws(Hinweis) in
        try connection.execute("DROP TABLE IF EXISTS temp.\(noun.table); CREATE TEMP TABLE \(noun.table) (id INTEGER PRIMARY KEY, \(columns))")
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
