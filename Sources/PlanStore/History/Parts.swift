// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Which things are parts of which: their changes are told with those of the whole.
enum Parts {
  /// The kinds of things that are part of those of a table, with the column that says of which.
  static func of(_ table: String) -> [(noun: Noun, column: Column)] {
    Schema.tables.filter(\.hasHistory).flatMap { noun in
      columns(of: noun).filter { Parts.table(of: $0) == table }.map { (noun, $0) }
    }
  }

  /// The columns of a noun that name what its things are part of; the one whose things tell most of them comes first.
  static func columns(of noun: Noun) -> [Column] { columnsByTable[noun.table] ?? [] }

  private static let columnsByTable = Dictionary(uniqueKeysWithValues: Schema.tables.map { ($0.table, find($0)) })

  private static func find(_ noun: Noun) -> [Column] {
    let parts = Schema.stored(noun).filter { $0.isPart && table(of: $0) != nil }
    func weight(_ column: Column) -> Int { whole(column)?.columns.count { $0.collects(noun, by: column) } ?? 0 }
    return parts.enumerated().sorted { (-weight($0.element), $0.offset) < (-weight($1.element), $1.offset) }.map(\.element)
  }

  /// The thing that a version is part of.
  static func whole(of version: Version, _ noun: Noun) -> (noun: Noun, column: Column, id: Int)? {
    for column in columns(of: noun) {
      if let id = version[column].integer, let whole = whole(column) { return (whole, column, id) }
    }
    return nil
  }

  static func whole(_ column: Column) -> Noun? {
    guard case .thing(let plural) = column.kind else { return nil }
    return Kernel.noun(plural)
  }

  private static func table(of column: Column) -> String? { whole(column)?.table }
}

extension Column {
  /// True if it shows the things of a noun that point here.
  func collects(_ noun: Noun, by column: Column) -> Bool {
    guard case .collected(let collection) = source else { return false }
    return Kernel.noun(collection.noun)?.table == noun.table && Fold.key(collection.by) == Fold.key(column.name)
  }
}
