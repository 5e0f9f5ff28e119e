// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// Builds batches of rows out of cells.
///
/// Cells come in the order of their columns, as a rule; those that do not are put in their place when the row ends.
struct RowBuilder: ~Copyable {
  /// The text of the cells so far; who adds to it stands between `startCell` and `endCell`.
  var bytes = ByteBuffer(capacity: 1 << 16)
  private var cellEnds: [Int32] = []
  private var rowEnds: [Int32] = []
  private var lines: [Int32] = []
  private var hiddenRows: [Int32] = []
  private var details: [CellDetail] = []
  /// Where the row at hand begins.
  private var firstByte = 0
  private var firstCell = 0
  private var firstDetail = 0
  private var line = 0
  private var isHidden = false
  private var hasContent = false
  /// Cells that came too late, and where the text of the one at hand begins.
  private var strays: [(column: Int, text: [UInt8])] = []
  private var strayStart: (column: Int, byte: Int)?
  private var cellCount = 0
  private var byteCount = 0
  private let take: (RowBatch) throws(Hinweis) -> Flow

  private static let mostCells = 1 << 16
  private static let mostBytes = 1 << 20
  private static let mostBytesOfRow = 1 << 26
  private static let mostBytesOfSheet = 1 << 30
  /// How long cells may be on the whole, once there is much text: a long one that many share is made to harm.
  private static let mostBytesOfCell = 2048

  init(take: @escaping (RowBatch) throws(Hinweis) -> Flow) { self.take = take }

  /// Refuses a row that is longer than any.
  @inline(__always) func check() throws(Hinweis) {
    if bytes.count - firstByte > RowBuilder.mostBytesOfRow { throw .hugeRow(line) }
  }

  mutating func start(_ line: Int, isHidden: Bool) {
    (self.line, self.isHidden, hasContent) = (line, isHidden, false)
    (firstByte, firstCell, firstDetail) = (bytes.count, cellEnds.count, details.count)
  }

  @inline(__always) mutating func startCell(_ column: Int) {
    hasContent = true
    let count = cellEnds.count - firstCell
    if column < count {
      strayStart = (column, bytes.count)
    } else if column > count {
      pad(to: column)
    }
  }

  @inline(__always) mutating func endCell() {
    if let stray = strayStart {
      strays.append((stray.column, Array(bytes.bytes[stray.byte...])))
      bytes.truncate(to: stray.byte)
      strayStart = nil
    } else {
      cellEnds.append(Int32(truncatingIfNeeded: bytes.count))
    }
  }

  /// Adds empty cells so that the row has so many.
  private mutating func pad(to count: Int) {
    let end = Int32(truncatingIfNeeded: bytes.count)
    for _ in (cellEnds.count - firstCell)..<count { cellEnds.append(end) }
  }

  /// Adds what the file says of a cell, and the cell if it is empty.
  mutating func add(_ detail: CellDetail.Kind, at column: Int) {
    hasContent = true
    addDetail(detail, column)
  }

  /// Adds a cell's colour; it alone makes no row.
  mutating func add(colour: String, at column: Int) { addDetail(.colour(colour), column) }

  private mutating func addDetail(_ kind: CellDetail.Kind, _ column: Int) {
    if column >= cellEnds.count - firstCell { pad(to: column + 1) }
    details.append(CellDetail(row: Int32(truncatingIfNeeded: rowEnds.count), column: Int32(truncatingIfNeeded: column), kind))
  }

  /// Ends the row; one without content is left out.
  mutating func end() throws(Hinweis) -> Flow {
    guard hasContent else {
      bytes.truncate(to: firstByte)
      cellEnds.removeLast(cellEnds.count - firstCell)
      details.removeLast(details.count - firstDetail)
      return .more
    }
    if !strays.isEmpty { placeStrays() }
    cellCount += cellEnds.count - firstCell
    byteCount += bytes.count - firstByte
    if isHidden { hiddenRows.append(Int32(truncatingIfNeeded: rowEnds.count)) }
    rowEnds.append(Int32(truncatingIfNeeded: cellEnds.count))
    lines.append(Int32(truncatingIfNeeded: line))
    guard cellCount <= Limits.cells * 4, byteCount <= min(RowBuilder.mostBytesOfSheet, 1 << 26 + cellCount * RowBuilder.mostBytesOfCell)
    else {
      throw .hugeSheet
    }
    if rowEnds.count < RowBatch.usualCount, cellEnds.count < RowBuilder.mostCells, bytes.count < RowBuilder.mostBytes { return .more }
    return try flush()
  }

  @discardableResult
  mutating func flush() throws(Hinweis) -> Flow {
    guard !rowEnds.isEmpty else { return .more }
    var batch = RowBatch(bytes: Array(bytes.bytes), cellEnds: cellEnds, rowEnds: rowEnds, lines: lines)
    batch.hiddenRows = hiddenRows
    batch.details = details
    bytes.removeAll()
    cellEnds.removeAll(keepingCapacity: true)
    rowEnds.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    hiddenRows.removeAll()
    details.removeAll()
    (firstByte, firstCell, firstDetail) = (0, 0, 0)
    return try take(batch)
  }

  /// Writes the row at hand again with the cells that came too late; of two for one place the later holds.
  private mutating func placeStrays() {
    var begin = firstByte
    var texts = cellEnds[firstCell...].map { end in
      defer { begin = Int(end) }
      return Array(bytes.bytes[begin..<Int(end)])
    }
    for stray in strays { texts[stray.column] = stray.text }
    strays = []
    bytes.truncate(to: firstByte)
    cellEnds.removeLast(cellEnds.count - firstCell)
    for text in texts {
      text.withUnsafeBufferPointer { bytes.append($0) }
      cellEnds.append(Int32(truncatingIfNeeded: bytes.count))
    }
  }
}

extension Hinweis {
  fileprivate static func hugeRow(_ line: Int) -> Hinweis {
    Hinweis("Zeile \(line) hat mehr als 64 MiB Text; so eine Datei ist beschädigt oder soll schaden").help(.saveAgain)
  }

  fileprivate static var hugeSheet: Hinweis {
    Hinweis("das Blatt hat mehr Zellen oder Text, als eine Tabelle haben kann; so eine Datei ist beschädigt oder soll schaden")
      .help("in Excel oder LibreOffice alles hinter der letzten Zeile und Spalte löschen und neu speichern")
  }
}
