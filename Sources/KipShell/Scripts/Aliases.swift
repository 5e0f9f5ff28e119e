// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery

/// Abbreviations of this session for the beginning of a line.
struct Aliases {
  private(set) var all: [String: (name: String, tokens: [Token])] = [:]

  subscript(word: String) -> [Token]? { all[Fold.key(word)]?.tokens }

  mutating func set(_ name: String, _ tokens: [Token]?) { all[Fold.key(name)] = tokens.map { (name, $0) } }

  /// Puts what an alias stands for in the place of the first word; an error there marks the alias.
  func expand(_ tokens: [Token]) -> [Token] {
    guard !all.isEmpty, let first = tokens.first, first.kind == .word, let beginning = self[first.text] else { return tokens }
    let placed = beginning.map { token in
      var token = token
      token.span = first.span
      return token
    }
    return expand(placed + tokens.dropFirst())
  }

  /// True if tokens lead back to a name.
  func lead(_ tokens: [Token], to name: String) -> Bool {
    guard let first = tokens.first, first.kind == .word else { return false }
    return Fold.key(first.text) == Fold.key(name) || self[first.text].map { lead($0, to: name) } ?? false
  }
}
