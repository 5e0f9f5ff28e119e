// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Where a layout's columns stand in a table, and where its header is.
struct TableMapping {
  var layout: Layout
  /// For each column of the table the number of the layout's column; nil where the table has one that the layout does not know.
  var columns: [Int?]
  /// Rows of the header, counted from 0 over all rows of the table.
  var header: Range<Int>
  /// Lines of the file on which the header's rows begin.
  var lines = 0...0
  /// The cells of the header rows.
  var headerCells: [[String]]
  /// How many of the layout's columns were found.
  var found: Int
  /// Names in headings, such as who holds a function, by the number of the layout's column.
  var names: [Int: String]
  /// What the header made it decide, for the user.
  var notes: [Hinweis]

  /// How many columns the layout itself has.
  var own: Int

  /// How well the layout fits: of two that fit alike the one that knows more of the table.
  var fit: Double { own == 0 ? 0 : Double(found * found) / Double(own) }
}
