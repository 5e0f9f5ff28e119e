// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// One thing that must hold of a plan's file, and what was found.
public struct IntegrityCheck: Sendable {
  public var name: String
  /// What it looked for, in a few words.
  public var summary: String
  /// The first of what is wrong; empty if all is well, nil if it could not be looked at.
  public var problems: [String]?
}

extension PlanStore {
  /// Checks the file as a database, and the history that it keeps.
  public func integrity() throws(Hinweis) -> [IntegrityCheck] {
    try connection.reading { () throws(Hinweis) in try Integrity(connection: connection).checks() }
  }
}

/// The checks of a plan's file; each is one or more queries that answer with what is wrong.
struct Integrity {
  let connection: Connection
  private static let shown = 5

  func checks() throws(Hinweis) -> [IntegrityCheck] {
    let all: [(String, String, () throws(Hinweis) -> [String])] = [
      ("Datei", "jede Seite der Datenbank ist lesbar und stimmt", file), ("Verweise", "was genannt wird, gibt es", references),
      ("Aufbau", "Tabellen, Wächter und Verzeichnisse sind die dieses kip", structure), ("Abschluss", "keine Änderung ist halb", endings),
      ("Kennungen", "jedes Ding hat eine eigene", ids), ("Versionen", "eine folgt auf die andere bis zur heutigen", versions),
      ("Änderungen", "jede Version nennt die, die sie machte", changes), ("Dinge jeder Art", "was sie nennen, gab es", anything),
    ]
    var checks: [IntegrityCheck] = []
    var isReadable = true
    for (name, summary, look) in all {
      var problems: [String]?
      // Of a damaged file nothing more can be said.
      if isReadable {
        do throws(Hinweis) { problems = try look() } catch {
          if error.rule == PlanStore.interrupted { throw error }
          problems = [error.text]
        }
      }
      if name == "Datei" { isReadable = problems == [] }
      checks.append(IntegrityCheck(name: name, summary: summary, problems: problems))
    }
    return checks
  }

  // MARK: Database

  private func file() throws(Hinweis) -> [String] {
    try found("SELECT integrity_check FROM pragma_integrity_check(\(Integrity.shown)) WHERE integrity_check <> 'ok'")
      + (try connection.value("PRAGMA application_id")?.integer == Migration.applicationID ? [] : ["das Kennzeichen eines Plans fehlt"])
  }

  private func references() throws(Hinweis) -> [String] {
    try found(#"SELECT "table" || ' ' || rowid || ' nennt in ' || parent || ', was es nicht gibt' FROM pragma_foreign_key_check"#)
  }

  private func structure() throws(Hinweis) -> [String] {
    var made: Set<String> = []
    try connection.each("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL") { (row) throws(Hinweis) in
      made.insert(row.text(0))
      return .more
    }
    let missing = Schema.statements.filter { $0.hasPrefix("CREATE ") && !made.contains($0) }
    return missing.prefix(Integrity.shown).map { "fehlt oder ist anders: \($0.prefix { $0 != "(" && $0 != "\n" })" }
  }

  private func endings() throws(Hinweis) -> [String] {
    try found("SELECT 'die Änderung ' || aenderung || ' ist offen' FROM offen")
      + (try found("SELECT 'der Zähler hat ' || count(*) || ' Werte' FROM zaehler HAVING count(*) <> 1"))
  }

  // MARK: History

  private var nouns: [Noun] { Schema.tables.filter(\.hasHistory) }

  private func ids() throws(Hinweis) -> [String] {
    let kinds = nouns.map { "SELECT id FROM (SELECT id FROM \($0.table) UNION SELECT id FROM \($0.table)_log)" }
    var problems = try found(
      "SELECT id || ' haben zwei Dinge' FROM (\(kinds.joined(separator: " UNION ALL "))) GROUP BY id HAVING count(*) > 1")
    for noun in nouns {
      problems += try found(
        "SELECT '\(noun.table) ' || id || ' ist nicht gezählt' FROM \(noun.table) WHERE id >= (SELECT naechste FROM zaehler)")
    }
    return problems
  }

  private func versions() throws(Hinweis) -> [String] {
    var problems: [String] = []
    for noun in nouns {
      let (table, log) = (noun.table, noun.table + "_log")
      problems += try found(
        """
        WITH v AS (SELECT id, von, bis, ende, geloescht, ab FROM \(log) UNION ALL
          SELECT id, seit, NULL, NULL, NULL, ab FROM \(table) WHERE id IN (SELECT id FROM \(log))),
        n AS (SELECT *, lead(von) OVER w AS danach, lead(ab) OVER w AS dann FROM v WINDOW w AS (PARTITION BY id ORDER BY von, bis IS NULL))
        SELECT '\(table) ' || id || ' ab Änderung ' || von FROM n
        WHERE bis <= von OR danach < bis OR (bis IS NULL AND danach IS NOT NULL) OR (geloescht = 0 AND (danach IS NOT bis OR dann IS NOT ende))
        """)
    }
    return problems
  }

  private func changes() throws(Hinweis) -> [String] {
    var problems = try found(
      """
      SELECT 'die Änderung ' || id || ' zählt, was eine andere zählt' FROM
        (SELECT id, erste, naechste, lag(naechste, 1, 1) OVER (ORDER BY id) AS davor FROM aenderung) WHERE erste < davor OR naechste < erste
      """)
    problems += try found("SELECT 'der Zähler steht zu tief' FROM zaehler WHERE naechste < (SELECT max(naechste) FROM aenderung)")
    for noun in nouns {
      let table = noun.table
      for (from, column) in [(table, "seit"), (table + "_log", "von"), (table + "_log", "bis")] {
        problems += try found(
          "SELECT '\(table) ' || id || ' nennt die Änderung ' || \(column) || ', die es nicht gibt' FROM \(from) v "
            + "WHERE NOT EXISTS (SELECT 1 FROM aenderung a WHERE a.id = v.\(column))")
      }
      problems += try found(
        """
        SELECT '\(table) ' || v.id || ' zählt nicht zur Änderung ' || v.von FROM
          (SELECT id, min(von) AS von FROM (SELECT id, seit AS von FROM \(table) UNION ALL SELECT id, von FROM \(table)_log) GROUP BY id) v
          JOIN aenderung a ON a.id = v.von WHERE v.id < a.erste OR v.id >= a.naechste
        """)
    }
    return problems
  }

  /// What a change rests on may have been deleted since; everything else must be there.
  private func anything() throws(Hinweis) -> [String] {
    let ever = nouns.map { "SELECT id FROM \($0.table)_log" }.joined(separator: " UNION ALL ")
    var problems: [String] = []
    for noun in Schema.tables {
      for column in Schema.stored(noun) where column.kind == .anything {
        let name = Schema.name(column)
        let gone = noun.hasHistory ? "" : "AND \(name) NOT IN (\(ever))"
        problems += try found(
          "SELECT '\(noun.table) ' || id || ' nennt ' || \(name) || ', was es nicht gibt' FROM \(noun.table) "
            + "WHERE \(name) IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ding WHERE ding.id = \(name)) \(gone)")
      }
    }
    return problems
  }

  private func found(_ sql: String) throws(Hinweis) -> [String] {
    var found: [String] = []
    try connection.each("\(sql) LIMIT \(Integrity.shown)") { (row) throws(Hinweis) in
      found.append(row.text(0))
      return .more
    }
    return found
  }
}
