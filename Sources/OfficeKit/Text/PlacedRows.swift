// SPDX-License-Identifier: Apache-2.0
public import PlanKit

/// A cell of a table with its place in the row.
public struct PlacedCell: Sendable {
  public var column: Int
  public var columns: Int
  public var text: String
  /// It belongs to the cell above, or to the one before it.
  public var goesOn: Bool
  public var goesOnAcross: Bool
  /// The colour that fills it.
  public var colour: String?
  /// How many rows it covers, where the cell itself says so.
  public var rows = 1
  /// The line of the table on which it stands, counted from 1; 0 where each row is the line behind the one before.
  public var line = 0

  public init(column: Int, columns: Int = 1, text: String) {
    self.column = column
    self.columns = columns
    self.text = text
    (goesOn, goesOnAcross) = (false, false)
  }
}

/// The rows of a table: what covers several cells is told as merged, its text stands in the first of them.
public struct PlacedRows: RowSource {
  /// A text with more cells than this, covered ones included, is none.
  public static let mostCells = 1_000_000

  private let rows: [[PlacedCell]]

  public init(_ rows: [[PlacedCell]]) { self.rows = rows }

  public func rows(into sink: inout some RowSink) throws(Hinweis) {
    for start in stride(from: 0, to: rows.count, by: RowBatch.usualCount) {
      var batch = RowBatch()
      for index in start..<min(start + RowBatch.usualCount, rows.count) {
        add(rows[index], line: PlacedRows.line(rows[index], index), to: &batch)
      }
      if try sink.take(batch) == .enough { return }
    }
    for span in spans { sink.merge(span) }
  }

  private static func line(_ row: [PlacedCell], _ index: Int) -> Int { row.first.map { $0.line > 0 ? $0.line : index + 1 } ?? index + 1 }

  private func add(_ row: [PlacedCell], line: Int, to batch: inout RowBatch) {
    let place = batch.count
    var cells: [String] = []
    for cell in row {
      while cells.count < cell.column { cells.append("") }
      cells.append(cell.text)
      if let colour = cell.colour, colour.count == 6, colour.allSatisfy(\.isHexDigit) {
        batch.details.append(CellDetail(row: Int32(place), column: Int32(cell.column), .colour(colour.uppercased())))
      }
    }
    // What the last cell covers ends the row.
    if let last = row.last { while cells.count < last.column + last.columns { cells.append("") } }
    batch.append(cells, line: line)
  }

  /// The cells that cover more than one.
  private var spans: [CellSpan] {
    var found: [CellSpan] = []
    var open: [Int: CellSpan] = [:]
    for (line, row) in rows.enumerated() {
      var next: [Int: CellSpan] = [:]
      var last: Int?
      for cell in row {
        if cell.goesOn, var span = open[cell.column] {
          span.rows += 1
          next[cell.column] = span
          last = nil
        } else if cell.goesOnAcross, let column = last {
          next[column]?.columns += cell.columns
        } else {
          next[cell.column] = CellSpan(line: PlacedRows.line(row, line), column: cell.column, rows: cell.rows, columns: cell.columns)
          last = cell.column
        }
      }
      found += open.filter { next[$0.key]?.line != $0.value.line }.map(\.value)
      open = next
    }
    found += open.values
    return found.filter { $0.rows * $0.columns > 1 }.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }
}
