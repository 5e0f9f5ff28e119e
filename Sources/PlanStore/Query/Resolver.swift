// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// A path of a query with all that it goes through.
struct Resolved {
  /// The columns on the way; all but the last lead to other things.
  var columns: [Column]
  /// True if the path ends in `anzahl`: how many there are.
  var isCount = false

  /// The column at its end; there always is one, since a path has at least one name.
  var last: Column { columns[columns.count - 1] }
  var isList: Bool { !isCount && columns.contains(where: \.isList) }

  /// How the column stands in an answer.
  var tableColumn: Table.Column {
    let path = columns.map(\.name).joined(separator: ".")
    let heading = columns.count == 1 ? last.heading : columns.map(\.heading).joined(separator: ": ")
    if isCount { return Table.Column(path + ".anzahl", "Anzahl " + heading, .number) }
    var column = Table.Column(path, heading, last.cellKind)
    column.isList = isList
    return column
  }
}

extension Column {
  fileprivate var cellKind: Table.Kind {
    switch kind {
    case .text: .text
    case .label: .label
    case .number, .decimal: .number
    case .day, .date: .date
    case .time: .text
    case .flag: .flag
    case .amount, .anything: .text
    case .thing(let noun): noun == "akteure" || noun == "einträge" || noun == "maßnahmen" ? .label : .text
    @unknown default: .text
    }
  }
}

/// Finds the columns that a path names, and the SQL that reads them.
struct Resolver {
  let store: PlanStore

  /// SQL with the values that it binds.
  typealias SQL = (sql: String, values: [Value])

  // MARK: Names

  func resolve(_ path: Path, from noun: Noun) throws(Hinweis) -> Resolved {
    var noun = noun
    var columns: [Column] = []
    for (index, name) in path.names.enumerated() {
      if index > 0, index == path.names.count - 1, Fold.key(name.text) == "anzahl" { return Resolved(columns: columns, isCount: true) }
      let column = try column(name, of: noun)
      columns.append(column)
      guard index < path.names.count - 1 else { break }
      guard case .thing(let next) = column.kind, let found = try store.noun(next) else {
        if Fold.key(path.names[index + 1].text) == "anzahl" { continue }
        throw Hinweis("\"\(name.text)\" führt zu keinem anderen Ding").marked(path.names[index + 1].span)
      }
      noun = found
    }
    return Resolved(columns: columns)
  }

  private func column(_ name: Name, of noun: Noun) throws(Hinweis) -> Column {
    if Fold.key(name.text) == "id" { return Column("id", .number, "Kennung") }
    if let column = noun.column(name.text) { return try termed(column) }
    if let column = noun.column(try store.kernelWord(name.text)) { return try termed(column) }
    if name.text.contains(",") {
      throw Hinweis("\(noun.plural) haben keine Spalte \"\(name.text)\"").marked(name.span).help(
        "hinter das Komma zwischen zwei Spalten gehört ein Leerzeichen: \(name.text.replacing(",", with: ", "))")
    }
    throw Hinweis("\(noun.plural) haben keine Spalte \"\(name.text)\"").marked(name.span).didYouMean(name.text, try words(for: noun))
  }

  /// All words for the columns of a noun, the municipality's included, each once.
  private func words(for noun: Noun) throws(Hinweis) -> [String] {
    var words: [String] = []
    var seen: Set<String> = []
    for column in noun.columns {
      for word in try [column.name] + column.synonyms + [store.term(column.name)].compactMap({ $0 })
      where seen.insert(Fold.key(word)).inserted {
        words.append(word)
      }
    }
    return words
  }

  /// The column under the municipality's own heading.
  private func termed(_ column: Column) throws(Hinweis) -> Column {
    guard let term = try store.term(column.name) else { return column }
    var column = column
    column.heading = term
    return column
  }

  // MARK: Values

  /// The tables that a path goes through, seen from a row of `t0`.
  private struct Chain {
    var tables: [String] = []
    var conditions: [String] = []
    var values: [Value] = []
    /// The value at the end: a column, or the id of a thing.
    var end = ""
    /// The alias of the first table, by whose order several values stand.
    var first: String?
    /// The column of `t0` that names the thing that comes first.
    var main: String?
    var isThing: Noun?
  }

  private func chain(_ resolved: Resolved, prefix: String = "a") throws(Hinweis) -> Chain {
    var chain = Chain()
    var alias = "t0"
    for (index, column) in resolved.columns.enumerated() {
      let isLast = index == resolved.columns.count - 1
      switch column.source {
      case .stored:
        chain.end = "\(alias).\(Fold.key(column.name))"
        if let link = column.inheritsFrom,
          case .thing(let other)? = Kernel.nouns.first(where: { $0.column(column.name)?.inheritsFrom == link })?.column(link)?.kind,
          let table = Kernel.noun(other)?.table
        {
          chain.end =
            "coalesce(\(chain.end), (SELECT i.\(Fold.key(column.name)) FROM \(try store.name(table)) i WHERE i.id = \(alias).\(Fold.key(link))))"
        }
      case .attribute:
        let next = "\(prefix)\(chain.tables.count)"
        chain.tables.append("json_each(\(alias).merkmale, ?) \(next)")
        chain.values.append(.text("$.\"\(column.name)\""))
        chain.end = "\(next).key"
        chain.first = chain.first ?? "\(next).id"
      case .collected(let collection):
        guard let other = try store.noun(collection.noun), let shown = other.column(collection.shows) else {
          throw Hinweis("die Beschreibung von \"\(column.name)\" ist unvollständig")
        }
        let next = "\(prefix)\(chain.tables.count)"
        chain.tables.append("\(try store.name(other.table, by: Fold.key(collection.by))) \(next)")
        chain.conditions.append("\(next).\(Fold.key(collection.by)) = \(alias).id")
        if let only = collection.only { chain.conditions.append(only.sql("\(next).")) }
        chain.first = chain.first ?? "\(next).id"
        if index == 0 { chain.main = collection.first }
        // A list of lines shows a field of each, but stands for the lines themselves where the path goes on.
        chain.end = column.kind == shown.kind || !isThing(column) ? "\(next).\(Fold.key(shown.name))" : "\(next).id"
        chain.conditions.append("\(chain.end) IS NOT NULL")
      @unknown default: throw Hinweis("die Spalte \"\(column.name)\" kann dieses kip nicht lesen")
      }
      if column.kind == .anything { chain.end = try anything(chain.end) }
      guard case .thing(let plural) = column.kind, let noun = try store.noun(plural) else { continue }
      chain.isThing = noun
      guard !isLast else { break }
      let next = "\(prefix)\(chain.tables.count)"
      chain.tables.append("\(try store.name(noun.table)) \(next)")
      chain.conditions.append("\(next).id = \(chain.end)")
      alias = next
      chain.isThing = nil
    }
    return chain
  }

  private func isThing(_ column: Column) -> Bool {
    guard case .thing = column.kind else { return false }
    return true
  }

  /// The words that name the thing with an id.
  private func label(_ noun: Noun, id: String, depth: Int = 0) throws(Hinweis) -> String {
    let alias = "n\(depth)"
    var parts: [String] = []
    for key in noun.keys {
      guard let column = noun.column(key) else { continue }
      switch column.source {
      case .stored: parts.append("nullif(\(alias).\(Fold.key(key)), '')")
      case .collected(let collection):
        guard let other = try store.noun(collection.noun) else { continue }
        let value = Fold.key(collection.shows)
        if let first = collection.first {
          parts.append("(SELECT m.\(value) FROM \(try store.name(other.table)) m WHERE m.id = \(alias).\(first))")
        }
        parts.append(
          "(SELECT m.\(value) FROM \(try store.name(other.table, by: Fold.key(collection.by))) m WHERE m.\(Fold.key(collection.by)) = \(alias).id AND m.\(value) IS NOT NULL ORDER BY m.id LIMIT 1)"
        )
      default: continue
      }
    }
    parts.append("'Nr. ' || \(alias).id")
    return
      "(SELECT \(parts.count == 1 ? parts[0] : "coalesce(\(parts.joined(separator: ", ")))") FROM \(try store.name(noun.table)) \(alias) WHERE \(alias).id = \(id))"
  }

  /// The words for a thing of any kind, its noun in front: `sitzung StG 24.04.2017`.
  private func anything(_ id: String) throws(Hinweis) -> String {
    var parts: [String] = []
    for noun in Schema.tables where noun.hasHistory {
      let special = Kernel.nouns.compactMap { $0.table == noun.table ? $0.only : nil }.filter { $0.words.count == 1 }
      let word = special.first.map { "(SELECT k.\(Fold.key($0.column)) FROM \(noun.table) k WHERE k.id = \(id))" } ?? "'\(noun.singular)'"
      parts.append("\(word) || ' ' || \(try label(noun, id: id))")
    }
    return "CASE WHEN \(id) IS NULL THEN NULL ELSE coalesce(\(parts.joined(separator: ", ")), 'Nr. ' || \(id) || ' (gelöscht)') END"
  }

  /// What an answer shows in a path's column.
  func shown(_ resolved: Resolved) throws(Hinweis) -> SQL {
    let chain = try chain(resolved)
    if resolved.isCount, chain.tables.isEmpty { return ("(\(chain.end) IS NOT NULL AND \(chain.end) <> '')", chain.values) }
    if resolved.isCount {
      return (
        "(SELECT count(DISTINCT \(chain.end)) FROM \(chain.tables.joined(separator: ", ")) WHERE \(all(chain.conditions)))", chain.values
      )
    }
    var value = chain.end
    if let noun = chain.isThing { value = try label(noun, id: chain.end) }
    if resolved.last.kind == .day { value = "(substr(\(value), 1, 4) || '-' || substr(\(value), 5, 2) || '-' || substr(\(value), 7, 2))" }
    if resolved.last.kind == .time { value = "strftime('%Y-%m-%d %H:%M', \(value), 'localtime')" }
    if chain.tables.isEmpty { return (value, []) }
    let from = "FROM \(chain.tables.joined(separator: ", ")) WHERE \(all(chain.conditions))"
    guard resolved.isList, let first = chain.first else { return ("(SELECT \(value) \(from))", chain.values) }
    // SQLite does not see the outer row in ORDER BY; so what to sort by is selected.
    let main = chain.main.map { "min(\(first) <> t0.\($0))" } ?? "0"
    return (
      "(SELECT group_concat(w, char(31)) FROM (SELECT \(value) AS w, \(main) AS h, min(\(first)) AS o \(from) GROUP BY w ORDER BY h, o))",
      chain.values
    )
  }

  /// All values of a path, as rows of `ding` and `wert`.
  func values(of resolved: Resolved, in noun: Noun) throws(Hinweis) -> SQL {
    let chain = try chain(resolved)
    var value = chain.end
    if let thing = chain.isThing { value = try label(thing, id: chain.end) }
    return (
      "SELECT DISTINCT t0.id AS ding, \(value) AS wert FROM \(([try store.name(noun.table) + " t0"] + chain.tables).joined(separator: ", ")) WHERE \(all(chain.conditions))",
      chain.values
    )
  }

  /// Joins the things at a path's end to the rows of `t0`: the same thing may stand there several times. Nil where that takes more than one table.
  ///
  /// Things of one name have one number in `gruppe`, so that rows are grouped by a number and each thing's name is made once.
  func things(of resolved: Resolved, as name: String) throws(Hinweis) -> String? {
    guard !resolved.isCount else { return nil }
    let chain = try chain(resolved, prefix: name + "_")
    guard let thing = chain.isThing, chain.tables.count < 2, chain.values.isEmpty else { return nil }
    let label = try label(thing, id: "d.id")
    let names = """
      LEFT JOIN (SELECT id, wert, min(id) OVER (PARTITION BY wert) AS gruppe FROM (SELECT d.id, \(label) AS wert FROM \(try store.name(thing.table)) d)) \(name) \
      ON \(name).id = \(chain.end)
      """
    guard let table = chain.tables.first else { return " \(names)" }
    return " LEFT JOIN \(table) ON \(all(chain.conditions)) \(names)"
  }

  /// SQL that is true of the rows of `t0` for which one of the path's values meets a condition.
  ///
  /// - Parameter condition: makes the condition from the SQL of the value (of its id, where it is a thing).
  func any(_ resolved: Resolved, _ condition: (String) throws(Hinweis) -> SQL) throws(Hinweis) -> SQL {
    if resolved.isCount {
      let count = try shown(resolved)
      let test = try condition(count.sql)
      return (test.sql, count.values + test.values)
    }
    let chain = try chain(resolved)
    let test = try condition(chain.end)
    if chain.tables.isEmpty { return test }
    return (
      "EXISTS (SELECT 1 FROM \(chain.tables.joined(separator: ", ")) WHERE \(all(chain.conditions + [test.sql])))",
      chain.values + test.values
    )
  }

  /// The noun of the things at a path's end, if it ends in things.
  func noun(of resolved: Resolved) throws(Hinweis) -> Noun? {
    guard !resolved.isCount, case .thing(let plural) = resolved.last.kind else { return nil }
    return try store.noun(plural)
  }

  /// SQL for the words that name the things at a path's end.
  func label(_ noun: Noun, of id: String) throws(Hinweis) -> String { try label(noun, id: id) }

  private func all(_ conditions: [String]) -> String { conditions.isEmpty ? "1" : conditions.joined(separator: " AND ") }
}
