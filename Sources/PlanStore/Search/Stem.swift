// SPDX-License-Identifier: GPL-3.0-or-later

/// What words of one meaning share: `massnahme`, `massnahmen`; `raum`, `raeume`.
///
/// A few rules over folded words, for plurals and cases only; each needs a rest of three letters, and they are tried in this order:
/// `innen` becomes `in`; then one of `ern`, `em`, `en`, `er`, `es`, `e` goes; then `n` behind `r` or `l`; then `s`; last, `ae`, `oe` and `ue` become
/// plain vowels, since a plural may change them. Whatever they join wrongly ranks below the word itself.
enum Stem {
  private static let endings = ["ern", "em", "en", "er", "es", "e"].map { Array($0.utf8) }
  private static let women = Array("innen".utf8)
  private static let least = 3

  /// The stem of a folded word.
  static func of(_ word: [UInt8]) -> [UInt8] {
    var stem = ending(word)
    var index = 0
    while index + 1 < stem.count {
      if stem[index + 1] == 0x65, [0x61, 0x6F, 0x75].contains(stem[index]) { stem.remove(at: index + 1) }
      index += 1
    }
    return stem
  }

  /// The folded word without its ending, its vowels as they are: what stands in a compound as well.
  static func ending(_ word: [UInt8]) -> [UInt8] {
    var rest = word[...]
    if rest.ends(women), rest.count > women.count { rest.removeLast(3) }
    if let ending = endings.first(where: { rest.ends($0) && rest.count >= $0.count + least }) { rest.removeLast(ending.count) }
    if rest.count > least, rest.last == 0x6E, let before = rest.dropLast().last, before == 0x72 || before == 0x6C { rest.removeLast() }
    if rest.count > least, rest.last == 0x73 { rest.removeLast() }
    return Array(rest)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(_ ending: [UInt8]) -> Bool { count >= ending.count && suffix(ending.count).elementsEqual(ending) }
}
