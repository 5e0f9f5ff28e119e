// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

/// A query that the plan keeps under a name, which then stands wherever a query's noun does.
struct SavedQuery {
  static let noun = "abfragen"
  /// Marks errors that name the saved query that is wrong.
  private static let wrong = "gemerkte-abfrage"

  let name: String
  let text: String

  /// The saved query of a word; nil if there is none.
  static func named(_ word: String, in session: Session) throws(Hinweis) -> SavedQuery? {
    guard let store = session.store else { return nil }
    return try rows(of: store, [.filter(.compare(Path(typed: "name"), .equal, Operand(word)))]).first
  }

  static func all(in session: Session) throws(Hinweis) -> [SavedQuery] {
    try session.store.map { (store) throws(Hinweis) in try rows(of: store, []) } ?? []
  }

  private static func rows(of store: PlanStore, _ steps: [Step]) throws(Hinweis) -> [SavedQuery] {
    let query = Query(Name(noun), steps + [.show(["name", "text"])])
    return try store.rows(query).rows.all().map { SavedQuery(name: $0[0], text: $0[1]) }
  }

  /// The query with what stands behind its name.
  ///
  /// - Parameters:
  ///   - tokens: its name and what follows.
  ///   - names: the saved queries, folded, within which it stands.
  func query(of session: Session, with tokens: ArraySlice<Token>, within names: [String]) throws(Hinweis) -> Query {
    guard let first = tokens.first else { throw Hinweis("hier fehlt eine Abfrage") }
    var query: Query
    do throws(Hinweis) {
      if names.contains(Fold.key(name)) { throw Hinweis("sie fragt nach sich selbst") }
      query = try session.query(try Lexer.tokens(text)[...], within: names + [Fold.key(name)])
      // What is wrong in it is said of it, and not of the line that names it.
      try session.plan().check(query)
    } catch {
      // Where one stands in another, the inner is to be mended.
      if error.rule == SavedQuery.wrong { throw error.marked(first.span) }
      throw Hinweis("in der gemerkten Abfrage \"\(name)\" (\(text)): \(error.text)").marked(first.span).rule(SavedQuery.wrong)
        .help([error.help, "neu fassen: merke \(name) = …"].compactMap(\.self).joined(separator: "; "))
    }
    let noun = Token(kind: .word, text: query.noun.text, span: first.span)
    let rest = try QueryParser.parse(([noun] + tokens.dropFirst())[...])
    query.noun = rest.noun
    // What stands behind a picture asks for its rows.
    if !rest.steps.isEmpty || rest.picture != nil { query.picture = rest.picture }
    query.steps += rest.steps
    query.moment = rest.moment.filled(from: query.moment)
    return query
  }
}

extension Dispatcher {
  /// Answers or changes what a saved query finds.
  func run(_ saved: SavedQuery, _ tokens: ArraySlice<Token>, _ statement: Statement) throws(Hinweis) {
    var (before, step) = Dispatcher.edit(tokens) ?? (tokens, [])
    let view = Viewpoint.take(behindNounOf: &before)
    let query = try session.query(before)
    guard !step.isEmpty else { return try Question(session: session).answer(query, of: view) }
    try checkIsOwn(view)
    try EditRunner(session, statement).run(query, then: step)
  }
}
