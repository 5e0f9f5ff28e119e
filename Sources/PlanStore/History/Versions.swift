// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// SQL for the version of each thing that held in a state: of those that count the last one, unless a later deletion counts.
enum Versions {
  /// The columns of a version: those of the table, `seit` and `ab`.
  static func columns(_ noun: Noun) -> [String] { Schema.names(noun) + ["seit", "ab"] }

  /// Selects that together give the version of every thing of a noun that was there; of several rows of one thing the last one counts.
  static func selects(_ noun: Noun, _ scope: Scope) -> [String] {
    let (table, log, names) = (noun.table, "\(noun.table)_log", Schema.names(noun))
    // In the log those count of which the next does not: one of each thing, where changes spoke of days in their order.
    let closed = """
      SELECT \(names.map { "t.\($0)" }.joined(separator: ", ")), t.von, t.ab FROM \(log) t
      WHERE \(counts("t.von", "t.ab", scope)) AND NOT (\(counts("t.bis", "t.ende", scope)))
      AND \(remains(noun, scope))
      ORDER BY t.id, t.von
      """
    // The version in the table has the highest change of all; so where it counts it is the answer.
    let current = "SELECT \(names.joined(separator: ", ")), seit, ab FROM \(table) t WHERE \(counts("seit", "ab", scope))"
    return [closed, current]
  }

  /// SQL for the change that made the version of a thing that held in a state; NULL if it was not there.
  static func change(_ id: String, _ noun: Noun, _ scope: Scope) -> String {
    """
    coalesce((SELECT t.seit FROM \(noun.table) t WHERE t.id = \(id) AND \(counts("t.seit", "t.ab", scope))),
      (SELECT t.von FROM \(noun.table)_log t WHERE t.id = \(id) AND \(counts("t.von", "t.ab", scope)) AND \(remains(noun, scope))
        ORDER BY t.von DESC LIMIT 1))
    """
  }

  /// SQL that is true of a version `t` in the log if no later deletion counts; few things were ever deleted, and only of those each is looked at.
  private static func remains(_ noun: Noun, _ scope: Scope) -> String {
    let log = "\(noun.table)_log"
    return """
      (t.id NOT IN (SELECT id FROM \(log) INDEXED BY \(log)_bis WHERE geloescht = 1) OR NOT EXISTS (SELECT 1 FROM \(log) d \
      WHERE d.id = t.id AND +d.geloescht = 1 AND d.bis > t.von AND \(counts("d.bis", "d.ende", scope))))
      """
  }

  private static func counts(_ change: String, _ day: String, _ scope: Scope) -> String {
    let conditions = [scope.change.map { "\(change) <= \($0)" }, scope.day.map { "\(day) <= \($0)" }].compactMap(\.self)
    return conditions.isEmpty ? "1" : conditions.joined(separator: " AND ")
  }
}
