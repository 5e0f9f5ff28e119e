// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery

struct HelpCommand: ShellCommand {
  let declaration = Declaration(
    word: "hilfe", synonyms: ["help"], summary: "erklärt Befehle und Wörter",
    parameters: [
      .init(name: "wort", kind: .positional(.command), summary: "ein Befehl, ein Wort der Abfrage, oder ein Wort, das gesucht wird")
    ],
    examples: ["hilfe", "hilfe importiere", "hilfe maßnahmen", "hilfe tabelle"])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    guard let word = try declaration.read(invocation.tokens)["wort"] else { return try session.answer(overview(session)) }
    if let command = Commands.named(word) { return try session.answer(page(command.declaration(for: invocation))) }
    if let offer = session.host.offers(.command).first(where: { Fold.key($0.offer.name) == Fold.key(word) })?.offer {
      return try session.answer(page(PluginCommand(offer: offer).declaration))
    }
    if let offer = session.host.offers(.report).first(where: { Fold.key($0.offer.name) == Fold.key(word) })?.offer {
      return try session.answer(page(ReportCommand().declaration(for: offer.name, session)))
    }
    if let noun = try session.store?.noun(word) ?? Kernel.noun(word) { return try session.answer(page(noun)) }
    if let step = Completer.steps.first(where: { Fold.key($0.text) == Fold.key(word) }) { return try session.answer(page(step)) }
    try session.answer(try search(word, session))
  }

  private func overview(_ session: Session) -> Document {
    var document = Document("kip")
    document.blocks = [
      .text("Eine Zeile ist ein Befehl, eine Abfrage oder die Karte eines Dings."), .heading(1, "Abfragen"),
      .list(
        [
          "maßnahmen wo hut unter \"FB 51\" und status = geplant | zeige nr, text",
          "einträge wo bemerkung enthält gelistet | sortiere nach nr",
          "maßnahmen | gruppiere nach handlungsfeld: anzahl", "akteure ohne maßnahmen", "maßnahme \"12,1\"",
        ].map { [Run($0, .code)] }),
      .text("Gefragt werden kann nach: " + Kernel.asked.map(\.plural).joined(separator: ", ")), .heading(1, "Befehle"),
      .table(commands(session)),
      .text("hilfe WORT erklärt einen Befehl oder ein Wort; die Tabulatortaste zeigt, was weiter möglich ist; beende oder Strg-D beendet."),
    ]
    return document
  }

  private func commands(_ session: Session) -> Table {
    let declarations = Commands.all.map(\.declaration) + session.host.offers(.command).map { PluginCommand(offer: $0.offer).declaration }
    return Table(
      "", columns: [Table.Column("befehl", "Befehl"), Table.Column("bedeutung", "Bedeutung")],
      rows: TextRows(declarations.map { [$0.word, $0.summary] }))
  }

  private func page(_ declaration: Declaration) -> Document {
    var document = Document(declaration.word)
    document.blocks = [.text(declaration.summary), .paragraph([Run(declaration.usage, .code)])]
    if !declaration.parameters.isEmpty {
      let rows = declaration.parameters.map { [$0.name, $0.summary + ($0.isRequired ? " (nötig)" : "")] }
      document.blocks.append(
        .table(Table("", columns: ["Angabe", "Bedeutung"].map { Table.Column(Fold.key($0), $0) }, rows: TextRows(rows))))
    }
    document.blocks += declaration.notes.map { .text($0) }
    if !declaration.examples.isEmpty {
      document.blocks += [.heading(1, "Beispiele"), .list(declaration.examples.map { [Run($0, .code)] })]
    }
    return document
  }

  private func page(_ step: Candidate) -> Document {
    Document(
      "\(step.text) (Schritt einer Abfrage)", [.text(step.summary), .text("Schritte: \(QueryParser.steps.joined(separator: ", "))")])
  }

  private func page(_ noun: Noun) -> Document {
    Document(
      noun.plural,
      [
        .text(noun.summary),
        .paragraph([Run("\(noun.plural) wo \(noun.shown.first ?? "id") = … | zeige \(noun.shown.joined(separator: ", "))", .code)]),
        .table(
          Table(
            "", columns: [Table.Column("spalte", "Spalte"), Table.Column("bedeutung", "Bedeutung")],
            rows: TextRows(noun.columns.map { [$0.name, $0.summary] }))),
        .text("Schritte: \(QueryParser.steps.joined(separator: ", "))"),
      ])
  }

  /// Commands, words and columns in whose explanation a word stands.
  private func search(_ word: String, _ session: Session) throws(Hinweis) -> Document {
    let key = Fold.key(word)
    var rows =
      Commands.all.map(\.declaration).map { [$0.word, $0.summary] }
      + session.host.offers(.command).map { [$0.offer.name, $0.offer.summary] }
    rows +=
      session.host.offers(.report).map { ["bericht \($0.offer.name)", $0.offer.summary] }
      + session.host.offers(.format).map { ["format \($0.offer.name)", $0.offer.summary] }
    rows += Completer.steps.map { ["Schritt \($0.text)", $0.summary] }
    for noun in try session.store?.allNouns() ?? Kernel.nouns {
      rows.append([noun.plural, noun.summary])
      for column in noun.columns {
        rows.append(["\(noun.plural): \(try session.words(for: column).joined(separator: ", "))", column.summary])
      }
    }
    let found = rows.filter { Fold.key($0[0] + " " + $0[1]).contains(key) }
    guard !found.isEmpty else {
      throw Hinweis("zu \"\(word)\" gibt es keine Hilfe").help("hilfe zeigt alle Befehle").didYouMean(word, Dispatcher.words(session))
    }
    return Document(
      "", [.table(Table("", columns: [Table.Column("wort", "Wort"), Table.Column("bedeutung", "Bedeutung")], rows: TextRows(found)))])
  }
}
