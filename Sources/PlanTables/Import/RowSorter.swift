// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// A cell of a raw table that is not blank.
struct RawCell {
  /// The column of the table, counted from 0.
  var column: Int
  /// Its UTF-8, valid while its batch is being read.
  var bytes: UnsafeBufferPointer<UInt8>
  /// True if the text stands in another cell that covers this one, or in the name of the sheet; it is counted there.
  var isBorrowed = false
}

/// Tells the lines of a catalogue from headers, subtotals and the text around the table.
struct RowSorter {
  private let header: Range<Int>
  /// For each column of the table the number of the layout's column.
  private let places: [Int?]
  private let duties: [ColumnDuty]
  private let headings: LayoutHeadings
  private let headerKeys: [Set<String>]
  /// True if rows without number and text go on with the line above.
  private let joinsRows: Bool
  /// True if the layout has a column with the numbers of lines.
  private let hasNumbers: Bool

  enum Sort {
    case header, line
    /// The header of a table that lays its columns elsewhere.
    case otherHeader
    /// A row with a single text: what stands over the lines below it, if any come.
    case heading
    /// A row that can only go on with the line above it.
    case continuation
    /// No line of the catalogue; its cells are listed.
    case listed(Hinweis)
  }

  init(_ mapping: TableMapping, _ duties: [ColumnDuty], _ headings: LayoutHeadings) {
    header = mapping.header
    places = mapping.columns
    self.duties = duties
    self.headings = headings
    joinsRows = mapping.layout.rowRule == .joined
    hasNumbers = places.contains { $0.map { if case .number = duties[$0] { true } else { false } } ?? false }
    headerKeys = mapping.columns.indices.map { place in
      Set(mapping.headerCells.compactMap { place < $0.count ? Heading.key($0[place]) : nil })
    }
  }

  /// The number of the layout's column in which a cell stands; nil if the layout has none there.
  func column(of cell: RawCell) -> Int? { cell.column < places.count ? places[cell.column] : nil }

  /// What a row is that has any cells; rows are counted from 0.
  func sort(_ cells: [RawCell], row: Int) -> Sort {
    if header.contains(row) { return .header }
    if row < header.lowerBound { return cells.count == 1 ? .heading : .listed(RowSorter.outside) }
    // A row that begins with a number and goes on is a line; almost all do.
    let startsAtNumbers = column(of: cells[0]).map { if case .number = duties[$0] { true } else { false } } ?? false
    if startsAtNumbers, cells[0].bytes[0] < 0x3A, cells[0].bytes.count < 8, cells.count > 1 { return .line }
    if isRepeatedHeader(cells) { return .header }
    if let header = otherHeader(cells) { return header }

    let hasNumber = startsAtNumbers && EntryNumber.isLikely(CleanText.string(cells[0].bytes))
    if hasNumber && cells.count > 1 { return .line }
    if isSubtotal(cells) { return .listed(RowSorter.subtotal) }
    if joinsRows, cells.allSatisfy(isMore) { return .continuation }
    if cells.count == 1 { return isOnlyText(cells[0]) ? .line : .heading }
    if isLabelled(cells) { return .heading }
    if !hasContent(cells) { return .listed(RowSorter.lonely) }
    // Prose around the table, split at its tabs or commas, begins in the column of the numbers without being one; a short word may stand for a number.
    if startsAtNumbers, cells.count <= 2 || cells[0].bytes.count > 8 { return .listed(RowSorter.outside) }
    return .line
  }

  /// A row that names the columns anew, where they stand or elsewhere; nil if it does not.
  private func otherHeader(_ cells: [RawCell]) -> Sort? {
    guard cells.count > 1, headings.isWord(CleanText.string(cells[0].bytes)) || headings.isWord(CleanText.string(cells[1].bytes)) else {
      return nil
    }
    let texts = cells.map { CleanText.string($0.bytes) }
    guard headings.isHeader(texts) else { return nil }
    return headings.isDeciding(texts) ? .otherHeader : .header
  }

  /// True if a table without numbers has nothing but the text of a measure in the row.
  private func isOnlyText(_ cell: RawCell) -> Bool {
    guard !hasNumbers, cell.column > 0, let number = column(of: cell), case .text(.text) = duties[number] else { return false }
    return true
  }

  /// True if a cell stands in a column that says more of a line than which it is.
  private func isMore(_ cell: RawCell) -> Bool {
    guard let number = column(of: cell) else { return false }
    switch duties[number] {
    case .number, .label, .text(.text), .identity, .ignored: return false
    default: return true
    }
  }

  /// "Handlungsfeld:" and its name in two cells.
  private func isLabelled(_ cells: [RawCell]) -> Bool {
    guard cells.count == 2, cells[0].bytes.count < 24 else { return false }
    let word = Heading.key(CleanText.string(cells[0].bytes))
    return GroupRow.words.contains { word.hasPrefix($0) && word.dropFirst($0.count).allSatisfy(\.isNumber) }
  }

  /// True if every cell says what the header says in its column.
  private func isRepeatedHeader(_ cells: [RawCell]) -> Bool {
    cells.allSatisfy { cell in cell.column < headerKeys.count && headerKeys[cell.column].contains(Heading.key(CleanText.string(cell.bytes)))
    }
  }

  private func isSubtotal(_ cells: [RawCell]) -> Bool {
    cells.prefix(3).contains { cell in
      let key = Fold.key(String(decoding: cell.bytes.prefix(40), as: UTF8.self))
      return ["summe", "zwischensumme", "gesamt", "insgesamt", "anzahl "].contains(where: key.hasPrefix)
    }
  }

  private func hasContent(_ cells: [RawCell]) -> Bool {
    cells.contains { cell in
      guard !cell.isBorrowed, let number = column(of: cell) else { return false }
      switch duties[number] {
      case .label, .text(.text), .text(.goal): return true
      default: return false
      }
    }
  }

  static let outside = Hinweis("Text außerhalb der Tabelle").grade(.hinweis).rule("text-außerhalb")
  private static let subtotal = Hinweis("Zwischensumme, keine Maßnahme").grade(.hinweis).rule("zwischensumme")
  static let lonely = Hinweis("Zeile ohne Nummer, Handlungsfeld, Ziel und Text").grade(.warnung).rule("zeile-ohne-inhalt")
}
