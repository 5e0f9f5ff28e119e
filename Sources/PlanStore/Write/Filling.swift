// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Spares an empty plan what costs time for each of many new rows: its indexes are made when it is full, and while all rows are of one change
/// there is nothing to guard and no older version to log. All of it happens within one transaction.
enum Filling {
  /// The things that the lines of a catalogue are written to.
  private static let nouns: [Noun] = ["maßnahme", "eintrag", "maßnahmenziel", "zuständigkeit"].compactMap(Kernel.noun)

  static func begin(_ connection: Connection) throws(Hinweis) {
    for trigger in nouns.flatMap(Schema.triggers) { try connection.execute("DROP TRIGGER \(trigger.name)") }
    for index in Index.joining + Index.others { try connection.execute("DROP INDEX \(index.name)") }
  }

  /// Makes what joining entries needs.
  static func makeSearchable(_ connection: Connection) throws(Hinweis) {
    for index in Index.joining { try connection.execute(index.statement) }
  }

  static func end(_ connection: Connection) throws(Hinweis) {
    for index in Index.others { try connection.execute(index.statement) }
    for trigger in nouns.flatMap(Schema.triggers) { try connection.execute(trigger.statement) }
  }
}
