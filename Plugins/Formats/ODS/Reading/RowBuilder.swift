// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// Makes batches of rows from cells and rows that may be repeated; empty ones cost nothing however often they are.
struct RowBuilder {
  let taker: any RowTaker
  let file: String
  /// The bytes of the cell at hand are appended here.
  var batch = RowBatch()
  /// Whether the sink wants no more.
  private(set) var isDone = false
  /// The row of the sheet, counted from 1, and the column from 0.
  private(set) var line = 1
  private(set) var column = 0
  private var repeated = 1
  private var isHidden = false
  /// Empty cells before the one at hand that are not in the batch yet.
  private var blanks = 0
  private var hasContent = false
  /// Where the row and the cell at hand begin in the batch.
  private var rowCells = 0
  private var rowBytes = 0
  private var rowDetails = 0
  private(set) var cellBegin = 0
  private var cells = 0

  /// A row must not be larger, repeated cells included.
  private static let mostBytes = Limits.partSize
  /// A colour that fills more blank cells on end than this is a look, no statement.
  private static let mostColoured = 64

  init(_ taker: any RowTaker, file: String) {
    self.taker = taker
    self.file = file
  }

  mutating func beginRow(repeated: Int, isHidden: Bool) {
    self.repeated = max(1, repeated)
    self.isHidden = isHidden
    (column, blanks, hasContent) = (0, 0, false)
    (rowCells, rowBytes, rowDetails) = (batch.cellEnds.count, batch.bytes.count, batch.details.count)
    cellBegin = rowBytes
  }

  /// Adds a detail of the cell at hand.
  mutating func add(_ detail: CellDetail.Kind) {
    batch.details.append(CellDetail(row: Int32(batch.count), column: Int32(column), detail))
    if case .colour = detail { return }
    hasContent = true
  }

  /// Whether the cell at hand has grown too large.
  mutating func checkCell() throws(Hinweis) {
    guard batch.bytes.count - rowBytes <= RowBuilder.mostBytes else { throw tooLarge }
  }

  /// Ends a cell, whose bytes have been appended.
  mutating func endCell(repeated: Int, colour: String?) throws(Hinweis) {
    let count = min(max(1, repeated), max(0, Limits.columns - column))
    let size = batch.bytes.count - cellBegin
    let isBlank = size == 0
    if let colour, !isBlank || count <= RowBuilder.mostColoured {
      for place in 0..<min(count, RowBuilder.mostColoured) {
        batch.details.append(CellDetail(row: Int32(batch.count), column: Int32(column + place), .colour(colour)))
      }
    }
    column += count
    guard !isBlank, count > 0 else {
      batch.bytes.removeLast(isBlank ? 0 : size)
      blanks += count
      return
    }
    hasContent = true
    guard batch.bytes.count - rowBytes + (count - 1) * size <= RowBuilder.mostBytes else { throw tooLarge }
    for _ in 0..<blanks { batch.cellEnds.append(Int32(cellBegin)) }
    blanks = 0
    batch.cellEnds.append(Int32(batch.bytes.count))
    for _ in 1..<max(count, 1) {
      batch.bytes.append(contentsOf: batch.bytes[cellBegin..<(cellBegin + size)])
      batch.cellEnds.append(Int32(batch.bytes.count))
    }
    cellBegin = batch.bytes.count
  }

  mutating func endRow() throws(Hinweis) {
    let count = min(repeated, max(0, Limits.rows - line + 1))
    guard hasContent, count > 0 else {
      batch.details.removeLast(batch.details.count - rowDetails)
      batch.cellEnds.removeLast(batch.cellEnds.count - rowCells)
      batch.bytes.removeLast(batch.bytes.count - rowBytes)
      // What is far beyond the last row of a sheet is not counted on.
      line = min(line + min(repeated, Limits.rows), Limits.rows + 1)
      return
    }
    let width = batch.cellEnds.count - rowCells
    cells += width * count
    guard cells <= Limits.cells else { throw tooMany }
    close()
    if count > 1 {
      let bytes = Array(batch.bytes[rowBytes...])
      let ends = batch.cellEnds[rowCells...].map { $0 - Int32(rowBytes) }
      let details = Array(batch.details[rowDetails...])
      for _ in 1..<count {
        try flushIfFull()
        if isDone { return }
        let begin = Int32(batch.bytes.count)
        batch.bytes += bytes
        batch.cellEnds += ends.map { $0 + begin }
        for detail in details { batch.details.append(CellDetail(row: Int32(batch.count), column: detail.column, detail.kind)) }
        close()
      }
    }
    try flushIfFull()
  }

  private mutating func close() {
    if isHidden { batch.hiddenRows.append(Int32(batch.count)) }
    batch.rowEnds.append(Int32(batch.cellEnds.count))
    batch.lines.append(Int32(line))
    line += 1
  }

  private mutating func flushIfFull() throws(Hinweis) {
    if batch.count >= RowBatch.usualCount || batch.bytes.count > 1 << 20 { try flush() }
  }

  /// Hands over what is there.
  mutating func flush() throws(Hinweis) {
    guard !batch.isEmpty, !isDone else { return }
    if try taker.take(batch) == .enough { isDone = true }
    batch.bytes.removeAll(keepingCapacity: true)
    batch.cellEnds.removeAll(keepingCapacity: true)
    batch.rowEnds.removeAll(keepingCapacity: true)
    batch.lines.removeAll(keepingCapacity: true)
    batch.hiddenRows.removeAll()
    batch.details.removeAll()
  }

  private var tooLarge: Hinweis {
    Hinweis("die Zeile \(line) hat mehr als \(RowBuilder.mostBytes >> 20) MiB Text; so eine Datei ist beschädigt oder soll schaden")
      .at(Place(file: file)).help(.saveAgain)
  }

  private var tooMany: Hinweis {
    Hinweis("das Blatt hat mehr als \(Limits.cells / 1_000_000) Millionen Zellen; so eine Datei ist beschädigt oder soll schaden")
      .at(Place(file: file)).help(.saveAgain)
  }
}
