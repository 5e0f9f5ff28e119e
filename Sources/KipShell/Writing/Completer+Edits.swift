// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

extension Completer {
  /// The edits of what a query finds; what is new is found by none.
  static let editSteps = EditCommand.all.map(\.declaration).filter { $0.word != "neu" }.map { Candidate($0.word, $0.summary) }

  private static let tail = Declaration.reasons.map { Candidate($0.name, $0.summary) }

  /// What may follow in an edit; nil if the line is none.
  func edit(_ head: [Token], _ typed: String) throws(Hinweis) -> [Candidate]? {
    if let verb = EditParser.verb(head[0].text) { return try edit(verb, Array(head.dropFirst()), nil, typed) }
    guard let noun = try noun(head[0].text) else { return nil }
    let verb = head.indices.dropFirst().first {
      head[$0 - 1].kind == .sign && head[$0 - 1].text == "|" && EditParser.verb(head[$0].text).map { $0 != "neu" } ?? false
    }
    guard let verb else { return nil }
    return try edit(EditParser.verb(head[verb].text) ?? "", Array(head[(verb + 1)...]), noun, typed)
  }

  /// - Parameter target: what a query or card before `|` is about.
  private func edit(_ verb: String, _ rest: [Token], _ target: Noun?, _ typed: String) throws(Hinweis) -> [Candidate] {
    let last = rest.last.map { Fold.key($0.text) } ?? ""
    let before = rest.dropLast().last
    if verb == "neu", let found = try quotation(rest, typed) { return found }
    if ["laut", "in", "mit", "von"].contains(last) { return singulars }
    if ["weil", "stand"].contains(last), verb != "neu" { return [] }
    // A thing is named by its noun and a key.
    if let word = rest.last, word.kind == .word, let named = try noun(word.text), isBeforeThing(before, verb, target) {
      return verb == "neu" && rest.count == 1 ? try facts(named) : try things(named, typed)
    }
    if rest.isEmpty, target == nil { return singulars }
    var found = target
    if found == nil, let first = rest.first { found = try self.noun(first.text) }
    guard let noun = found else { return [] }
    switch verb {
    case "neu", "setze":
      if let word = rest.last, word.kind == .word, rest.count > 1 || target != nil, let column = try column(word.text, noun) {
        return verb == "neu" ? try values(column, typed) : Edit.Sign.allCases.map { Candidate($0.rawValue) }
      }
      if let sign = rest.last, sign.kind == .sign, let column = try lastColumn(rest, noun) {
        let found = try values(column, typed)
        return [",", ";"].contains(sign.text)
          ? found + (verb == "setze" ? try columns(noun) : []) : found + [Candidate("leer", "nichts mehr sagen")]
      }
      return verb == "neu" ? try facts(noun) : try columns(noun) + (rest.count > (target == nil ? 2 : 0) ? Completer.tail : [])
    case "verbinde", "trenne":
      let words = rest.filter { $0.kind == .word }.map { Fold.key($0.text) }
      guard words.contains("mit") || words.contains("von") else { return [Candidate(verb == "trenne" ? "von" : "mit")] }
      guard last == "als" else { return [Candidate("als", "in welcher Rolle")] + Completer.tail }
      guard let place = rest.lastIndex(where: { ["mit", "von"].contains(Fold.key($0.text)) }), place + 1 < rest.count,
        let other = try self.noun(rest[place + 1].text)
      else { return [] }
      return try session.plan().roles(noun, other).map { Candidate(Completer.quoted($0)) }
    default: return Completer.tail
    }
  }

  private func lastColumn(_ tokens: [Token], _ noun: Noun) throws(Hinweis) -> Column? {
    for token in tokens.reversed() where token.kind == .word {
      if let column = try column(token.text, noun) { return column }
    }
    return nil
  }

  private func isBeforeThing(_ before: Token?, _ verb: String, _ target: Noun?) -> Bool {
    guard let before else { return target == nil }
    return ["laut", "in", "mit", "von"].contains(Fold.key(before.text))
  }

  private func facts(_ noun: Noun) throws(Hinweis) -> [Candidate] {
    try columns(noun) + [Candidate("in", "worin es steht"), Candidate("aus", "aus Absätzen eines Dokuments")] + Completer.tail
  }

  /// What may follow in `aus dokument 3 absatz 12`; nil elsewhere.
  private func quotation(_ rest: [Token], _ typed: String) throws(Hinweis) -> [Candidate]? {
    let words = rest.suffix(3).map { Fold.key($0.text) }
    guard let last = words.last else { return nil }
    if last == "aus", rest.count > 1 { return [Candidate("dokument", "ein eingelesenes Dokument")] }
    guard let place = words.lastIndex(of: "dokument"), place > 0, words[place - 1] == "aus" else { return nil }
    if place == words.count - 1 { return try noun("dokument").map { (noun) throws(Hinweis) in try things(noun, typed) } }
    return [Candidate("absatz", "die Nummern der Absätze")]
  }

  private func column(_ word: String, _ noun: Noun) throws(Hinweis) -> Column? {
    guard let store = session.store else { return noun.column(word) }
    return try store.columnIfAny(word, of: noun)
  }

  private var singulars: [Candidate] { Kernel.asked.filter(\.hasHistory).map { Candidate($0.singular, $0.summary) } }
}
