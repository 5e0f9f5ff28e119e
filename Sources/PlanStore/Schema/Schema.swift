// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Makes the tables, the log of closed versions and the triggers that keep it, from the description of the nouns.
///
/// Every table with history has an id that no other thing of the plan has, `seit` (the change that made the row as it is) and `ab` (the day from
/// which it holds). Its log has the closed versions: `von` and `bis` as changes, `ab` and `ende` as days, `geloescht` where no version followed.
/// The triggers refuse a write that belongs to no open change, and write the log.
enum Schema {
  /// The statements that make an empty plan.
  static var statements: [String] {
    // The one row says which change is open; without it nothing can be written. Without a day, what is deleted never held.
    var all = [
      "CREATE TABLE offen (aenderung INTEGER NOT NULL, tag INTEGER) STRICT",
      "CREATE TABLE sicherung (pfad TEXT PRIMARY KEY, zeit TEXT NOT NULL) STRICT",
      "CREATE TABLE zaehler (naechste INTEGER NOT NULL) STRICT",
      "INSERT INTO zaehler VALUES (1)",
    ]
    for noun in tables { all += noun.hasHistory ? [table(noun), log(noun)] : [table(noun)] }
    all.append(things)
    for noun in tables { all += triggers(noun).map(\.statement) + Index.all(noun).map(\.statement) }
    return all
  }

  /// One noun for each table, in the order in which they can be made.
  static let tables: [Noun] = {
    var made: Set<String> = []
    return Kernel.nouns.filter { !$0.isMade && made.insert($0.table).inserted }
  }()

  /// The columns that stand in a noun's table, in order.
  static func stored(_ noun: Noun) -> [Column] { noun.columns.filter { $0.source == .stored } }

  /// The name of a column in SQL: `kürzel` is `kuerzel`.
  static func name(_ column: Column) -> String { Fold.key(column.name) }

  /// Columns of a table that no noun shows: what the store keeps for itself.
  static func hidden(_ table: String) -> [(name: String, definition: String)] {
    // Of what people ask for the variant may tell more.
    let attributes =
      withAttributes.contains(table) ? [(name: "merkmale", definition: "TEXT CHECK (merkmale IS NULL OR json_valid(merkmale))")] : []
    switch table {
    case "eintrag": return attributes + [("abdruck", "INTEGER")]
    // What is new in a change has the ids from `erste` up to, not with, `naechste`.
    case "aenderung": return [("erste", "INTEGER NOT NULL DEFAULT 1"), ("naechste", "INTEGER NOT NULL DEFAULT 1")]
    // The import that read the file anew, whether or not that was taken back.
    case "hinweis": return [("ersetzt", "INTEGER REFERENCES aenderung(id)")]
    default: return attributes
    }
  }

  private static let withAttributes: Set<String> = {
    let ofVariant: Set<String> = ["merkmal", "vokabel", "begriff", "nebenname", "layout", "variante"]
    return Set(tables.filter { $0.hasHistory && !$0.isRelation && !ofVariant.contains($0.table) }.map(\.table))
  }()

  /// The names of all columns that hold what is known of a thing, its id first.
  static func names(_ noun: Noun) -> [String] { ["id"] + stored(noun).map(name) + hidden(noun.table).map(\.name) }

  // MARK: Tables

  private static func table(_ noun: Noun) -> String {
    var lines = ["id INTEGER PRIMARY KEY"] + stored(noun).map(definition) + hidden(noun.table).map { "\($0.name) \($0.definition)" }
    if noun.hasHistory { lines += ["seit INTEGER NOT NULL", "ab INTEGER NOT NULL"] }
    if !noun.exactlyOne.isEmpty {
      lines.append("CHECK (\(noun.exactlyOne.map { "(\(Fold.key($0)) IS NOT NULL)" }.joined(separator: " + ")) = 1)")
    }
    if noun.column("gültig_von") != nil, noun.column("gültig_bis") != nil {
      lines.append("CHECK (substr(gueltig_von, 1, 4) <= substr(gueltig_bis, 1, 4))")
    }
    if let above = noun.above { lines.append("CHECK (\(Fold.key(above)) <> id)") }
    return "CREATE TABLE \(noun.table) (\n  \(lines.joined(separator: ",\n  "))\n) STRICT"
  }

  private static func definition(_ column: Column) -> String {
    let name = name(column)
    var line = "\(name) \(type(column))"
    if column.isRequired { line += " NOT NULL" }
    if let target = column.target { line += " REFERENCES \(target.table)(id)" }
    if !column.words.isEmpty { line += " CHECK (\(name) IN (\(column.words.map { "'\($0)'" }.joined(separator: ", "))))" }
    if !column.digits.isEmpty {
      line += " CHECK (\(name) NOT GLOB '*[^0-9]*' AND length(\(name)) IN (\(column.digits.map(String.init).joined(separator: ", "))))"
    }
    switch column.kind {
    case .flag: line += " CHECK (\(name) IN (0, 1))"
    case .day: line += " CHECK (\(name) BETWEEN 10000101 AND 99991231)"
    case .date: line += " CHECK (\(name) GLOB '[1-9][0-9][0-9][0-9]*')"
    case .text where column.isRequired && column.words.isEmpty: line += " CHECK (\(name) <> '')"
    default: break
    }
    return line
  }

  /// What a log says of each version, besides what the version says; it stands first, since a state looks at many versions to find a few.
  static let logColumns = ["von", "bis", "ab", "ende", "geloescht"]

  private static func log(_ noun: Noun) -> String {
    let columns =
      stored(noun).map { "\(name($0)) \(type($0))" } + hidden(noun.table).map { "\($0.name) \($0.definition.prefix { $0 != " " })" }
    return """
      CREATE TABLE \(noun.table)_log (
        id INTEGER NOT NULL, \(logColumns.map { "\($0) INTEGER NOT NULL" }.joined(separator: ", ")),
        \((columns + ["PRIMARY KEY (id, von)"]).joined(separator: ", "))
      ) STRICT, WITHOUT ROWID
      """
  }

  /// The kind of every thing, by its id, which a column of the kind `anything` names.
  private static var things: String {
    let parts = tables.filter(\.hasHistory).map { "SELECT id, '\($0.table)' AS tabelle FROM \($0.table)" }
    return "CREATE VIEW ding AS \(parts.joined(separator: " UNION ALL "))"
  }

  /// The type of a column in SQL.
  static func type(_ column: Column) -> String {
    switch column.kind {
    case .text, .label, .date, .time, .amount: "TEXT"
    case .decimal: "REAL"
    case .number, .day, .flag, .thing, .anything: "INTEGER"
    @unknown default: "TEXT"
    }
  }

  // MARK: Triggers

  /// What guards a table and writes its log.
  static func triggers(_ noun: Noun) -> [(name: String, statement: String)] {
    let table = noun.table
    let found =
      (noun.hasHistory ? versions(noun) : []) + lock(noun) + circles(noun)
      + stored(noun).filter { $0.kind == .anything }.flatMap { exists($0, table) }
    return found.map { ("\(table)_\($0.0)", "CREATE TRIGGER \(table)_\($0.0) \($0.1)") }
  }

  private static func versions(_ noun: Noun) -> [(String, String)] {
    let table = noun.table
    let old = names(noun).dropFirst().map { "OLD.\($0)" }.joined(separator: ", ")
    let refuse = "SELECT RAISE(ABORT, 'Schreiben ohne Änderung')"
    // What a change wrote and wrote again is one version: nobody ever saw the first.
    return [
      ("neu", "BEFORE INSERT ON \(table) WHEN NEW.seit IS NOT (SELECT aenderung FROM offen) BEGIN \(refuse); END"),
      (
        "setze",
        "AFTER UPDATE ON \(table) BEGIN \(refuse) WHERE NEW.seit IS NOT (SELECT aenderung FROM offen); "
          + "INSERT INTO \(table)_log SELECT OLD.id, OLD.seit, NEW.seit, OLD.ab, NEW.ab, 0, \(old) WHERE OLD.seit <> NEW.seit; END"
      ),
      (
        "loesche",
        "AFTER DELETE ON \(table) BEGIN \(refuse) WHERE NOT EXISTS (SELECT 1 FROM offen); "
          + "INSERT INTO \(table)_log SELECT OLD.id, OLD.seit, aenderung, OLD.ab, coalesce(tag, OLD.ab), 1, \(old) FROM offen WHERE OLD.seit <> aenderung; "
          + "UPDATE \(table)_log SET geloescht = 1, ende = coalesce((SELECT tag FROM offen), OLD.ab) WHERE id = OLD.id AND bis = OLD.seit "
          + "AND OLD.seit = (SELECT aenderung FROM offen); END"
      ),
    ]
  }

  /// Keeps what is closed as it is; it may be opened again.
  private static func lock(_ noun: Noun) -> [(String, String)] {
    guard let lock = noun.lock.map({ Fold.key($0) }) else { return [] }
    let refuse = "BEGIN SELECT RAISE(ABORT, 'gesperrt'); END"
    return [
      ("gesperrt_setze", "BEFORE UPDATE ON \(noun.table) WHEN OLD.\(lock) IS NOT NULL AND NEW.\(lock) IS NOT NULL \(refuse)"),
      ("gesperrt_loesche", "BEFORE DELETE ON \(noun.table) WHEN OLD.\(lock) IS NOT NULL \(refuse)"),
    ]
  }

  /// Refuses a thing above or before itself.
  private static func circles(_ noun: Noun) -> [(String, String)] {
    let table = noun.table
    if let above = noun.above.map({ Fold.key($0) }) {
      return [("kreis", "AFTER UPDATE OF \(above) ON \(table) WHEN NEW.\(above) IS NOT NULL BEGIN \(circle(table, "id", above)); END")]
    }
    guard noun.acyclic.count == 2 else { return [] }
    let (from, to) = (Fold.key(noun.acyclic[0]), Fold.key(noun.acyclic[1]))
    return [("kreis_neu", "INSERT"), ("kreis_setze", "UPDATE")].map {
      ($0.0, "AFTER \($0.1) ON \(table) BEGIN \(circle(table, from, to)); END")
    }
  }

  private static func circle(_ table: String, _ from: String, _ to: String) -> String {
    """
    SELECT RAISE(ABORT, 'Kreis') WHERE NEW.\(from) IN (WITH RECURSIVE weg(id) AS (VALUES (NEW.\(to)) UNION \
    SELECT t.\(to) FROM \(table) t JOIN weg ON t.\(from) = weg.id WHERE t.\(to) IS NOT NULL) SELECT id FROM weg)
    """
  }

  /// Refuses a column that names nothing.
  private static func exists(_ column: Column, _ table: String) -> [(String, String)] {
    let name = name(column)
    let refuse =
      "WHEN NEW.\(name) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'kein Ding') WHERE NOT EXISTS (SELECT 1 FROM ding WHERE id = NEW.\(name)); END"
    return [
      ("\(name)_neu", "BEFORE INSERT ON \(table) \(refuse)"), ("\(name)_setze", "BEFORE UPDATE OF \(name) ON \(table) \(refuse)"),
    ]
  }
}
