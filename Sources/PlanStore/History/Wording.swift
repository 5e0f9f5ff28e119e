// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Says stored values as people do: names instead of ids, days as they are written.
final class Wording {
  private let store: PlanStore
  /// Names that were looked up; a part of them is known again in most texts, all of them would fill the memory.
  private var names: [Int: String] = [:]
  private static let limit = 20_000
  /// The SQL that names a thing of a noun.
  private var labels: [String: String] = [:]

  init(_ store: PlanStore) { self.store = store }

  func text(_ value: Value, _ column: Column) throws(Hinweis) -> String {
    switch (value, column.kind) {
    case (.null, _): return ""
    case (.integer(let id), .thing(let plural)):
      guard let noun = try store.noun(plural) else { return String(id) }
      return try name(id, noun)
    case (.integer(let id), .anything): return try name(id)
    case (.integer(let day), .day): return Datum(day: day)?.description ?? String(day)
    case (.integer(let flag), .flag): return flag == 1 ? "ja" : "nein"
    case (.integer(let number), _): return String(number)
    case (.real(let number), _): return CellText.number(String(number))
    case (.text(let text), .date): return Datum(text)?.description ?? text
    case (.text(let text), _): return text
    }
  }

  /// The words that name a thing, also of one that is deleted.
  func name(_ id: Int, _ noun: Noun) throws(Hinweis) -> String {
    if let known = names[id] { return known }
    let label = try store.connection.value(try label(noun), [.integer(id)])?.text
    let name = if let label { label } else { try lastName(id, noun) }
    if names.count >= Wording.limit { names.removeAll(keepingCapacity: true) }
    names[id] = name
    return name
  }

  private func label(_ noun: Noun) throws(Hinweis) -> String {
    if let known = labels[noun.plural] { return known }
    let sql = try store.at(exactly: Moment()) { () throws(Hinweis) in "SELECT \(try Resolver(store: store).label(noun, of: "?1"))" }
    labels[noun.plural] = sql
    return sql
  }

  /// The words that name a thing of any kind.
  func name(_ id: Int) throws(Hinweis) -> String {
    if let known = names[id] { return known }
    for noun in Schema.tables where noun.hasHistory {
      if try store.connection.value(
        "SELECT 1 FROM \(noun.table) WHERE id = ?1 UNION ALL SELECT 1 FROM \(noun.table)_log WHERE id = ?1", [.integer(id)]) != nil
      {
        return "\(noun.singular) \(try name(id, noun))"
      }
    }
    return "Nr. \(id)"
  }

  /// The name that a deleted thing had last.
  private func lastName(_ id: Int, _ noun: Noun) throws(Hinweis) -> String {
    for key in noun.keys {
      var (table, by, column) = (noun.table, "id", Fold.key(key))
      if case .collected(let collection)? = noun.column(key)?.source {
        guard let other = Kernel.noun(collection.noun) else { continue }
        (table, by, column) = (other.table, Fold.key(collection.by), Fold.key(collection.shows))
      }
      guard Schema.tables.contains(where: { $0.table == table && $0.hasHistory }) else { continue }
      let isOwn = by == "id"
      let sql =
        "SELECT \(column) FROM \(table)_log WHERE \(by) = ?\(isOwn ? "" : " AND geloescht = 1") AND \(column) IS NOT NULL ORDER BY von DESC LIMIT 1"
      if let name = try store.connection.value(sql, [.integer(id)]) { return try text(name, noun.column(key) ?? Column(key, .text, "")) }
    }
    return "Nr. \(id)"
  }

  /// The values of each attribute in a thing's marks.
  func attributes(_ marks: Value) throws(Hinweis) -> [String: [String]] {
    guard case .text(let json) = marks, json.hasPrefix("{") else { return [:] }
    var found: [String: [String]] = [:]
    try store.connection.each(
      "SELECT m.key, w.key, w.value FROM json_each(?) m, json_each(m.value) w", [.text(json)]
    ) { (row) throws(Hinweis) in
      let mark = row.text(2)
      found[row.text(0), default: []].append(row.text(1) + (["x", "1", ""].contains(mark) ? "" : " (\(mark))"))
      return .more
    }
    return found
  }
}
