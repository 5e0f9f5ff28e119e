// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

struct HelpCommand: ShellCommand {
  let declaration = Declaration(
    word: "hilfe", synonyms: ["help"], summary: "erklärt Themen, Befehle und Wörter",
    parameters: [
      .init(name: "wort", kind: .positional(.command), summary: "ein Thema, ein Befehl, ein Wort der Abfrage, oder was gesucht wird")
    ],
    examples: ["hilfe", "hilfe abfragen", "hilfe importiere", "hilfe maßnahmen", "hilfe beginnt mit", "hilfe Frist"])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    let word = invocation.tokens.map(\.text).joined(separator: " ")
    let library = HelpLibrary(invocation: invocation)
    if word.isEmpty { return try session.answer(library.overview) }
    let pages = try library.pages(word)
    guard var first = pages.first else {
      let found: Document
      do throws(Hinweis) {
        found = try HelpSearch(session: session).found(word)
      } catch {
        throw error.marked(invocation.tokens.first?.span)
      }
      return try session.answer(found)
    }
    // One word may name several: a topic and a kind of things.
    for page in pages.dropFirst() { first.blocks += [.heading(1, page.title)] + page.blocks }
    try session.answer(first)
  }
}
