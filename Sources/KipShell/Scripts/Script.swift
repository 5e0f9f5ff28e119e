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
