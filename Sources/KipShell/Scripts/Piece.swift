// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanQuery

/// A piece of a script: one statement, or a block with the pieces in it.
indirect enum Piece {
  case line(Statement)
  /// `wenn … sonst wenn … sonst … ende`.
  case choice([Branch], otherwise: [Piece])
  /// `für jede … in … ende`.
  case loop(Loop)

  struct Branch {
    var head: Statement
    /// What stands behind `wenn`.
    var condition: ArraySlice<Token>
    var body: [Piece]
  }

  struct Loop {
    var head: Statement
    /// The variable of the row.
    var name: String
    var query: ArraySlice<Token>
    var body: [Piece]
  }
}

extension [Piece] {
  /// All statements, those that open a block among them.
  var statements: [Statement] {
    flatMap { piece in
      switch piece {
      case .line(let statement): [statement]
      case .choice(let branches, let otherwise): branches.flatMap { [$0.head] + $0.body.statements } + otherwise.statements
      case .loop(let loop): [loop.head] + loop.body.statements
      }
    }
  }
}
