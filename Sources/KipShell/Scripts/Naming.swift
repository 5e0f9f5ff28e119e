// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery

/// What `merke`, `alias` and `variable` share: `NAME = …`.
enum Naming {
  static func read(_ invocation: Invocation, _ declaration: Declaration) throws(Hinweis) -> (name: Token, rest: ArraySlice<Token>) {
    var tokens = invocation.tokens
    guard let name = tokens.popFirst(), let sign = tokens.popFirst(), sign.kind == .sign, sign.text == "=" else {
      throw Hinweis("hinter \(declaration.word) steht ein Name, dann =").marked(invocation.tokens.dropFirst().first?.span).help(
        "etwa: \(declaration.examples.first?.split(separator: "\n").first ?? "")")
    }
    guard !tokens.isEmpty else { throw Hinweis("hinter = fehlt, wofür der Name steht").marked(sign.span) }
    return (name, tokens)
  }

  /// Refuses a name that means something already.
  static func check(_ name: Token, _ session: Session, isAlias: Bool) throws(Hinweis) {
    let word = name.text
    let isName = name.kind == .word && word.first?.isLetter == true && word.allSatisfy { $0.isLetter || $0.isNumber || "_-".contains($0) }
    guard isName else {
      throw Hinweis("\"\(word)\" ist kein Name").marked(name.span).help("ein Name ist ein Wort aus Buchstaben, Ziffern, _ und -")
    }
    let noun = try session.noun(word)
    let key = Fold.key(word)
    let isOfLanguage =
      noun != nil || Commands.named(word) != nil || QueryParser.reserved.contains(key) || EditParser.verb(word) != nil
      || (QueryParser.steps + EditParser.tailWords + ["zum", "bekannt", "gültig", "seit", "heute"]).contains { Fold.key($0) == key }
      || session.pluginCommand(word) != nil
    guard !isOfLanguage else { throw Hinweis("\"\(word)\" ist ein Wort der Sprache").marked(name.span).help("einen anderen Namen wählen") }
    if isAlias, let saved = try SavedQuery.named(word, in: session) {
      throw Hinweis("\"\(saved.name)\" ist schon eine gemerkte Abfrage").marked(name.span).help("einen anderen Namen wählen")
    }
    if !isAlias, session.aliases[word] != nil {
      throw Hinweis("\"\(word)\" ist schon ein Alias").marked(name.span).help("einen anderen Namen wählen, oder: alias \(word) = leer")
    }
  }

  /// Tokens as they are typed.
  static func text(_ tokens: ArraySlice<Token>) -> String {
    var text = ""
    var last: Token?
    for token in tokens {
      let isBehindBracket = last?.kind == .sign && last?.text == "("
      let isClose = last == nil || isBehindBracket || token.kind == .sign && [",", ";", ":", ")"].contains(token.text)
      text += (isClose ? "" : " ") + (token.kind == .text ? "\"\(token.text.replacing("\"", with: "\"\""))\"" : token.text)
      last = token
    }
    return text
  }
}
