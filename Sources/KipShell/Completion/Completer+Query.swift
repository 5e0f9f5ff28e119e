// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

extension Completer {
  /// What may stand in a query behind some words of it.
  func query(_ head: [Token], _ typed: String) throws(Hinweis) -> Found {
    guard let first = head.first else { return Found(Kernel.asked.map { Candidate($0.plural, $0.summary) }) }
    guard let noun = try noun(first.text) else { return Found([]) }
    let pipe = head.lastIndex { $0.kind == .sign && $0.text == "|" }
    var step = pipe.map { head[($0 + 1)...] } ?? head.dropFirst()[...]
    if pipe == nil, let start = step.firstIndex(where: { ["wo", "mit", "ohne"].contains(Fold.key($0.text)) && $0.kind == .word }) {
      step = step[start...]
    } else if pipe == nil {
      return try behindNoun(noun, step)
    }
    guard !step.isEmpty else { return Found(Completer.steps + (hasOnlyFilters(head) ? Completer.editSteps : [])) }
    switch QueryPosition(step) {
    case .column(let words): return Found(try columns(noun, before: head[..<(pipe ?? 0)], typed) + meanings(words))
    case .comparison(let name): return Found(comparisons(try column(name, of: noun)))
    case .value(let name, let begun):
      guard let column = try column(name, of: noun) else { return Found([]) }
      return try value(column, of: noun, name, Array(step.suffix(begun)), typed)
    case .words(let words): return Found(meanings(words) + (words.last == "|" ? Completer.moments : []))
    }
  }

  /// Behind the noun stand moments, another plan, a first condition, or a step behind `|`.
  private func behindNoun(_ noun: Noun, _ rest: ArraySlice<Token>) throws(Hinweis) -> Found {
    switch rest.last.map({ Fold.key($0.text) }) {
    case "stand", "bekannt", "zum", "am", "seit": return Found([])
    case "gueltig": return Found([Candidate("am", "der Tag, an dem etwas gültig war")])
    case "aus":
      let names = session.others.all.map { Candidate($0.name, $0.store.path) }
      return Found(names + [Candidate(OtherPlans.everything, "alle offenen Pläne"), Candidate(OtherPlans.own, "der eigene Plan")])
    case "fassung": return Found(try self.noun("fassung").map { (noun) throws(Hinweis) in try things(noun, "") } ?? [])
    default:
      let since = noun.table == "aenderung" ? [Completer.since] : []
      return Found(Completer.filters + Completer.moments + since + meanings(["|"]) + Completer.views)
    }
  }

  /// A value; one without quotation marks may have begun some words before.
  private func value(_ column: Column, of noun: Noun, _ path: String, _ begun: [Token], _ typed: String) throws(Hinweis) -> Found {
    guard let first = begun.first else { return Found(try values(column, typed, of: noun, path)) }
    let whole = Fold.key((begun.map(\.text) + [typed]).joined(separator: " "))
    let typedWhole = typed.isEmpty ? whole + " " : whole
    let values = try values(column, typedWhole, of: noun, path).filter { Fold.key($0.text.filter { $0 != "\"" }).hasPrefix(typedWhole) }
    guard values.isEmpty else { return Found(values, from: first, typedWhole) }
    return Found(meanings(["und", "oder", "|"]) + Completer.moments)
  }

  /// True if what stands before the last `|` only finds things, so that they may be changed.
  private func hasOnlyFilters(_ head: [Token]) -> Bool {
    !head.contains { token in
      token.kind == .word && ["gruppiere", "kreuz", "anzahl", "summe", "zeige", "eindeutig", "anteil"].contains(Fold.key(token.text))
    }
  }

  // MARK: Columns

  /// The columns of a noun; in a path such as `ziel.na` those of the thing before the last point.
  func columns(_ noun: Noun, _ typed: String = "") throws(Hinweis) -> [Candidate] {
    var (noun, way) = (noun, "")
    let names = typed.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    for name in names.dropLast() {
      guard let column = try column(name, of: noun), case .thing(let plural) = column.kind, let next = try self.noun(plural) else {
        return []
      }
      (noun, way) = (next, way + name + ".")
    }
    var found: [Candidate] = []
    for column in noun.columns { found += try session.words(for: column).map { Candidate(way + $0, column.summary) } }
    return found + (way.isEmpty ? [] : [Candidate(way + "anzahl", "wie viele es sind")])
  }

  /// The columns that a step may name: those of the noun, or what the steps before it made of them.
  private func columns(_ noun: Noun, before: ArraySlice<Token>, _ typed: String) throws(Hinweis) -> [Candidate] {
    guard let query = try? QueryParser.parse(before) else { return try columns(noun, typed) }
    if !query.findsThings, let made = try? session.plan().columns(of: query) {
      // A name with a blank cannot be typed as a column.
      return made.filter { !$0.key.contains(" ") }.map { Candidate($0.key, $0.heading) }
    }
    let aliases = query.steps.flatMap { step in
      guard case .show(let shown) = step else { return [String]() }
      return shown.compactMap(\.alias).filter { !$0.contains(" ") }
    }
    return try aliases.map { Candidate($0, "so heißt eine Spalte dieser Abfrage") } + columns(noun, typed)
  }

  /// The column at the end of a path.
  func column(_ path: String, of noun: Noun) throws(Hinweis) -> Column? { try end(of: path, from: noun)?.column }

  /// The column at the end of a path, and the noun whose column it is.
  func end(of path: String, from noun: Noun) throws(Hinweis) -> (noun: Noun, column: Column)? {
    var noun = noun
    var found: Column?
    for name in path.split(separator: ".").map(String.init) {
      if let column = found {
        guard case .thing(let plural) = column.kind, let next = try self.noun(plural) else { return nil }
        noun = next
      }
      guard let next = try session.store.map({ (store) throws(Hinweis) in try store.columnIfAny(name, of: noun) }) ?? noun.column(name)
      else {
        return nil
      }
      found = next
    }
    return found.map { (noun, $0) }
  }

  // MARK: Words

  /// The comparisons that make sense of a column.
  private func comparisons(_ column: Column?) -> [Candidate] {
    let all = Completer.comparisons
    guard let column else { return all }
    switch column.kind {
    case .flag: return all.filter { ["=", "!=", "leer"].contains($0.text) }
    case .number, .decimal, .amount, .day, .date, .time:
      return all.filter { !["unter", "enthält", "beginnt mit"].contains($0.text) }
    case .thing(let plural):
      let isTree = (try? noun(plural))??.above != nil
      return all.filter { isTree || $0.text != "unter" }
    default: return all.filter { $0.text != "unter" || column.source == .attribute }
    }
  }

  private func meanings(_ words: [String]) -> [Candidate] { words.map(Completer.meaning) }
}
