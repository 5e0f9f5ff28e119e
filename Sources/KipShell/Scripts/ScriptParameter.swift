// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery

/// `parameter JAHR = 2025 "für welches Jahr"`: a variable that a script must be given, or may be.
struct ScriptParameter {
  static let word = "parameter"

  let name: String
  /// The value where none is given; nil if one must be.
  let standard: Token?
  let summary: String
  let statement: Statement

  init(_ statement: Statement) throws(Hinweis) {
    self.statement = statement
    do throws(Hinweis) {
      var tokens = try statement.tokens[...].dropFirst()
      guard let name = tokens.popFirst() else { throw Hinweis("welcher Parameter?").help(ScriptParameter.help) }
      try VariableName.check(name)
      self.name = name.text
      var standard: Token?
      if tokens.first?.text == "=", tokens.first?.kind == .sign {
        tokens.removeFirst()
        guard let value = tokens.popFirst(), value.kind != .sign else {
          throw Hinweis("hinter = fehlt der Wert").help(ScriptParameter.help)
        }
        standard = value
      }
      self.standard = standard
      if tokens.first?.kind == .text { summary = tokens.removeFirst().text } else { summary = "" }
      if let rest = tokens.first {
        throw Hinweis("unerwartet: \"\(rest.text)\"").marked(rest.span).help(
          "ein Wert aus mehreren Wörtern steht in Anführungszeichen; \(ScriptParameter.help)")
      }
    } catch {
      throw statement.located(error)
    }
  }

  private static let help = "so steht er da: parameter JAHR = 2025 \"wofür er ist\"; ohne = muss er angegeben werden"
}
