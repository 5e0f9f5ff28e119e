// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// The form of a whole plan as one JSON document: the rows of each kind of thing, and of its history, under the kernel's names of their columns.
enum PlanFile {
  /// What the document says that it is.
  static let format = "kip-plan 1"

  /// Rows of a table as the document has them.
  struct Part {
    /// The key under which the rows stand, and that of the names of their columns.
    var key: String
    var columnsKey: String
    var table: String
    /// The columns by their names in the document and in SQL.
    var columns: [(name: String, sql: String)]
    var order: String
  }

  /// The rows of a noun, and its history if it has one.
  static func parts(_ noun: Noun) -> [Part] {
    let known =
      [("id", "id")] + Schema.stored(noun).map { ($0.name, Schema.name($0)) } + Schema.hidden(noun.table).map { ($0.name, $0.name) }
    let own = { (names: [String]) in names.map { ($0, $0) } }
    let rows = Part(
      key: "zeilen", columnsKey: "spalten", table: noun.table, columns: known + (noun.hasHistory ? own(["seit", "ab"]) : []), order: "id")
    guard noun.hasHistory else { return [rows] }
    return [
      rows,
      Part(
        key: "verlauf", columnsKey: "verlauf_spalten", table: noun.table + "_log",
        columns: known + own(["von", "bis", "ab", "ende", "geloescht"]), order: "id, von"),
    ]
  }
}
