// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery

/// What stands behind `wenn`: two values compared, the figure of a query compared, or a query that finds something.
///
/// Which of them it is follows from what was typed, never from the value of a variable.
struct BlockCondition {
  let session: Session

  private static let signs = ["=", "!=", "<", ">", "<=", ">="]

  func holds(_ typed: ArraySlice<Token>) throws(Hinweis) -> Bool {
    var typed = typed
    let isNegated = typed.first.map { $0.kind == .word && Fold.key($0.text) == "nicht" } ?? false
    if isNegated { typed.removeFirst() }
    return try isTrue(typed) != isNegated
  }

  private func isTrue(_ typed: ArraySlice<Token>) throws(Hinweis) -> Bool {
    guard let first = typed.first else { throw Hinweis("hier fehlt die Bedingung") }
    let tokens = try session.variables.expand(Array(typed))
    if typed.count > 1, BlockCondition.isSign(tokens[1]) {
      if !first.text.contains("${"), try session.isQuery(typed) {
        throw Hinweis("\"\(first.text)\" ist hier eine Abfrage, kein Wert").marked(first.span).help("etwa: wenn \(first.text) | anzahl > 10")
      }
      return try compare(Operand(tokens[0].text, span: first.span), tokens[1], tokens[2...])
    }
    if tokens.count == 2, first.text.contains("${"), tokens[1].kind == .word, ["leer", "gesetzt"].contains(Fold.key(tokens[1].text)) {
      return tokens[0].text.isEmpty == (Fold.key(tokens[1].text) == "leer")
    }
    guard first.kind == .word else {
      throw Hinweis("eine Bedingung vergleicht zwei Werte oder ist eine Abfrage").marked(first.span).help(
        "etwa: wenn ${JAHR} = 2025, oder: wenn maßnahmen wo hut leer")
    }
    if let index = BlockCondition.figure(tokens) {
      let value = try session.value(of: tokens[..<index])
      return try compare(Operand(value, span: first.span), tokens[index], tokens[(index + 1)...])
    }
    return try finds(tokens[...])
  }

  private static func isSign(_ token: Token) -> Bool { token.kind == .sign && signs.contains(token.text) }

  /// The sign with which a figure at the end of a query is compared: `… | anzahl > 10`.
  private static func figure(_ tokens: [Token]) -> Int? {
    guard let sign = tokens.lastIndex(where: isSign), let pipe = tokens[..<sign].lastIndex(where: { $0.kind == .sign && $0.text == "|" }),
      pipe + 1 < sign
    else { return nil }
    let word = Fold.key(tokens[pipe + 1].text)
    return Aggregate.Function.allCases.contains { Fold.key($0.rawValue) == word } ? sign : nil
  }

  private func finds(_ tokens: ArraySlice<Token>) throws(Hinweis) -> Bool {
    var tokens = tokens
    let last = tokens.last
    var query = try session.viewedQuery(&tokens)
    if case .total = query.steps.last {
      throw Hinweis("eine Kennzahl gibt immer eine Zeile").marked(last?.span).help("sie vergleichen, etwa: … | anzahl > 10")
    }
    query.steps.append(.first(1))
    return try !session.plan().rows(query).rows.all().isEmpty
  }

  // MARK: Comparing

  private func compare(_ left: Operand, _ sign: Token, _ right: ArraySlice<Token>) throws(Hinweis) -> Bool {
    guard let first = right.first, right.allSatisfy({ $0.kind != .sign }) else {
      throw Hinweis("hinter \(sign.text) steht ein Wert").marked(right.first?.span ?? sign.span)
    }
    let (a, b) = (left.text, right.map(\.text).joined(separator: " "))
    let isEqual: Bool
    var isLess: Bool?
    if let a = GermanNumber.value(a), let b = GermanNumber.value(b) {
      (isEqual, isLess) = (a == b, a < b)
    } else if let a = Datum(words: a), let b = Datum(words: b) {
      (isEqual, isLess) = (a == b, a.lastDay < b.lastDay)
    } else {
      isEqual = Fold.key(a) == Fold.key(b)
    }
    if sign.text == "=" { return isEqual }
    if sign.text == "!=" { return !isEqual }
    guard let isLess else {
      throw Hinweis("\"\(a)\" und \"\(b)\" sind nicht größer oder kleiner").marked(first.span).help("das sind nur Zahlen und Daten")
    }
    switch sign.text {
    case "<": return isLess
    case "<=": return isLess || isEqual
    case ">": return !isLess && !isEqual
    default: return !isLess
    }
  }
}
