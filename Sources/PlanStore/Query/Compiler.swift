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
  let keepsGroups: Bool
  /// True once the groups stand in a table of their own.
  var keptGroups = false
  var sums: Sums?
  var doubts: [(name: String, counts: Resolver.SQL)] = []

  var source: String
  var sourceValues: [Value] = []
  var conditions: [String] = []
  var conditionValues: [Value] = []
  var order: [(sql: String, values: [Value])] = []
  var output: [Output] = []
  /// True after `gruppiere`, `kreuz`, `eindeutig` or a total: the rows are no things any more.
  var isGrouped = false
  /// True where the last row is that of the sums, which stays the last.
  var hasSumRow = false

  /// A column of the answer: its SQL over `t0`, and how its cells are to be understood.
  struct Output {
    var sql: String
    var values: [Value]
    var column: Table.Column
    /// The column of the noun, as far as it is one.
    var resolved: Resolved?
    /// The path to it, where it is no calculation.
    var path: Path?
    /// What the user called it; later steps may use that name.
    var alias: String?
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
    noun = try store.theNoun(name)
    guard try store.isThere(noun) else { throw store.unmade(noun).marked(name.span) }
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
      dropSumRow()
      let (sql, values) = try isGrouped ? groupedCondition(condition) : compile(condition)
      conditions.append(sql)
      conditionValues += values
    case .show(let shown):
      var outputs: [Output] = []
      for one in shown {
        let column =
          if let calculation = one.calculation { try output(calculation, alias: one.alias) } else { try output(one.path, alias: one.alias) }
        outputs.append(column)
      }
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
    case .first(let count):
      dropSumRow()
      close(limit: count, fromEnd: false)
    case .last(let count):
      dropSumRow()
      close(limit: count, fromEnd: true)
    case .cross(let rows, let columns, let figure): try cross(rows, columns, figure)
    case .distinct: try makeDistinct()
    @unknown default: throw Hinweis("diesen Schritt kennt der Speicher nicht")
    }
  }

  /// Leaves out the row of sums, which no longer are those of the rows that stay.
  mutating func dropSumRow() {
    guard hasSumRow else { return }
    conditions.append("t0.last_ = 0")
    hasSumRow = false
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

  var whereClause: String { conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ") }

  // MARK: Columns

  func output(_ path: Path, alias: String?) throws(Hinweis) -> Output {
    if let named = named(path) {
      var found = named
      if let alias { found.rename(alias) }
      return found
    }
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
    var found = Output(sql: sql, values: values, column: resolved.tableColumn, resolved: resolved, path: path)
    if let alias { found.rename(alias) }
    return found
  }

  /// The column that the user gave a name before: `zeige a - b als tage | sortiere tage`.
  func named(_ path: Path) -> Output? {
    guard path.names.count == 1 else { return nil }
    return output.first { $0.alias.map { Fold.key($0) == Fold.key(path.text) } ?? false }
  }

  /// Shows the usual columns of the noun where no step says what to show.
  mutating func showUsual() throws(Hinweis) {
    guard output.isEmpty else { return }
    for name in noun.shown { output.append(try output(Path([Name(name)]), alias: nil)) }
  }

  private mutating func result() throws(Hinweis) -> Result {
    try showUsual()
    let list = output.map(\.sql).joined(separator: ", ")
    let rest = order.isEmpty ? [("t0.\(isGrouped ? "rowid_" : "id")", [Value]())] : order.map { ($0.sql, $0.values) }
    let orders = (hasSumRow ? [("t0.last_", [])] : []) + rest
    let sql = "SELECT \(list) FROM \(source) t0\(whereClause) ORDER BY \(orders.map(\.0).joined(separator: ", "))"
    return Result(
      sql: sql, values: output.flatMap(\.values) + sourceValues + conditionValues + orders.flatMap(\.1), columns: output.map(\.column),
      keptGroups: keptGroups, sums: sums, doubts: doubts)
  }
}

extension Compiler.Output {
  mutating func rename(_ alias: String) {
    column.heading = alias
    column.key = alias
    self.alias = alias
  }

  /// True if it holds amounts, whose figures are words.
  var isAmount: Bool { resolved.map { !$0.isCount && !$0.isList && $0.last.kind == .amount } ?? false }

  /// SQL that sorts as people do, over some expression for the column.
  func sorting(_ sql: String) -> String {
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
