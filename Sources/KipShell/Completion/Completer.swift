// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

/// Says what may stand at the cursor: words of the language, columns, values from the plan, files, offers of plug-ins.
struct Completer {
  let session: Session
  /// The word at the cursor as it was typed: on disk case counts.
  var word = ""

  static let limit = 200

  /// What may stand at the cursor; where a value has begun before the last word, it takes the place of all of it.
  struct Found {
    var candidates: [Candidate]
    /// The first word that a candidate takes the place of, and how candidates begin then.
    var whole: (first: Token, typed: String)?

    init(_ candidates: [Candidate]) { self.candidates = candidates }

    init(_ candidates: [Candidate], from first: Token, _ typed: String) {
      self.candidates = candidates
      whole = (first, typed)
    }
  }

  func completions(_ text: String, cursor: Int) -> Completions {
    let before = String(decoding: text.utf8.prefix(cursor), as: UTF8.self)
    // A word begins behind the last blank or sign, or at an open quotation mark.
    var start = before.endIndex
    var isQuoted = false
    for (index, character) in zip(before.indices, before) {
      if "\"„“”".contains(character) {
        isQuoted.toggle()
        start = isQuoted ? index : before.endIndex
      } else if !isQuoted && (character.isWhitespace || "(|;=<>!:".contains(character)) {
        start = before.endIndex
      } else if start == before.endIndex {
        start = index
      }
    }
    let word = String(before[start...])
    var typed = Fold.key(word.filter { !"\"„“”".contains($0) })
    let head = (try? Lexer.tokens(String(before[..<start]))) ?? []
    let reading = Completer(session: session, word: word.filter { !"\"„“”".contains($0) })
    let found = (try? reading.candidates(head, typed)) ?? Found([])
    if let whole = found.whole {
      start = before.index(before.startIndex, offsetBy: whole.first.span.start)
      typed = whole.typed
    }
    let fitting = found.candidates.filter { Fold.key($0.text.filter { $0 != "\"" }).hasPrefix(typed) }
    return Completions(replaced: before[..<start].utf8.count..<cursor, Array(fitting.prefix(Completer.limit)))
  }

  private func candidates(_ head: [Token], _ typed: String) throws(Hinweis) -> Found {
    if beginsQuery(head) { return Found(names + Kernel.asked.map { Candidate($0.plural, $0.summary) }) }
    let head = inner(head)
    guard let first = head.first else { return Found(beginnings) }
    if let edit = try edit(head, typed) { return Found(edit) }
    if let command = Commands.named(first.text) {
      if command is ReportCommand, head.count > 1 {
        return Found(try parameters(ReportCommand().declaration(for: head[1].text, session), Array(head.dropFirst(2)), typed))
      }
      if let command = command as? ExportCommand, head.count > 1 {
        return Found(try parameters(command.declaration(for: head[1].text), Array(head.dropFirst(2)), typed))
      }
      if command is SettingsCommand {
        return Found(try parameters(SettingsCommand.declaration(session), head.dropFirst().filter { $0.text != "=" }, typed))
      }
      if command is ExplainCommand { return try query(Array(head.dropFirst()), typed) }
      if let steps = steps(behind: command, head) { return try query(steps, typed) }
      return Found(try parameters(command.declaration, Array(head.dropFirst()), typed))
    }
    if let command = session.pluginCommand(first.text) {
      return Found(try parameters(command.declaration, Array(head.dropFirst()), typed))
    }
    guard let noun = try noun(first.text) else { return Found([]) }
    if Fold.key(noun.plural) != Fold.key(first.text) { return Found(try things(noun, typed)) }
    return try query(head, typed)
  }

  /// The query that the steps behind a command ask, which makes what they ask for; nil if there are none.
  private func steps(behind command: any ShellCommand, _ head: [Token]) -> [Token]? {
    let made = command is SearchCommand ? ("fundstellen", 2) : command is SynopsisCommand ? ("gegenüberstellungen", 3) : nil
    guard let (noun, count) = made, head.count >= count else { return nil }
    return [Token(kind: .word, text: noun, span: head[0].span)] + head.dropFirst(count)
  }

  var beginnings: [Candidate] {
    Commands.all.map { Candidate($0.declaration.word, $0.declaration.summary) }
      + session.host.offers(.command).map { Candidate($0.offer.name, $0.offer.summary) } + names
      + Kernel.asked.flatMap { [Candidate($0.plural, $0.summary), Candidate($0.singular, "Karte: \($0.summary)")] }
  }

  /// What the help explains, its topics first.
  var helpWords: [Candidate] {
    var seen: Set<String> = []
    return (HelpPage.all.map { Candidate($0.name, $0.summary) } + beginnings).filter { seen.insert(Fold.key($0.text)).inserted }
  }

  func noun(_ word: String) throws(Hinweis) -> Noun? { try session.noun(word) }
}
