// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

/// The plan at two dates: `unterschied von 31.12.2018 bis 31.12.2019 maßnahmen wo hut unter "FB 51"`.
struct DifferenceCommand: ShellCommand {
  let declaration = Declaration(
    word: "unterschied", synonyms: ["unterschiede", "diff"],
    summary: "zeigt, was zwischen zwei Tagen neu, geändert, verschoben, umnummeriert oder weggefallen ist",
    parameters: [
      .init(name: "von", kind: .named(.day), summary: "der erste Tag", isRequired: true),
      .init(name: "bis", kind: .named(.day), summary: "der letzte Tag", isRequired: true),
      .init(name: "bekannt", kind: .flag, summary: "was der Plan an diesen Tagen sagte, nicht was galt"),
      .init(name: "abfrage", kind: .positional(.noun), summary: "nur diese Dinge: eine Art oder eine Abfrage"),
    ],
    examples: ["unterschied von 2018 bis heute", "unterschied von 2018 bis heute maßnahmen wo hut unter \"FB 51\""])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    var tokens = invocation.tokens
    let first = try day("von", &tokens)
    let last = try day("bis", &tokens)
    guard first <= last else {
      throw Hinweis("von \(german(first)) liegt hinter bis \(german(last))").help("unterschied von \(german(last)) bis \(german(first))")
    }
    var isKnown = false
    if let word = tokens.first, word.kind == .word, Fold.key(word.text) == "bekannt" {
      isKnown = true
      tokens.removeFirst()
    }
    let query = tokens.isEmpty ? nil : try QueryParser.parse(tokens)
    if let query, !query.moment.isNow { throw Hinweis("hier sagen von und bis, von welchen Tagen die Rede ist, nicht \(query.moment)") }
    try session.reading(Moment()) { () throws(Hinweis) in
      try session.answer(try document(first, last, isKnown, query, session))
      try session.tellBeginning(isKnown ? Moment(known: first) : Moment(day: first))
    }
  }

  private func day(_ word: String, _ tokens: inout ArraySlice<Token>) throws(Hinweis) -> Int {
    guard let first = tokens.first, first.kind == .word, Fold.key(first.text) == word else {
      throw Hinweis("hier fehlt \"\(word)\" mit einem Tag").marked(tokens.first?.span).help(
        "etwa: unterschied von 31.12.2023 bis 31.12.2024")
    }
    guard let (date, count) = MomentReader.date(tokens.dropFirst()) else {
      throw Hinweis(tokens.dropFirst().first.map { "\"\($0.text)\" ist kein Datum" } ?? "hinter \"\(word)\" fehlt ein Datum")
        .marked(tokens.dropFirst().first?.span ?? first.span).help(
          "Daten stehen so: 31.12.2024, 12/2024, III/2024, 2024 oder heute - 90 tage")
    }
    tokens.removeFirst(1 + count)
    return date.lastDay
  }

  private func document(_ first: Int, _ last: Int, _ isKnown: Bool, _ query: Query?, _ session: Session) throws(Hinweis) -> Document {
    let store = try session.plan()
    let noun = try query.map { (query) throws(Hinweis) in try PlanView(store: store).noun(query.noun.text) }
    let isFiltered = query?.steps.isEmpty == false || noun?.only != nil
    let found = try store.differences(from: first, to: last, isKnown: isKnown, only: noun, of: isFiltered ? query : nil)
    let headings = ["Art", "Ding", "Was", "Spalte", "Alt", "Neu"]
    var columns = headings.map { Table.Column(Fold.key($0), $0) }
    columns[1].kind = .label
    session.tell(summary(try found.counts()))
    return Document("", [.table(Table("Unterschied", columns: columns, rows: found.rows))])
  }

  /// How many things of each kind differ: `maßnahmen: 1 neu, 2 geändert`.
  private func summary(_ found: [(noun: Noun, counts: [Difference.Kind: Int])]) -> String {
    guard !found.isEmpty else { return "kein Unterschied" }
    return found.map { noun, counts in
      let parts = Difference.Kind.allCases.compactMap { kind in counts[kind].map { "\($0) \(kind.rawValue)" } }
      return "\(noun.plural): \(parts.joined(separator: ", "))"
    }.joined(separator: "; ")
  }
}
