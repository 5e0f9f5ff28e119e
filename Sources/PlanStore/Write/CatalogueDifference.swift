// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// What a line that came again says otherwise, field by field.
extension CatalogueWriter {
  /// A field of an entry before and after.
  public struct Difference: Hashable, Sendable {
    /// The number of the entry; empty if it has none.
    public var number: String
    /// The kernel's word for the field.
    public var field: String
    public var before: String?
    public var after: String?
  }

  /// How many differences are kept; all of them are counted.
  private static let limit = 2000

  func note(_ entry: Known, _ field: String, _ before: String?, _ after: String?) {
    differenceCount += 1
    guard differences.count < CatalogueWriter.limit else { return }
    let number = (try? writer.connection.value("SELECT nr FROM eintrag WHERE id = ?", [.integer(entry.id)]))?.text ?? ""
    differences.append(Difference(number: number, field: field, before: before, after: after))
  }

  /// Writes a column only if the file says something else than it said at the last import: what was changed in the plan since stays.
  ///
  /// - Parameter name: the word under which the difference is noted; nil for what follows from another column.
  func set(_ table: String, _ id: Int, _ column: String, _ value: Value, of entry: Known, as name: String?) throws(Hinweis) {
    let before = try writer.connection.value("SELECT \(column) FROM \(table) WHERE id = ?", [.integer(id)]) ?? .null
    guard before != value else { return }
    // The version that held after the last import; there is one in the log only if the plan was changed since.
    let read = "SELECT 1 FROM \(table)_log WHERE id = ?1 AND von <= ?2 AND bis > ?2 AND bis <> \(writer.change.id) AND \(column) IS"
    let base = try lastImport(of: entry)
    if try writer.connection.value("\(read) ?3", [.integer(id), .integer(base), value]) != nil { return }
    try writer.update(table, id, [column: value])
    guard let name else { return }
    note(entry, name, before.said, value.said)
    if try writer.connection.value("\(read) NOT ?3", [.integer(id), .integer(base), before]) != nil {
      notes.append((.changedTwice(name, before.said), 0))
    }
  }

  /// The change that read the entry last.
  func lastImport(of entry: Known) throws(Hinweis) -> Int {
    if let last, last.entry == entry.id { return last.change }
    let sql = """
      SELECT coalesce((SELECT min(von) FROM quelle_log l WHERE l.id = q.id), q.seit) FROM eintrag e JOIN quelle q ON q.id = e.quelle WHERE e.id = ?
      """
    let change = try writer.connection.value(sql, [.integer(entry.id)])?.integer ?? writer.change.id
    last = (entry.id, change)
    return change
  }
}

extension Value {
  /// As a person reads it; nil for nothing.
  var said: String? {
    switch self {
    case .null: nil
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .text(let text): text
    }
  }
}

extension Hinweis {
  fileprivate static func changedTwice(_ field: String, _ before: String?) -> Hinweis {
    Hinweis(
      "\(field) wurde seit dem letzten Einlesen im Plan und in der Datei geändert; es gilt die Datei, im Plan stand \(before.map(Hinweis.quoted) ?? "nichts")"
    )
    .grade(.warnung).rule("beidseits-geändert")
  }
}
