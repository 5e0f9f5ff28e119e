// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// An index on some columns of a table.
struct Index {
  var name: String
  var statement: String
  private var table: String
  private var columns: String

  private init(_ name: String, on table: String, _ columns: String, isUnique: Bool = false) {
    self.name = name
    self.table = table
    self.columns = columns
    statement = "CREATE \(isUnique ? "UNIQUE " : "")INDEX \(name) ON \(table)\(columns)"
  }

  /// The column that it sorts by first.
  var first: String { String(columns.dropFirst().prefix { $0 != "," && $0 != ")" }) }

  /// The same index on the table of a state; nil for that of a log.
  func statement(inState state: String) -> String? {
    table.hasSuffix("_log") ? nil : "CREATE INDEX temp.\(state)_\(name) ON \(state)\(columns)"
  }

  /// The indexes of a noun's table: by what its columns name, so that a thing is deleted without reading all that might name it, by what must be
  /// unique, and in its log by what a change closed.
  static func all(_ noun: Noun) -> [Index] {
    let table = noun.table
    var found = (joining + others).filter { $0.table == table }
    for column in Schema.stored(noun) where column.isReference && !unindexed.contains("\(table).\(Schema.name(column))") {
      let name = Schema.name(column)
      // Most things say nothing in a column that need not be filled.
      found.append(Index("\(table)_\(name)", on: table, "(\(name))" + (column.isRequired ? "" : " WHERE \(name) IS NOT NULL")))
    }
    if !noun.unique.isEmpty {
      // Of what only one says something the others are alike where they say nothing.
      let columns = noun.unique.map { noun.exactlyOne.contains($0) ? "coalesce(\(Fold.key($0)), 0)" : Fold.key($0) }
      found.append(Index("\(table)_eindeutig", on: table, "(\(columns.joined(separator: ", ")))", isUnique: true))
    }
    if noun.hasHistory { found.append(Index("\(table)_log_bis", on: "\(table)_log", "(geloescht, bis)")) }
    return found
  }

  /// By which entries of one measure are found and joined.
  static let joining = [
    Index("eintrag_massnahme", on: "eintrag", "(massnahme)"),
    Index("eintrag_nr", on: "eintrag", "(nr)"),
    Index("massnahme_ziel_massnahme", on: "massnahme_ziel", "(massnahme, ziel)"),
    Index("zustaendigkeit_massnahme", on: "zustaendigkeit", "(massnahme)"),
  ]

  /// The other indexes on what the lines of a catalogue are written to.
  static let others = [
    Index("massnahme_ziel_ziel", on: "massnahme_ziel", "(ziel)"),
    Index("zustaendigkeit_akteur", on: "zustaendigkeit", "(akteur)"),
  ]

  /// What has an index above, or names one of a few things in every line of a catalogue, so that an index would cost more than it saves.
  private static let unindexed: Set<String> = [
    "eintrag.massnahme", "massnahme_ziel.massnahme", "zustaendigkeit.massnahme", "massnahme_ziel.ziel", "zustaendigkeit.akteur",
    "eintrag.katalog", "eintrag.quelle", "eintrag.handlungsfeld",
  ]
}

extension Column {
  /// The kind of the things that it names, where they are all of one kind.
  var target: Noun? {
    guard case .thing(let plural) = kind else { return nil }
    return Kernel.noun(plural)
  }

  /// True if it names another thing.
  var isReference: Bool {
    switch kind {
    case .thing, .anything: true
    default: false
    }
  }
}
