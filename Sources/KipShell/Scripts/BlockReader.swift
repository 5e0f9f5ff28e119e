// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery

// The grammar of blocks; each of these is a statement, words are compared without case and umlauts.
//
//   choice    = "wenn" condition { piece } { "sonst" "wenn" condition { piece } } ["sonst" { piece }] "ende"
//   loop      = "für" ("jede" | "jeden" | "jedes") NAME "in" query { piece } "ende"
//   condition = ["nicht"] ( value ( "=" | "!=" | "<" | ">" | "<=" | ">=" ) value | value "leer"
//             | query "|" figure ( "=" | … ) value | query )

/// Makes pieces of statements; the error is a block that is not as it must be, at its opening line.
struct BlockReader {
  private var statements: ArraySlice<Statement>
  private var depth = 0

  private init(_ statements: [Statement]) { self.statements = statements[...] }

  static func pieces(_ statements: [Statement]) throws(Hinweis) -> [Piece] {
    var reader = BlockReader(statements)
    return try reader.pieces(in: nil)
  }

  /// The word of the innermost block that is open at the end of some statements.
  static func open(in statements: [Statement]) -> String? {
    var open: [String] = []
    for statement in statements {
      switch statement.word {
      case "wenn": open.append("wenn")
      case "fuer": open.append("für")
      case "ende": _ = open.popLast()
      default: continue
      }
    }
    return open.last
  }

  private mutating func pieces(in block: Statement?) throws(Hinweis) -> [Piece] {
    depth += 1
    defer { depth -= 1 }
    if let block, depth > 101 { throw block.located(Hinweis("mehr als 100 Blöcke ineinander")) }
    var found: [Piece] = []
    while let next = statements.first {
      let word = next.word
      if block != nil, word == "sonst" || word == "ende" { return found }
      statements.removeFirst()
      switch word {
      case "wenn": found.append(try choice(next))
      case "fuer": found.append(try loop(next))
      case "sonst": throw next.located(Hinweis("hier ist kein wenn offen, zu dem das sonst gehört"))
      case "ende":
        throw next.located(Hinweis("hier ist kein Block offen, den das ende schließt").help("kip beendet: beende"))
      default: found.append(.line(next))
      }
    }
    return found
  }

  private mutating func choice(_ opening: Statement) throws(Hinweis) -> Piece {
    var branches = [try branch(opening, behind: 1)]
    while true {
      let next = try end(of: opening)
      if next.word == "ende" { return .choice(branches, otherwise: []) }
      let rest = try BlockReader.tokens(next).dropFirst()
      if let word = rest.first, word.kind == .word, Fold.key(word.text) == "wenn" {
        branches.append(try branch(next, behind: 2))
        continue
      }
      if let word = rest.first {
        throw next.located(
          Hinweis("hinter sonst steht nichts oder wenn").marked(word.span).help("was dann geschieht, steht in den Zeilen darunter"))
      }
      let otherwise = try pieces(in: opening)
      let closing = try end(of: opening)
      guard closing.word == "ende" else {
        throw closing.located(Hinweis("auf sonst folgt ende").help("sonst wenn … steht vor dem sonst ohne Bedingung"))
      }
      return .choice(branches, otherwise: otherwise)
    }
  }

  private mutating func branch(_ head: Statement, behind words: Int) throws(Hinweis) -> Piece.Branch {
    let condition = try BlockReader.tokens(head).dropFirst(words)
    guard !condition.isEmpty else {
      throw head.located(Hinweis("hinter wenn fehlt die Bedingung").help("etwa: wenn maßnahmen wo hut leer, oder: wenn ${JAHR} = 2025"))
    }
    return Piece.Branch(head: head, condition: condition, body: try pieces(in: head))
  }

  private mutating func loop(_ opening: Statement) throws(Hinweis) -> Piece {
    let tokens = try BlockReader.tokens(opening)
    let words = tokens.prefix(4).map { $0.kind == .word ? $0.text : "" }
    guard words.count == 4, ["jede", "jeden", "jedes"].contains(Fold.key(words[1])), Fold.key(words[3]) == "in", tokens.count > 4 else {
      throw opening.located(Hinweis("so beginnt keine Schleife").help("etwa: für jede einheit in einheiten mit hut"))
    }
    do throws(Hinweis) { try VariableName.check(tokens[tokens.startIndex + 2]) } catch { throw opening.located(error) }
    let body = try pieces(in: opening)
    let closing = try end(of: opening)
    guard closing.word == "ende" else { throw closing.located(Hinweis("zu für gehört kein sonst")) }
    return .loop(Piece.Loop(head: opening, name: words[2], query: tokens.dropFirst(4), body: body))
  }

  /// Takes the `sonst` or `ende` of a block.
  private mutating func end(of opening: Statement) throws(Hinweis) -> Statement {
    guard let next = statements.popFirst() else {
      let name = opening.word == "fuer" ? "für" : "wenn"
      throw opening.located(Hinweis("zu diesem \(name) fehlt das ende").help("ende steht allein in einer Zeile hinter dem Block"))
    }
    if next.word == "ende", let rest = try BlockReader.tokens(next).dropFirst().first {
      throw next.located(Hinweis("hinter ende steht nichts").marked(rest.span))
    }
    return next
  }

  private static func tokens(_ statement: Statement) throws(Hinweis) -> ArraySlice<Token> {
    do throws(Hinweis) { return try statement.tokens[...] } catch { throw statement.located(error) }
  }
}
