// SPDX-License-Identifier: Apache-2.0
import PlanKit

/// Writes tables as lines.
struct RowWriter {
  private let dialect: Dialect
  /// By byte: the delimiters, the quotation mark and the line ends.
  private let isSpecial = (0...UInt8.bar).map { [.tab, .lineFeed, .carriageReturn, .quote, .comma, .semicolon, .bar].contains($0) }
  private var out: [UInt8]
  /// Where the row begins that is being written.
  private var rowBegin: Int

  init(_ dialect: Dialect) {
    self.dialect = dialect
    out = dialect.begin
    rowBegin = out.count
  }

  /// Writes the header lines of a table and its rows.
  ///
  /// Without groups the header is one line: the keys of the columns, for Excel their headings. With groups it is laid out as in the
  /// table: a line for each row of groups, each heading above the first column that it spans, and then the headings.
  mutating func write(_ table: Table, to sink: inout some ByteSink) throws(Hinweis) {
    for groups in table.groups {
      writeRow(groups.flatMap { [$0.heading] + Array(repeating: "", count: max(0, $0.span - 1)) })
    }
    if !table.columns.isEmpty {
      writeRow(table.columns.map { table.groups.isEmpty && !dialect.isForExcel ? $0.key : $0.heading })
    }
    let forms = table.columns.map { Form($0, dialect) }
    try table.rows.forEachBatch { (batch) throws(Hinweis) in
      batch.forEachCell { column, bytes in
        let form = column < forms.count ? forms[column] : .asIs
        if form == .asIs {
          write(bytes, isFirst: column == 0)
        } else {
          let text = form.text(String(decoding: bytes, as: UTF8.self), table.columns[column])
          if form.needsFormula(text) { writeFormula(of: text, isFirst: column == 0) } else { write(text, isFirst: column == 0) }
        }
      } endOfRow: { cells in
        endRow(cells: cells)
      }
      try flush(to: &sink)
      return .more
    }
  }

  mutating func endRow(cells: Int) {
    // A lone empty cell would look like an empty line.
    if cells == 1 && out.count == rowBegin { out += [.quote, .quote] }
    out += dialect.lineEnd
    rowBegin = out.count
  }

  mutating func flush(to sink: inout some ByteSink) throws(Hinweis) {
    try sink.write(out)
    out.removeAll(keepingCapacity: true)
    rowBegin = 0
  }

  /// What has to be done to the cells of a column.
  private enum Form {
    case asIs, joined, excelNumber, excelLabel, shown

    init(_ column: Table.Column, _ dialect: Dialect) {
      if !dialect.isForExcel {
        self = column.isList ? .joined : .asIs
      } else if !column.isList && column.kind == .number {
        self = .excelNumber
      } else if column.kind == .label {
        self = .excelLabel
      } else {
        self = column.isList || [.date, .flag].contains(column.kind) ? .shown : .asIs
      }
    }

    func text(_ cell: String, _ column: Table.Column) -> String {
      switch self {
      case .asIs: cell
      case .joined: CellText.values(cell).joined(separator: "; ")
      // Excel takes a number with points between the thousands for a text or a date.
      case .excelNumber: CellText.number(cell, grouped: false)
      case .excelLabel, .shown: CellText.shown(cell, in: column)
      }
    }

    /// Whether Excel would make a number or a date of a label: of `28,10` it makes 28,1.
    func needsFormula(_ text: String) -> Bool {
      self == .excelLabel && !text.isEmpty && text.utf8.contains { (0x30...0x39).contains($0) }
        && text.utf8.allSatisfy { (0x30...0x39).contains($0) || ",.-/ ".utf8.contains($0) }
    }
  }

  private mutating func writeRow(_ cells: [String]) {
    for (index, cell) in cells.enumerated() { write(cell, isFirst: index == 0) }
    endRow(cells: cells.count)
  }

  /// Writes `="28,10"`, which Excel shows as it stands.
  private mutating func writeFormula(of label: String, isFirst: Bool) {
    if !isFirst { out.append(dialect.delimiter) }
    out += Array("\"=\"\"\(label)\"\"\"".utf8)
  }

  private mutating func write(_ text: String, isFirst: Bool) {
    var text = text
    text.withUTF8 { write($0, isFirst: isFirst) }
  }

  private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>, isFirst: Bool) {
    if !isFirst { out.append(dialect.delimiter) }
    let isProtected = dialect.isForExcel && wouldRun(bytes)
    // Whatever could be taken for a delimiter is quoted, so that no reader has to guess.
    let isQuoted = bytes.contains { $0 <= .bar && isSpecial[Int($0)] }
    if isQuoted { out.append(.quote) }
    if isProtected { out.append(0x27) }
    if isQuoted && bytes.contains(.quote) {
      for byte in bytes {
        if byte == .quote { out.append(.quote) }
        out.append(byte)
      }
    } else {
      out.append(contentsOf: bytes)
    }
    if isQuoted { out.append(.quote) }
  }

  /// Whether Excel would take a cell for a formula and run it. A number with a sign is none.
  private func wouldRun(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = cell.first, [0x3D, 0x2B, 0x2D, 0x40, .tab, .carriageReturn].contains(first) else { return false }
    let isNumber =
      cell.count > 1 && (first == 0x2B || first == 0x2D)
      && cell.dropFirst().allSatisfy { (0x30...0x39).contains($0) || $0 == .comma || $0 == 0x2E }
    return !isNumber
  }
}
