// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

// The grammar of a query; words are compared without case and umlauts.
//
//   query      = NOUN [moments] ["seit" date] [first] [moments] { "|" step [moments] }
//   moments    = { ("stand" | "zum" | "bekannt" | "gültig" "am") date }, each at most once in a query; seit only behind änderungen
//   first      = ("wo" | "mit" | "ohne") …, as in step
//   step       = "wo" or | "mit" path | "ohne" path
//              | "zeige" sum ["als" name] { "," sum ["als" name] }
//              | "sortiere" ["nach"] path ["absteigend" | "aufsteigend"] { "," … }
//              | "gruppiere" ["nach"] path { "," path } [":" figure { "," figure }]
//              | "kreuz" path ("x" | "×") path [":" figure]
//              | figure { "," figure } | "eindeutig" | ("erste" | "letzte") NUMBER
//              | ("balken" | "linie" | "matrix" | "baum" | "zeitstrahl") [path { "," path }], the last step of all
//   figure     = "anzahl" | "anteil" [path] | ("summe" | "durchschnitt" | "min" | "max" | "eindeutig") path, each ["als" name]
//   sum        = product { ("+" | "-" | "&") product }, the signs between blanks
//   product    = factor { ("*" | "/") factor }
//   factor     = path | TEXT | NUMBER | date | "(" sum ")"
//   or         = and { "oder" and }          and = not { "und" not }
//   not        = "nicht" not | "(" or ")" | "mit" path | "ohne" path | comparison
//   comparison = path ( ("=" | "!=" | "<" | ">" | "<=" | ">=") value | "enthält" value | "beginnt" "mit" value | "unter" value
//              | "in" "(" value { (";" | ",") value } ")" | "zwischen" value "und" value | ["ist"] ["nicht"] "leer" )
//   value      = TEXT | WORD { WORD }, up to a reserved word, a sign or a moment
//   date       = a date, or "heute" [("-" | "+") NUMBER ("tage" | "wochen" | "monate" | "jahre")]

/// Reads queries.
public struct QueryParser {
  var tokens: ArraySlice<Token>
  let all: ArraySlice<Token>
  /// Where the input ends, for errors about something missing.
  private let end: Span
  /// Where the last value stood that had no quotation marks.
  var bare: Range<Int>?
  /// How many brackets and `nicht` are open.
  var depth = 0
  /// How many signs the calculation of a column has so far.
  var signs = 0

  private init(_ tokens: ArraySlice<Token>) {
    self.tokens = tokens
    all = tokens
    end = tokens.end
  }

  /// Words that end a value and must be quoted to be one.
  public static let reserved: Set<String> = [
    "und", "oder", "nicht", "wo", "mit", "ohne", "leer", "unter", "enthaelt", "zwischen", "in", "als",
  ]

  /// The words with which a step begins.
  public static let steps =
    ["wo", "mit", "ohne", "zeige", "sortiere", "gruppiere", "kreuz", "erste", "letzte"] + Aggregate.Function.allCases.map(\.rawValue)
    + Picture.Kind.allCases.map(\.rawValue)

  public static func parse(_ text: String) throws(Hinweis) -> Query { try parse(try Lexer.tokens(text)[...]) }

  /// Reads a query from the tokens of a line.
  public static func parse(_ tokens: ArraySlice<Token>) throws(Hinweis) -> Query {
    var parser = QueryParser(tokens)
    let noun = try parser.name("ein Wort wie maßnahmen")
    var query = Query(noun)
    try parser.moment(of: &query)
    if let since = try parser.since(noun) { query.steps.append(since) }
    try parser.moment(of: &query)
    if let first = parser.tokens.first, first.kind == .word { try parser.step(of: &query) }
    try parser.moment(of: &query)
    while let next = parser.tokens.first {
      guard parser.tokens.takeSign("|") else {
        guard case .filter = query.steps.last else { throw parser.unexpected("\"|\" oder das Ende der Abfrage") }
        throw parser.unexpected("\"|\", und, oder oder das Ende der Abfrage")
      }
      if let picture = query.picture {
        throw Hinweis("hinter \(picture.kind.rawValue) kommt kein Schritt mehr").marked(next.span).help(
          "\(picture.kind.rawValue) zeichnet, was davor steht, und ist der letzte Schritt")
      }
      try parser.step(of: &query)
      try parser.moment(of: &query)
    }
    return query
  }

  // MARK: Moments

  /// Takes the moments that stand here; one of their words without a date is an error, since nothing else can stand here.
  private mutating func moment(of query: inout Query) throws(Hinweis) {
    try MomentReader.take(from: &tokens, into: &query.moment)
    guard let first = tokens.first, first.kind == .word, ["stand", "zum", "bekannt", "gueltig"].contains(Fold.key(first.text)) else {
      return
    }
    throw noDate(behind: first)
  }

  /// `änderungen seit D`: those made from that day on.
  private mutating func since(_ noun: Name) throws(Hinweis) -> Step? {
    guard let word = tokens.first, word.kind == .word, Fold.key(word.text) == "seit" else { return nil }
    guard Kernel.noun(noun.text)?.table == "aenderung" else {
      throw Hinweis("seit gibt es nur bei änderungen").marked(word.span).help("etwa: änderungen seit 01.07.2024")
    }
    guard let (date, count) = MomentReader.date(tokens.dropFirst()) else { throw noDate(behind: word) }
    tokens.removeFirst(1 + count)
    return .filter(.compare(Path([Name("zeit", span: word.span)]), .atLeast, Operand(date.description, span: word.span)))
  }

  private func noDate(behind word: Token) -> Hinweis {
    let example = Fold.key(word.text) == "gueltig" ? "gültig am" : word.text
    let rest = tokens.dropFirst()
    let text = rest.first.map { "\"\($0.text)\" ist kein Datum" } ?? "hinter \"\(word.text)\" fehlt ein Datum"
    return Hinweis(text).marked(rest.first?.span ?? word.span).help(
      "Daten stehen so: \(example) 31.12.2024, \(example) 2024 oder \(example) heute - 90 tage")
  }

  // MARK: Steps

  private mutating func step(of query: inout Query) throws(Hinweis) {
    if let first = tokens.first, first.kind == .word, let kind = Picture.Kind(word: first.text) {
      tokens.removeFirst()
      var picture = Picture(kind, span: first.span)
      if let next = tokens.first, next.kind == .word, !MomentReader.stands(at: tokens) {
        // As kreuz says it.
        repeat { picture.paths.append(try path()) } while takeSeparator() || tokens.takeWord("x") || tokens.takeWord("×")
      }
      query.picture = picture
    } else {
      query.steps.append(try step())
    }
  }

  private mutating func step() throws(Hinweis) -> Step {
    guard let first = tokens.first, first.kind == .word else {
      throw unexpected("ein Schritt: \(QueryParser.steps.joined(separator: ", "))")
    }
    if function(first) == .eindeutig, tokens.count == 1 || tokens.dropFirst().first?.kind == .sign {
      tokens.removeFirst()
      return .distinct
    }
    if function(first) != nil { return .total(try figures()) }
    switch Fold.key(first.text) {
    case "wo":
      tokens.removeFirst()
      return .filter(try or())
    case "mit", "ohne": return .filter(try or())
    case "zeige":
      tokens.removeFirst()
      var shown: [Shown] = []
      repeat {
        let first = tokens.first
        let one = try self.shown()
        try checkName(of: one, at: first, beside: shown)
        shown.append(one)
      } while takeSeparator()
      return .show(shown)
    case "sortiere":
      tokens.removeFirst()
      _ = tokens.takeWord("nach")
      var orders: [Order] = []
      repeat {
        let path = try path()
        let descending = tokens.takeWord("absteigend")
        if !descending { _ = tokens.takeWord("aufsteigend") }
        orders.append(Order(path, descending: descending))
      } while takeSeparator()
      return .sort(orders)
    case "gruppiere":
      tokens.removeFirst()
      _ = tokens.takeWord("nach")
      var paths: [Path] = []
      repeat { paths.append(try path()) } while takeSeparator()
      guard tokens.takeSign(":") else { return .group(paths, [Aggregate(.anzahl)]) }
      return .group(paths, try figures())
    case "kreuz":
      tokens.removeFirst()
      let rows = try path()
      guard tokens.takeWord("x") || tokens.takeWord("×") else { throw unexpected("x, wie in: kreuz handlungsfeld x status") }
      let columns = try path()
      return .cross(rows, columns, tokens.takeSign(":") ? try figure() : Aggregate(.anzahl))
    case "erste", "letzte":
      tokens.removeFirst()
      guard let count = tokens.first, let number = Int(count.text), number >= 0 else { throw unexpected("eine Zahl") }
      tokens.removeFirst()
      return Fold.key(first.text) == "erste" ? .first(number) : .last(number)
    default:
      let unknown = Hinweis("unbekannter Schritt \"\(first.text)\"").marked(first.span)
      if ["nach", "als"].contains(Fold.key(first.text)) { throw unknown.help("wie eine Antwort in eine Datei kommt, sagt: hilfe ausgabe") }
      guard ["enthaelt", "beginnt", "unter", "in", "zwischen", "leer", "ist"].contains(Fold.key(first.text)) else {
        throw unknown.didYouMean(first.text, QueryParser.steps)
      }
      throw unknown.help("davor gehört wo mit einer Spalte, etwa: wo text enthält Kita")
    }
  }

  private func function(_ token: Token) -> Aggregate.Function? {
    Aggregate.Function.allCases.first { Fold.key($0.rawValue) == Fold.key(token.text) }
  }

  private mutating func figures() throws(Hinweis) -> [Aggregate] {
    var figures: [Aggregate] = []
    repeat { figures.append(try figure()) } while takeSeparator()
    return figures
  }

  private mutating func figure() throws(Hinweis) -> Aggregate {
    guard let first = tokens.first, let function = function(first) else {
      throw unexpected("eine Kennzahl: \(Aggregate.Function.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    tokens.removeFirst()
    let standsAlone = tokens.first.map { $0.kind == .sign || Fold.key($0.text) == "als" || MomentReader.stands(at: tokens) } ?? true
    let path = function == .anzahl || function == .anteil && standsAlone ? nil : try path()
    return Aggregate(function, path, alias: try alias())
  }

  // MARK: Names

  mutating func name(_ expected: String) throws(Hinweis) -> Name {
    guard let name = tokens.takeName() else { throw unexpected(expected) }
    return name
  }

  mutating func path() throws(Hinweis) -> Path {
    let name = try name("eine Spalte")
    var start = name.span.start
    var names: [Name] = []
    for part in name.text.split(separator: ".", omittingEmptySubsequences: false) {
      guard !part.isEmpty else { throw Hinweis("zwischen zwei Punkten fehlt eine Spalte").marked(name.span) }
      names.append(Name(String(part), span: Span(start: start, length: part.count)))
      start += part.count + 1
    }
    return Path(names)
  }

  mutating func alias() throws(Hinweis) -> String? {
    guard tokens.takeWord("als") else { return nil }
    guard let token = tokens.first, token.kind != .sign else { throw unexpected("ein Name") }
    tokens.removeFirst()
    return token.text
  }

  // MARK: Tokens

  mutating func takeSeparator() -> Bool { tokens.takeSign(",") || tokens.takeSign(";") }

  func unexpected(_ expected: String) -> Hinweis {
    let isFile = tokens.first.map { $0.text == ">" || Fold.key($0.text) == "nach" } ?? false
    return tokens.unexpected(expected, end: end).help(isFile ? "wie eine Antwort in eine Datei kommt, sagt: hilfe ausgabe" : quotes)
  }

  /// The remedy where a value such as Arbeit und Ausbildung ended at its `und`; nil if none did just now.
  var quotes: String? {
    guard let bare, tokens.startIndex - bare.upperBound <= 3, bare.upperBound < all.endIndex,
      Datum(words: all[bare].map(\.text).joined(separator: " ")) == nil
    else { return nil }
    let word = all[bare.upperBound]
    let rest = all[(bare.upperBound + 1)...].prefix { $0.kind == .word && !QueryParser.reserved.contains(Fold.key($0.text)) }
    guard word.kind == .word, ["und", "oder"].contains(Fold.key(word.text)), !rest.isEmpty else { return nil }
    return
      "ein Wert mit \(Fold.key(word.text)) steht in Anführungszeichen: \"\((all[bare] + [word] + rest).map(\.text).joined(separator: " "))\""
  }
}
