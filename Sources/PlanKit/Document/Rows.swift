// SPDX-License-Identifier: Apache-2.0

/// Rows that can be read again and again, in batches.
public protocol RowSource: Sendable {
  /// Gives every row to the sink, until the sink has enough.
  func rows(into sink: inout some RowSink) throws(Hinweis)
}

/// Takes rows as they are read.
public protocol RowSink {
  /// Takes a batch of rows and says whether it wants more.
  mutating func take(_ batch: RowBatch) throws(Hinweis) -> Flow
  /// Takes a finding about the rows, such as a quotation mark that nothing closes.
  mutating func note(_ hinweis: Hinweis)
  /// Takes a merged cell; some files tell of it only behind the last row.
  mutating func merge(_ span: CellSpan)
}

extension RowSink {
  public mutating func note(_ hinweis: Hinweis) {}
  public mutating func merge(_ span: CellSpan) {}
}

/// A cell that covers several; its text stands in the first of them, the others are empty.
public struct CellSpan: Hashable, Sendable {
  /// Its first row as a line of the file, counted from 1.
  public var line: Int
  /// Its first column, counted from 0.
  public var column: Int
  /// How many rows and columns it covers; together at least 2.
  public var rows: Int
  public var columns: Int

  public init(line: Int, column: Int, rows: Int, columns: Int) {
    self.line = line
    self.column = column
    self.rows = rows
    self.columns = columns
  }
}

/// Whether a sink wants more rows.
public enum Flow: Sendable { case more, enough }

/// Some rows as bytes: the cells one behind the other, and where each ends.
///
/// Cells are UTF-8. Row `r` has the cells from `r == 0 ? 0 : rowEnds[r - 1]` up to `rowEnds[r]`; cell `c` has the bytes from
/// `c == 0 ? 0 : cellEnds[c - 1]` up to `cellEnds[c]`. Rows need not have the same number of cells.
public struct RowBatch: Sendable {
  public var bytes: [UInt8]
  public var cellEnds: [Int32]
  public var rowEnds: [Int32]
  /// The line of the file (row of the sheet) on which each row begins, counted from 1.
  public var lines: [Int32]
  /// Rows that the file hides, counted from 0 in this batch.
  public var hiddenRows: [Int32]
  /// What the file says of single cells beside their text, in order of rows.
  public var details: [CellDetail]

  public init() {
    bytes = []
    cellEnds = []
    rowEnds = []
    lines = []
    hiddenRows = []
    details = []
  }

  /// How many rows a source puts into one batch, as a rule.
  public static let usualCount = 512

  public init(bytes: [UInt8], cellEnds: [Int32], rowEnds: [Int32], lines: [Int32]) {
    self.bytes = bytes
    self.cellEnds = cellEnds
    self.rowEnds = rowEnds
    self.lines = lines
    hiddenRows = []
    details = []
  }
}

/// What a file says of a cell beside its text.
public struct CellDetail: Hashable, Sendable {
  /// The row, counted from 0 in its batch.
  public var row: Int32
  /// The column, counted from 0.
  public var column: Int32
  public var kind: Kind

  public init(row: Int32, column: Int32, _ kind: Kind) {
    self.row = row
    self.column = column
    self.kind = kind
  }

  public enum Kind: Hashable, Sendable {
    /// The colour that fills the cell, as `RRGGBB`; cells without a colour of their own have none.
    case colour(String)
    /// A remark that hangs at the cell, without its author.
    case comment(String)
    /// Where a link in the cell leads.
    case link(String)
    /// The text is struck through as a whole.
    case struck
    /// A formula whose value the file does not hold.
    case formula(String)
  }
}

extension RowBatch {
  public var count: Int { rowEnds.count }
  public var isEmpty: Bool { rowEnds.isEmpty }

  /// The cells of one row as texts.
  public func texts(_ row: Int) -> [String] {
    (Int(row == 0 ? 0 : rowEnds[row - 1])..<Int(rowEnds[row])).map { cell in
      String(decoding: bytes[Int(cell == 0 ? 0 : cellEnds[cell - 1])..<Int(cellEnds[cell])], as: UTF8.self)
    }
  }

  /// Adds a row.
  public mutating func append(_ cells: [String], line: Int = 0) {
    for cell in cells {
      bytes.append(contentsOf: cell.utf8)
      cellEnds.append(Int32(bytes.count))
    }
    rowEnds.append(Int32(cellEnds.count))
    lines.append(Int32(line == 0 ? lines.count + 1 : line))
  }
}

/// Rows that stand in memory, for small tables.
public struct TextRows: RowSource {
  public var rows: [[String]]

  public init(_ rows: [[String]]) { self.rows = rows }

  public func rows(into sink: inout some RowSink) throws(Hinweis) {
    for start in stride(from: 0, to: rows.count, by: RowBatch.usualCount) {
      var batch = RowBatch()
      for index in start..<min(start + RowBatch.usualCount, rows.count) { batch.append(rows[index], line: index + 1) }
      if try sink.take(batch) == .enough { return }
    }
  }
}

/// Rows made from the rows of another source, one at a time.
public struct MappedRows: RowSource {
  private let base: any RowSource
  private let transform: @Sendable ([String]) -> [String]?

  /// - Parameter transform: makes a row of a row, or leaves it out (nil).
  public init(_ base: any RowSource, _ transform: @escaping @Sendable ([String]) -> [String]?) {
    self.base = base
    self.transform = transform
  }

  public func rows(into sink: inout some RowSink) throws(Hinweis) {
    var mapping = MappingSink(sink: sink, transform: transform)
    defer { sink = mapping.sink }
    try base.rows(into: &mapping)
  }

  private struct MappingSink<Sink: RowSink>: RowSink {
    var sink: Sink
    let transform: @Sendable ([String]) -> [String]?

    mutating func take(_ batch: RowBatch) throws(Hinweis) -> Flow {
      var mapped = RowBatch()
      for row in 0..<batch.count {
        if let cells = transform(batch.texts(row)) { mapped.append(cells, line: Int(batch.lines[row])) }
      }
      return mapped.isEmpty ? .more : try sink.take(mapped)
    }

    mutating func note(_ hinweis: Hinweis) { sink.note(hinweis) }
    mutating func merge(_ span: CellSpan) { sink.merge(span) }
  }
}

extension RowSource {
  /// Calls a closure with the cells and the line of every row, until it has enough.
  public func forEach(_ body: (_ cells: [String], _ line: Int) throws(Hinweis) -> Flow) throws(Hinweis) {
    // The closure must not escape, so it is lent to the sink for the time of the call.
    try withoutActuallyEscaping(body) { (body) throws(Hinweis) in
      var sink = ClosureSink(body: body)
      try rows(into: &sink)
    }
  }

  /// All rows as texts; for tables known to be small.
  public func all() throws(Hinweis) -> [[String]] {
    var rows: [[String]] = []
    try forEach { (cells, _) throws(Hinweis) in
      rows.append(cells)
      return .more
    }
    return rows
  }
}

private struct ClosureSink: RowSink {
  let body: ([String], Int) throws(Hinweis) -> Flow

  mutating func take(_ batch: RowBatch) throws(Hinweis) -> Flow {
    for row in 0..<batch.count where try body(batch.texts(row), Int(batch.lines[row])) == .enough { return .enough }
    return .more
  }
}
