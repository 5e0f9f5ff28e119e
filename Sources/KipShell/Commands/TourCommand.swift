// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery

struct TourCommand: ShellCommand {
  let declaration = Declaration(
    word: "einführung", synonyms: ["tour"], summary: "führt in zehn Schritten durch das Wichtigste, am Plan, der offen ist",
    parameters: [.init(name: "schritt", kind: .positional(.text), summary: "mit welchem Schritt sie beginnt, 1 bis 10")],
    examples: ["einführung", "einführung 4"])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    let call = try declaration.read(invocation.tokens)
    guard let store = session.store else { return try session.answer(Tour.beginning(hasPlan: false)) }
    guard let tour = try Tour(store) else { return try session.answer(Tour.beginning(hasPlan: true)) }
    let count = tour.steps.count
    guard let first = call["schritt"].map({ Int($0) }) ?? 1, (1...count).contains(first) else {
      throw Hinweis("die Einführung hat die Schritte 1 bis \(count)").marked(call.span("schritt")).help("etwa: einführung 4")
    }
    guard session.ask != nil else { return try session.answer(TourCommand.whole(tour, from: first)) }
    for number in first...count {
      try session.answer(TourCommand.document(tour.steps[number - 1], number, count))
      guard try walk(tour.steps[number - 1], session) else {
        return session.tell("weiter geht es mit: einführung \(number)")
      }
    }
  }

  /// One step at the terminal: Enter runs its line, another one that only reads may be typed; false if the user has enough.
  private func walk(_ step: Tour.Step, _ session: Session) throws(Hinweis) -> Bool {
    var hasRun = false
    while true {
      try session.endAnswer()
      let prompt = hasRun || step.writes ? "Enter: weiter; Strg-D: genug > " : "Enter: die Zeile ausführen; Strg-D: genug > "
      guard let typed = session.ask?(Asking(prompt)) else { return false }
      let line = typed.isEmpty && !hasRun && !step.writes ? step.line : typed
      if line.isEmpty { return true }
      if ["ende", "quit", "exit", "beende"].contains(Fold.key(line)) { return false }
      hasRun = hasRun || Fold.key(line) == Fold.key(step.line)
      do throws(Hinweis) {
        try TourCommand.requireReading(line, session)
        for statement in Statement.all(in: line, source: "Einführung") { try session.run(statement) }
      } catch {
        // A slip of the fingers is part of learning: it ends nothing.
        if error.rule != Session.seenEnough { session.tell(error) }
      }
    }
  }

  /// Refuses what does more than ask the plan.
  private static func requireReading(_ line: String, _ session: Session) throws(Hinweis) {
    let tokens = try Lexer.tokens(line)
    guard let first = tokens.first else { return }
    let writes = zip(tokens, tokens.dropFirst()).contains { sign, verb in
      sign.kind == .sign && sign.text == "|" && EditParser.verb(verb.text) != nil
    }
    let asks: Bool
    if let command = Commands.named(first.text) {
      asks = command is HelpCommand || command is ColumnsCommand
    } else {
      asks = try session.store?.noun(first.text) != nil
    }
    guard asks, !writes else {
      throw Hinweis("in der Einführung wird nur gefragt: Abfragen, Karten, hilfe und spalten").help("Strg-D beendet die Einführung")
    }
  }

  // MARK: Documents

  private static func document(_ step: Tour.Step, _ number: Int, _ count: Int) -> Document {
    Document("", blocks(step, number, count))
  }

  private static func whole(_ tour: Tour, from first: Int) -> Document {
    let count = tour.steps.count
    return Document("Einführung", (first...count).flatMap { blocks(tour.steps[$0 - 1], $0, count) })
  }

  private static func blocks(_ step: Tour.Step, _ number: Int, _ count: Int) -> [Block] {
    [.heading(1, "Schritt \(number) von \(count): \(step.title)"), .text(step.text), .list([[Run(step.line, .code)]])]
  }
}
