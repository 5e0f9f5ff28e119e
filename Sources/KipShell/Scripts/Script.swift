// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery

/// A script that was read as a whole: what it must be given, and its pieces. Nothing of it has run.
struct Script {
  let parameters: [ScriptParameter]
  let pieces: [Piece]

  init(_ text: String, source: String) throws(Hinweis) { try self.init(Statement.all(in: text, source: source)) }

  /// - Parameter statements: the statements of all its lines; what is wrong with them is said with its place.
  init(_ statements: [Statement]) throws(Hinweis) {
    // Only the last can be unfinished, and may have swallowed what was to close a block.
    if let last = statements.last {
      do throws(Hinweis) { _ = try last.tokens } catch { throw last.located(error) }
    }
    let declared = statements.prefix { ScriptParameter.word == $0.word }
    var parameters: [ScriptParameter] = []
    for statement in declared { parameters.append(try ScriptParameter(statement)) }
    self.parameters = parameters
    let rest = Array(statements.dropFirst(declared.count))
    if let late = rest.first(where: { $0.word == ScriptParameter.word }) {
      throw late.located(Hinweis("parameter steht am Anfang des Skripts, vor allem anderen"))
    }
    pieces = try BlockReader.pieces(rest)
  }
}

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
