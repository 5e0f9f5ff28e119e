// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Makes a plan's file and brings older ones up to date.
enum Migration {
  /// "kipp": tells a plan from other SQLite files.
  static let applicationID = 0x6B69_7070
  /// The version of the schema; it grows with every change of what the nouns describe that shall reach older plans.
  static let version = 4

  static func create(_ connection: Connection) throws(Hinweis) {
    // Nobody else reads a file that is just being made: without a log its pages are written once.
    try connection.execute("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; \(memory)")
    try connection.transaction { () throws(Hinweis) in
      for statement in Schema.statements { try connection.execute(statement) }
      try connection.execute("PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
    }
  }

  /// Checks that the file is a plan that this kip can read, and migrates it if it is older.
  static func check(_ connection: Connection, readOnly: Bool, isOnNetwork: Bool) throws(Hinweis) {
    let found = try knownVersion(connection)
    if readOnly {
      guard found == version else {
        throw Hinweis("der Plan ist von einem älteren kip (Schema \(found), dieses liest \(version)) und muss erst erneuert werden")
          .at(Place(file: connection.path)).help("den Plan einmal ohne --nur-lesen öffnen; vorher wird eine Sicherung angelegt")
      }
      return try connection.execute(memory)
    }
    let mode = isOnNetwork ? "DELETE" : "WAL"
    try connection.execute("PRAGMA journal_mode = \(mode); PRAGMA synchronous = \(isOnNetwork ? "FULL" : "NORMAL"); \(memory)")
    if isOnNetwork {
      connection.waiting.say("\(connection.path) liegt auf einem Netzlaufwerk: wer schreibt, sperrt den Plan so lange auch für Leser")
    }
    if found < version { try migrate(connection) }
  }

  /// The version of the schema of a file, which must be a plan and not from a newer kip.
  static func knownVersion(_ connection: Connection) throws(Hinweis) -> Int {
    let place = Place(file: connection.path)
    let id = try connection.value("PRAGMA application_id")?.integer ?? 0
    let found = try connection.value("PRAGMA user_version")?.integer ?? 0
    guard id == applicationID else {
      throw Hinweis("die Datei ist kein Plan von kip").at(place).help("einen neuen Plan macht kip --neu PLAN.kip")
    }
    guard found <= version else {
      throw Hinweis("der Plan ist von einem neueren kip (Schema \(found), dieses kennt \(version))").at(place).help("kip erneuern")
    }
    return found
  }

  /// The cache has 4 MB, however large the plan, and 16 MB once something is written: who reads a table once pays for each page that is kept,
  /// who writes comes back to many. What sorting needs beyond it goes to files, so that memory does not grow with the plan.
  private static let memory = "PRAGMA cache_size = -4000"
  static let memoryToWrite = "PRAGMA cache_size = -16000"
}

// MARK: - Older plans

extension Migration {
  /// Makes of an older plan what this kip would have made: what is not as the nouns describe it is built anew, with all its rows.
  private static func migrate(_ connection: Connection) throws(Hinweis) {
    let found = try knownVersion(connection)
    let saved = "\(connection.path).vor-schema-\(version)"
    try Backup.write(connection, to: saved)
    connection.waiting.say("der Plan wird von Schema \(found) auf \(version) gebracht; wie er war, steht in \(saved)")
    // Neither may be set within a transaction: tables are dropped that others name, and renamed without renaming what names them.
    try connection.execute("PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON")
    defer { try? connection.execute("PRAGMA foreign_keys = ON; PRAGMA legacy_alter_table = OFF") }
    do {
      try connection.transaction { () throws(Hinweis) in
        // Another kip may have been faster.
        guard try knownVersion(connection) < version else { return }
        try rebuild(connection)
        guard try connection.value("SELECT 1 FROM pragma_foreign_key_check") == nil else { throw Hinweis("etwas verweist auf nichts") }
        try connection.execute("PRAGMA user_version = \(version)")
      }
    } catch {
      throw Hinweis("der Plan ließ sich nicht auf Schema \(version) bringen und ist unverändert: \(error.text)")
        .at(Place(file: connection.path)).help(error.help ?? "integrität mit dem kip prüfen, das ihn angelegt hat")
    }
  }

  private static func rebuild(_ connection: Connection) throws(Hinweis) {
    for (type, name) in try rows(connection, "SELECT type, name FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL") {
      try connection.execute("DROP \(type) \(name)")
    }
    let old = Dictionary(try rows(connection, "SELECT name, sql FROM sqlite_master WHERE type = 'table'"), uniquingKeysWith: { $1 })
    let tables = Schema.statements.filter { $0.hasPrefix("CREATE TABLE ") }
    for statement in tables {
      let name = String(statement.dropFirst("CREATE TABLE ".count).prefix { $0 != " " })
      if old[name] == statement { continue }
      guard old[name] != nil else {
        try connection.execute(statement)
        continue
      }
      try connection.execute("ALTER TABLE \(name) RENAME TO alt_\(name); \(statement)")
      try copy(connection, name)
      try connection.execute("DROP TABLE alt_\(name)")
    }
    try countIDs(connection)
    for statement in Schema.statements where !statement.hasPrefix("CREATE TABLE ") && !statement.hasPrefix("INSERT ") {
      try connection.execute(statement)
    }
  }

  /// Copies what the old table has of the new one's columns.
  private static func copy(_ connection: Connection, _ name: String) throws(Hinweis) {
    let known = Set(try rows(connection, "SELECT name, '' FROM pragma_table_info('alt_\(name)')").map(\.0))
    let columns = try rows(connection, "SELECT name, '' FROM pragma_table_info('\(name)')").map(\.0).filter(known.contains)
    var (names, values) = (columns, columns)
    if name.hasSuffix("_log") && !known.contains("geloescht") {
      let table = name.dropLast("_log".count)
      names.append("geloescht")
      values.append(
        """
        NOT EXISTS (SELECT 1 FROM alt_\(name) n WHERE n.id = alt.id AND n.von = alt.bis) \
        AND NOT EXISTS (SELECT 1 FROM \(table) n WHERE n.id = alt.id AND n.seit = alt.bis)
        """)
    }
    try connection.execute(
      "INSERT INTO \(name) (\(names.joined(separator: ", "))) SELECT \(values.joined(separator: ", ")) FROM alt_\(name) alt")
  }

  /// Fills which ids each change gave: they grow from change to change, and a thing's first version tells the change that made it.
  private static func countIDs(_ connection: Connection) throws(Hinweis) {
    guard try connection.value("SELECT 1 FROM aenderung WHERE naechste > 1") == nil else { return }
    let versions = Schema.tables.filter(\.hasHistory).map {
      "SELECT id, seit AS von FROM \($0.table) UNION ALL SELECT id, von FROM \($0.table)_log"
    }
    try connection.execute(
      """
      WITH neu AS (SELECT von, max(id) AS id FROM (SELECT id, min(von) AS von FROM (\(versions.joined(separator: " UNION ALL "))) GROUP BY id)
        GROUP BY von),
      weite AS (SELECT a.id, max(coalesce(neu.id + 1, 1)) OVER (ORDER BY a.id) AS naechste FROM aenderung a LEFT JOIN neu ON neu.von = a.id)
      UPDATE aenderung SET naechste = weite.naechste,
        erste = coalesce((SELECT max(w.naechste) FROM weite w WHERE w.id < aenderung.id), 1) FROM weite WHERE weite.id = aenderung.id
      """)
  }

  private static func rows(_ connection: Connection, _ sql: String) throws(Hinweis) -> [(String, String)] {
    var rows: [(String, String)] = []
    try connection.each(sql) { (row) throws(Hinweis) in
      rows.append((row.text(0), row.text(1)))
      return .more
    }
    return rows
  }
}
