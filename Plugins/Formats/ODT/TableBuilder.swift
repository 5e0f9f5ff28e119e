// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// Gathers the rows of a table; cells that others cover may be there as such, or be left out.
final class TableBuilder {
  private var rows: [[PlacedCell]] = []
  private var row: [PlacedCell] = []
  private var column = 0
  private var line = 1
  private var rowRepeats = 1
  private var cell = PlacedCell(column: 0, text: "")
  private var cellRepeats = 1
  private var nested: [Block] = []
  private var cells = 0
  /// Up to which line the columns are covered by cells above.
  private var covered: [Int: Int] = [:]
  /// Up to which column the row is covered by the cell before.
  private var coveredAcross = 0

  func beginRow(repeats: Int) {
    (row, column, coveredAcross, rowRepeats) = ([], 0, 0, max(repeats, 1))
  }

  func cover(_ columns: Int) { column += min(max(columns, 1), Limits.columns) }

  func beginCell(columns: Int, rows: Int, repeats: Int, colour: String?) {
    while column < coveredAcross || covered[column].map({ $0 >= line }) ?? false { column += 1 }
    cell = PlacedCell(column: column, columns: min(max(columns, 1), Limits.columns), text: "")
    cell.rows = min(max(rows, 1), Limits.rows)
    cell.colour = colour
    cellRepeats = min(max(repeats, 1), Limits.columns)
  }

  /// - Parameter content: what stands in the cell; tables in it stand behind this one.
  func endCell(_ content: TextContainer) throws(Hinweis) {
    nested += content.blocks.filter { $0.table != nil }
    cell.text = TextContainer.text(of: content.blocks)
    cell.line = line
    if cell.text.isEmpty, cell.colour == nil, cell.columns == 1, cell.rows == 1 {
      column += cellRepeats
    } else {
      for _ in 0..<cellRepeats {
        cell.column = column
        row.append(cell)
        if cell.rows > 1 { for place in column..<column + cell.columns { covered[place] = line + cell.rows - 1 } }
        coveredAcross = column + cell.columns
        column += 1
        try count(cell.columns)
        guard column <= Limits.columns else { break }
      }
    }
  }

  func endRow() throws(Hinweis) {
    defer { line += rowRepeats }
    guard row.contains(where: { !$0.text.isEmpty }) else { return }
    for offset in 0..<min(rowRepeats, Limits.rows) {
      try count(offset == 0 ? 0 : (row.last.map { $0.column + $0.columns } ?? 0))
      rows.append(
        row.map { cell in
          var cell = cell
          cell.line = line + offset
          return cell
        })
    }
  }

  private func count(_ more: Int) throws(Hinweis) {
    cells += more
    guard cells <= PlacedRows.mostCells else { throw Hinweis("eine Tabelle hat mehr Zellen, als ein Text haben kann").help(.saveAgain) }
  }

  /// The table and those that stood in its cells.
  var blocks: [Block] { rows.isEmpty ? nested : [.table(Table("", rows: PlacedRows(rows)))] + nested }
}
