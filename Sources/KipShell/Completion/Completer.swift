// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit
internal import PlanQuery
internal import PlanStore

/// Says what may stand at the cursor: words of the language, columns, values from the plan, files, offers of plug-ins.
struct Completer {
  let session: Session
  /// The word at the cursor as it was typed: on disk case counts.
  var word = ""

  private static let limit = 200

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
    let typed = Fold.key(word.filter { !"\"„“".contains($0) })
    let head = (try? Lexer.tokens(String(before[..<start]))) ?? []
    let reading = Completer(session: session, word: word.filter { !"\"„“".contains($0) })
    let found = ((try? reading.candidates(head, typed)) ?? []).filter { Fold.key($0.text.filter { $0 != "\"" }).hasPrefix(typed) }
    let offset = before[..<start].utf8.count
    return Completions(replaced: offset..<cursor, Array(found.prefix(Completer.limit)))
  }

  private func candidates(_ head: [Token], _ typed: String) throws(Hinweis) -> [Candidate] {
    if beginsQuery(head) { return names + Kernel.asked.map { Candidate($0.plural, $0.summary) } }
    let head = inner(head)
    guard let first = head.first else { return beginnings }
    if let edit = try edit(head, typed) { return edit }
    if let command = Commands.named(first.text) {
      if command is ReportCommand, head.count > 1 {
        return try parameters(ReportCommand().declaration(for: head[1].text, session), Array(head.dropFirst(2)), typed)
      }
      if command is SettingsCommand {
        return try parameters(SettingsCommand.declaration(session), head.dropFirst().filter { $0.text != "=" }, typed)
      }
      if command is ExplainCommand { return try query(Array(head.dropFirst()), typed) }
      return try parameters(command.declaration, Array(head.dropFirst()), typed)
    }
    if let offer = session.host.offers(.command).first(where: { Fold.key($0.offer.name) == Fold.key(first.text) })?.offer {
      return try parameters(PluginCommand(offer: offer).declaration, Array(head.dropFirst()), typed)
    }
    guard let noun = try noun(first.text) else { return [] }
    if Fold.key(noun.plural) != Fold.key(first.text) { return try things(noun, typed) }
    return try query(head, typed)
  }

  private var beginnings: [Candidate] {
    Commands.all.map { Candidate($0.declaration.word, $0.declaration.summary) }
      + session.host.offers(.command).map { Candidate($0.offer.name, $0.offer.summary) } + names
      + Kernel.asked.flatMap { [Candidate($0.plural, $0.summary), Candidate($0.singular, "Karte: \($0.summary)")] }
  }

  func noun(_ word: String) throws(Hinweis) -> Noun? {
    if let store = session.store { return try store.noun(word) }
    return Kernel.noun(word)
  }

  // MARK: Queries

  private func query(_ head: [Token], _ typed: String) throws(Hinweis) -> [Candidate] {
    guard let first = head.first else { return Kernel.asked.map { Candidate($0.plural, $0.summary) } }
    guard let noun = try noun(first.text), let last = head.last else { return [] }
    if head.count == 1 { return Completer.steps.prefix(3) + Completer.moments + [Candidate("|", "nächster Schritt")] }
    let key = Fold.key(last.text)
    if last.kind == .sign {
      if key == "|" { return Completer.steps + Completer.editSteps }
      if ["=", "!=", "(", ";"].contains(key), let column = column(before: head, noun) { return try values(column, typed) }
      if ["<", ">", "<=", ">="].contains(key) { return [] }
      return try columns(noun)
    }
    switch key {
    case "wo", "und", "oder", "nicht", "zeige", "nach", "mit", "ohne", "sortiere", "gruppiere", "summe", "durchschnitt", "min", "max":
      return try columns(noun)
    case "unter", "enthaelt": return try column(before: head, noun).map { (column) throws(Hinweis) in try values(column, typed) } ?? []
    default:
      if last.kind == .word, noun.column(last.text) != nil, head.count > 1, isCondition(head) { return comparisons }
      return [Candidate("und"), Candidate("oder"), Candidate("|", "nächster Schritt")] + Completer.moments
    }
  }

  private func isCondition(_ head: [Token]) -> Bool {
    let step = head.last { ["wo", "zeige", "sortiere", "gruppiere"].contains(Fold.key($0.text)) }
    return step.map { Fold.key($0.text) == "wo" } ?? false
  }

  static let moments = [
    Candidate("stand", "was an einem Tag galt: stand 31.12.2018"), Candidate("bekannt", "was der Plan damals sagte: bekannt 31.12.2018"),
    Candidate("gültig am", "was an einem Tag gültig war: gültig am 31.12.2018"),
  ]

  static let steps = [
    Candidate("wo", "Bedingung: wo hut unter \"FB 51\" und status = geplant"), Candidate("mit", "hat etwas: mit hut"),
    Candidate("ohne", "hat etwas nicht: ohne hut"),
    Candidate("zeige", "Spalten wählen: zeige nr, text"), Candidate("sortiere", "ordnen: sortiere nach nr absteigend"),
    Candidate("gruppiere", "zusammenfassen: gruppiere nach handlungsfeld: anzahl"), Candidate("anzahl", "zählen"),
    Candidate("summe", "addieren"),
    Candidate("durchschnitt", "mitteln"), Candidate("min", "kleinster Wert"), Candidate("max", "größter Wert"),
    Candidate("erste", "die ersten: erste 10"),
    Candidate("letzte", "die letzten: letzte 10"),
  ]

  private var comparisons: [Candidate] {
    [
      Candidate("=", "ist"), Candidate("!=", "ist nicht"), Candidate("<"), Candidate(">"),
      Candidate("unter", "Einheit oder Feld und alles darunter"),
      Candidate("enthält", "enthält den Text"), Candidate("beginnt mit"), Candidate("in (", "ist eines von"),
      Candidate("leer", "nichts gesagt"),
    ]
  }

  func columns(_ noun: Noun) throws(Hinweis) -> [Candidate] {
    var found: [Candidate] = []
    for column in noun.columns { found += try session.words(for: column).map { Candidate($0, column.summary) } }
    return found
  }

  /// The column that the value at the cursor is compared with.
  private func column(before head: [Token], _ noun: Noun) -> Column? {
    for token in head.reversed() where token.kind == .word {
      let names = token.text.split(separator: ".").map(String.init)
      guard let name = names.last, names.count == 1, let column = noun.column(name) else { continue }
      return column
    }
    return nil
  }

  func values(_ column: Column, _ typed: String) throws(Hinweis) -> [Candidate] {
    if !column.words.isEmpty { return column.words.map { Candidate(Completer.quoted($0)) } }
    if case .thing(let plural) = column.kind, let noun = try noun(plural) { return try things(noun, typed) }
    return []
  }

  /// The names of things that begin as typed.
  func things(_ noun: Noun, _ typed: String) throws(Hinweis) -> [Candidate] {
    try names(noun, typed).map { Candidate(Completer.quoted($0)) }
  }

  func names(_ noun: Noun, _ typed: String) throws(Hinweis) -> [String] {
    guard let store = session.store else { return [] }
    var found: [String] = []
    for key in noun.keys {
      let path = Path([Name(key)])
      var steps: [Step] = [.filter(.not(.empty(path)))]
      if !typed.isEmpty { steps.append(.filter(.compare(path, .begins, Operand(typed)))) }
      steps += [.show([Shown(path)]), .first(Completer.limit)]
      for row in try store.rows(Query(Name(noun.plural), steps)).rows.all() {
        for name in row[0].utf8.split(separator: Table.separator).compactMap({ String($0) }) where name.count <= 80 {
          found.append(name)
        }
      }
    }
    var seen: Set<String> = []
    return found.filter { seen.insert($0).inserted }
  }

  /// A value as it must be typed.
  static func quoted(_ value: String) -> String {
    let isPlain =
      !value.isEmpty && value.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
      && !QueryParser.reserved.contains(Fold.key(value))
    return isPlain ? value : "\"\(value.replacing("\"", with: "\"\""))\""
  }

  // MARK: Commands

  private func parameters(_ declaration: Declaration, _ given: [Token], _ typed: String) throws(Hinweis) -> [Candidate] {
    let names = declaration.parameters.filter { if case .positional = $0.kind { false } else { true } }
    if let last = given.last, last.kind == .word,
      let parameter = names.first(where: { ([$0.name] + $0.synonyms).contains { Fold.key($0) == Fold.key(last.text) } }),
      case .named(let values) = parameter.kind
    {
      return try self.values(values, typed)
    }
    let positions = declaration.parameters.compactMap { parameter in
      if case .positional(let values) = parameter.kind { values } else { nil }
    }
    // Values that stand for themselves come first, as many as there are; words with a value take two tokens.
    let taken = given.prefix { token in !names.contains { Fold.key($0.name) == Fold.key(token.text) } }.count
    var found: [Candidate] = []
    if taken < positions.count, taken == given.count { found = try values(positions[taken], typed) }
    if taken >= positions.count || !given.isEmpty || positions.isEmpty {
      found += names.filter { parameter in !given.contains { Fold.key($0.text) == Fold.key(parameter.name) } }.map {
        Candidate($0.name, $0.summary)
      }
    }
    return found
  }

  private func values(_ values: Declaration.Values, _ typed: String) throws(Hinweis) -> [Candidate] {
    switch values {
    case .file: files(word)
    case .thing(let word): try noun(word).map { (noun) throws(Hinweis) in try things(noun, typed) } ?? []
    case .offer(let point): session.host.offers(point).map { Candidate($0.offer.name, $0.offer.summary) }
    case .noun: Kernel.nouns.map { Candidate($0.plural, $0.summary) }
    case .command: beginnings
    case .plugin: session.host.plugins.map { Candidate($0.name, $0.manifest?.summary ?? "") }
    case .words(let words): words.map { Candidate($0) }
    case .anything: Kernel.asked.map { Candidate($0.singular, $0.summary) }
    case .text, .day: []
    }
  }

  /// Files and folders that begin as typed; case counts here, since it does on disk.
  private func files(_ typed: String) -> [Candidate] {
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    guard let stream = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(stream) }
    var found: [Candidate] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let isFolder = entry.pointee.d_type == UInt8(DT_DIR)
      found.append(Candidate(Completer.path(folder + name + (isFolder ? "/" : "")), isFolder ? "Ordner" : ""))
    }
    return found.sorted { $0.text < $1.text }
  }

  private static func path(_ path: String) -> String { path.contains { $0 == " " || "();|=\"".contains($0) } ? "\"\(path)\"" : path }
}
