// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery

/// Decides what a line is: a command, a query, or the card of one thing.
struct Dispatcher {
  let session: Session

  func run(_ first: Token, _ tokens: ArraySlice<Token>, _ statement: Statement) throws(Hinweis) {
    guard first.kind == .word else {
      throw Hinweis("eine Zeile beginnt mit einem Befehl oder mit dem, wonach gefragt wird").marked(first.span).help("hilfe zeigt beides")
    }
    try session.checkInitFile(first)
    if let command = Commands.named(first.text) {
      return try run(command, Invocation(session: session, first: first, tokens: tokens.dropFirst(), statement: statement))
    }
    if let script = InputScript(tokens) { return try script.run(session) }
    if let noun = try session.noun(first.text) {
      if session.store == nil, noun.table == TypedInputs.table, tokens.count == 1 { return try session.answer(session.inputs.document()) }
      if let (typed, step) = Dispatcher.edit(tokens) {
        var before = typed
        let view = Viewpoint.take(behindNounOf: &before)
        try checkIsOwn(view)
        return try EditRunner(session, statement).run(before, then: step)
      }
      var tokens = tokens
      if Dispatcher.asksForAll(noun, tokens) {
        let view = Viewpoint.take(behindNounOf: &tokens)
        let query = try session.query(tokens)
        return try Question(session: session).answer(query, of: view)
      }
      let view = Viewpoint.take(fromCard: &tokens)
      let rest = tokens.dropFirst()
      return try session.looking(view) { () throws(Hinweis) in try Card(session: session).answer(noun, rest) }
    }
    if let command = session.pluginCommand(first.text) {
      return try run(command, Invocation(session: session, first: first, tokens: tokens.dropFirst(), statement: statement))
    }
    if let saved = try SavedQuery.named(first.text, in: session) { return try run(saved, tokens, statement) }
    let unknown = Hinweis("unbekannter Befehl \"\(first.text)\"").marked(first.span)
    throw remedy(first.text).map { unknown.help($0) }
      ?? unknown.help(
        "eine Frage beginnt mit dem, wonach gefragt wird, etwa maßnahmen; hilfe zeigt, wie es geht, hilfe befehle alle Befehle"
      ).didYouMean(first.text, Dispatcher.words(session))
  }

  func checkIsOwn(_ view: Viewpoint) throws(Hinweis) {
    guard view.isOwnAndNow else {
      throw Hinweis("geändert wird nur der eigene Plan, wie er heute ist").marked((view.plan ?? view.edition)?.span)
    }
  }

  /// True for a query; where singular and plural are one word (`mittel`), a text in quotation marks behind it names one thing.
  static func asksForAll(_ noun: Noun, _ tokens: ArraySlice<Token>) -> Bool {
    guard let first = tokens.first, Fold.key(noun.plural) == Fold.key(first.text) else { return false }
    return Fold.key(noun.plural) != Fold.key(noun.singular) || tokens.dropFirst().first?.kind != .text
  }

  /// What stands before and behind the `|` at which a query or card becomes an edit.
  static func edit(_ tokens: ArraySlice<Token>) -> (ArraySlice<Token>, ArraySlice<Token>)? {
    let pipe = tokens.indices.dropLast().first { index in
      let next = tokens[index + 1]
      return tokens[index].kind == .sign && tokens[index].text == "|" && next.kind == .word && EditParser.verb(next.text) != nil
    }
    return pipe.map { (tokens[..<$0], tokens[($0 + 1)...]) }
  }

  /// Runs a command; one that asks the plan does so at the moment that the line names.
  private func run(_ command: some ShellCommand, _ invocation: Invocation) throws(Hinweis) {
    guard command.takesMoments else { return try command.run(invocation) }
    let own = command.declaration(for: invocation).parameters.flatMap { [$0.name] + $0.synonyms }
    let ownWords = Set(own.map { Fold.key($0) })
    var tokens = invocation.all
    let view = Viewpoint.take(fromCall: &tokens, own: ownWords)
    let (moment, rest) = try MomentReader.extract(from: tokens.dropFirst(), own: ownWords)
    var asking = invocation
    asking.tokens = rest
    let call = asking
    try session.looking(view) { () throws(Hinweis) in
      try session.reading(moment) { () throws(Hinweis) in
        try session.tellBeginning(moment)
        try command.run(call)
      }
    }
  }

  /// What to type in place of a word that is known, but begins no line.
  private func remedy(_ word: String) -> String? {
    let key = Fold.key(word)
    if QueryParser.steps.contains(where: { Fold.key($0) == key }) { return "das ist ein Schritt einer Abfrage, etwa: maßnahmen | \(word)" }
    let reports = session.host.offers(.report).map(\.offer.name)
    return reports.first { Fold.key($0) == key }.map { "einen Bericht macht: bericht \($0)" }
  }

  /// Every word with which a line can begin.
  static func words(_ session: Session) -> [String] {
    Commands.all.flatMap { [$0.declaration.word] + $0.declaration.synonyms } + Kernel.nouns.flatMap { [$0.plural, $0.singular] }
      + session.host.offers(.command).map(\.offer.name) + Completer(session: session).names.map(\.text)
  }
}

/// A call of a command.
struct Invocation {
  let session: Session
  /// The command's word.
  let first: Token
  /// What stands behind it.
  var tokens: ArraySlice<Token>
  /// The same with the command's word in front.
  var all: ArraySlice<Token> { [first] + tokens }
  let statement: Statement
}

/// A command of the shell: its declaration, and what it does.
protocol ShellCommand: Sendable {
  var declaration: Declaration { get }
  /// True if it only asks the plan, so that `stand D`, `bekannt D` and `gültig am D` say of which moment.
  var takesMoments: Bool { get }
  /// True if it only sets how kip behaves, so that it may stand in an init file.
  var isSetting: Bool { get }
  /// The declaration with what this call may take besides.
  func declaration(for invocation: Invocation) -> Declaration
  func run(_ invocation: Invocation) throws(Hinweis)
}

extension ShellCommand {
  var takesMoments: Bool { false }
  var isSetting: Bool { false }
  func declaration(for invocation: Invocation) -> Declaration { declaration }
}
