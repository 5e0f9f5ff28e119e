// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

/// Asks field by field for what something new needs, and gives the line that says the same.
struct FieldAsking {
  let session: Session
  let store: PlanStore
  let noun: Noun

  /// The line that makes it: what was given, and what the user answered.
  func line(_ title: Operand?, _ facts: [Edit.Fact], _ tail: Edit.Tail) throws(Hinweis) -> String {
    var given: Set<String> = []
    var line = "neu \(noun.singular)"
    if let title {
      line += " " + FieldAsking.quoted(title.text)
      given.insert(Fold.key(noun.title))
    }
    for fact in facts {
      switch fact {
      case .within(let place):
        guard let named = try store.noun(place.noun.text) else { continue }
        given.insert(Fold.key(try store.column(of: noun, naming: named, span: place.noun.span).name))
        line += " in \(named.singular) \(FieldAsking.quoted(place.key.text))"
      case .quotes(let quotation):
        given.insert(Fold.key(noun.title))
        line += " aus \(quotation.document.noun.text) \(FieldAsking.quoted(quotation.document.key.text)) \(quotation.text)"
      case .says(let assignment):
        given.insert(Fold.key(try store.column(assignment.column, of: noun).name))
        line += said(assignment.column.text, assignment.values.map(\.text))
      }
    }
    session.tell("\(noun.singular): Enter überspringt, was nicht nötig ist (nötig ist, was * hat); Strg-C bricht ab")
    for column in fields where !given.contains(Fold.key(column.name)) {
      // Of those of which one is enough the others are not asked for any more.
      let either = noun.exactlyOne.map { Fold.key($0) }
      if either.contains(Fold.key(column.name)), !given.isDisjoint(with: either) { continue }
      let values = try ask(column)
      guard !values.isEmpty else { continue }
      given.insert(Fold.key(column.name))
      line += said(column.name, values)
    }
    if let reason = tail.reason { line += " weil \(FieldAsking.quoted(reason.text))" }
    if let source = tail.source { line += " laut \(source.noun.text) \(FieldAsking.quoted(source.key.text))" }
    if let day = tail.day { line += " stand \(FieldAsking.quoted(day.text))" }
    return line
  }

  /// What is asked for: the title, what is required, and what is usually shown.
  private var fields: [Column] {
    let fixed = noun.only.flatMap { $0.words.count == 1 ? Fold.key($0.column) : nil }
    let wanted = [noun.title] + noun.columns.filter(\.isRequired).map(\.name) + noun.exactlyOne + noun.shown
    var seen: Set<String> = []
    return wanted.compactMap { noun.column($0) }.filter {
      Fold.key($0.name) != fixed && seen.insert($0.name).inserted && store.isWritableAtOnce($0, of: noun)
    }
  }

  private func ask(_ column: Column) throws(Hinweis) -> [String] {
    let preset = column.words.first { $0 == "keine Angabe" }
    let allowed = column.isList ? "\(allowed(column)); mehrere trennt ;" : allowed(column)
    let question = Asking(
      "\(column.name)\(column.isRequired ? "*" : "")\(preset.map { " [\($0)]" } ?? "") (\(allowed)): ",
      candidates: { candidates(column, $0) })
    while true {
      let answer = try session.answer(to: question) ?? ""
      let values = (column.isList ? answer.split(separator: ";").map(String.init) : [answer]).map { trimmed($0) }.filter { !$0.isEmpty }
      if values.isEmpty {
        if !column.isRequired { return [] }
        session.tell("\(column.name) ist nötig: \(column.summary)")
        continue
      }
      do throws(Hinweis) {
        for value in values { _ = try store.stored(Operand(value), for: column) }
        return values
      } catch {
        var error = error
        error.excerpt = nil
        session.tell(error)
      }
    }
  }

  private func allowed(_ column: Column) -> String {
    if !column.words.isEmpty { return column.words.joined(separator: ", ") }
    switch column.kind {
    case .thing(let plural): return "\(column.summary); eines der \(plural)"
    case .day: return "\(column.summary); Tag wie 24.04.2017"
    case .date: return "\(column.summary); Datum wie 31.12.2024, 12/2024, 2024"
    case .number: return "\(column.summary); ganze Zahl"
    case .decimal: return "\(column.summary); Zahl"
    case .flag: return "\(column.summary); ja oder nein"
    case .anything: return "\(column.summary); etwa: maßnahme 30,2"
    default: return column.summary
    }
  }

  private func candidates(_ column: Column, _ typed: String) -> [Candidate] {
    let typed = column.isList ? trimmed(String(typed.split(separator: ";", omittingEmptySubsequences: false).last ?? "")) : typed
    var known = column.words
    if case .flag = column.kind { known = ["ja", "nein"] }
    if case .thing(let plural) = column.kind, let other = try? store.noun(plural) {
      known = (try? Completer(session: session).names(other, typed)) ?? []
    }
    return known.filter { Fold.key($0).hasPrefix(Fold.key(typed)) }.map { Candidate($0) }
  }

  private func said(_ column: String, _ values: [String]) -> String {
    " \(column) " + (values.isEmpty ? "leer" : values.map(FieldAsking.quoted).joined(separator: "; "))
  }

  private func trimmed(_ text: String) -> String {
    String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// A value as it is safe to type: plain only if it cannot be anything else.
  private static func quoted(_ text: String) -> String {
    let isPlain = !text.isEmpty && text.allSatisfy { $0.isNumber || ".,/".contains($0) } && text.last?.isNumber ?? false
    return isPlain ? text : "\"\(text.replacing("\"", with: "\"\""))\""
  }
}
