// SPDX-License-Identifier: Apache-2.0
import PlanKit

/// Cuts text into rows and cells.
///
/// It looks at eight bytes at a time and copies them in the same step; a cell costs about as much as its bytes.
struct RowCutter: ~Copyable {
  /// The line of the file on which the next row begins.
  private(set) var line = 1
  /// What was found in the rows of the last batch.
  private(set) var notes: [Hinweis] = []
  /// The line on which the first row begins that has more cells than a sheet has columns.
  private(set) var widestLine: Int?
  /// A quoted cell longer than this is none: its first quotation mark is one that nothing closes.
  static let longestCell = 1 << 24
  /// A row of more cells is none of a table: no spreadsheet has so many columns.
  static let mostCells = 16_384

  private let delimiter: UInt8
  private var bytes = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  private var cellEnds = UnsafeMutableBufferPointer<Int32>(start: nil, count: 0)
  private var byteCount = 0
  private var cellCount = 0
  private var rowEnds: [Int32] = []
  private var lines: [Int32] = []

  init(delimiter: UInt8) { self.delimiter = delimiter }

  deinit {
    bytes.deallocate()
    cellEnds.deallocate()
  }

  /// The rows that were cut last.
  var batch: RowBatch {
    RowBatch(
      bytes: Array(bytes[..<byteCount]), cellEnds: Array(cellEnds[..<cellCount]), rowEnds: rowEnds, lines: lines)
  }

  var isEmpty: Bool { rowEnds.isEmpty }

  /// Cuts whole rows off the front of a text, one batch at most, and says how many bytes they took.
  ///
  /// - Parameters:
  ///   - text: `count` bytes, then a line feed and seven bytes more.
  ///   - isLast: whether the file ends with this text, so that its last row needs no line end.
  mutating func cut(_ text: UnsafeBufferPointer<UInt8>, count: Int, isLast: Bool) -> Int {
    startBatch(room: count)
    let raw = UnsafeRawBufferPointer(text)
    let pattern = (repeated(delimiter), repeated(.lineFeed), repeated(.carriageReturn))
    var position = 0
    while rowEnds.count < RowBatch.usualCount && position < count {
      let begin = (position: position, bytes: byteCount, cells: cellCount, line: line, notes: notes.count)
      let isBlank = text[position] == .lineFeed || text[position] == .carriageReturn
      var isInRow = !isBlank
      while isInRow {
        switch text[position] == .quote ? quotedCell(text, count, at: position, isLast: isLast) : .plain {
        case .closed(let end): position = end
        case .unfinished:
          restart(begin)
          return begin.position
        case .plain:
          var out = byteCount
          while true {
            let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            bytes.storeBytes(of: word, toByteOffset: out, as: UInt64.self)
            let hits = zeros(word ^ pattern.0) | zeros(word ^ pattern.1) | zeros(word ^ pattern.2)
            if hits != 0 {
              let skipped = hits.trailingZeroBitCount >> 3
              position += skipped
              out += skipped
              break
            }
            position += 8
            out += 8
          }
          byteCount = out
        }
        cellEnds[cellCount] = Int32(truncatingIfNeeded: byteCount)
        cellCount += 1
        isInRow = position < count && text[position] == delimiter
        if isInRow { position += 1 }
      }
      let isReturn = position < count && text[position] == .carriageReturn
      if !isLast && (position == count || isReturn && position + 1 == count) {
        // The row may go on, or a line feed may follow.
        restart(begin)
        return begin.position
      }
      if position < count { position += isReturn && position + 1 < count && text[position + 1] == .lineFeed ? 2 : 1 }
      rowEnds.append(Int32(truncatingIfNeeded: cellCount))
      if cellCount - begin.cells > RowCutter.mostCells, widestLine == nil { widestLine = begin.line }
      lines.append(Int32(truncatingIfNeeded: begin.line))
      line += 1
    }
    return position
  }

  private enum Cell {
    /// It ends before this place.
    case closed(Int)
    /// Its quotation mark is a character like others.
    case plain
    /// The text ends before the cell does.
    case unfinished
  }

  /// Takes a cell in quotation marks.
  ///
  /// It is one if the first mark that is not doubled ends it. Everything else was not meant so: prose that begins with a mark, or a
  /// mark that was forgotten; to take it as a quoted cell would swallow rows.
  private mutating func quotedCell(_ text: UnsafeBufferPointer<UInt8>, _ count: Int, at start: Int, isLast: Bool) -> Cell {
    let before = byteCount
    var begin = start + 1
    while let mark = text.firstIndex(of: .quote, from: begin, to: count) {
      if mark + 1 == count && !isLast { break }
      let isDoubled = mark + 1 < count && text[mark + 1] == .quote
      copy(text[begin..<(isDoubled ? mark + 1 : mark)])
      begin = mark + 2
      if isDoubled { continue }
      // Blanks behind the closing mark belong to the cell.
      var end = mark + 1
      while end < count && text[end] == 0x20 { end += 1 }
      if end == count && !isLast { break }
      guard end == count || [delimiter, .lineFeed, .carriageReturn].contains(text[end]) else {
        byteCount = before
        note(.textBehindQuote)
        return .plain
      }
      line += UnsafeBufferPointer(rebasing: text[start..<mark]).lineBreaks
      copy(text[(mark + 1)..<end])
      unwrap(from: before)
      return .closed(end)
    }
    byteCount = before
    guard isLast || count - start > RowCutter.longestCell else { return .unfinished }
    note(.openQuote)
    return .plain
  }

  /// Makes `="28,10"`, which keeps Excel from making a number of a label, the label again.
  private mutating func unwrap(from begin: Int) {
    guard byteCount - begin >= 3, bytes[begin] == 0x3D, bytes[begin + 1] == .quote, bytes[byteCount - 1] == .quote else { return }
    let label = UnsafeRawBufferPointer(rebasing: bytes[(begin + 2)..<(byteCount - 1)])
    UnsafeMutableRawBufferPointer(rebasing: bytes[begin...]).copyMemory(from: label)
    byteCount -= 3
  }

  private mutating func note(_ hinweis: Hinweis) {
    notes.append(hinweis.at(Place(file: nil, line: line, column: cellCount - Int(rowEnds.last ?? 0) + 1)))
  }

  private mutating func copy(_ part: Slice<UnsafeBufferPointer<UInt8>>) {
    UnsafeMutableRawBufferPointer(rebasing: bytes[byteCount...]).copyMemory(
      from: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: part)))
    byteCount += part.count
  }

  private mutating func startBatch(room: Int) {
    byteCount = 0
    cellCount = 0
    rowEnds.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    notes.removeAll()
    // A text has no more cells than bytes, nor more bytes in its cells; pages that are not used cost nothing.
    guard cellEnds.count < room + 1 else { return }
    bytes.deallocate()
    cellEnds.deallocate()
    bytes = .allocate(byteCount: room + 16, alignment: 8)
    cellEnds = .allocate(capacity: room + 1)
  }

  private mutating func restart(_ row: (position: Int, bytes: Int, cells: Int, line: Int, notes: Int)) {
    byteCount = row.bytes
    cellCount = row.cells
    line = row.line
    notes.removeLast(notes.count - row.notes)
  }
}

private func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

/// The high bit of every byte that is zero, and no other bit.
@inline(__always)
private func zeros(_ word: UInt64) -> UInt64 {
  let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  return ~((word & low &+ low) | word | low)
}

extension Hinweis {
  fileprivate static var openQuote: Hinweis {
    Hinweis("nichts schließt das Anführungszeichen am Anfang der Zelle; es gilt als gewöhnliches Zeichen").grade(.warnung)
      .help("Das schließende Anführungszeichen in der Datei ergänzen")
  }

  fileprivate static var textBehindQuote: Hinweis {
    Hinweis("hinter dem schließenden Anführungszeichen steht noch Text; die Anführungszeichen gelten als gewöhnliche Zeichen")
      .grade(.hinweis)
  }
}
