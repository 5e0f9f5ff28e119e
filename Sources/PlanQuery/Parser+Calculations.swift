// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

extension QueryParser {
  /// A column to show, or what is worked out.
  mutating func shown() throws(Hinweis) -> Shown {
    signs = 0
    let calculation = try sum()
    // Who puts a column into quotation marks would get its name in every row.
    if case .text(let operand) = calculation {
      throw Hinweis("unerwartet: \"\(operand.text)\"; erwartet war eine Spalte").marked(operand.span)
    }
    let alias = try alias()
    guard case .column(let path) = calculation else { return Shown(calculation, alias: alias) }
    return Shown(path, alias: alias)
  }

  /// Refuses a name that another column has: in JSON one of the two would be lost.
  func checkName(of one: Shown, at token: Token?, beside others: [Shown]) throws(Hinweis) {
    let name = Fold.key(one.name)
    if name.isEmpty { throw Hinweis("hinter als fehlt ein Name").marked(token?.span) }
    guard others.contains(where: { Fold.key($0.name) == name }) else { return }
    throw Hinweis("zwei Spalten heißen \"\(one.name)\"").marked(token?.span).help("einer davon mit als einen anderen Namen geben")
  }

  private mutating func sum() throws(Hinweis) -> Calculation {
    var sum = try product()
    while let sign = try take([.plus, .minus, .joined]) { sum = .combined(sum, sign, try product()) }
    return sum
  }

  private mutating func product() throws(Hinweis) -> Calculation {
    var product = try factor()
    while let sign = try take([.times, .divided]) { product = .combined(product, sign, try factor()) }
    return product
  }

  private mutating func factor() throws(Hinweis) -> Calculation {
    if tokens.takeSign("(") {
      depth += 1
      defer { depth -= 1 }
      guard depth <= 101 else { throw Hinweis("mehr als 100 Klammern ineinander").marked(tokens.first?.span) }
      let sum = try sum()
      guard tokens.takeSign(")") else { throw unexpected("\")\" oder ein Rechenzeichen: + - * / &") }
      return sum
    }
    guard let first = tokens.first else { throw unexpected("eine Spalte, eine Zahl oder ein Datum") }
    if first.kind == .text {
      tokens.removeFirst()
      return .text(Operand(first.text, span: first.span))
    }
    // No column begins with a digit.
    let isValue = GermanNumber.value(first.text) != nil || Datum(words: first.text) != nil
    guard first.kind == .word, isValue || first.text.first?.isNumber ?? false else { return .column(try path()) }
    tokens.removeFirst()
    guard isValue else {
      throw Hinweis("\"\(first.text)\" ist weder Zahl noch Datum").marked(first.span).help(
        "Zahlen stehen so: 1250 oder 1.250,50; Daten: 31.12.2024, 12/2024, heute")
    }
    return .value(Operand(first.text, span: first.span))
  }

  /// Takes a sign of calculation, which is a word of its own between blanks.
  private mutating func take(_ wanted: [Calculation.Operator]) throws(Hinweis) -> Calculation.Operator? {
    guard let first = tokens.first, first.kind == .word, let sign = wanted.first(where: { $0.rawValue == first.text }) else { return nil }
    tokens.removeFirst()
    signs += 1
    // Each stands within the one before.
    guard signs <= 100 else {
      throw Hinweis("mehr als 100 Rechenzeichen in einer Spalte").marked(first.span).help(
        "Zwischenergebnisse mit als benennen und damit weiterrechnen")
    }
    return sign
  }
}

extension Shown {
  /// What the column is called in an answer, as far as it was typed.
  fileprivate var name: String { alias ?? calculation?.text ?? path.text }
}

extension Picture.Kind {
  /// The picture that a word means, folded.
  init?(word: String) {
    guard let kind = Picture.Kind.allCases.first(where: { $0.rawValue == Fold.key(word) }) else { return nil }
    self = kind
  }
}
