// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

struct LockCommand: ShellCommand {
  let declaration = Declaration(
    word: "sperre", summary: "schließt eine Fassung: sie bleibt, wie sie am Stichtag ist, und lässt sich so immer wieder ausgeben",
    parameters: [.init(name: "fassung", kind: .named(.thing("fassung")), summary: "die Fassung", isRequired: true)] + Declaration.reasons,
    examples: [
      "neu konzept \"Zusammen leben\"\nneu fassung \"2016\" in konzept \"Zusammen leben\"\nsperre fassung \"2016\" weil \"vom Rat beschlossen\""
    ])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    let call = try declaration.read(invocation.tokens)
    guard let name = call.operand("fassung") else { return }
    let edition = try session.plan().edition(name)
    let info = try session.info(invocation, call)
    do throws(Hinweis) {
      try session.change(info, call) { (writer) throws(Hinweis) in try writer.lock(edition, on: info.day, today: Datum.today.firstDay) }
    } catch {
      throw error.excerpt == nil ? error.marked(name.span) : error
    }
    session.tell(
      "die Fassung \"\(edition.name)\" ist gesperrt mit dem Stand \(german(info.day)); sie zeigt: maßnahmen fassung \"\(edition.name)\"")
  }
}

struct TransferCommand: ShellCommand {
  let declaration = Declaration(
    word: "überführe", synonyms: ["überführen"],
    summary: "macht aus einer Maßnahme eine andere oder mehrere; sie selbst bleibt in der Geschichte und in der Synopse",
    parameters: [
      .init(name: "maßnahme", kind: .named(.thing("maßnahme")), summary: "die alte Maßnahme", isRequired: true),
      .init(name: "in", kind: .named(.thing("maßnahme")), summary: "was sie wird; mehrfach, wo sie geteilt wird", isRequired: true),
      .init(
        name: "als", kind: .named(.words(TransferCommand.kinds)),
        summary: "was mit ihr geschieht; sonst zusammengelegt, in mehrere geteilt"),
    ] + Declaration.reasons,
    examples: ["überführe maßnahme \"29,0\" in \"17,0\" weil \"zusammengelegt\""])

  private static let kinds = ["zusammengelegt", "geteilt", "umnummeriert", "verschoben", "geändert"]

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    // Several new ones may stand with a comma between them.
    let call = try declaration.read(TransferCommand.repeated("in", invocation.tokens))
    let store = try session.plan()
    guard let noun = try store.noun("maßnahme"), let name = call.operand("maßnahme") else { return }
    let old = try store.theOne(noun, name)
    var new: [Int] = []
    for name in call.operands("in") { new.append(try store.theOne(noun, name)) }
    var kind = new.count > 1 ? "geteilt" : "zusammengelegt"
    if let word = call["als"] {
      guard let known = TransferCommand.kinds.first(where: { Fold.key($0) == Fold.key(word) }) else {
        throw Hinweis("als kann nicht \"\(word)\" sein").marked(call.span("als")).didYouMean(word, TransferCommand.kinds)
      }
      kind = known
    }
    let editions = try store.editionsInWork()
    let (targets, art) = (new, kind)
    try session.change(try session.info(invocation, call), call) { (writer) throws(Hinweis) in
      try writer.transfer(old, into: targets, kind: art, reason: call["weil"], editions: editions)
    }
    session.tell("maßnahme \(Hinweis.quoted(name.text)) ist überführt (\(kind)); überführungen zeigt alle")
  }

  /// `in a, b` as `in a in b`.
  private static func repeated(_ word: String, _ tokens: ArraySlice<Token>) -> ArraySlice<Token> {
    guard let first = tokens.first(where: { $0.kind == .word && Fold.key($0.text) == word }) else { return tokens }
    return tokens.map { $0.kind == .sign && $0.text == "," ? first : $0 }[...]
  }
}

struct SynopsisCommand: ShellCommand {
  let declaration = Declaration(
    word: "synopse", summary: "stellt zwei Fassungen gegenüber; dahinter Schritte wie bei einer Abfrage",
    parameters: [
      .init(name: "alt", kind: .positional(.thing("fassung")), summary: "die alte Fassung", isRequired: true),
      .init(
        name: "neu", kind: .positional(.thing("fassung")), summary: "die neue Fassung; heute ist der Plan, wie er ist", isRequired: true),
    ],
    examples: [
      "neu konzept \"Zusammen leben\"\nneu fassung \"2016\" in konzept \"Zusammen leben\"\nsynopse \"2016\" heute wo art = neu | zeige neue_nr, neuer_text"
    ])

  func run(_ invocation: Invocation) throws(Hinweis) {
    guard let synopsis = SynopsisQuery(invocation.all) else {
      throw Hinweis("synopse braucht zwei Fassungen").help("etwa: synopse \"2008\" \"2016\"; alle zeigt: fassungen")
    }
    let session = invocation.session
    try Question(session: session).answer(try synopsis.query(try session.plan()))
  }
}

/// `synopse ALT NEU` with the steps of a query behind it.
struct SynopsisQuery {
  private let names: [Operand]
  private let steps: ArraySlice<Token>

  /// nil if the tokens say something else.
  init?(_ tokens: ArraySlice<Token>) {
    let names = tokens.dropFirst().prefix(2)
    guard let first = tokens.first, Fold.key(first.text) == "synopse", names.count == 2, names.allSatisfy({ $0.kind != .sign }) else {
      return nil
    }
    self.names = names.map { Operand($0.text, span: $0.span) }
    steps = [Token(kind: .word, text: "gegenüberstellungen", span: first.span)] + tokens.dropFirst(3)
  }

  /// Sets the two Fassungen side by side; the query asks for their lines.
  func query(_ store: PlanStore) throws(Hinweis) -> Query {
    try store.compare(try store.edition(names[0]), try store.edition(names[1]))
    return try QueryParser.parse(steps)
  }
}
