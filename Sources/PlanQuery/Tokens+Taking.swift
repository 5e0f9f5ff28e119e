// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

extension ArraySlice<Token> {
  /// Takes a word from the front; false if something else stands there. The word is given as it folds.
  mutating func takeWord(_ word: String) -> Bool {
    guard let first, first.kind == .word, Fold.key(first.text) == word else { return false }
    removeFirst()
    return true
  }

  /// Takes a sign from the front; false if something else stands there.
  mutating func takeSign(_ sign: String) -> Bool {
    guard let first, first.kind == .sign, first.text == sign else { return false }
    removeFirst()
    return true
  }

  /// Takes a word that names something from the front; nil if something else stands there.
  mutating func takeName() -> Name? {
    guard let first, first.kind == .word else { return nil }
    removeFirst()
    return Name(first.text, span: first.span)
  }

  /// Where the input ends, for errors about something missing.
  var end: Span {
    let last = last?.span ?? Span()
    return Span(start: last.start + last.length, length: 1)
  }

  /// The error for what stands at the front.
  ///
  /// - Parameter end: where the input ends.
  func unexpected(_ expected: String, end: Span) -> Hinweis {
    guard let first else { return Hinweis("hier fehlt etwas; erwartet war \(expected)").marked(end) }
    return Hinweis("unerwartet: \"\(first.text)\"; erwartet war \(expected)").marked(first.span)
  }
}

extension Token {
  /// The error where a value should stand.
  var isNoValue: Hinweis {
    Hinweis("\"\(text)\" ist hier ein Wort der Sprache").marked(span).help("als Wert steht es in Anführungszeichen: \"\(text)\"")
  }
}

extension Operand {
  /// Words that are one value, such as `FB 51`.
  public init(words: some BidirectionalCollection<Token>) {
    let (first, last) = (words.first?.span ?? Span(), words.last?.span ?? Span())
    self.init(
      words.map(\.text).joined(separator: " "), span: Span(start: first.start, length: last.start + last.length - first.start))
  }
}
