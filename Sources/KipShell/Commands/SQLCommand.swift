// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

struct SQLCommand: ShellCommand {
  let declaration = Declaration(
    word: "sql",
    summary: "fragt den Plan in SQL, nur lesend; die Sichten heißen wie die Abfragen (massnahmen, eintraege), ihre Spalten wie bei spalten",
    parameters: [
      .init(
        name: "anweisung", kind: .positional(.text), summary: "eine Anweisung mit select; :NAME steht für den Wert der Variablen NAME",
        isRequired: true)
    ],
    examples: ["sql \"select status, count(*) as anzahl from massnahmen group by status\""])

  var takesMoments: Bool { true }

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    let call = try declaration.read(invocation.tokens)
    let text = call["anweisung"] ?? ""
    do throws(Hinweis) {
      try session.plan().select(text, value: { (name) throws(Hinweis) in try value(name, session) }) { (table) throws(Hinweis) in
        try session.answer(table)
      }
    } catch {
      throw placed(error, call.span("anweisung"), text)
    }
  }

  private func value(_ name: String, _ session: Session) throws(Hinweis) -> String {
    guard let value = session.variables[name] else {
      throw Hinweis("die Variable \"\(name)\" hat keinen Wert").help("beim Aufruf angeben: -D \(name)=WERT")
    }
    return value.text
  }

  /// The error with its place in the line, where the text stands there as it is.
  private func placed(_ error: Hinweis, _ span: Span?, _ text: String) -> Hinweis {
    guard let span else { return error }
    guard let place = error.excerpt, span.length == text.count + 2 else { return error.marked(span) }
    return error.marked(Span(start: span.start + 1 + place.start, length: place.length))
  }
}
