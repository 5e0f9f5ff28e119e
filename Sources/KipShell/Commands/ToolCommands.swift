// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

struct ColumnsCommand: ShellCommand {
  let declaration = Declaration(
    word: "spalten", synonyms: ["felder"], summary: "zeigt, was man von einer Art von Dingen wissen kann",
    parameters: [.init(name: "art", kind: .positional(.noun), summary: "das Wort der Abfrage, etwa maßnahmen", isRequired: true)],
    examples: ["spalten maßnahmen"])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    let call = try declaration.read(invocation.tokens)
    let word = call["art"] ?? ""
    guard let noun = try session.noun(word) else {
      throw Hinweis("unbekanntes Wort \"\(word)\"").marked(call.span("art")).didYouMean(word, Kernel.nouns.map(\.plural))
    }
    var rows: [[String]] = []
    for column in noun.columns {
      let heading = try session.store?.term(column.name) ?? column.heading
      rows.append([
        column.name, heading, column.isList ? "mehrere" : "", ColumnsCommand.kind(column.kind), column.words.joined(separator: "; "),
        column.summary,
      ])
    }
    let headings = ["Spalte", "Überschrift", "Werte", "Art", "erlaubt", "Bedeutung"]
    try session.answer(Table(noun.plural, headings: headings, rows))
  }

  static func kind(_ kind: Column.Kind) -> String {
    switch kind {
    case .text: "Text"
    case .label: "Kennung"
    case .number: "ganze Zahl"
    case .decimal: "Zahl"
    case .amount: "Betrag"
    case .anything: "irgendein Ding"
    case .day: "Tag"
    case .date: "Datum"
    case .time: "Zeit"
    case .flag: "ja oder nein"
    case .thing(let noun): noun
    @unknown default: ""
    }
  }
}

/// What the plug-ins offer at one extension point, as a list.
private func offers(_ point: Manifest.Point, _ session: Session, _ details: [(String, (Manifest.Offer) -> String)] = []) throws(Hinweis) {
  let offers = session.host.offers(point)
  let headings = ["Name", "Bedeutung"] + details.map(\.0) + ["Plug-in"]
  let rows = offers.map { plugin, offer in [offer.name, offer.summary] + details.map { $0.1(offer) } + [plugin.name] }
  try session.answer(Table(headings: headings, rows))
}

struct ReportsCommand: ShellCommand {
  let declaration = Declaration(word: "berichte", summary: "zeigt, welche Berichte es gibt", examples: ["berichte"])

  func run(_ invocation: Invocation) throws(Hinweis) {
    _ = try declaration.read(invocation.tokens)
    try offers(
      .report, invocation.session,
      [("Angaben", { $0.parameters.map { $0.isRequired ? "\($0.name) …" : "[\($0.name) …]" }.joined(separator: " ") })])
  }
}

struct FormatsCommand: ShellCommand {
  let declaration = Declaration(word: "formate", summary: "zeigt, welche Formate gelesen und geschrieben werden", examples: ["formate"])

  func run(_ invocation: Invocation) throws(Hinweis) {
    _ = try declaration.read(invocation.tokens)
    try offers(
      .format, invocation.session, [("liest", { $0.reads.joined(separator: ", ") }), ("schreibt", { $0.writes.joined(separator: ", ") })])
  }
}

struct VariantsCommand: ShellCommand {
  let declaration = Declaration(word: "varianten", summary: "zeigt, für welche Kommunen es Varianten gibt", examples: ["varianten"])

  func run(_ invocation: Invocation) throws(Hinweis) {
    _ = try declaration.read(invocation.tokens)
    try offers(.variant, invocation.session)
  }
}

struct PluginsCommand: ShellCommand {
  let declaration = Declaration(
    word: "plugins", synonyms: ["plug-ins"], summary: "zeigt die Plug-ins: Zustand, Version, Angebot, Herkunft",
    parameters: [
      .init(name: "info", kind: .named(.plugin), summary: "alles über eines"),
      .init(name: "warum", kind: .named(.plugin), summary: "warum eines so ist, wie es ist"),
      .init(name: "aus", kind: .named(.plugin), summary: "eines ausschalten"),
      .init(name: "ein", kind: .named(.plugin), summary: "eines wieder einschalten"),
    ],
    examples: ["plugins", "plugins info braunschweig", "plugins warum braunschweig"])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    let host = session.host
    let call = try declaration.read(invocation.tokens)
    if let name = call["info"] { return try session.answer(try host.info(name)) }
    if let name = call["warum"] { return try session.answer(try host.why(name)) }
    if let name = call["aus"] {
      try host.disable(name)
      return session.tell("\(name) ist ausgeschaltet; plugins ein \(name) schaltet es wieder ein")
    }
    if let name = call["ein"] {
      try host.enable(name)
      return session.tell("\(name) ist eingeschaltet")
    }
    host.examine()
    try session.answer(host.list())
  }
}
