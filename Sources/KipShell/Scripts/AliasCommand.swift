// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery

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
