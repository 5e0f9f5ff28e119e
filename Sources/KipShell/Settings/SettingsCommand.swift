// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery

/// Shows the settings, and changes one: `einstellung zeit = ein`.
struct SettingsCommand: ShellCommand {
  let declaration = Declaration(
    word: "einstellungen", synonyms: ["einstellung"],
    summary: "zeigt, was eingestellt ist und was es bedeutet; stellt eines ein: einstellung zeit = ein",
    examples: ["einstellungen", "einstellung zeit = ein\neinstellung breite = 100"])
  let isSetting = true

  func declaration(for invocation: Invocation) -> Declaration { SettingsCommand.declaration(invocation.session) }

  /// The declaration with each setting as a parameter, for help and completion.
  static func declaration(_ session: Session) -> Declaration {
    var full = SettingsCommand().declaration
    full.parameters = Preference.all(session).map {
      .init(name: $0.name, kind: .named(.words($0.words)), summary: "\($0.summary): \($0.allowed)")
    }
    return full
  }

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    var tokens = invocation.tokens
    let all = Preference.all(session)
    guard let name = tokens.popFirst() else { return try session.answer(SettingsCommand.table(all, session)) }
    guard let preference = all.first(where: { Fold.key($0.name) == Fold.key(name.text) }) else {
      throw Hinweis("eine Einstellung \"\(name.text)\" gibt es nicht").marked(name.span).help("einstellungen zeigt alle")
        .didYouMean(name.text, all.map(\.name))
    }
    if tokens.isEmpty { return try session.answer(SettingsCommand.table([preference], session)) }
    if tokens.first?.kind == .sign, tokens.first?.text == "=" { tokens.removeFirst() }
    guard let value = tokens.popFirst(), value.kind != .sign else {
      throw Hinweis("hinter \(preference.name) fehlt ein Wert").marked(name.span).help("möglich: \(preference.allowed)")
    }
    if let rest = tokens.first { throw Hinweis("unerwartet: \"\(rest.text)\"").marked(rest.span) }
    guard let chosen = preference.value(value.text) else {
      throw Hinweis("\(preference.name) kann nicht \"\(value.text)\" sein").marked(value.span).help("möglich: \(preference.allowed)")
    }
    if !(preference.isOfAnswers && session.isInInitFile && session.keepsForm) { preference.write(session, chosen) }
  }

  private static func table(_ preferences: [Preference], _ session: Session) -> Table {
    Table(headings: ["Name", "Wert", "Möglich", "Bedeutung"], preferences.map { [$0.name, $0.read(session), $0.allowed, $0.summary] })
  }
}
