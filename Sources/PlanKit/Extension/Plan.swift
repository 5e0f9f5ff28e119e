// SPDX-License-Identifier: Apache-2.0

/// The plan as a plug-in sees it: it can be asked, never written.
public protocol Plan {
  /// The rows that answer a query. They are read anew each time, so that a table of any length needs no memory.
  func rows(_ query: Query) throws(Hinweis) -> Table
  /// The rows that answer a query in the words of the shell: `maßnahmen wo status = geplant | zeige nr, text`.
  func rows(_ text: String) throws(Hinweis) -> Table
  /// A catalogue's lines as its layout lays them out, with the grouped header of the town's own table.
  ///
  /// - Parameter name: the catalogue's name or a part of it; nil if the plan has just one.
  func catalogue(_ name: String?) throws(Hinweis) -> Table
  /// The noun of this word, with the columns that the variant added.
  func noun(_ word: String) throws(Hinweis) -> Noun
  /// What the municipality calls a word of the kernel: `Hut` for `federführung`.
  func term(_ kernel: String) -> String
}

extension Plan {
  /// The only value of the first row, such as a count; nil if there is no row.
  public func value(_ text: String) throws(Hinweis) -> String? {
    var value: String?
    try rows(text).rows.forEach { (cells, _) throws(Hinweis) in
      value = cells.first
      return .enough
    }
    return value
  }

  /// All rows that answer a query, for answers known to be small.
  public func all(_ text: String) throws(Hinweis) -> [Row] {
    let table = try rows(text)
    let keys = table.columns.map(\.key)
    return try table.rows.all().map { Row(keys: keys, cells: $0) }
  }
}

/// A row with its columns' names.
public struct Row: Sendable {
  let keys: [String]
  let cells: [String]

  /// The cell of a column; empty if the row has no such column.
  public subscript(key: String) -> String {
    keys.firstIndex(of: key).map { cells[$0] } ?? ""
  }

  /// The values of a column that may have several.
  public func list(_ key: String) -> [String] {
    self[key].utf8.split(separator: Table.separator).map { String($0) ?? "" }
  }
}
