// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

// The lines of a variant; each is a command of the shell's language, and `#` begins a comment.
//
//   variante NAME VERSION TITLE
//   neu NOUN KEY { COLUMN VALUE }
//   begriff KERNEL = WORD
//   merkmal NAME von NOUN SUMMARY = WORD ["(" WORD { ";" WORD } ")"] { ";" … }
//   schreibweise NOUN KEY = WORD { ";" WORD }
//   layout NAME TITLE … ende, with the lines that VariantParser+Layout.swift reads

/// Reads the lines of a variant.
public struct VariantParser {
  private var declarations = Declarations("")
  /// The layout whose lines are being read, and the groups that stand over its next columns.
  private var layout: Layout?
  var groups: [String] = []
  var tokens: ArraySlice<Token> = []
  /// Where the line ends, and the word that was read last, for errors.
  var end = Span()
  var last = Span()
  /// What a line outside of a layout may begin with.
  private var words = VariantParser.words

  private init() {}

  public static func parse(_ variant: Variant) throws(Hinweis) -> Declarations {
    var parser = VariantParser()
    try parser.add(lines: variant.lines, of: "Variante")
    guard !parser.declarations.name.isEmpty else { throw Hinweis("die Variante beginnt nicht mit: variante NAME FASSUNG TITEL") }
    return parser.declarations
  }

  /// Reads layouts that stand alone, as in a file of their own: only lines from `layout` to `ende`.
  ///
  /// - Parameter source: the name of the file, for errors.
  public static func layouts(_ lines: String, of source: String) throws(Hinweis) -> [Layout] {
    var parser = VariantParser()
    parser.words = ["layout"]
    try parser.add(lines: lines, of: source)
    return parser.declarations.layouts
  }

  private mutating func add(lines: String, of source: String) throws(Hinweis) {
    var number = 0
    for line in lines.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      do throws(Hinweis) {
        try add(String(line))
      } catch {
        var error = error
        error.excerpt?.line = String(line)
        throw error.at(Place(file: source, line: number, column: error.excerpt.map { $0.start + 1 }))
      }
    }
    guard layout == nil else { throw Hinweis("das Layout endet nicht").help("ende als letzte Zeile des Layouts") }
  }

  private static let words = ["variante", "neu", "begriff", "merkmal", "schreibweise", "layout"]

  private mutating func add(_ line: String) throws(Hinweis) {
    tokens = try Lexer.tokens(line)[...]
    end = tokens.end
    guard let first = tokens.popFirst() else { return }
    if layout == nil, !words.contains(Fold.key(first.text)) {
      throw Hinweis("unbekannte Zeile \"\(first.text)\"").marked(first.span).didYouMean(first.text, words)
    }
    switch (Fold.key(first.text), layout) {
    case ("variante", nil):
      declarations.name = try value()
      declarations.version = try value()
      declarations.title = try value()
    case ("neu", nil):
      var seed = Declarations.Seed(try value(), key: try value())
      while !tokens.isEmpty { seed.values.append(.init(try value(), try value())) }
      declarations.seeds.append(seed)
    case ("begriff", nil):
      let kernel = try value()
      try sign("=")
      declarations.terms.append(.init(kernel: kernel, word: try value()))
    case ("merkmal", nil): try attribute()
    case ("schreibweise", nil):
      let (noun, key) = (try value(), try value())
      try sign("=")
      repeat { declarations.spellings.append(.init(noun, key: key, spelling: try value())) } while tokens.takeSign(";")
    case ("layout", nil):
      layout = Layout(try value(), title: try value())
      groups = []
    case ("ende", let layout?):
      declarations.layouts.append(layout)
      self.layout = nil
    case (_, var layout?):
      try layoutLine(first, of: &layout)
      self.layout = layout
    default: break
    }
    guard let rest = tokens.first else { return }
    throw Hinweis("unerwartet: \"\(rest.text)\"").marked(rest.span)
  }

  private mutating func attribute() throws(Hinweis) {
    let name = try value()
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else {
      throw Hinweis("\"\(name)\" kann kein Merkmal heißen").marked(last).help(
        "der Name ist ein Wort aus Buchstaben, Ziffern und _, wie es in Abfragen steht")
    }
    try word("von")
    var attribute = Declarations.Attribute(name, of: try value(), summary: try value())
    if tokens.takeSign("=") {
      repeat {
        let word = try value()
        attribute.words.append(.init(word))
        guard tokens.takeSign("(") else { continue }
        repeat { attribute.words.append(.init(try value(), above: word)) } while tokens.takeSign(";")
        try sign(")")
      } while tokens.takeSign(";")
    }
    declarations.attributes.append(attribute)
  }

  // MARK: Tokens

  mutating func value() throws(Hinweis) -> String {
    guard let token = tokens.popFirst() else { throw Hinweis("hier fehlt ein Wort").marked(end) }
    last = token.span
    guard token.kind != .sign else { throw Hinweis("unerwartet: \"\(token.text)\"").marked(token.span) }
    return token.text
  }

  mutating func number() throws(Hinweis) -> Int {
    let text = try value()
    guard let number = Int(text), number > 0 else { throw Hinweis("\"\(text)\" ist keine Anzahl").marked(last) }
    return number
  }

  mutating func word(_ word: String) throws(Hinweis) {
    guard tokens.takeWord(Fold.key(word)) else { throw Hinweis("erwartet war \"\(word)\"").marked(tokens.first?.span ?? end) }
  }

  mutating func sign(_ sign: String) throws(Hinweis) {
    guard tokens.takeSign(sign) else { throw Hinweis("erwartet war \"\(sign)\"").marked(tokens.first?.span ?? end) }
  }
}
