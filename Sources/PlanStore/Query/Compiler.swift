// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Turns a query into SQL with bound values only.
///
/// The things of the noun are the rows of `t0`; steps add conditions and an order to it. `erste` and `letzte` close it into a subquery, `gruppiere`
/// and the totals into a table of its own, whose columns later steps name.
struct Compiler {
  let store: PlanStore
  let noun: Noun
  /// False where the query is only explained.
  private let keepsGroups: Bool
  /// True once the groups stand in a table of their own.
  private var keptGroups = false
  private var sums: Sums?
  private var doubts: [(name: String, counts: Resolver.SQL)] = []

  private var source: String
  private var sourceValues: [Value] = []
  private var conditions: [String] = []
  private var conditionValues: [Value] = []
  private var order: [(sql: String, values: [Value])] = []
  private var output: [Output] = []
  /// True after `gruppiere` or a total: the rows are no things any more.
  private var isGrouped = false

  /// A column of the answer: its SQL over `t0`, and how its cells are to be understood.
  struct Output {
    var sql: String
    var values: [Value]
    var column: Table.Column
    /// The column of the noun, as far as it is one.
    var resolved: Resolved?
  }

  /// A compiled query.
  struct Result {
    var sql: String
    var values: [Value]
    var columns: [Table.Column]
    var keptGroups: Bool
    var sums: Sums?
    /// Amounts that were summed, with SQL for how many of them have no figure or one that is not exact.
    var doubts: [(name: String, counts: Resolver.SQL)]
  }

  /// The counts behind a grouping by a column with several values, which add up to more than there are things.
  struct Sums {
    var name: String
    var things: Resolver.SQL
    var assignments: Resolver.SQL
  }

  /// - Parameter keepsGroups: false to have all of the query in its SQL, which then counts groups anew each time.
  static func compile(_ query: Query, in store: PlanStore, keepsGroups: Bool = true) throws(Hinweis) -> Result {
    var compiler = try Compiler(query.noun, store, keepsGroups)
    for step in query.steps { try compiler.add(step) }
    return try compiler.result()
  }

  private init(_ name: Name, _ store: PlanStore, _ keepsGroups: Bool) throws(Hinweis) {
    self.store = store
    self.keepsGroups = keepsGroups
    guard let noun = try store.noun(name.text) else {
      throw Hinweis("unbekanntes Wort \"\(name.text)\"").marked(name.span).didYouMean(name.text, Kernel.nouns.map(\.plural))
    }
    self.noun = noun
    if noun.isMade, try store.connection.value("SELECT 1 FROM sqlite_temp_schema WHERE name = ?", [.text(noun.table)]) == nil {
      throw store.unmade(noun).marked(name.span)
    }
    source = try store.name(noun.table)
    if let only = noun.only {
      conditions.append("t0.\(Fold.key(only.column)) IN (\(only.words.map { _ in "?" }.joined(separator: ", ")))")
      conditionValues += only.words.map { .text($0) }
    }
    if let having = noun.having, let other = Kernel.noun(having.noun) {
      let words = having.only.map { " AND h.\(Fold.key($0.column)) IN (\($0.words.map { _ in "?" }.joined(separator: ", ")))" } ?? ""
      conditions.append("EXISTS (SELECT 1 FROM \(try store.name(other.table)) h WHERE h.\(Fold.key(having.by)) = t0.id\(words))")
      conditionValues += having.only.map { $0.words.map { .text($0) } } ?? []
    }
    if let aside = noun.aside { conditions.append("t0.\(Fold.key(aside)) IS NULL") }
  }

  var resolver: Resolver { Resolver(store: store) }

  // MARK: Steps

  private mutating func add(_ step: Step) throws(Hinweis) {
    switch step {
    case .filter(let condition):
      let (sql, values) = try isGrouped ? groupedCondition(condition) : compile(condition)
      conditions.append(sql)
      conditionValues += values
    case .show(let shown):
      var outputs: [Output] = []
      for one in shown { outputs.append(try output(one.path, alias: one.alias)) }
      output = outputs
    case .sort(let orders):
      var sorted: [(sql: String, values: [Value])] = []
      for one in orders {
        var key = try output(one.path, alias: nil).sortKey
        key.sql += one.descending ? " DESC" : " ASC"
        sorted.append(key)
      }
      order = sorted
    case .group(let paths, let aggregates): try group(paths, aggregates)
    case .total(let aggregates): try group([], aggregates)
    case .first(let count): close(limit: count, fromEnd: false)
    case .last(let count): close(limit: count, fromEnd: true)
    @unknown default: throw Hinweis("diesen Schritt kennt der Speicher nicht")
    }
  }

  /// Makes the rows so far the source of what follows, cut to a number of them.
  private mutating func close(limit: Int, fromEnd: Bool) {
    let forward = order
    var inner = order.isEmpty ? [("t0.\(isGrouped ? "rowid_" : "id") ASC", [Value]())] : order.map { ($0.sql, $0.values) }
    if fromEnd { inner = inner.map { ($0.0.hasSuffix(" DESC") ? $0.0.dropLast(5) + " ASC" : $0.0.dropLast(4) + " DESC", $0.1) } }
    let values = sourceValues + conditionValues + inner.flatMap(\.1)
    source = "(SELECT t0.* FROM \(source) t0\(whereClause) ORDER BY \(inner.map(\.0).joined(separator: ", ")) LIMIT ?)"
    sourceValues = values + [.integer(limit)]
    conditions = []
    conditionValues = []
    order = forward
  }

  private var whereClause: String { conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ") }

  // MARK: Grouping

  private mutating func group(_ paths: [Path], _ aggregates: [Aggregate]) throws(Hinweis) {
    guard !isGrouped else { throw Hinweis("schon gruppiert").help("nach gruppiere folgen wo, sortiere, zeige, erste oder letzte") }
    let aggregates = aggregates.isEmpty ? [Aggregate(.anzahl)] : aggregates
    var columns: [Output] = []
    var joins = ""
    var joinValues: [Value] = []
    var keys: [String] = []
    var hasSeveral = false
    // Who only counts, or looks for the least and the greatest, may meet a thing twice in a group.
    let mayRepeat = aggregates.allSatisfy { $0.path == nil || $0.function == .min || $0.function == .max }
    let isCounted = try count(by: paths, aggregates)
    for (index, path) in paths.enumerated() {
      let resolved = try resolver.resolve(path, from: noun)
      var column = try output(path, alias: nil)
      column.column.isList = false
      if mayRepeat || !resolved.isList, let things = try resolver.things(of: resolved, as: "g\(index)") {
        joins += things
        column.sql = "g\(index).wert"
        column.values = []
        keys.append("g\(index).gruppe")
        columns.append(column)
        hasSeveral = hasSeveral || resolved.isList
        continue
      }
      if resolved.isList {
        // A thing with several values belongs to several groups.
        let rows = try resolver.values(of: resolved, in: noun)
        joins += " LEFT JOIN (\(rows.sql)) g\(index) ON g\(index).ding = t0.id"
        joinValues += rows.values
        column.sql = "g\(index).wert"
        column.values = []
        hasSeveral = true
      }
      keys.append(String(index + 1))
      columns.append(column)
    }
    var shown = columns
    for aggregate in aggregates {
      var column = Table.Column(aggregate.function.rawValue, aggregate.alias ?? aggregate.function.heading, .number)
      // Where a thing may stand in several groups it is counted once in each.
      var sql = hasSeveral ? "count(DISTINCT t0.id)" : isCounted ? "sum(t0.anzahl_)" : "count(*)"
      var values: [Value] = []
      if let path = aggregate.path {
        var argument = try output(path, alias: nil)
        if argument.isAmount {
          doubts.append(doubt(argument))
          argument.sql = "kip_amount(\(argument.sql))"
          argument.column.kind = .number
          argument.resolved = nil
        }
        guard aggregate.function == .min || aggregate.function == .max || argument.column.kind == .number else {
          throw Hinweis("\(aggregate.function.rawValue) braucht eine Spalte mit Zahlen; \(path.text) hat keine").marked(
            path.names.last?.span)
        }
        let function =
          ["summe": "total", "durchschnitt": "avg", "anzahl": "count", "min": "min", "max": "max"][aggregate.function.rawValue] ?? "count"
        sql = "\(function)(\(argument.sql))"
        values = argument.values
        let key = argument.sorting(argument.sql)
        if aggregate.function == .min || aggregate.function == .max, key != argument.sql {
          // The least is the one that sorts first; what it sorts by stands before it, and is cut off again.
          sql = "\(function)(\(key) || char(1) || \(argument.sql))"
          sql = "substr(\(sql), instr(\(sql), char(1)) + 1)"
          values = Array(repeating: values, count: 4).flatMap(\.self)
        }
        column.key = "\(aggregate.function.rawValue) \(argument.column.key)"
        column.heading = aggregate.alias ?? "\(aggregate.function.heading) \(argument.column.heading)"
        if aggregate.function == .min || aggregate.function == .max { column.kind = argument.column.kind }
      } else if aggregate.function != .anzahl {
        throw Hinweis("\(aggregate.function.rawValue) braucht eine Spalte").help(
          "etwa: gruppiere handlungsfeld: \(aggregate.function.rawValue) zeile")
      }
      if let alias = aggregate.alias { column.key = alias }
      shown.append(Output(sql: sql, values: values, column: column, resolved: nil))
    }
    func list(of columns: [Output]) -> String { columns.enumerated().map { "\($1.sql) AS s\($0)" }.joined(separator: ", ") }
    let by = keys.isEmpty ? "" : " GROUP BY " + keys.joined(separator: ", ")
    // The groups stand in the order of their names, those without a value last.
    let sorting = columns.enumerated().map { "s\($0) IS NULL, \($1.sorting("s\($0)"))" }.joined(separator: ", ")
    let things = ("SELECT count(*) FROM \(source) t0\(whereClause)", sourceValues + conditionValues)
    let isKept = keepsGroups && !keys.isEmpty
    var select = "SELECT \(list(of: shown))\(hasSeveral ? ", count(DISTINCT t0.id) AS n" : "") FROM \(source) t0\(joins)\(whereClause)\(by)"
    sourceValues = shown.flatMap(\.values) + sourceValues + joinValues + conditionValues
    if isKept {
      // An answer is read for its sums, for its widths and for its rows; it is counted once.
      select = "SELECT * FROM \(try store.states.keep((select, sourceValues), store.connection))"
      sourceValues = []
      keptGroups = true
    }
    if hasSeveral && isKept {
      let named = columns.indices.map { "s\($0) IS NOT NULL" }.joined(separator: " AND ")
      sums = Sums(
        name: noun.plural.prefix(1).uppercased() + noun.plural.dropFirst(), things: things,
        assignments: ("SELECT coalesce(sum(n), 0) FROM (\(select)) WHERE \(named)", []))
    }
    source = "(SELECT row_number() OVER (\(sorting.isEmpty ? "" : "ORDER BY " + sorting)) AS rowid_, * FROM (\(select)))"
    conditions = []
    conditionValues = []
    order = []
    output = shown.enumerated().map { Output(sql: "t0.s\($0)", values: [], column: $1.column, resolved: nil) }
    isGrouped = true
  }

  /// Counts the rows by what their own columns hold, before that gets its names; true if that is all there is to count.
  private mutating func count(by paths: [Path], _ aggregates: [Aggregate]) throws(Hinweis) -> Bool {
    let columns = try paths.map { (path) throws(Hinweis) in try resolver.resolve(path, from: noun).columns }
    let isOwn = columns.allSatisfy { $0.count == 1 && $0[0].source == .stored && $0[0].inheritsFrom == nil }
    let namesThings = columns.contains { $0[0].target != nil }
    guard isOwn, namesThings, aggregates.allSatisfy({ $0.path == nil && $0.function == .anzahl }) else { return false }
    let list = columns.map { "t0.\(Schema.name($0[0]))" }.joined(separator: ", ")
    source = "(SELECT \(list), count(*) AS anzahl_ FROM \(source) t0\(whereClause) GROUP BY \(list))"
    sourceValues += conditionValues
    conditions = []
    conditionValues = []
    return true
  }

  /// How many amounts of the rows have no figure, and how many one that is not exact.
  private func doubt(_ amount: Output) -> (name: String, counts: Resolver.SQL) {
    let sql = amount.sql
    let counts = "SELECT coalesce(sum(\(sql) IS NOT NULL AND kip_amount(\(sql)) IS NULL), 0), coalesce(sum(kip_inexact(\(sql))), 0)"
    let values = amount.values + amount.values + amount.values + sourceValues + conditionValues
    return (amount.column.heading, ("\(counts) FROM \(source) t0\(whereClause)", values))
  }

  // MARK: Columns

  func output(_ path: Path, alias: String?) throws(Hinweis) -> Output {
    if isGrouped {
      guard
        var found = output.first(where: {
          Fold.key($0.column.key) == Fold.key(path.text) || Fold.key($0.column.heading) == Fold.key(path.text)
        })
      else {
        throw Hinweis("hier gibt es keine Spalte \"\(path.text)\"").marked(path.names.last?.span).didYouMean(
          path.text, output.map(\.column.key))
      }
      if let alias { found.rename(alias) }
      return found
    }
    let resolved = try resolver.resolve(path, from: noun)
    let (sql, values) = try resolver.shown(resolved)
    var found = Output(sql: sql, values: values, column: resolved.tableColumn, resolved: resolved)
    if let alias { found.rename(alias) }
    return found
  }

  private mutating func result() throws(Hinweis) -> Result {
    if output.isEmpty {
      for name in noun.shown { output.append(try output(Path([Name(name)]), alias: nil)) }
    }
    let list = output.map(\.sql).joined(separator: ", ")
    let orders = order.isEmpty ? [("t0.\(isGrouped ? "rowid_" : "id")", [Value]())] : order.map { ($0.sql, $0.values) }
    let sql = "SELECT \(list) FROM \(source) t0\(whereClause) ORDER BY \(orders.map(\.0).joined(separator: ", "))"
    return Result(
      sql: sql, values: output.flatMap(\.values) + sourceValues + conditionValues + orders.flatMap(\.1), columns: output.map(\.column),
      keptGroups: keptGroups, sums: sums, doubts: doubts)
  }
}

extension Compiler.Output {
  fileprivate mutating func rename(_ alias: String) {
    column.heading = alias
    column.key = alias
  }

  /// True if it holds amounts, whose figures are words.
  fileprivate var isAmount: Bool { resolved.map { !$0.isCount && !$0.isList && $0.last.kind == .amount } ?? false }

  /// SQL that sorts as people do, over some expression for the column.
  fileprivate func sorting(_ sql: String) -> String {
    if isAmount { return "kip_amount(\(sql))" }
    return switch column.kind {
    case .number, .flag: sql
    case .date: "kip_day(\(sql))"
    case .label: "kip_natural(\(sql))"
    case .text: "kip_fold(\(sql))"
    @unknown default: sql
    }
  }

  fileprivate var sortKey: (sql: String, values: [Value]) { (sorting(sql), values) }
}

extension Aggregate.Function {
  fileprivate var heading: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
