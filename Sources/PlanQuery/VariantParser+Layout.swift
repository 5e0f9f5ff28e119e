// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

// The lines of a layout:
//
//   kopfzeilen N maßgeblich N [reason]           nummern (einfach | maßnahme.eintrag) [reason]
//   zeilen (einzeln | verbunden) [reason]        blatt ist TARGET [reason]
//   farbe RRGGBB = WORD { ";" WORD }             gruppe [WORD { ";" WORD }]
//   spalte HEADING [oder WORD { ";" WORD }] [oben HEADING] ist TARGET { "," MARK "=" WORD { ";" WORD } } [SEPARATOR] [reason]
//
//   SEPARATOR = "getrennt" "durch" TEXT | "je" "zeile"
//   TARGET = FIELD | COLUMN of a measure | "kennung" | "nichts"
//          | "merkmal" NAME ["=" WORD]
//          | "rolle" NAME ["von" ACTOR]
//          | "sachstand" COLUMN ["am" DAY]
//          | "mittel" COLUMN ["im" ["jahr"] YEAR]
//   reason = "weil" TEXT

extension VariantParser {
  private static let layoutWords = ["kopfzeilen", "nummern", "zeilen", "blatt", "farbe", "gruppe", "spalte", "ende"]
  /// What a line of a catalogue says itself; all else is said of its measure.
  private static let fields = ["nr", "handlungsfeld", "ziel", "text", "bemerkung", "klärungsbedarf", "status", "seite", "zeitraum"]
  private static let kinds = ["merkmal", "rolle", "sachstand", "mittel", "kennung", "nichts"]

  /// Reads a line between `layout` and `ende`, whose first word is taken.
  mutating func layoutLine(_ first: Token, of layout: inout Layout) throws(Hinweis) {
    switch Fold.key(first.text) {
    case "kopfzeilen":
      let rows = try number()
      try word("maßgeblich")
      let deciding = try number()
      layout.headerRows = rows
      layout.decidingRow = min(deciding, rows)
      layout.reasons += try reason("kopfzeilen")
    case "nummern":
      layout.numbering = try choice("Lesart von Nummern", [("einfach", .plain), ("maßnahme.eintrag", .measureAndEntry)])
      layout.reasons += try reason("nummern")
    case "zeilen":
      layout.rowRule = try choice("Lesart von Zeilen", [("einzeln", .single), ("verbunden", .joined)])
      layout.reasons += try reason("zeilen")
    case "blatt":
      try word("ist")
      layout.sheetName = try target()
      layout.reasons += try reason("blatt")
    case "farbe":
      let colour = try value()
      guard colour.count == 6, colour.allSatisfy(\.isHexDigit) else {
        throw Hinweis("\"\(colour)\" ist keine Farbe").marked(last).help("Farben stehen so: 00B050")
      }
      try sign("=")
      layout.colours.append(Layout.Code(colour.uppercased(), try values()))
    case "gruppe": groups = tokens.isEmpty ? [] : try values()
    case "spalte":
      let column = try column()
      layout.columns.append(column)
      layout.reasons += try reason(column.heading.isEmpty ? column.topHeading ?? "" : column.heading)
    default:
      throw Hinweis("unbekannte Zeile \"\(first.text)\"").marked(first.span).didYouMean(first.text, VariantParser.layoutWords)
    }
  }

  private mutating func column() throws(Hinweis) -> Layout.Column {
    let heading = try value()
    let synonyms = tokens.takeWord("oder") ? try values() : []
    let top = tokens.takeWord("oben") ? try value() : nil
    try word("ist")
    var column = Layout.Column(heading, try target())
    column.synonyms = synonyms
    column.topHeading = top
    column.groups = groups
    while tokens.takeSign(",") {
      let mark = try value()
      try sign("=")
      column.codes.append(Layout.Code(mark, try values()))
    }
    if tokens.takeWord("getrennt") {
      try word("durch")
      column.separator = try value()
    } else if tokens.takeWord("je") {
      try word("zeile")
      column.separator = "\n"
    }
    return column
  }

  private mutating func target() throws(Hinweis) -> Layout.Target {
    let kind = try value()
    switch Fold.key(kind) {
    case "merkmal":
      let name = try value()
      return .attribute(name, value: tokens.takeSign("=") ? try value() : nil)
    case "rolle":
      let name = try value()
      return .role(name, actor: tokens.takeWord("von") ? try value() : nil)
    case "sachstand":
      let column = try columnName(of: "sachstand")
      return .report(column, day: try date(behind: "am", "Tag"))
    case "mittel":
      let column = try columnName(of: "mittel")
      return .funds(column, year: try date(behind: "im", "Jahr"))
    case "kennung": return .identity
    case "nichts": return .ignored
    default:
      let column = VariantParser.fields.first { Fold.key($0) == Fold.key(kind) } ?? Noun.measure?.column(kind)?.name
      guard let column else {
        let ownWords = VariantParser.fields + VariantParser.kinds
        let error = Hinweis("\"\(kind)\" kann eine Spalte nicht sein").marked(last)
        let near = Fold.nearest(kind, among: Set(ownWords + (Noun.measure?.columns.map(\.name) ?? [])).sorted())
        throw near.isEmpty
          ? error.help("möglich sind \(ownWords.joined(separator: ", ")) und jede Spalte der Maßnahmen") : error.didYouMean(kind, near)
      }
      return .field(column)
    }
  }

  private mutating func columnName(of part: String) throws(Hinweis) -> String {
    let word = try value()
    let noun = Kernel.noun(part)
    guard let column = noun?.column(word), column.source == .stored else {
      throw Hinweis("\"\(word)\" ist keine Spalte von \(part)").marked(last).didYouMean(
        word, noun?.columns.filter { $0.source == .stored }.map(\.name) ?? [])
    }
    return column.name
  }

  private mutating func date(behind preposition: String, _ what: String) throws(Hinweis) -> String {
    guard tokens.takeWord(preposition) else { return "" }
    if preposition == "im" { _ = tokens.takeWord("jahr") }
    let text = try value()
    guard Datum(text) != nil else { throw Hinweis("\"\(text)\" ist kein \(what)").marked(last) }
    return text
  }

  private mutating func choice<Value>(_ what: String, _ choices: [(String, Value)]) throws(Hinweis) -> Value {
    let word = try value()
    if let choice = choices.first(where: { Fold.key($0.0) == Fold.key(word) }) { return choice.1 }
    throw Hinweis("\"\(word)\" ist keine \(what)").marked(last).help("möglich sind \(choices.map(\.0).joined(separator: " und "))")
  }

  /// Values between which `;` stands.
  private mutating func values() throws(Hinweis) -> [String] {
    var values = [try value()]
    while tokens.takeSign(";") { values.append(try value()) }
    return values
  }

  private mutating func reason(_ setting: String) throws(Hinweis) -> [Layout.Reason] {
    tokens.takeWord("weil") ? [Layout.Reason(setting, try value())] : []
  }
}

extension Noun {
  fileprivate static var measure: Noun? { Kernel.noun("maßnahme") }
}
