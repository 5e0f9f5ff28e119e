// SPDX-License-Identifier: Apache-2.0
import PlanKit

/// The header rows of a table: groups above, the headings of the columns below.
///
/// Where a column has no group in a row, its heading goes over that row too, so that no header cell is empty without need.
struct HTMLTableHead {
  /// The head as HTML; nothing for a table without columns.
  let text: String

  init(_ table: Table, _ shapes: [ColumnShape]) {
    guard !shapes.isEmpty else {
      text = ""
      return
    }
    let rows = table.groups + [table.columns.map { Table.Group($0.heading, span: 1) }]
    let cells = HTMLTableHead.merged(rows.map { HTMLTableHead.grid($0, width: shapes.count) })
    var text = "<thead>\n"
    for (level, row) in cells.enumerated() {
      text += "<tr>"
      for (column, cell) in row.enumerated() {
        guard let cell else { continue }
        text += cell.html(level + cell.rows == rows.count && cell.span == 1 ? shapes[column] : nil)
      }
      text += "</tr>\n"
    }
    self.text = text + "</thead>\n"
  }

  private struct Cell {
    var heading: String
    var span: Int
    var rows = 1

    /// - Parameter shape: of the column that it heads; nil for a group.
    func html(_ shape: ColumnShape?) -> String {
      let spans = (span > 1 ? " colspan=\"\(span)\"" : "") + (rows > 1 ? " rowspan=\"\(rows)\"" : "")
      // An empty header cell would be read out as a header.
      guard !heading.isEmpty else { return "<td\(spans)></td>" }
      // Over narrow marks a long heading stands upright.
      let isUpright = shape?.width == .mark && heading.count > 8
      let look = isUpright ? " class=\"hoch\"" : shape?.attribute ?? ""
      let text = HTMLText.escaped(heading)
      return "<th scope=\"\(span > 1 ? "colgroup" : "col")\"\(spans)\(look)>\(isUpright ? "<span>\(text)</span>" : text)</th>"
    }
  }

  /// A header row by columns; a column that a group to its left covers has none. Groups without a heading are none.
  private static func grid(_ row: [Table.Group], width: Int) -> [Cell?] {
    var cells: [Cell?] = []
    for group in row {
      let span = min(max(1, group.span), width - cells.count)
      guard span > 0 else { break }
      let isGroup = span > 1 && !group.heading.isEmpty
      cells += isGroup ? [Cell(heading: group.heading, span: span)] : [Cell(heading: group.heading, span: 1)]
      cells += Array(repeating: isGroup ? nil : Cell(heading: "", span: 1), count: span - 1)
    }
    return cells + Array(repeating: Cell(heading: "", span: 1), count: width - cells.count)
  }

  /// Lets every heading of one column take the empty cells below it, and the topmost those above it.
  private static func merged(_ grid: [[Cell?]]) -> [[Cell?]] {
    var grid = grid
    for column in grid[0].indices {
      var above: Int?
      for level in grid.indices {
        guard let cell = grid[level][column], cell.span == 1 else {
          above = nil
          continue
        }
        guard let top = above, cell.heading.isEmpty || grid[top][column]?.heading.isEmpty ?? true else {
          above = level
          continue
        }
        if !cell.heading.isEmpty { grid[top][column]?.heading = cell.heading }
        grid[top][column]?.rows += 1
        grid[level][column] = nil
      }
    }
    return grid
  }
}
