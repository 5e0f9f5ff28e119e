// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// Gathers the rows of a table, cell by cell.
final class TableBuilder {
  /// What is known of the cell that is being read.
  var cell = Cell()
  var isRowDeleted = false
  private(set) var isInRow = false
  private(set) var isInCell = false
  private var rows: [[PlacedCell]] = []
  private var row: [PlacedCell] = []
  private var column = 0
  private var nested: [Block] = []
  private var cells = 0

  struct Cell {
    var columns = 1
    /// It belongs to the cell above, or to the one before it.
    var goesOn = false
    var goesOnAcross = false
    var colour: String?
  }

  func beginRow() {
    (row, column, isRowDeleted, isInRow) = ([], 0, false, true)
  }

  func skip(_ columns: Int) {
    column += min(max(columns, 0), Limits.columns)
    cells += min(max(columns, 0), Limits.columns)
  }

  func beginCell() { (cell, isInCell) = (Cell(), true) }

  /// - Parameter content: what stands in the cell; tables in it stand behind this one.
  func endCell(_ content: TextContainer) throws(Hinweis) {
    isInCell = false
    nested += content.blocks.filter { $0.table != nil }
    let text = cell.goesOn || cell.goesOnAcross ? "" : TextContainer.text(of: content.blocks).filter { $0 != "\u{0C}" }
    var placed = PlacedCell(column: column, columns: cell.columns, text: text)
    (placed.goesOn, placed.goesOnAcross, placed.colour) = (cell.goesOn, cell.goesOnAcross, cell.colour)
    row.append(placed)
    column += cell.columns
    cells += cell.columns
    guard column <= Limits.columns, cells <= PlacedRows.mostCells else {
      throw Hinweis("eine Tabelle hat mehr Zellen, als ein Dokument haben kann").help(.saveAgain)
    }
  }

  func endRow() throws(Hinweis) {
    isInRow = false
    if !isRowDeleted, !row.isEmpty { rows.append(row) }
    guard rows.count <= Limits.rows else { throw Hinweis("eine Tabelle hat mehr als \(Limits.rows) Zeilen").help(.saveAgain) }
  }

  /// The table and those that stood in its cells.
  var blocks: [Block] { rows.isEmpty ? nested : [.table(Table("", rows: PlacedRows(rows)))] + nested }
}
