// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

extension QueryParser {
  mutating func or() throws(Hinweis) -> Condition {
    var parts = [try and()]
    while tokens.takeWord("oder") { parts.append(try and()) }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private mutating func and() throws(Hinweis) -> Condition {
    var parts = [try not()]
    while tokens.takeWord("und") { parts.append(try not()) }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  private mutating func not() throws(Hinweis) -> Condition {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 101 else {
      throw Hinweis("die Bedingung ist zu tief geschachtelt (mehr als 100 Klammern und nicht ineinander)").marked(tokens.first?.span)
        .help("die Abfrage mit | in mehrere Schritte teilen")
    }
    if tokens.takeWord("nicht") { return .not(try not()) }
    if tokens.takeWord("ohne") { return .empty(try path()) }
    if tokens.takeWord("mit") { return .not(.empty(try path())) }
    if tokens.takeSign("(") {
      let condition = try or()
      guard tokens.takeSign(")") else { throw unexpected("\")\", \"und\" oder \"oder\"") }
      return condition
    }
    return try comparison()
  }

  private mutating func comparison() throws(Hinweis) -> Condition { try comparison(of: try path()) }

  private mutating func comparison(of path: Path) throws(Hinweis) -> Condition {
    guard let token = tokens.first else { throw unexpected(QueryParser.comparisons) }
    tokens.removeFirst()
    switch (token.kind, Fold.key(token.text)) {
    case (.sign, let sign):
      if let comparison = Condition.Comparison(rawValue: sign) { return .compare(path, comparison, try value()) }
    case (.word, "enthaelt"): return .compare(path, .contains, try value())
    case (.word, "beginnt"):
      guard tokens.takeWord("mit") else { throw unexpected("mit") }
      return .compare(path, .begins, try value())
    case (.word, "unter"): return .below(path, try value())
    case (.word, "zwischen"):
      let low = try value()
      bare = nil
      guard tokens.takeWord("und") else { throw unexpected("und") }
      let high = try value()
      bare = nil
      return .and([.compare(path, .atLeast, low), .compare(path, .atMost, high)])
    case (.word, "in"): return .among(path, try values())
    case (.word, "leer"): return .empty(path)
    case (.word, "ist"), (.word, "nicht"):
      let isNegated = Fold.key(token.text) == "nicht" || tokens.takeWord("nicht")
      if tokens.takeWord("leer") { return isNegated ? .not(.empty(path)) : .empty(path) }
      // `status nicht in (…)` is how people say `nicht status in (…)`.
      guard isNegated, let next = tokens.first, ["in", "enthaelt", "beginnt", "unter", "zwischen"].contains(Fold.key(next.text)) else {
        throw unexpected(isNegated ? "leer, in, enthält, beginnt mit, unter oder zwischen" : "leer oder nicht leer")
      }
      return .not(try comparison(of: path))
    default: break
    }
    throw Hinweis("\"\(token.text)\" ist kein Vergleich").marked(token.span)
      .help((["möglich sind hier \(QueryParser.comparisons)"] + [quotes].compactMap { $0 }).joined(separator: "; "))
  }

  private static let comparisons = "=, !=, <, >, <=, >=, enthält, beginnt mit, unter, in (…), zwischen … und …, leer"

  private mutating func values() throws(Hinweis) -> [Operand] {
    guard tokens.takeSign("(") else { throw unexpected("\"(\"") }
    var values: [Operand] = []
    repeat { values.append(try value()) } while takeSeparator()
    guard tokens.takeSign(")") else { throw unexpected("\";\" oder \")\"") }
    return values
  }

  /// A text in quotation marks, or words up to a reserved one.
  private mutating func value() throws(Hinweis) -> Operand {
    guard let first = tokens.first, first.kind != .sign else { throw unexpected("ein Wert") }
    if first.kind == .text {
      tokens.removeFirst()
      bare = nil
      return Operand(first.text, span: first.span)
    }
    if QueryParser.reserved.contains(Fold.key(first.text)) {
      let error = first.isNoValue
      let remedy = Fold.key(first.text) == "leer" ? "ob nichts gesagt ist, fragt leer ohne Zeichen davor: wo hut leer; " : ""
      throw error.help(remedy + (error.help ?? ""))
    }
    var words: [Token] = []
    while let word = tokens.first, word.kind == .word, !QueryParser.reserved.contains(Fold.key(word.text)) {
      if !words.isEmpty, MomentReader.stands(at: tokens) { break }
      words.append(word)
      tokens.removeFirst()
    }
    bare = tokens.startIndex - words.count..<tokens.startIndex
    return Operand(words: words)
  }
}
