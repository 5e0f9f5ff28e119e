// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// A cell of a raw table that is not blank.
struct RawCell {
  /// The column of the table, counted from 0.
  var column: Int
  /// Its UTF-8, valid while its batch is being read.
  var bytes: UnsafeBufferPointer<UInt8>
}

/// What is to be done with the cells of a layout's column.
enum ColumnDuty {
  case number, label, mark, ignored
  case text(CatalogueLine.Field)

  init(_ target: Layout.Target) {
    switch target {
    case .field("nr"): self = .number
    case .field("handlungsfeld"): self = .label
    case .field("ziel"): self = .text(.goal)
    case .field("text"): self = .text(.text)
    case .field("bemerkung"): self = .text(.remark)
    case .field("klärungsbedarf"): self = .text(.clarification)
    case .field("status"), .attribute, .role: self = .mark
    default: self = .ignored
    }
  }
}

/// Tells the lines of a catalogue from headers, subtotals and the text around the table.
struct RowSorter {
  private let header: Range<Int>
  /// For each column of the table the number of the layout's column.
  private let places: [Int?]
  private let duties: [ColumnDuty]
  private let headerKeys: [Set<String>]

  enum Sort {
    case header, line
    /// No line of the catalogue; its cells are listed.
    case listed(Hinweis)
  }

  init(_ mapping: TableMapping, _ duties: [ColumnDuty]) {
    header = mapping.header
    places = mapping.columns
    self.duties = duties
    headerKeys = mapping.columns.indices.map { place in
      Set(mapping.headerCells.compactMap { place < $0.count ? Heading.key($0[place]) : nil })
    }
  }

  /// The number of the layout's column in which a cell stands; nil if the layout has none there.
  func column(of cell: RawCell) -> Int? { cell.column < places.count ? places[cell.column] : nil }

  /// What a row is that has any cells; rows are counted from 0.
  func sort(_ cells: [RawCell], row: Int) -> Sort {
    if header.contains(row) { return .header }
    if row < header.lowerBound { return .listed(RowSorter.outside) }
    // A row that begins with a number and goes on is a line; almost all do.
    let startsAtNumbers = column(of: cells[0]).map { if case .number = duties[$0] { true } else { false } } ?? false
    if startsAtNumbers, cells[0].bytes[0] < 0x3A, cells[0].bytes.count < 8, cells.count > 1 { return .line }
    if isRepeatedHeader(cells) { return .header }

    let hasNumber = startsAtNumbers && EntryNumber.isLikely(CleanText.string(cells[0].bytes))
    if hasNumber && cells.count > 1 { return .line }
    if isSubtotal(cells) { return .listed(RowSorter.subtotal) }
    if cells.count == 1 { return .listed(RowSorter.outside) }
    if !hasContent(cells) { return .listed(RowSorter.lonely) }
    // Prose around the table, split at its tabs or commas, begins in the column of the numbers without being one; a short word may stand for a number.
    if startsAtNumbers, cells.count <= 2 || cells[0].bytes.count > 8 { return .listed(RowSorter.outside) }
    return .line
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
      guard let number = column(of: cell) else { return false }
      switch duties[number] {
      case .label, .text(.text), .text(.goal): return true
      default: return false
      }
    }
  }

  static let outside = Hinweis("Text außerhalb der Tabelle").grade(.hinweis).rule("text-außerhalb")
  private static let subtotal = Hinweis("Zwischensumme, keine Maßnahme").grade(.hinweis).rule("zwischensumme")
  private static let lonely = Hinweis("Zeile ohne Nummer, Handlungsfeld, Ziel und Text").grade(.warnung).rule("zeile-ohne-inhalt")
}
