// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

extension PlanStore {
  /// Words of the plan that come near to one that is not found, nearest first.
  public func words(near text: String) throws(Hinweis) -> [String] {
    guard let wanted = Words.all(text).first, wanted.count >= 4 else { return [] }
    let word = String(decoding: wanted, as: UTF8.self)
    var known: [[UInt8]: String] = [:]
    for searched in SearchedColumns.all {
      try connection.each(searched.sql(try name(searched.noun.table))) { (row) throws(Hinweis) in
        for index in searched.parts.indices where !row.isNull(index + 3) {
          var words = Words(row.bytes(index + 3))
          // A misspelt word is about as long as the right one.
          while words.next() {
            words.fold()
            guard abs(words.folded.count - wanted.count) <= max(1, wanted.count / 3), known[words.folded] == nil else { continue }
            known[words.folded] = String(decoding: row.bytes(index + 3)[words.range], as: UTF8.self)
          }
        }
        return known.count < PlanStore.mostWords ? .more : .enough
      }
      try checkInterruption()
    }
    return Fold.nearest(word, among: known.values)
  }

  /// More words than a plan has; no list of them grows beyond.
  private static let mostWords = 200_000
}
