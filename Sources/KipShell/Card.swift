// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

/// Shows all about one thing: `maßnahme "30,2"`.
struct Card {
  let session: Session

  func answer(_ noun: Noun, _ tokens: ArraySlice<Token>) throws(Hinweis) {
    // The key itself may be a word that names a moment elsewhere.
    let (moment, rest) = try MomentReader.extract(from: tokens.dropFirst())
    try session.reading(moment) { () throws(Hinweis) in try answer(noun, (tokens.prefix(1) + rest)[...], moment) }
  }

  private func answer(_ noun: Noun, _ tokens: ArraySlice<Token>, _ moment: Moment) throws(Hinweis) {
    let store = try session.plan()
    guard let key = tokens.first, key.kind != .sign else {
      throw Hinweis("\(noun.singular) braucht einen Namen oder eine Nummer").help(
        "etwa: \(noun.singular) \"…\"; alle zeigt: \(noun.plural)")
    }
    // A key of several words may stand without quotation marks.
    let word = tokens.prefix { $0.kind != .sign }.map(\.text).joined(separator: " ")
    if let rest = tokens.dropFirst(tokens.prefix { $0.kind != .sign }.count).first {
      throw Hinweis("unerwartet: \"\(rest.text)\"").marked(rest.span)
    }
    let ids = try store.find(noun, word)
    guard let id = ids.first else {
      if let absence = try store.absence(noun, word) { throw absence.marked(key.span) }
      if QueryParser.steps.contains(where: { Fold.key($0) == Fold.key(key.text) }) {
        throw Hinweis("\(noun.singular) \"\(word)\" gibt es nicht").marked(key.span).help(
          "gefragt wird in der Mehrzahl: \(noun.plural) \(word)")
      }
      throw Hinweis("\(noun.singular) \"\(word)\" gibt es nicht").marked(key.span).didYouMean(word, try store.names(of: noun, atMost: 5000))
    }
    let query = Query(
      Name(noun.plural),
      [
        .filter(.among(Path(typed: "id"), ids.map { Operand(String($0)) })),
        .show([Shown(Path(typed: "id"))] + noun.columns.map { Shown(Path([Name($0.name)])) }),
      ])
    let table = try store.rows(query)
    guard session.speaksToPeople else { return try session.answer(table) }
    if ids.count > 1 { session.tell("\(ids.count) \(noun.plural) heißen so; hier ist die erste, alle zeigt \(noun.plural) wo …") }
    guard let cells = try table.rows.all().first(where: { $0[0] == String(id) }) else { return }
    let blocks = [.table(facts(table.columns, cells))] + (noun.table == "dokument" ? try DocumentCard(store).paragraphs(of: id) : [])
    try session.answer(Document(title(noun, word, store.moment.change == nil ? store.moment : moment), blocks))
  }

  /// The one thing that a card names.
  func theOne(_ noun: Noun, _ tokens: ArraySlice<Token>) throws(Hinweis) -> Int {
    let words = tokens.prefix { $0.kind != .sign }
    guard !words.isEmpty else {
      throw Hinweis("\(noun.singular) braucht einen Namen oder eine Nummer")
    }
    if let rest = tokens.dropFirst(words.count).first { throw Hinweis("unerwartet: \"\(rest.text)\"").marked(rest.span) }
    return try session.plan().theOne(noun, Operand(words: words))
  }

  /// The main facts of a thing, as an answer.
  func shortly(_ noun: Noun, _ id: Int, _ columns: [Column]) throws(Hinweis) {
    var seen: Set<String> = ["id"]
    let shown = (noun.shown + columns.map(\.name) + noun.keys).filter { seen.insert($0).inserted }
    let query = Query(
      Name(noun.plural),
      [.filter(.compare(Path(typed: "id"), .equal, Operand(String(id)))), .show((["id"] + shown).map { Shown(Path([Name($0)])) })])
    let table = try session.plan().rows(query)
    guard session.speaksToPeople else { return try session.answer(table) }
    guard let cells = try table.rows.all().first else { return }
    try session.answer(facts(table.columns, cells, from: 0))
  }

  private func title(_ noun: Noun, _ word: String, _ moment: Moment) -> String {
    noun.singular.prefix(1).uppercased() + noun.singular.dropFirst() + " " + word + (moment.isNow ? "" : ", \(moment)")
  }

  /// What is known, a line for each fact; what is not known is left out.
  private func facts(_ columns: [Table.Column], _ cells: [String], from start: Int = 1) -> Table {
    let rows = zip(columns, cells).dropFirst(start).filter { !$1.isEmpty && !DocumentCard.isShownBelow($0) }.map { column, cell in
      [column.heading, CellText.shown(cell, in: column)]
    }
    return Table(headings: ["Feld", "Wert"], rows)
  }
}
