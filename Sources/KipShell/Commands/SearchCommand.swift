// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

struct SearchCommand: ShellCommand {
  let declaration = Declaration(
    word: "suche", synonyms: ["suchen"],
    summary: "sucht Wörter in allem, was im Plan steht, das Passendste zuerst; dahinter Schritte wie bei einer Abfrage",
    parameters: [
      .init(
        name: "text", kind: .positional(.text),
        summary: "die Wörter, die alle vorkommen müssen; oder zwischen zweien: eines davon; ein Wortlaut steht in „…“", isRequired: true)
    ],
    examples: ["suche \"Sprachkurs\"", "suche \"Kinder oder Eltern\" | wo art = maßnahme | erste 5", "suche \"Kinder\" stand 31.12.2018"])

  var takesMoments: Bool { true }

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    let store = try session.plan()
    let search = try SearchQuery(invocation.all)
    let result = try store.search(search.text)
    try Question(session: session).answer(try search.query)
    // Of a day before the plan's history nothing more is to be said.
    if result.count == 0, result.things > 0 { try tell(result, session, store) }
  }

  /// Says of an empty answer what a nearby search would find.
  private func tell(_ result: PlanStore.SearchResult, _ session: Session, _ store: PlanStore) throws(Hinweis) {
    for term in result.terms where term.count == 0 {
      let near = try store.words(near: term.text)
      session.tell(
        Hinweis("\"\(term.text)\" steht nirgends im Plan").grade(.hinweis)
          .help(near.isEmpty ? nil : "gemeint ist vielleicht \(near.joined(separator: " oder "))"))
    }
    guard result.terms.allSatisfy({ $0.count > 0 }), result.terms.count > 1 else { return }
    let counts = result.terms.map { "\"\($0.text)\" in \($0.count)" }.joined(separator: ", ")
    session.tell(
      Hinweis("kein Ding hat alle Wörter: \(counts)").grade(.hinweis)
        .help("suche \"\(result.terms.map(\.text).joined(separator: " oder "))\""))
  }
}

/// `suche "…"` with the steps of a query behind it.
struct SearchQuery {
  let text: SearchText
  private let steps: ArraySlice<Token>

  /// - Parameter tokens: the line, the word `suche` first.
  init(_ tokens: ArraySlice<Token>) throws(Hinweis) {
    let words = tokens.dropFirst().prefix { $0.kind == .text || $0.kind == .word && Fold.key($0.text) != "wo" }
    steps = [Token(kind: .word, text: "fundstellen", span: tokens.first?.span ?? Span())] + tokens.dropFirst(1 + words.count)
    // A text that stands alone is what is searched; beside others it is a phrase.
    let text = words.count == 1 ? words.map(\.text) : words.map { $0.kind == .text ? "\"\($0.text)\"" : $0.text }
    do throws(Hinweis) {
      self.text = try SearchText(text.joined(separator: " "))
    } catch {
      throw error.marked(words.first?.span)
    }
  }

  static func begins(_ tokens: ArraySlice<Token>) -> Bool { tokens.first.map { $0.kind == .word && Fold.key($0.text) == "suche" } ?? false }

  /// Asks for what was found; the search itself must have run.
  var query: Query {
    get throws(Hinweis) { try QueryParser.parse(steps) }
  }

  /// Searches, and gives what was found.
  func rows(_ store: PlanStore) throws(Hinweis) -> Table {
    let query = try query
    return try store.at(query.moment) { () throws(Hinweis) in
      _ = try store.search(text)
      return try store.rows(query)
    }
  }
}
