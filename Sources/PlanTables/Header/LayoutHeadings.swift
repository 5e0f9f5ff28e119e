// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// The names under which the columns of a layout are known, made ready to be compared.
struct LayoutHeadings {
  /// The layout with two columns more that any table may have: the ids of kip's own exports, and the name of the sheet.
  let layout: Layout
  /// How many columns the layout itself has.
  let own: Int
  /// For each column what may stand over it in the deciding row.
  private let names: [[Heading]]
  private let tops: [Heading?]
  /// What stands over columns, and with it what stands over groups of them.
  private let known: Set<String>
  private let words: Set<String>
  /// How many columns have a heading in the deciding row.
  let wanted: Int

  init(_ plain: Layout) {
    own = plain.columns.count
    var layout = plain
    layout.columns.append(Layout.Column("kip-id", .identity))
    layout.columns.append(Layout.Column("Blatt", plain.sheetName))
    self.layout = layout
    tops = layout.columns.map { $0.topHeading.map { Heading($0) } }
    names = layout.columns.map { column in
      let own = column.heading.isEmpty ? column.topHeading ?? "" : column.heading
      return ([own] + column.synonyms + LayoutHeadings.usual(column.target)).map { Heading($0) }
    }
    known = Set((names[..<own].joined().map(\.key) + tops.compactMap { $0?.key }).filter { !$0.isEmpty })
    words = known.union(layout.columns.flatMap(\.groups).map { Heading.key($0) })
    wanted = plain.columns.count { !$0.heading.isEmpty }
  }

  /// What stands over such a column in tables everywhere.
  private static func usual(_ target: Layout.Target) -> [String] {
    target == .field("nr") ? ["Nr", "Nummer", "lfd. Nr.", "Lfd. Nummer", "laufende Nummer", "Maßnahmennummer", "Maßnahmen-Nr."] : []
  }

  /// How well a text is the heading of a column: 2 exactly, 1 nearly, 0 not.
  func match(_ column: Int, _ text: String) -> Int {
    max(names[column].lazy.map { $0.match(text) }.max() ?? 0, tops[column]?.match(text) ?? 0)
  }

  /// As `match`, but for a row above the deciding one.
  func matchAbove(_ column: Int, _ text: String) -> Int {
    tops[column].map { $0.match(text) }
      ?? (layout.columns[column].heading.isEmpty ? 0 : names[column].lazy.map { $0.match(text) }.max() ?? 0)
  }

  /// How many texts are headings of columns.
  func exact(_ cells: some Sequence<String>) -> Int { cells.count { known.contains(Heading.key($0)) } }

  /// How many columns find their heading among the texts of a row, or what stands above in the rows over it.
  func score(_ cells: [String], _ above: ArraySlice<[String]> = []) -> Int {
    (0..<own).count { column in
      cells.contains { match(column, $0) > 0 } || above.contains { row in row.contains { !$0.isEmpty && matchAbove(column, $0) == 2 } }
    }
  }

  /// True if at least half of a row's texts are headings or groups of the layout.
  func isHeader(_ row: [String]) -> Bool {
    let cells = row.filter { !$0.isEmpty }
    return !cells.isEmpty && cells.count { words.contains(Heading.key($0)) } * 2 >= cells.count
  }

  /// True if a text is the heading of a column or group.
  func isWord(_ text: String) -> Bool { words.contains(Heading.key(text)) }

  /// True if a row names enough columns to decide where they stand.
  func isDeciding(_ row: [String]) -> Bool {
    let cells = row.filter { !$0.isEmpty }
    guard cells.count >= max(min(3, wanted), wanted / 3), exact(cells) * 3 >= wanted else { return false }
    return score(cells) * 2 >= wanted
  }
}
