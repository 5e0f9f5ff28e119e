// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery

/// What may come next in a step of a query, by what stands there already.
enum QueryPosition: Hashable {
  /// A column, or one of some words.
  case column(or: [String])
  /// What compares the column that stands there.
  case comparison(column: String)
  /// A value of the column; of one without quotation marks some words may stand there already.
  case value(column: String, begun: Int)
  case words([String])

  private static let conditions = ["nicht", "mit", "ohne"]
  private static let joins = ["und", "oder", "|"]

  /// - Parameter step: the words of the step, its first one included.
  init(_ step: ArraySlice<Token>) {
    let first = step.first.map { Fold.key($0.text) } ?? ""
    let rest = step.dropFirst()
    switch first {
    case "wo": self = QueryPosition.condition(rest)
    case "mit", "ohne": self = QueryPosition.condition(step)
    case "zeige": self = QueryPosition.list(rest, behind: [",", "als", "+", "-", "*", "/", "&", "|"])
    case "sortiere": self = QueryPosition.list(rest, before: ["nach"], behind: ["absteigend", "aufsteigend", ",", "|"])
    case "gruppiere": self = QueryPosition.group(rest)
    case "kreuz": self = QueryPosition.cross(rest)
    case "erste", "letzte": self = .words(rest.isEmpty ? [] : ["|"])
    default: self = QueryPosition.isFigure(first) ? QueryPosition.figures(step) : QueryPosition.list(rest, behind: [",", "|"])
    }
  }

  // MARK: Conditions

  private static func condition(_ tokens: ArraySlice<Token>) -> QueryPosition {
    var position = QueryPosition.column(or: conditions)
    var (column, isList, isBetween) = ("", false, false)
    var after: QueryPosition { .words(isList ? [";", ")"] : isBetween ? ["und"] : joins) }
    for token in tokens {
      let key = Fold.key(token.text)
      let isSign = token.kind == .sign
      switch position {
      case .column(let words):
        if isSign || key == "nicht" { continue }
        if token.kind == .word, ["mit", "ohne"].contains(key) {
          position = .column(or: [])
        } else {
          column = token.text
          position = words.isEmpty ? after : .comparison(column: column)
        }
      case .comparison:
        switch key {
        case "beginnt": position = .words(["mit"])
        case "in": position = .words(["("])
        case "leer": position = after
        case "ist", "nicht": position = .words(["leer"])
        default:
          isBetween = key == "zwischen"
          position = .value(column: column, begun: 0)
        }
      case .value(_, let begun):
        if isSign || token.kind == .word && begun > 0 && ["und", "oder"].contains(key) {
          position = next(key, &isList, &isBetween, column)
        } else {
          position = token.kind == .text ? after : .value(column: column, begun: begun + 1)
        }
      case .words:
        if key == "(" { isList = true }
        let opens = key == "mit" || key == "("
        position = opens ? .value(column: column, begun: 0) : key == "leer" ? after : next(key, &isList, &isBetween, column)
      }
    }
    return position
  }

  /// What follows the word or sign behind a value.
  private static func next(_ key: String, _ isList: inout Bool, _ isBetween: inout Bool, _ column: String) -> QueryPosition {
    if isList, key == ";" || key == "," { return .value(column: column, begun: 0) }
    if isBetween, key == "und" {
      isBetween = false
      return .value(column: column, begun: 0)
    }
    isList = false
    return ["und", "oder", "("].contains(key) ? .column(or: conditions) : .words(joins)
  }

  // MARK: Other steps

  /// Columns with commas between them.
  private static func list(_ tokens: ArraySlice<Token>, before: [String] = [], behind: [String]) -> QueryPosition {
    guard let last = tokens.last else { return .column(or: before) }
    let key = Fold.key(last.text)
    if key == "als" { return .words([]) }
    let opens = last.kind == .sign ? key != ")" : before.contains(key) || ["+", "-", "*", "/", "&"].contains(key)
    if opens { return .column(or: []) }
    let isName = tokens.dropLast().last.map { Fold.key($0.text) == "als" } ?? false
    return .words(isName || ["absteigend", "aufsteigend"].contains(key) ? [",", "|"] : behind)
  }

  private static func group(_ tokens: ArraySlice<Token>) -> QueryPosition {
    if let colon = tokens.lastIndex(where: { $0.kind == .sign && $0.text == ":" }) { return figures(tokens[(colon + 1)...]) }
    return list(tokens, before: ["nach"], behind: [",", ":", "|"])
  }

  private static func cross(_ tokens: ArraySlice<Token>) -> QueryPosition {
    if let colon = tokens.lastIndex(where: { $0.kind == .sign && $0.text == ":" }) { return figures(tokens[(colon + 1)...]) }
    return switch tokens.count {
    case 0, 2: .column(or: [])
    case 1: .words(["x"])
    default: .words([":", "|"])
    }
  }

  /// Figures with commas between them.
  private static func figures(_ tokens: ArraySlice<Token>) -> QueryPosition {
    let figures = Aggregate.Function.allCases.map(\.rawValue)
    guard let last = tokens.last, last.kind == .word else { return .words(figures) }
    let key = Fold.key(last.text)
    if key == "als" { return .words([]) }
    guard isFigure(key) else { return .words([",", "als", "|"]) }
    return key == "anzahl" ? .words([",", "als", "|"]) : .column(or: key == "anteil" || key == "eindeutig" ? [",", "als", "|"] : [])
  }

  private static func isFigure(_ key: String) -> Bool { Aggregate.Function(rawValue: key) != nil }
}
