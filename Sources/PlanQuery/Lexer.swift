// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// A word, a text in quotation marks or a sign, with its place in the input.
public struct Token: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case word, text, sign }

  public var kind: Kind
  /// What it says: a text without its quotation marks.
  public var text: String
  public var span: Span
  /// What it says as the name of a file, where a value put into it must not lead to another folder.
  public var file: String?

  public init(kind: Kind, text: String, span: Span) {
    self.kind = kind
    self.text = text
    self.span = span
  }
}

/// Splits a line of the shell's language into tokens.
///
/// A comma or point inside a number or word belongs to it (`30,2`, `ziel.name`); a comma before a blank separates. Quotation marks are `"…"`, `„…“`,
/// `»…«` and `'…'`, since scripts come from Word and mail; two in a row inside a text stand for one. What follows `#` after a blank is a comment.
public struct Lexer {
  private let input: [Character]
  /// The same as ASCII codes, which are quick to compare; 0x80 stands for all other characters.
  private let codes: [UInt8]
  private var position = 0

  private init(_ text: String) {
    input = Array(text)
    codes = input.map { $0.utf8.count == 1 ? $0.utf8.first ?? 0x80 : 0x80 }
  }

  /// The tokens of a text; the error is a text that nothing closes.
  public static func tokens(_ text: String) throws(Hinweis) -> [Token] {
    var lexer = Lexer(text)
    var tokens: [Token] = []
    while let token = try lexer.next() { tokens.append(token) }
    return tokens
  }

  /// The tokens of a text, and what is still open at its end: a quotation mark, a bracket, a `|`, or nothing (nil).
  public static func scan(_ text: String) -> (tokens: [Token], open: String?) {
    var lexer = Lexer(text)
    var tokens: [Token] = []
    do throws(Hinweis) {
      while let token = try lexer.next() { tokens.append(token) }
    } catch {
      return (tokens, lexer.position > 0 ? "\"" : nil)
    }
    return (tokens, open(behind: tokens))
  }

  /// What is still open at the end of a text.
  public static func open(in text: String) -> String? { scan(text).open }

  private static func open(behind tokens: [Token]) -> String? {
    let brackets = tokens.reduce(0) { $1.kind != .sign ? $0 : $1.text == "(" ? $0 + 1 : $1.text == ")" ? $0 - 1 : $0 }
    if brackets > 0 { return "(" }
    guard let last = tokens.last, last.kind != .text else { return nil }
    if last.kind == .sign { return ["|", ",", ":", "=", "+=", "-="].contains(last.text) ? last.text : nil }
    return ["und", "oder", "wo"].contains(Fold.key(last.text)) ? Fold.key(last.text) : nil
  }

  private static let closing: [Character: Set<Character>] = [
    "\"": ["\""], "„": ["“", "”", "\""], "»": ["«"], "'": ["'"], "“": ["”"], "‚": ["‘", "'"],
  ]
  private static let signs = Array("();|:=<>!".utf8)
  /// The ASCII that ends a word, whatever follows.
  private static let ends = Array("();|=<>!\"".utf8)

  private mutating func next() throws(Hinweis) -> Token? {
    while position < input.count, isBlank(at: position) { position += 1 }
    guard position < input.count else { return nil }
    let start = position
    let first = input[position]
    if codes[start] == UInt8(ascii: "#") && (start == 0 || isBlank(at: start - 1)) {
      while position < input.count, !input[position].isNewline { position += 1 }
      return try next()
    }
    if codes[start] >= 0x80 || first == "\"" || first == "'", let ends = Lexer.closing[first] { return try text(from: start, until: ends) }
    if first == "," { return take(1, .sign) }
    if isStep(at: position) {
      defer { position += 2 }
      return Token(kind: .sign, text: first == "+" ? "+=" : "-=", span: Span(start: position, length: 2))
    }
    if Lexer.signs.contains(codes[start]) {
      let isDouble = ["<", ">", "!"].contains(first) && position + 1 < input.count && input[position + 1] == "="
      return take(isDouble ? 2 : 1, .sign)
    }
    while position < input.count, isWord(at: position) { position += 1 }
    if position == start { return take(1, .sign) }
    let word = String(input[start..<position].map { $0 == "–" ? "-" : $0 })
    return Token(kind: .word, text: word, span: Span(start: start, length: position - start))
  }

  /// A blank; or an accent with nothing to stand on, since behind a blank it would belong to that.
  private func isBlank(at index: Int) -> Bool {
    if codes[index] < 0x80 { return codes[index] == 0x20 || (0x09...0x0D).contains(codes[index]) }
    let character = input[index]
    return character.isWhitespace || (" " + String(character)).count == 1
  }

  private func isWord(at index: Int) -> Bool {
    let code = codes[index]
    // A comma or colon belongs to a word that goes on behind it.
    if code == UInt8(ascii: ",") || code == UInt8(ascii: ":") {
      guard index + 1 < input.count, codes[index + 1] != UInt8(ascii: ","), codes[index + 1] != UInt8(ascii: ":") else { return false }
      return isWord(at: index + 1)
    }
    if isStep(at: index) { return false }
    if code < 0x80 { return !isBlank(at: index) && !Lexer.ends.contains(code) }
    return !input[index].isWhitespace && input[index] != "„" && input[index] != "»"
  }

  /// `+=` or `-=`, with or without blanks around it.
  private func isStep(at index: Int) -> Bool {
    guard index + 1 < input.count, codes[index + 1] == UInt8(ascii: "=") else { return false }
    return codes[index] == UInt8(ascii: "+") || codes[index] == UInt8(ascii: "-") || input[index] == "–"
  }

  private mutating func take(_ count: Int, _ kind: Token.Kind) -> Token {
    defer { position += count }
    return Token(kind: kind, text: String(input[position..<position + count]), span: Span(start: position, length: count))
  }

  private mutating func text(from start: Int, until ends: Set<Character>) throws(Hinweis) -> Token {
    var text = ""
    position += 1
    while position < input.count {
      let character = input[position]
      position += 1
      guard ends.contains(character) else {
        text.append(character)
        continue
      }
      guard position < input.count, input[position] == character, character != "'" || ends == ["'"] else {
        return Token(kind: .text, text: text, span: Span(start: start, length: position - start))
      }
      text.append(character)
      position += 1
    }
    throw Hinweis("das Anführungszeichen wird nicht geschlossen").marked(Span(start: start, length: 1))
  }
}
