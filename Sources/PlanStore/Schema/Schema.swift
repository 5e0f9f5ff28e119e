// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Makes the tables, the log of closed versions and the triggers that keep it, from the description of the nouns.
///
/// Every table with history has an id that no other thing of the plan has, `seit` (the change that made the row as it is) and `ab` (the day from
/// which it holds). Its log has the closed versions: `von` and `bis` as changes, `ab` and `ende` as days. The triggers refuse a write that belongs
/// to no open change, and write the log.
enum Schema {
  /// The statements that make an empty plan.
  static var statements: [String] {
    var made: Set<String> = []
    let tables = Kernel.nouns.filter { made.insert($0.table).inserted }
    return [
      // The one row says which change is open; without it nothing can be written.
      "CREATE TABLE offen (aenderung INTEGER NOT NULL, tag INTEGER NOT NULL) STRICT",
      "CREATE TABLE zaehler (naechste INTEGER NOT NULL) STRICT",
      "INSERT INTO zaehler VALUES (1)",
    ] + tables.flatMap { $0.hasHistory ? versioned($0) : [table($0)] } + Index.all.map(\.statement)
  }

  /// The columns that stand in a noun's table, in order.
  static func stored(_ noun: Noun) -> [Column] { noun.columns.filter { $0.source == .stored } }

  /// The name of a column in SQL: `kürzel` is `kuerzel`.
  static func name(_ column: Column) -> String { Fold.key(column.name) }

  /// Columns of a table that no noun shows: what the store keeps for itself.
  static func hidden(_ table: String) -> [String] {
    switch table {
    case "massnahme": ["merkmale TEXT CHECK (merkmale IS NULL OR json_valid(merkmale))"]
    case "eintrag": ["abdruck INTEGER"]
    default: []
    }
  }

  private static func versioned(_ noun: Noun) -> [String] {
    let columns = stored(noun).map { "\(name($0)) \(type($0))" } + hidden(noun.table).map { String($0.prefix { $0 != "C" }) }
    let log = """
      CREATE TABLE \(noun.table)_log (
        id INTEGER NOT NULL, \(columns.joined(separator: ", ")),
        von INTEGER NOT NULL, bis INTEGER NOT NULL, ab INTEGER NOT NULL, ende INTEGER NOT NULL,
        PRIMARY KEY (id, bis, von)
      ) STRICT, WITHOUT ROWID
      """
    return [table(noun), log] + triggers(noun).map(\.statement)
  }

  /// What guards a table and writes its log.
  static func triggers(_ noun: Noun) -> [(name: String, statement: String)] {
    let table = noun.table
    let names = ["id"] + stored(noun).map(name) + hidden(table).map { String($0.prefix { $0 != " " }) }
    let old = names.map { "OLD.\($0)" }.joined(separator: ", ")
    let refuse = "SELECT RAISE(ABORT, 'Schreiben ohne Änderung')"
    // What a change wrote and wrote again is one version: nobody ever saw the first.
    return [
      ("neu", "BEFORE INSERT ON \(table) WHEN NEW.seit IS NOT (SELECT aenderung FROM offen) BEGIN \(refuse); END"),
      (
        "setze",
        "AFTER UPDATE ON \(table) BEGIN \(refuse) WHERE NEW.seit IS NOT (SELECT aenderung FROM offen); "
          + "INSERT INTO \(table)_log SELECT \(old), OLD.seit, NEW.seit, OLD.ab, NEW.ab WHERE OLD.seit <> NEW.seit; END"
      ),
      (
        "loesche",
        "AFTER DELETE ON \(table) BEGIN \(refuse) WHERE NOT EXISTS (SELECT 1 FROM offen); "
          + "INSERT INTO \(table)_log SELECT \(old), OLD.seit, aenderung, OLD.ab, tag FROM offen WHERE OLD.seit <> aenderung; END"
      ),
    ].map { ("\(table)_\($0.0)", "CREATE TRIGGER \(table)_\($0.0) \($0.1)") }
  }

  private static func table(_ noun: Noun) -> String {
    var lines = ["id INTEGER PRIMARY KEY"]
    for column in stored(noun) {
      var line = "\(name(column)) \(type(column))"
      if column.isRequired { line += " NOT NULL" }
      if case .thing(let other) = column.kind, let noun = Kernel.noun(other) {
        line += " REFERENCES \(noun.table)(id)"
      }
      if !column.words.isEmpty {
        let words = column.words.map { "'\($0)'" }.joined(separator: ", ")
        line += " CHECK (\(name(column)) IN (\(words)))"
      }
      if column.kind == .flag { line += " CHECK (\(name(column)) IN (0, 1))" }
      lines.append(line)
    }
    lines += hidden(noun.table)
    if noun.hasHistory { lines += ["seit INTEGER NOT NULL", "ab INTEGER NOT NULL"] }
    return "CREATE TABLE \(noun.table) (\n  \(lines.joined(separator: ",\n  "))\n) STRICT"
  }

  private static func type(_ column: Column) -> String {
    switch column.kind {
    case .text, .label, .date: "TEXT"
    case .number: "INTEGER"
    case .day, .flag, .thing: "INTEGER"
    @unknown default: "TEXT"
    }
  }
}
