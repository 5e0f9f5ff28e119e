// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

/// Keeps a query in the plan under a name.
struct RememberCommand: ShellCommand {
  let declaration = Declaration(
    word: "merke", summary: "merkt sich eine Abfrage im Plan; ihr Name steht dann überall, wo eine Abfrage beginnt",
    parameters: [
      .init(name: "name", kind: .positional(.text), summary: "der Name, ein Wort", isRequired: true),
      .init(name: "= abfrage", kind: .positional(.text), summary: "die Abfrage", isRequired: true),
    ],
    examples: [
      "merke offen = maßnahmen wo status = \"keine Angabe\"\noffen wo hut = \"FB 51\" | anzahl",
      "merke ohne_hut = maßnahmen wo hut leer | zeige nr, text",
    ],
    notes: [
      "Alle zeigt: abfragen. Eine vergessen: lösche abfrage NAME. Steht in einer gemerkten Abfrage der Name einer anderen, gilt diese in ihrer neuesten Form."
    ]
  )

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    let store = try session.plan()
    let (name, tokens) = try Naming.read(invocation, declaration)
    try Naming.check(name, session, isAlias: false)
    guard let noun = try store.noun(SavedQuery.noun), let column = noun.column("text") else { return }
    let query = try session.query(tokens, within: [Fold.key(name.text)])
    try store.check(query)
    let text = Naming.text(tokens)
    let before = try SavedQuery.named(name.text, in: session)
    if before?.text == text { return session.tell("das steht schon da; nichts geändert") }
    let number = try store.change(session.change(invocation.statement.text)) { (writer) throws(Hinweis) in
      if let id = try store.find(noun, name.text).first {
        _ = try writer.set(noun, id, [Setting(column, [Operand(text)])])
      } else if let title = noun.column(noun.title) {
        _ = try writer.create(noun, [Setting(title, [Operand(name.text)]), Setting(column, [Operand(text)])])
      }
      return writer.number
    }
    if let before { session.tell("überschrieben; bisher war \(before.name): \(before.text)") }
    session.tell("gemerkt: \(name.text) (Änderung \(number))")
  }
}
