// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

extension Query {
  /// The query in the words of the language; reading it again gives the same query.
  public var printed: String {
    ([noun.text] + (moment.description.isEmpty ? [] : [moment.description])
      + steps.enumerated().map { index, step in step.printed(isFirst: index == 0) } + [picture?.printed].compactMap(\.self))
      .joined(separator: " ")
  }
}

extension Picture {
  fileprivate var printed: String {
    "| \(kind.rawValue)" + (paths.isEmpty ? "" : " " + paths.map(\.text).joined(separator: ", "))
  }
}

extension Step {
  fileprivate func printed(isFirst: Bool) -> String {
    let text =
      switch self {
      case .filter(let condition): "wo \(condition.printed)"
      case .show(let shown): "zeige " + shown.map { ($0.calculation?.text ?? $0.path.text) + asName($0.alias) }.joined(separator: ", ")
      case .sort(let orders): "sortiere nach " + orders.map { $0.path.text + ($0.descending ? " absteigend" : "") }.joined(separator: ", ")
      case .group(let paths, let figures):
        "gruppiere nach " + paths.map(\.text).joined(separator: ", ") + ": " + figures.map(\.printed).joined(separator: ", ")
      case .total(let figures): figures.map(\.printed).joined(separator: ", ")
      case .first(let count): "erste \(count)"
      case .last(let count): "letzte \(count)"
      case .cross(let rows, let columns, let figure): "kreuz \(rows.text) x \(columns.text): \(figure.printed)"
      case .distinct: "eindeutig"
      @unknown default: ""
      }
    guard case .filter = self, isFirst else { return "| " + text }
    return text
  }
}

private func asName(_ alias: String?) -> String { alias.map { " als \(quoted($0))" } ?? "" }

extension Aggregate {
  fileprivate var printed: String { function.rawValue + (path.map { " " + $0.text } ?? "") + asName(alias) }
}

extension Condition {
  fileprivate var printed: String {
    switch self {
    case .and(let parts): parts.map { $0.bracketed }.joined(separator: " und ")
    case .or(let parts): parts.map { $0.bracketed }.joined(separator: " oder ")
    case .not(let part): "nicht \(part.bracketed)"
    case .compare(let path, let comparison, let operand): "\(path.text) \(comparison.rawValue) \(quoted(operand.text))"
    case .among(let path, let operands): "\(path.text) in (\(operands.map { quoted($0.text) }.joined(separator: "; ")))"
    case .below(let path, let operand): "\(path.text) unter \(quoted(operand.text))"
    case .empty(let path): "ohne \(path.text)"
    @unknown default: ""
    }
  }

  private var bracketed: String {
    switch self {
    case .and, .or: "(\(printed))"
    default: printed
    }
  }
}

private func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }
