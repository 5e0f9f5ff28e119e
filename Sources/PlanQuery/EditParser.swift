// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

// The grammar of writing; words are compared without case and umlauts.
//
//   edit       = "neu" NOUN [value] { "in" thing | quotation | COLUMN ["="] values } tail
//              | "setze" thing assignments tail | "lösche" thing tail
//              | "verbinde" thing "mit" thing ["als" value] tail | "trenne" thing ("von" | "mit") thing ["als" value] tail
//   step       = the same behind "|", without the first thing: "setze" assignments tail | "lösche" tail | "verbinde" "mit" thing …
//   assignments = assignment { ("," | ";") assignment }
//   assignment = COLUMN ("=" | "+=" | "-=") values | COLUMN "=" "leer"
//   values     = value { ("," | ";") value }
//   quotation  = "aus" thing "absatz" range { ("," | ";") range }
//   range      = NUMBER ["bis" NUMBER]
//   thing      = NOUN value
//   tail       = { "weil" value | "laut" thing | "stand" value }
//   value      = TEXT | WORD { WORD }, up to a reserved word, a word of the tail, a sign, or in `neu` a column

/// What must be known of the plan to read an edit: a column ends the value before it.
public protocol Vocabulary {
  func noun(_ word: String) throws(Hinweis) -> Noun?
  func isColumn(_ word: String, of noun: Noun) throws(Hinweis) -> Bool
}

/// Reads edits.
public struct EditParser {
  private var tokens: ArraySlice<Token>
  private let vocabulary: any Vocabulary
  private let end: Span
  /// What is being made: its columns end a value.
  private var made: Noun?
  /// Words that end a value here and nowhere else: `von` behind `trenne`.
  private var extra: Set<String> = []
  private var tail = Edit.Tail()

  private init(_ tokens: ArraySlice<Token>, _ vocabulary: any Vocabulary) {
    self.tokens = tokens
    self.vocabulary = vocabulary
    end = tokens.end
  }

  /// The words with which an edit begins; those behind the first may stand behind `|` too.
  public static let verbs = ["neu", "setze", "lösche", "verbinde", "trenne"]
  /// The words with which the end of an edit says why.
  public static let tailWords = ["weil", "laut", "stand"]

  /// The verb of a word; infinitives are verbs too.
  public static func verb(_ word: String) -> String? {
    let key = Fold.key(word)
    return verbs.first { Fold.key($0) == key || Fold.key($0) + "n" == key && $0 != "neu" }
  }

  /// Reads an edit from the tokens of a line.
  ///
  /// - Parameter isStep: it stands behind `|`, so that what is to be changed is known.
  public static func parse(_ tokens: ArraySlice<Token>, isStep: Bool = false, _ vocabulary: any Vocabulary) throws(Hinweis) -> Edit {
    var parser = EditParser(tokens, vocabulary)
    var edit = try parser.edit(isStep)
    if let rest = parser.tokens.first { throw parser.unexpected(rest.kind == .sign && rest.text == "|" ? "das Ende" : "weil, laut, stand") }
    edit.tail = parser.tail
    return edit
  }

  private mutating func edit(_ isStep: Bool) throws(Hinweis) -> Edit {
    guard let first = tokens.popFirst(), let verb = EditParser.verb(first.text) else {
      throw unexpected("setze, lösche, verbinde oder trenne")
    }
    if verb == "neu" && !isStep { return try create() }
    if verb == "trenne" { extra = ["von"] }
    if verb == "setze", !isStep, isAssignment(tokens) {
      throw Hinweis("es fehlt, wo das stehen soll").marked(tokens.first?.span).help("setze maßnahme \"…\" \(tokens.first?.text ?? "") = …")
    }
    let target = isStep ? nil : try thing(endsAtAssignment: verb == "setze")
    switch verb {
    case "setze": return Edit(.set(try assignments()), target)
    case "lösche":
      try takeTail()
      return Edit(.delete, target)
    case "verbinde", "trenne":
      guard tokens.takeWord("mit") || verb == "trenne" && tokens.takeWord("von") else { throw unexpected(verb == "trenne" ? "von" : "mit") }
      let other = try thing()
      let role = tokens.takeWord("als") ? try value() : nil
      try takeTail()
      return Edit(verb == "trenne" ? .separate(other, role: role) : .join(other, role: role), target)
    default: throw Hinweis("\"\(first.text)\" steht am Anfang der Zeile").marked(first.span)
    }
  }

  // MARK: New things

  private mutating func create() throws(Hinweis) -> Edit {
    let name = try name("was neu ist, etwa: neu ziel")
    let noun = try noun(name)
    made = noun
    var title: Operand?
    var facts: [Edit.Fact] = []
    if let first = tokens.first, first.kind != .sign, !(try isEnd(first)), !(try isQuotation(tokens)) { title = try value() }
    while let next = tokens.first {
      if tokens.takeWord("in") {
        facts.append(.within(try thing()))
      } else if tokens.takeWord("aus") {
        facts.append(.quotes(try quotation()))
      } else if next.kind == .word, try vocabulary.isColumn(next.text, of: noun) {
        tokens.removeFirst()
        _ = tokens.takeSign("=")
        facts.append(.says(Edit.Assignment(Name(next.text, span: next.span), .becomes, try values())))
      } else if isTail(next) {
        try takeTail()
        break
      } else {
        let known = noun.columns.map(\.name)
        throw Hinweis("\(noun.plural) haben keine Spalte \"\(next.text)\"").marked(next.span).help(
          title == nil && !known.isEmpty ? "was aus mehreren Wörtern besteht, steht in Anführungszeichen" : nil
        ).didYouMean(next.text, known)
      }
    }
    return Edit(.create(name, title: title, facts))
  }

  private mutating func quotation() throws(Hinweis) -> Edit.Quotation {
    // The word behind the document ends its name.
    extra = ["absatz", "absaetze"]
    defer { extra = [] }
    let document = try thing()
    guard tokens.takeWord("absatz") || tokens.takeWord("absaetze") else { throw unexpected("absatz und seine Nummer, etwa: absatz 12") }
    let first = tokens.first?.span ?? end
    var ranges: [ClosedRange<Int>] = []
    repeat {
      let from = try number()
      let to = tokens.takeWord("bis") ? try number() : from
      guard from <= to else { throw Hinweis("\(to) steht vor \(from)").marked(first).help("absatz \(to) bis \(from)") }
      ranges.append(from...to)
    } while tokens.takeSign(";") || tokens.takeSign(",")
    return Edit.Quotation(document, ranges, span: first)
  }

  /// True before `aus dokument …`; any other `aus` is a word of a text.
  private func isQuotation(_ tokens: ArraySlice<Token>) throws(Hinweis) -> Bool {
    guard made != nil, let first = tokens.first, first.kind == .word, Fold.key(first.text) == "aus", let second = tokens.dropFirst().first,
      second.kind == .word
    else { return false }
    return try vocabulary.noun(second.text)?.table == "dokument"
  }

  private mutating func number() throws(Hinweis) -> Int {
    guard let first = tokens.first, first.kind != .sign, let number = Int(first.text), number > 0 else {
      throw unexpected("die Nummer eines Absatzes, wie die Karte des Dokuments sie zeigt")
    }
    tokens.removeFirst()
    return number
  }

  // MARK: Assignments

  private mutating func assignments() throws(Hinweis) -> [Edit.Assignment] {
    var found: [Edit.Assignment] = []
    repeat {
      if tokens.isEmpty { throw Hinweis("hier fehlt, was sich ändert").marked(end).help("etwa: setze maßnahme \"…\" status = laufend") }
      let column = try name("eine Spalte")
      guard let token = tokens.first, token.kind == .sign, let sign = Edit.Sign(rawValue: token.text) else {
        throw unexpected("=, += oder -=")
      }
      tokens.removeFirst()
      found.append(Edit.Assignment(column, sign, try values()))
    } while tokens.takeSign(",") || tokens.takeSign(";")
    try takeTail()
    return found
  }

  /// The values up to the next assignment; none for `leer`.
  private mutating func values() throws(Hinweis) -> [Operand] {
    if let first = tokens.first, first.kind == .word, Fold.key(first.text) == "leer" {
      tokens.removeFirst()
      return []
    }
    var found = [try value()]
    while let sign = tokens.first, sign.kind == .sign, [",", ";"].contains(sign.text), !isAssignment(tokens.dropFirst()) {
      tokens.removeFirst()
      found.append(try value())
    }
    return found
  }

  private func isAssignment(_ tokens: ArraySlice<Token>) -> Bool {
    guard let first = tokens.first, first.kind == .word, let second = tokens.dropFirst().first, second.kind == .sign else { return false }
    return Edit.Sign(rawValue: second.text) != nil
  }

  // MARK: Tail

  private mutating func takeTail() throws(Hinweis) {
    // What is made is described by now: `stand` is no column of it any more.
    made = nil
    while let first = tokens.first, isTail(first) {
      tokens.removeFirst()
      switch Fold.key(first.text) {
      case "weil": tail.reason = try value()
      case "laut": tail.source = try thing()
      default: tail.day = try value()
      }
    }
  }

  private func isTail(_ token: Token) -> Bool { token.kind == .word && EditParser.tailWords.contains(Fold.key(token.text)) }

  // MARK: Things and values

  private mutating func thing(endsAtAssignment: Bool = false) throws(Hinweis) -> ThingName {
    let name = try name("etwas wie maßnahme \"30,2\"")
    let noun = try noun(name)
    if endsAtAssignment && isAssignment(tokens) {
      throw Hinweis("welche \(noun.singular)?").marked(tokens.first?.span).help(
        "setze \(noun.singular) \"…\" \(tokens.first?.text ?? "") = …")
    }
    return ThingName(name, try value(endsAtAssignment: endsAtAssignment))
  }

  private func noun(_ name: Name) throws(Hinweis) -> Noun {
    if let noun = try vocabulary.noun(name.text) { return noun }
    throw Hinweis("\"\(name.text)\" ist keine Art von Dingen").marked(name.span).didYouMean(
      name.text, Fold.nearest(name.text, among: Kernel.asked.map(\.singular)))
  }

  private mutating func name(_ expected: String) throws(Hinweis) -> Name {
    guard let name = tokens.takeName() else { throw unexpected(expected) }
    return name
  }

  /// A text in quotation marks, or words up to one that means something.
  private mutating func value(endsAtAssignment: Bool = false) throws(Hinweis) -> Operand {
    guard let first = tokens.first, first.kind != .sign else { throw unexpected("ein Wert") }
    tokens.removeFirst()
    if first.kind == .text { return Operand(first.text, span: first.span) }
    if try isEnd(first) { throw first.isNoValue }
    var words = [first]
    while let word = tokens.first, word.kind == .word, !(try isEnd(word)), !(endsAtAssignment && isAssignment(tokens)),
      !(try isQuotation(tokens))
    {
      words.append(word)
      tokens.removeFirst()
    }
    if let next = tokens.first, next.kind == .word, ["und", "oder"].contains(Fold.key(next.text)) {
      throw Hinweis("unerwartet: \"\(next.text)\"").marked(next.span).help(
        "ein Wert mit \(Fold.key(next.text)) steht in Anführungszeichen; mehrere Werte trennt ein Komma")
    }
    return Operand(words: words)
  }

  private func isEnd(_ token: Token) throws(Hinweis) -> Bool {
    guard token.kind == .word else { return false }
    if QueryParser.reserved.contains(Fold.key(token.text)) || isTail(token) || extra.contains(Fold.key(token.text)) { return true }
    guard let made else { return false }
    return try vocabulary.isColumn(token.text, of: made)
  }

  // MARK: Tokens

  private func unexpected(_ expected: String) -> Hinweis { tokens.unexpected(expected, end: end) }
}
