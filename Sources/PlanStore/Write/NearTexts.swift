// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Entries among which one of nearly the same wording is looked for.
struct NearTexts {
  struct Entry {
    var known: CatalogueWriter.Known
    var text: String
    var field: Int?
    var number: String
    var parts: Set<UInt32>
  }

  private var entries: [Int: Entry] = [:]
  private var byText: [String: [Int]] = [:]
  private var byWord: [Substring: [Int]] = [:]

  /// How much of two texts must be alike to be taken for one that was reworded.
  private static let enough = 0.7

  mutating func add(_ known: CatalogueWriter.Known, text: String, field: Int?, number: String) {
    guard !text.isEmpty else { return }
    let key = Fold.key(text)
    entries[known.id] = Entry(known: known, text: text, field: field, number: number, parts: NearTexts.parts(key))
    byText[key, default: []].append(known.id)
    for word in Set(NearTexts.words(key)) { byWord[word, default: []].append(known.id) }
  }

  /// The entry that comes nearest, which is then taken; nil if none comes near or two come equally near.
  mutating func take(_ text: String, field: Int?, isExact: Bool) -> Entry? {
    let key = Fold.key(text)
    func fits(_ id: Int) -> Bool { entries[id].map { $0.field == nil || field == nil || $0.field == field } ?? false }
    if isExact { return (byText[key] ?? []).first(where: fits).flatMap { entries.removeValue(forKey: $0) } }
    let parts = NearTexts.parts(key)
    // Only what shares a rare word can come near; a word that many share says little.
    let candidates = Set(NearTexts.words(key).flatMap { byWord[$0].map { $0.count <= 200 ? $0 : [] } ?? [] }).filter(fits)
    let ranked = candidates.compactMap { id in entries[id].map { (id, NearTexts.likeness(parts, $0.parts)) } }
      .filter { $0.1 >= NearTexts.enough }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    guard let best = ranked.first, ranked.count == 1 || ranked[1].1 < best.1 else { return nil }
    return entries.removeValue(forKey: best.0)
  }

  /// True if two texts may be one that was reworded.
  static func areNear(_ a: String, _ b: String) -> Bool { likeness(parts(Fold.key(a)), parts(Fold.key(b))) >= enough }

  /// True if two texts have so little in common that they hardly speak of the same.
  static func areFar(_ a: String, _ b: String) -> Bool { likeness(parts(Fold.key(a)), parts(Fold.key(b))) < 0.25 }

  private static func words(_ key: String) -> [Substring] { key.split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 3 } }

  /// Every three letters of a text.
  private static func parts(_ key: String) -> Set<UInt32> {
    let bytes = Array(key.utf8)
    guard bytes.count > 2 else { return [] }
    var parts: Set<UInt32> = []
    for place in 2..<bytes.count {
      let (a, b, c) = (UInt32(bytes[place - 2]), UInt32(bytes[place - 1]), UInt32(bytes[place]))
      parts.insert(a << 16 | b << 8 | c)
    }
    return parts
  }

  /// Dice's measure: twice what both have, of all that they have.
  private static func likeness(_ a: Set<UInt32>, _ b: Set<UInt32>) -> Double {
    a.isEmpty || b.isEmpty ? 0 : Double(2 * a.intersection(b).count) / Double(a.count + b.count)
  }
}
