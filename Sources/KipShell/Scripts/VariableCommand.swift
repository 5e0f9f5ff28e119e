// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery

struct VariableCommand: ShellCommand {
  let declaration = Declaration(
    word: "variable", summary: "gibt einer Variablen einen Wert oder den einer Abfrage; ohne Angabe zeigt es alle",
    parameters: [
      .init(name: "name", kind: .positional(.text), summary: "ihr Name; danach steht ${NAME} für den Wert"),
      .init(name: "= wert", kind: .positional(.text), summary: "der Wert; beginnt er mit dem, wonach gefragt wird, ist es eine Abfrage"),
    ],
    examples: ["variable JAHR = 2025\nmelde \"Bericht ${JAHR}\"", "variable ANZAHL = maßnahmen | anzahl\nmelde \"${ANZAHL} Maßnahmen\""],
    notes: ["Ein Wert bleibt ein Wert: was in ihm steht, wird nie ein Wort der Sprache."])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    guard !invocation.tokens.isEmpty else { return try list(session) }
    let (name, tokens) = try Naming.read(invocation, declaration)
    try VariableName.check(name)
    if try session.isQuery(tokens) {
      session.variables[name.text] = .init(name: name.text, text: try session.value(of: tokens), isOfPlan: true)
      return
    }
    if let sign = tokens.first(where: { $0.kind == .sign }) {
      throw Hinweis("unerwartet: \"\(sign.text)\"").marked(sign.span).help("ein solcher Wert steht in Anführungszeichen")
    }
    let file = tokens.contains { $0.file != nil } ? tokens.map { $0.file ?? $0.text }.joined(separator: " ") : nil
    session.variables[name.text] = .init(name: name.text, text: tokens.map(\.text).joined(separator: " "), file: file)
  }

  private func list(_ session: Session) throws(Hinweis) {
    try session.answer(Table(headings: ["Name", "Wert"], session.variables.all.map { [$0.name, $0.text] }))
  }
}
