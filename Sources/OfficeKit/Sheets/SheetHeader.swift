// SPDX-License-Identifier: Apache-2.0
public import PlanKit

/// The header of a sheet, laid out: rows of groups above the headings of the columns, cells merged to the right and down.
public struct SheetHeader: Sendable {
  /// How many rows it has; none for a table without columns.
  public private(set) var rows = 0
  /// Its cells that hold a text, from left to right and top to bottom.
  public private(set) var cells: [Cell] = []

  /// A cell with the rows and columns that it covers, counted from 0.
  public struct Cell: Hashable, Sendable {
    public var text: String
    public var row: Int
    public var column: Int
    public var rows: Int
    public var columns: Int
  }

  public init(_ table: Table) {
    var lines = table.groups.map(SheetHeader.line)
    if !table.columns.isEmpty { lines.append(table.columns.enumerated().map { ($1.heading, $0, 1) }.filter { !$0.0.isEmpty }) }
    rows = lines.count
    for (row, line) in lines.enumerated() {
      // A heading goes on over an equal one, but not to below another group.
      let starts = row == 0 ? [] : Set(cells.filter { $0.row == row - 1 }.map(\.column))
      let isGroup = row < table.groups.count
      for (text, column, span) in line {
        if isGroup, let last = cells.indices.last, cells[last].row == row, cells[last].text == text,
          cells[last].column + cells[last].columns == column, !starts.contains(column)
        {
          cells[last].columns += span
        } else {
          cells.append(Cell(text: text, row: row, column: column, rows: 1, columns: span))
        }
      }
    }
    for index in cells.indices {
      let cell = cells[index]
      let isFree = { [cells] (row: Int) in
        !cells.contains { $0.row == row && $0.column < cell.column + cell.columns && cell.column < $0.column + $0.columns }
      }
      var end = cell.row + 1
      while end < rows && isFree(end) { end += 1 }
      cells[index].rows = end - cell.row
    }
  }

  private static func line(_ groups: [Table.Group]) -> [(String, Int, Int)] {
    var column = 0
    var line: [(String, Int, Int)] = []
    for group in groups {
      if !group.heading.isEmpty { line.append((group.heading, column, max(1, group.span))) }
      column += max(1, group.span)
    }
    return line
  }

  /// How far it reaches to the right.
  public var width: Int { cells.map { $0.column + $0.columns }.max() ?? 0 }

  /// The cell that begins at a place.
  public func cell(row: Int, column: Int) -> Cell? { cells.first { $0.row == row && $0.column == column } }

  /// Whether another cell covers a place.
  public func isCovered(row: Int, column: Int) -> Bool {
    cells.contains {
      ($0.row, $0.column) != (row, column) && ($0.row..<($0.row + $0.rows)).contains(row)
        && ($0.column..<($0.column + $0.columns)).contains(column)
    }
  }
}
