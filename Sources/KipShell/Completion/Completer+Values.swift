// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

extension Completer {
  /// The values that a column may have, or has.
  ///
  /// - Parameters:
  ///   - typed: how they begin, as it folds.
  ///   - noun: whose column it is, at the beginning of the path.
  func values(_ column: Column, _ typed: String, of noun: Noun? = nil, _ path: String? = nil) throws(Hinweis) -> [Candidate] {
    let name = try session.words(for: column).last ?? column.name
    if !column.words.isEmpty { return column.words.map { Candidate(Completer.quoted($0), "\(name) ist \($0)") } }
    switch column.kind {
    case .flag: return ["ja", "nein"].map { Candidate($0, column.summary) }
    case .thing(let plural): return try self.noun(plural).map { (noun) throws(Hinweis) in try things(noun, typed) } ?? []
    case .text, .label:
      guard let noun, let path, let store = session.store else { return [] }
      if let owner = try end(of: path, from: noun)?.noun, owner.keys.contains(column.name) { return try things(owner, typed) }
      return try store.fewValues(noun, Path(typed: path)).filter { $0.count <= 80 }.map {
        Candidate(Completer.quoted($0), "steht bei \(name)")
      }
    case .number, .decimal, .amount, .day, .date:
      // What is compared may be another column of the same thing.
      let others = try noun.map { (noun) throws(Hinweis) in try columns(noun.like(column)) } ?? []
      return others.filter { $0.text != path && !$0.text.hasSuffix("anzahl") }
    default: return []
    }
  }

  /// The names of things that begin as typed, each with what it is.
  func things(_ noun: Noun, _ typed: String) throws(Hinweis) -> [Candidate] {
    guard let store = session.store else { return [] }
    let names = try store.names(of: noun, beginning: typed, atMost: Completer.limit)
    return names.map { Candidate(Completer.quoted($0.name), $0.about.isEmpty ? noun.singular : Completer.short($0.about)) }
  }

  /// The names of things that begin as typed.
  func names(_ noun: Noun, _ typed: String) throws(Hinweis) -> [String] {
    try session.store.map { (store) throws(Hinweis) in
      try store.names(of: noun, beginning: Fold.key(typed), atMost: Completer.limit).map(\.name)
    } ?? []
  }

  private static func short(_ text: String) -> String { text.count > 60 ? text.prefix(59) + "…" : text }

  /// A value as it must be typed.
  static func quoted(_ value: String) -> String {
    let isPlain =
      !value.isEmpty && value.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
      && !QueryParser.reserved.contains(Fold.key(value))
    return isPlain ? value : "\"\(value.replacing("\"", with: "\"\""))\""
  }
}

extension Noun {
  /// The noun with only those columns that can be compared with one.
  fileprivate func like(_ column: Column) -> Noun {
    func isDate(_ column: Column) -> Bool { column.kind == .day || column.kind == .date }
    func isNumber(_ column: Column) -> Bool { [.number, .decimal, .amount].contains(column.kind) }
    var copy = self
    copy.columns = columns.filter { isDate($0) && isDate(column) || isNumber($0) && isNumber(column) }
    return copy
  }
}
