// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// Reads the words that name a moment: `stand D` or `zum D`, `bekannt D`, `gültig am D`.
public enum MomentReader {
  /// The words that name a moment where a date follows; elsewhere they are columns or values.
  public static let words = ["stand", "zum", "bekannt", "gültig am"]

  /// What a word at the front of some tokens says, and how many tokens that is; nil unless a date follows.
  private struct Found {
    var word: String
    var date: Datum
    var count: Int
  }

  private static func front(_ tokens: ArraySlice<Token>) -> Found? {
    guard let first = tokens.first, first.kind == .word else { return nil }
    var (word, rest, taken) = (Fold.key(first.text), tokens.dropFirst(), 1)
    if word == "zum" { word = "stand" }
    if word == "gueltig" {
      guard let next = rest.first, next.kind == .word, Fold.key(next.text) == "am" else { return nil }
      rest.removeFirst()
      taken = 2
    }
    guard ["stand", "bekannt", "gueltig"].contains(word), let (date, count) = date(rest) else { return nil }
    return Found(word: word, date: date, count: taken + count)
  }

  /// The date at the front of some tokens, and how many they are: `heute - 90 tage` is four.
  public static func date(_ tokens: ArraySlice<Token>) -> (Datum, count: Int)? {
    let words = tokens.prefix(4).prefix { $0.kind != .sign }
    for count in stride(from: words.count, to: 0, by: -1) {
      if let date = Datum(words: words.prefix(count).map(\.text).joined(separator: " ")) { return (date, count) }
    }
    return nil
  }

  /// True if some tokens begin with a moment.
  static func stands(at tokens: ArraySlice<Token>) -> Bool { front(tokens) != nil }

  /// Takes moments from the front of some tokens.
  public static func take(from tokens: inout ArraySlice<Token>, into moment: inout Moment) throws(Hinweis) {
    while let found = front(tokens) {
      let field: WritableKeyPath<Moment, Int?> =
        switch found.word {
        case "stand": \.day
        case "bekannt": \.known
        default: \.valid
        }
      guard moment[keyPath: field] == nil else {
        throw Hinweis("\"\(tokens.first?.text ?? found.word)\" steht hier zum zweiten Mal").marked(tokens.first?.span)
          .help("eine Frage hat nur einen Zeitpunkt; zwei vergleicht: unterschied von A bis B")
      }
      moment[keyPath: field] = found.date.lastDay
      tokens.removeFirst(found.count)
    }
  }

  /// Takes all moments out of the words of a command, wherever they stand.
  ///
  /// - Parameter own: words that the command itself takes a value behind.
  public static func extract(from tokens: ArraySlice<Token>, own: Set<String> = []) throws(Hinweis) -> (Moment, ArraySlice<Token>) {
    var (moment, rest, kept) = (Moment(), tokens, [Token]())
    while let first = rest.first {
      if !own.contains(Fold.key(first.text)) { try take(from: &rest, into: &moment) }
      if let token = rest.popFirst() { kept.append(token) }
    }
    return (moment, kept[...])
  }
}
