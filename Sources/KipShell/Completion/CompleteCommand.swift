// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

struct CompleteCommand: ShellCommand {
  let declaration = Declaration(
    word: "vervollständige", synonyms: ["complete"], summary: "zeigt, was am Ende einer angefangenen Zeile stehen kann",
    parameters: [.init(name: "zeile", kind: .positional(.text), summary: "die angefangene Zeile", isRequired: true)],
    examples: ["vervollständige \"maßnahmen wo sta\""])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    let text = try declaration.read(invocation.tokens)["zeile"] ?? ""
    let found = Completer(session: session).completions(text, cursor: text.utf8.count).candidates
    try session.answer(Table(headings: ["Wort", "Bedeutung"], found.map { [$0.text, $0.summary] }))
  }
}
