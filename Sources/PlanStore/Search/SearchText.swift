// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// What is searched: all of its terms, or for each one of the words that `oder` joins; a text in quotation marks is a phrase.
public struct SearchText: Sendable {
  /// Words that must stand one behind the other; most often one.
  struct Phrase: Hashable, Sendable {
    var words: [SearchWord]
    /// As it was typed.
    var text: String
  }

  /// The phrases of a term, of which one must be found.
  let terms: [[Phrase]]
  /// As it was typed.
  public let text: String

  /// - Throws: where there is nothing to search.
  public init(_ text: String) throws(Hinweis) {
    self.text = text
    var terms: [[Phrase]] = []
    var joins = false
    for part in SearchText.parts(text) {
      // A trailing `*` is what every word means anyway, and `und` is what stands between all.
      if !part.isQuoted, Fold.key(part.text) == "oder" {
        joins = !terms.isEmpty
        continue
      }
      if !part.isQuoted, Fold.key(part.text) == "und" { continue }
      let words = Words.all(part.text).map(SearchWord.init)
      // A phrase stands in one word of bits.
      guard !words.isEmpty, words.count <= 60 else { continue }
      let phrase = Phrase(words: words, text: part.text)
      if joins { terms[terms.count - 1].append(phrase) } else { terms.append([phrase]) }
      joins = false
    }
    guard !terms.isEmpty else {
      throw Hinweis("suche braucht ein Wort, das zu finden ist").help("etwa: suche \"Sprachkurs Eltern\"")
    }
    self.terms = terms
  }

  private static func parts(_ text: String) -> [(text: String, isQuoted: Bool)] {
    var parts: [(text: String, isQuoted: Bool)] = []
    var (word, isQuoted) = ("", false)
    func end() { if !word.isEmpty { parts.append((word, isQuoted)) } }
    for character in text {
      if "\"„“”»«".contains(character) {
        end()
        (word, isQuoted) = ("", !isQuoted)
      } else if character.isWhitespace && !isQuoted {
        end()
        word = ""
      } else {
        word.append(character)
      }
    }
    end()
    return parts
  }
}
