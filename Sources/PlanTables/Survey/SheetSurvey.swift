// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// What a sheet shows before anybody knows what it means.
public struct SheetSurvey: Sendable {
  public var name: String
  public var isHidden: Bool
  /// Rows and columns up to the last filled cell, and the cells that are filled.
  public var rows = 0
  public var columns = 0
  public var cells = 0
  public var hiddenRows = 0
  public var hiddenColumns: [ClosedRange<Int>]
  /// Merged cells, and those of them that cover several rows.
  public var merged = 0
  public var mergedDown = 0
  public var comments = 0
  public var links = 0
  public var struck = 0
  /// Formulas whose values the file does not hold.
  public var formulas = 0
  public var areas: [AreaSurvey] = []
  /// Colours whose meaning the sheet itself tells: `00B050` stands at the word "umgesetzt".
  public var legend: [Layout.Code] = []
  /// What the format noticed when it read the sheet.
  public var findings: [Hinweis] = []
}

/// A block of cells that blank rows or columns divide from others.
public struct AreaSurvey: Sendable {
  /// Its first and last line of the file, the header among them, titles and remarks not.
  public var lines: ClosedRange<Int>
  /// Its columns, counted from 0.
  public var columns: ClosedRange<Int>
  /// Texts above the header, and below the last row.
  public var titles: [String] = []
  public var notes: [String] = []
  public var header: HeaderGuess
  /// Rows that hold data, and what else was found between them.
  public var rows = 0
  public var repeatedHeaders = 0
  public var subtotals = 0
  /// Rows of a single text between the others: the names of groups.
  public var groupRows = 0
  public var groupNames: [String] = []
  /// Rows that say something, but neither in the column of the numbers nor in that of the text.
  public var continuedRows = 0
  public var fields: [ColumnSurvey] = []

  /// True for a block that can be a table of measures: it has a header, several columns and rows.
  public var isTable: Bool { !header.lines.isEmpty && fields.count > 1 && rows > 0 }
}

extension AreaSurvey {
  /// Adds the values of another table with the same columns, such as the next sheet of a file with a sheet for each field.
  public mutating func add(_ other: AreaSurvey) {
    for index in fields.indices {
      guard let same = other.fields.first(where: { $0.title == fields[index].title }) else { continue }
      for (text, count) in same.values {
        if let place = fields[index].values.firstIndex(where: { $0.text == text }) {
          fields[index].values[place].count += count
        } else {
          fields[index].values.append((text, count))
        }
      }
    }
  }
}

/// A column of an area.
public struct ColumnSurvey: Sendable {
  /// Counted from 0.
  public var column: Int
  /// What the deciding row of the header says; empty if it says nothing.
  public var heading: String
  /// What stands above over several columns, top down.
  public var groups: [String] = []
  /// What stands above over this column alone, the lowest of them.
  public var topHeading: String?
  public var isHidden = false
  /// How many rows say something, of how many.
  public var filled = 0
  public var rows = 0
  public var kind = CellKind.text
  public var kinds: [CellKind: Int] = [:]
  /// Its different texts with their counts, most frequent first; empty where they are too many or too long.
  public var values: [(text: String, count: Int)] = []
  /// How many different texts it has; nil if too many to count.
  public var distinct: Int?
  /// Some of its texts, persons masked.
  public var examples: [String] = []
  public var longest = 0
  /// Cells with several values: how many have a `;`, and how many a line break.
  public var withSemicolon = 0
  public var withLineBreak = 0
  public var colours: [String: Int] = [:]
  public var comments = 0
  public var links = 0
  public var struck = 0
  public var personal = PersonalData()

  /// Under which name people know it.
  public var title: String {
    let own = heading.isEmpty ? topHeading ?? "" : heading
    return own.isEmpty ? "Spalte \(ColumnSurvey.letters(column))" : own
  }

  /// The share of rows that say something, in percent.
  public var share: Int { rows == 0 ? 0 : filled * 100 / rows }

  /// The name that spreadsheets give a column: A, B … Z, AA.
  public static func letters(_ column: Int) -> String {
    let last = String(UnicodeScalar(UInt8(65 + column % 26)))
    return column < 26 ? last : letters(column / 26 - 1) + last
  }
}
