// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// SQL for the version of each thing that held in a state: of those that count the last one, unless a later deletion counts.
enum Versions {
  /// The columns of a version: those of the table, `seit` and `ab`.
  static func columns(_ noun: Noun) -> [String] { Schema.names(noun) + ["seit", "ab"] }

  /// Selects that together give the version of every thing of a noun, one row for each thing that was there.
  ///
  /// - Parameter ids: SQL that selects the ids of interest; nil for all.
  static func selects(_ noun: Noun, _ scope: Scope, among ids: String? = nil) -> [String] {
    let table = noun.table
    let names = Schema.names(noun)
    let only = ids.map { " AND id IN (\($0))" } ?? ""
    // The version in the table has the highest change of all; so where it counts it is the answer.
    let current = "SELECT \(names.joined(separator: ", ")), seit, ab FROM \(table) WHERE \(counts("seit", "ab", scope))\(only)"
    let changed = "SELECT id FROM \(table) WHERE NOT (\(counts("seit", "ab", scope)))\(only)"
    let gone =
      "SELECT DISTINCT id FROM \(table)_log INDEXED BY \(table)_log_bis WHERE geloescht = 1\(only) AND id NOT IN (SELECT id FROM \(table))"
    return [current] + [changed, gone].map { older(noun, scope, of: $0) }
  }

  /// The last counting version in the log of some things.
  private static func older(_ noun: Noun, _ scope: Scope, of ids: String) -> String {
    let log = "\(noun.table)_log"
    // Few things were ever deleted; only of those each deletion is looked at.
    return """
      SELECT \(Schema.names(noun).map { "l.\($0)" }.joined(separator: ", ")), l.von, l.ab FROM (\(ids)) x CROSS JOIN \(log) l
      WHERE l.id = x.id AND l.von = (SELECT max(v.von) FROM \(log) v WHERE v.id = x.id AND \(counts("v.von", "v.ab", scope)))
      AND (x.id NOT IN (SELECT id FROM \(log) INDEXED BY \(log)_bis WHERE geloescht = 1) OR NOT EXISTS (SELECT 1 FROM \(log) d WHERE d.id = x.id AND +d.geloescht = 1 AND d.bis > l.von AND \(counts("d.bis", "d.ende", scope))))
      """
  }

  private static func counts(_ change: String, _ day: String, _ scope: Scope) -> String {
    let conditions = [scope.change.map { "\(change) <= \($0)" }, scope.day.map { "\(day) <= \($0)" }].compactMap(\.self)
    return conditions.isEmpty ? "1" : conditions.joined(separator: " AND ")
  }
}
