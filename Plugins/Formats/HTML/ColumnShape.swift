// SPDX-License-Identifier: Apache-2.0
import PlanKit

/// How much room a column needs: its kind tells, and a look at its first rows.
struct ColumnShape {
  enum Width { case mark, short, phrase, text, number }
  var width: Width
  /// Whether its cells are shown in another form than they have.
  var isConverted: Bool

  /// The attribute of its cells, with a blank before it.
  var attribute: String {
    switch width {
    case .mark: " class=\"m\""
    case .short: " class=\"k\""
    case .phrase: " class=\"p\""
    case .number: " class=\"z\""
    case .text: ""
    }
  }

  /// The shapes of a table's columns; a table without columns has none.
  static func shapes(of table: Table) throws(Hinweis) -> [ColumnShape] {
    var longest = Array(repeating: 0, count: table.columns.count)
    try table.rows.forEachBatch { (batch) throws(Hinweis) in
      batch.forEachCell { column, bytes in
        if column < longest.count { longest[column] = max(longest[column], bytes.count) }
      } endOfRow: { _ in
      }
      return .enough
    }
    return zip(table.columns, longest).map { column, longest in
      let width: Width =
        switch column.kind {
        case .number: .number
        case .date: .short
        case .flag: .mark
        default: longest <= 6 ? .mark : longest <= 16 ? .short : longest <= 64 ? .phrase : .text
        }
      return ColumnShape(width: width, isConverted: column.isList || [.number, .date, .flag].contains(column.kind))
    }
  }
}
