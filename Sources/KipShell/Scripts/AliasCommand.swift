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

struct AliasCommand: ShellCommand {
  let declaration = Declaration(
    word: "alias", summary: "kürzt den Anfang einer Zeile ab, für diese Sitzung; ohne Angabe zeigt es alle",
    parameters: [
      .init(name: "name", kind: .positional(.text), summary: "die Abkürzung, ein Wort"),
      .init(name: "= anfang", kind: .positional(.text), summary: "wofür sie steht; leer nimmt sie weg"),
    ],
    examples: ["alias m = maßnahmen\nm wo hut leer | anzahl", "alias"],
    notes: ["In der Init-Datei gilt ein Alias in jeder Sitzung. Was alle brauchen, die mit dem Plan arbeiten, behält merke."])
  let isSetting = true

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    guard !invocation.tokens.isEmpty else { return try list(session) }
    let (name, tokens) = try Naming.read(invocation, declaration)
    if tokens.count == 1, let word = tokens.first, word.kind == .word, Fold.key(word.text) == "leer" {
      return session.aliases.set(name.text, nil)
    }
    try Naming.check(name, session, isAlias: true)
    guard !session.aliases.lead(Array(tokens), to: name.text) else {
      throw Hinweis("der Alias \"\(name.text)\" stünde für sich selbst").marked(tokens.first?.span)
    }
    session.aliases.set(name.text, Array(tokens))
  }

  private func list(_ session: Session) throws(Hinweis) {
    let rows = session.aliases.all.values.sorted { $0.name < $1.name }.map { [$0.name, Naming.text($0.tokens[...])] }
    try session.answer(Table(headings: ["Name", "Anfang"], rows))
  }
}
