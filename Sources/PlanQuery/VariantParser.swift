// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

// The lines of a variant; each is a command of the shell's language, and `#` begins a comment.
//
//   variante NAME VERSION TITLE
//   neu NOUN KEY { COLUMN VALUE }
//   begriff KERNEL = WORD
//   merkmal NAME von NOUN SUMMARY = WORD ["(" WORD { ";" WORD } ")"] { ";" … }
//   schreibweise NOUN KEY = WORD { ";" WORD }
//   layout NAME TITLE … ende, with the lines
//     kopfzeilen N maßgeblich N [reason]     nummern (einfach | maßnahme.eintrag) [reason]
//     gruppe [WORD { ";" WORD }]             spalte HEADING [oben HEADING] ist TARGET [reason]
//   TARGET = FIELD | "merkmal" NAME ["=" WORD] { "," MARK "=" WORD { ";" WORD } } | "rolle" NAME ["von" ACTOR] | "nichts"
//   reason = "weil" TEXT

/// Reads the lines of a variant.
public struct VariantParser {
  private var declarations = Declarations("")
  private var layout: Layout?
  private var groups: [String] = []
  private var tokens: ArraySlice<Token> = []
  /// Where the line ends, and the word that was read last, for errors.
  private var end = Span()
  private var last = Span()

  private init() {}

  public static func parse(_ variant: Variant) throws(Hinweis) -> Declarations {
    var parser = VariantParser()
    var number = 0
    for line in variant.lines.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      do throws(Hinweis) {
        try parser.add(String(line))
      } catch {
        var error = error
        error.excerpt?.line = String(line)
        throw error.at(Place(file: "Variante", line: number, column: error.excerpt.map { $0.start + 1 }))
      }
    }
    guard !parser.declarations.name.isEmpty else { throw Hinweis("die Variante beginnt nicht mit: variante NAME FASSUNG TITEL") }
    guard parser.layout == nil else { throw Hinweis("das Layout endet nicht").help("ende als letzte Zeile des Layouts") }
    return parser.declarations
  }

  private static let words = ["variante", "neu", "begriff", "merkmal", "schreibweise", "layout"]
  private static let layoutWords = ["kopfzeilen", "nummern", "gruppe", "spalte", "ende"]

  private mutating func add(_ line: String) throws(Hinweis) {
    tokens = try Lexer.tokens(line)[...]
    end = tokens.end
    guard let first = tokens.popFirst() else { return }
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
    case ("kopfzeilen", .some):
      let rows = try number()
      try word("maßgeblich")
      let deciding = try number()
      layout?.headerRows = rows
      layout?.decidingRow = min(deciding, rows)
      try reason("kopfzeilen")
    case ("nummern", .some):
      let kind = try value()
      switch Fold.key(kind) {
      case "einfach": layout?.numbering = .plain
      case "massnahme.eintrag": layout?.numbering = .measureAndEntry
      default: throw Hinweis("\"\(kind)\" ist keine Lesart von Nummern").marked(last).help("möglich sind einfach und maßnahme.eintrag")
      }
      try reason("nummern")
    case ("gruppe", .some):
      groups = []
      if !tokens.isEmpty { repeat { groups.append(try value()) } while tokens.takeSign(";") }
    case ("spalte", .some): try column()
    default:
      throw Hinweis("unbekannte Zeile \"\(first.text)\"").marked(first.span)
        .didYouMean(first.text, layout == nil ? VariantParser.words : VariantParser.layoutWords)
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

  private mutating func column() throws(Hinweis) {
    let heading = try value()
    var top: String?
    if tokens.takeWord("oben") { top = try value() }
    try word("ist")
    var codes: [Layout.Code] = []
    let kind = try value()
    let target: Layout.Target
    switch Fold.key(kind) {
    case "merkmal":
      let name = try value()
      target = .attribute(name, value: tokens.takeSign("=") ? try value() : nil)
      while tokens.takeSign(",") {
        let mark = try value()
        try sign("=")
        var values: [String] = []
        repeat { values.append(try value()) } while tokens.takeSign(";")
        codes.append(Layout.Code(mark, values))
      }
    case "rolle":
      let name = try value()
      target = .role(name, actor: tokens.takeWord("von") ? try value() : nil)
    case "nichts": target = .ignored
    default:
      let fields = ["nr", "handlungsfeld", "ziel", "text", "bemerkung", "klärungsbedarf", "status"]
      guard let field = fields.first(where: { Fold.key($0) == Fold.key(kind) }) else {
        throw Hinweis("\"\(kind)\" kann eine Spalte nicht sein").marked(last).didYouMean(kind, fields + ["merkmal", "rolle", "nichts"])
      }
      target = .field(field)
    }
    var column = Layout.Column(heading, target)
    column.topHeading = top
    column.groups = groups
    column.codes = codes
    layout?.columns.append(column)
    try reason(heading.isEmpty ? top ?? "" : heading)
  }

  private mutating func reason(_ setting: String) throws(Hinweis) {
    guard tokens.takeWord("weil") else { return }
    let reason = try value()
    layout?.reasons.append(Layout.Reason(setting, reason))
  }

  // MARK: Tokens

  private mutating func value() throws(Hinweis) -> String {
    guard let token = tokens.popFirst() else { throw Hinweis("hier fehlt ein Wort").marked(end) }
    last = token.span
    guard token.kind != .sign else { throw Hinweis("unerwartet: \"\(token.text)\"").marked(token.span) }
    return token.text
  }

  private mutating func number() throws(Hinweis) -> Int {
    let text = try value()
    guard let number = Int(text), number > 0 else { throw Hinweis("\"\(text)\" ist keine Anzahl").marked(last) }
    return number
  }

  private mutating func word(_ word: String) throws(Hinweis) {
    guard tokens.takeWord(Fold.key(word)) else { throw Hinweis("erwartet war \"\(word)\"").marked(tokens.first?.span ?? end) }
  }

  private mutating func sign(_ sign: String) throws(Hinweis) {
    guard tokens.takeSign(sign) else { throw Hinweis("erwartet war \"\(sign)\"").marked(tokens.first?.span ?? end) }
  }
}
