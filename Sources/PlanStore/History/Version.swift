// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// A thing as a change left it.
struct Version {
  var id: Int
  /// Values by the names of the columns in SQL.
  var values: [String: Value]
  /// The change that made it, and the day from which it holds.
  var from: Int
  var day: Int
  /// The change that deleted it; nil if another version followed, or it still holds.
  var deletedBy: Int?

  subscript(column: Column) -> Value { values[Schema.name(column)] ?? .null }

  /// True if it says the same as another, apart from when.
  func saysSame(as other: Version) -> Bool { values == other.values }
}

extension PlanStore {
  /// All versions of some things, by id, the oldest first.
  func versions(_ noun: Noun, _ ids: [Int]) throws(Hinweis) -> [(id: Int, versions: [Version])] {
    guard noun.hasHistory, !ids.isEmpty else { return [] }
    let names = Schema.names(noun)
    let list = names.joined(separator: ", ")
    let sql = """
      SELECT \(list), von, ab, CASE geloescht WHEN 1 THEN bis END FROM \(noun.table)_log WHERE id IN (SELECT value FROM json_each(?1))
      UNION ALL SELECT \(list), seit, ab, NULL FROM \(noun.table) WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY 1, \(names.count + 1)
      """
    var found: [(id: Int, versions: [Version])] = []
    try connection.each(sql, [.json(ids)]) { (row) throws(Hinweis) in
      var version = row.version(names)
      version.deletedBy = row.value(names.count + 2).integer
      if found.last?.id == version.id { found[found.count - 1].versions.append(version) } else { found.append((version.id, [version])) }
      return .more
    }
    return found
  }
}

extension Statement {
  /// The version in a row: the columns of the thing, then its change and its day.
  fileprivate func version(_ names: [String]) -> Version {
    var version = version(names, from: 0)
    (version.from, version.day) = (integer(names.count), integer(names.count + 1))
    return version
  }

  /// What a version says, its id first, from a column on.
  func version(_ names: [String], from start: Int) -> Version {
    var values: [String: Value] = [:]
    for (index, name) in names.enumerated() { values[name] = value(start + index) }
    return Version(id: integer(start), values: values, from: 0, day: 0)
  }
}

extension Value {
  /// Ids as a list that SQL can read.
  static func json(_ ids: [Int]) -> Value { .text("[\(ids.map(String.init).joined(separator: ","))]") }
}
