// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// How a query is run: its SQL, the values that it binds, and the steps that SQLite takes.
public struct QueryPlan: Sendable {
  /// A step, with how many others it is a part of.
  public struct Line: Sendable {
    public var depth: Int
    /// SQLite's own words.
    public var text: String
    public var meaning: String
    /// True if it is the last part of its whole.
    public var isLast: Bool
  }

  public var sql: String
  public var values: [String]
  public var lines: [Line]
}

extension PlanStore {
  /// How a query is run, without running it.
  public func plan(of query: Query) throws(Hinweis) -> QueryPlan {
    try at(query.moment) { () throws(Hinweis) in
      let compiled = try Compiler.compile(query, in: self, keepsGroups: false)
      var steps: [(id: Int, parent: Int, text: String)] = []
      try connection.each("EXPLAIN QUERY PLAN \(compiled.sql)", compiled.values) { (row) throws(Hinweis) in
        steps.append((row.integer(0), row.integer(1), row.text(3)))
        return .more
      }
      var lines: [QueryPlan.Line] = []
      func add(below parent: Int, _ depth: Int) {
        let parts = steps.filter { $0.parent == parent }
        for (index, step) in parts.enumerated() {
          lines.append(
            QueryPlan.Line(depth: depth, text: step.text, meaning: QueryPlan.meaning(of: step.text), isLast: index == parts.count - 1))
          add(below: step.id, depth + 1)
        }
      }
      add(below: 0, 0)
      return QueryPlan(sql: compiled.sql, values: compiled.values.map(\.shown), lines: lines)
    }
  }
}

extension QueryPlan {
  /// What a step of SQLite means to who wonders why a query takes long.
  fileprivate static func meaning(of step: String) -> String {
    let words = step.split(separator: " ").map(String.init)
    func index() -> String {
      guard let place = words.firstIndex(of: "INDEX"), place + 1 < words.count else { return "" }
      return " \(words[place + 1])"
    }
    switch words.first {
    case "SCAN" where words.contains("INDEX"): return "liest alle, in der Ordnung des Index\(index())"
    case "SCAN": return "liest alle Zeilen"
    case "SEARCH" where step.contains("PRIMARY KEY"): return "findet die Zeile an ihrer Kennung"
    case "SEARCH" where step.contains("AUTOMATIC"): return "baut dafür einen Index und sucht darin"
    case "SEARCH": return "findet die Zeilen über den Index\(index())"
    case "USE": return "ordnet die Zeilen eigens"
    case "CORRELATED": return "für jede Zeile neu"
    case "SCALAR", "LIST": return "einmal für alle Zeilen"
    case "MATERIALIZE", "CO-ROUTINE": return "eine Abfrage in der Abfrage"
    case "COMPOUND", "UNION", "LEFT-MOST": return "mehrere Abfragen hintereinander"
    default: return ""
    }
  }
}

extension Value {
  /// The value as SQL writes it.
  fileprivate var shown: String {
    switch self {
    case .null: "NULL"
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .text(let text): "'\(text.replacing("'", with: "''"))'"
    }
  }
}
