// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

extension Session {
  /// The query that some tokens ask; what only is made when it is asked is made, and a saved query stands for itself.
  ///
  /// - Parameter names: the saved queries, folded, within which this one stands.
  func query(_ tokens: ArraySlice<Token>, within names: [String] = []) throws(Hinweis) -> Query {
    if let synopsis = SynopsisQuery(tokens) { return try synopsis.query(try plan()) }
    if SearchQuery.begins(tokens) {
      let search = try SearchQuery(tokens)
      let query = try search.query
      _ = try plan().at(query.moment) { () throws(Hinweis) in try plan().search(search.text) }
      return query
    }
    guard let first = tokens.first else { throw Hinweis("hier fehlt eine Abfrage").help("etwa: maßnahmen wo hut leer") }
    guard first.kind == .word else { throw Hinweis("eine Abfrage beginnt mit dem, wonach gefragt wird").marked(first.span) }
    if let noun = try plan().noun(first.text) {
      if noun.table == TypedInputs.table { try inputs.fill(try plan(), noun) }
    } else if let saved = try SavedQuery.named(first.text, in: self) {
      return try saved.query(of: self, with: tokens, within: names)
    }
    return try QueryParser.parse(tokens)
  }

  /// The same, with the Fassung that it names behind its noun, at the moment at which the session looks.
  func viewedQuery(_ tokens: inout ArraySlice<Token>) throws(Hinweis) -> Query {
    let view = Viewpoint.take(behindNounOf: &tokens)
    if let plan = view.plan { throw Hinweis("in Skripten fragen Bedingungen und Schleifen nur den eigenen Plan").marked(plan.span) }
    var query = try query(tokens)
    if let edition = view.edition {
      query.moment = query.moment.filled(from: try plan().edition(Operand(edition.text, span: edition.span)).moment)
    } else {
      query.moment = query.moment.filled(from: self.view)
    }
    return query
  }

  /// True if tokens begin as a query does.
  func isQuery(_ tokens: ArraySlice<Token>) throws(Hinweis) -> Bool {
    guard let store, let first = tokens.first, first.kind == .word else { return false }
    if SynopsisQuery(tokens) != nil || SearchQuery.begins(tokens) { return true }
    if let noun = try store.noun(first.text) { return Dispatcher.asksForAll(noun, tokens) }
    return try SavedQuery.named(first.text, in: self) != nil
  }

  /// The only value that a query gives.
  func value(of tokens: ArraySlice<Token>) throws(Hinweis) -> String {
    var tokens = tokens
    let span = tokens.first?.span
    var query = try viewedQuery(&tokens)
    query.steps.append(.first(2))
    let table = try plan().rows(query)
    let rows = try table.rows.all()
    guard table.columns.count == 1, rows.count == 1 else {
      let count = rows.isEmpty ? "keine Zeile" : rows.count == 1 ? "\(table.columns.count) Spalten" : "mehrere Zeilen"
      throw Hinweis("die Abfrage gibt \(count), gebraucht wird ein Wert").marked(span).help(
        "etwa: maßnahmen | anzahl, oder: ziele | zeige text | erste 1")
    }
    return table.columns[0].plain(rows[0][0])
  }
}
