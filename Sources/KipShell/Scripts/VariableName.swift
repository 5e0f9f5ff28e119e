// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery

/// How a variable may be called.
enum VariableName {
  static func check(_ token: Token) throws(Hinweis) {
    let isName =
      token.kind == .word && token.text.first?.isLetter == true && token.text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    guard isName else {
      throw Hinweis("\"\(token.text)\" ist kein Name einer Variablen").marked(token.span).help("erlaubt sind Buchstaben, Ziffern und _")
    }
  }
}
