// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

extension Compiler {
  /// Makes the rows those of groups, each with its figures; without paths one row for all.
  ///
  /// Columns and figures are `s0`, `s1` … of the new source.
  mutating func group(_ paths: [Path], _ aggregates: [Aggregate]) throws(Hinweis) {
    dropSumRow()
    // What is counted now are rows, and stands in one group each.
    sums = nil
    let aggregates = aggregates.isEmpty ? [Aggregate(.anzahl)] : aggregates
    var columns: [Output] = []
    var joins = ""
    var joinValues: [Value] = []
    var keys: [String] = []
    var hasSeveral = false
    // Who only counts, or looks for the least and the greatest, may meet a thing twice in a group.
    let mayRepeat = aggregates.allSatisfy { $0.path == nil && $0.function == .anzahl || $0.function == .min || $0.function == .max }
    let isCounted = try count(by: paths, aggregates)
    for (index, path) in paths.enumerated() {
      var column = try output(path, alias: nil)
      column.column.isList = false
      if !isGrouped, let resolved = column.resolved {
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
      }
      // An empty text says as little as none.
      if column.column.kind == .text { column.sql = "nullif(\(column.sql), '')" }
      keys.append(String(index + 1))
      columns.append(column)
    }
    // Where a thing may stand in several groups it is counted once in each.
    let count = hasSeveral ? "count(DISTINCT t0.id)" : isCounted ? "sum(t0.anzahl_)" : "count(*)"
    var shown = columns
    for aggregate in aggregates { shown.append(try figure(aggregate, counting: count)) }
    func list(of columns: [Output]) -> String { columns.enumerated().map { "\($1.sql) AS s\($0)" }.joined(separator: ", ") }
    let by = keys.isEmpty ? "" : " GROUP BY " + keys.joined(separator: ", ")
    let things = ("SELECT count(*) FROM \(source) t0\(whereClause)", sourceValues + conditionValues)
    let isKept = keepsGroups && !keys.isEmpty ? try isLarge() : false
    var select = "SELECT \(list(of: shown))\(hasSeveral ? ", count(DISTINCT t0.id) AS n" : "") FROM \(source) t0\(joins)\(whereClause)\(by)"
    sourceValues = shown.flatMap(\.values) + sourceValues + joinValues + conditionValues
    if isKept {
      // An answer is read for its sums, for its widths and for its rows; it is counted once.
      select = "SELECT * FROM \(try store.states.keep((select, sourceValues), store.connection))"
      sourceValues = []
      keptGroups = true
    }
    if hasSeveral && keepsGroups {
      let named = columns.indices.map { "s\($0) IS NOT NULL" }.joined(separator: " AND ")
      sums = Sums(
        name: noun.plural.prefix(1).uppercased() + noun.plural.dropFirst(), things: things,
        assignments: ("SELECT coalesce(sum(n), 0) FROM (\(select)) WHERE \(named)", sourceValues))
    }
    become(select, shown, sortedBy: columns.count)
  }

  /// True if counting the things takes long enough for a table that keeps what was counted; the highest id says how many they are at most.
  private func isLarge() throws(Hinweis) -> Bool {
    try store.connection.value("SELECT max(id) FROM \(try store.name(noun.table))")?.integer ?? 0 > 20_000
  }

  /// Makes `eindeutig`: rows that show the same are one.
  mutating func makeDistinct() throws(Hinweis) {
    try showUsual()
    let shown = output.map { one in
      var one = one
      one.column.isList = false
      return one
    }
    let list = shown.enumerated().map { "\($1.sql) AS s\($0)" }.joined(separator: ", ")
    sourceValues = shown.flatMap(\.values) + sourceValues + conditionValues
    become("SELECT DISTINCT \(list) FROM \(source) t0\(whereClause)", output, sortedBy: shown.count)
  }

  /// Makes some SQL with columns `s0`, `s1` … the source of what follows.
  ///
  /// - Parameter sorted: how many columns give the order of the rows; what has no value comes last.
  private mutating func become(_ select: String, _ shown: [Output], sortedBy sorted: Int) {
    let sorting = shown.prefix(sorted).enumerated().map { "s\($0) IS NULL, \($1.sorting("s\($0)"))" }.joined(separator: ", ")
    source = "(SELECT row_number() OVER (\(sorting.isEmpty ? "" : "ORDER BY " + sorting)) AS rowid_, * FROM (\(select)))"
    conditions = []
    conditionValues = []
    order = []
    output = shown.enumerated().map { Output(sql: "t0.s\($0)", values: [], column: $1.column, resolved: nil) }
    isGrouped = true
  }

  /// A figure over the rows of a group.
  ///
  /// - Parameter count: SQL that counts the things of a group.
  private mutating func figure(_ aggregate: Aggregate, counting count: String) throws(Hinweis) -> Output {
    let name = aggregate.function.rawValue
    var column = Table.Column(name, aggregate.alias ?? aggregate.function.heading, .number)
    guard let path = aggregate.path else {
      guard aggregate.function == .anzahl || aggregate.function == .anteil else {
        throw Hinweis("\(name) braucht eine Spalte").help("etwa: gruppiere handlungsfeld: \(name) zeile")
      }
      if let alias = aggregate.alias { column.key = alias }
      if aggregate.function == .anzahl { return Output(sql: count, values: [], column: column) }
      let all = "(SELECT count(*) FROM \(source) t0\(whereClause))"
      return Output(sql: Compiler.share(count, of: all), values: sourceValues + conditionValues, column: column)
    }
    var argument = try output(path, alias: nil)
    column.key = "\(name) \(argument.column.key)"
    column.heading = aggregate.alias ?? "\(aggregate.function.heading) \(argument.column.heading)"
    if let alias = aggregate.alias { column.key = alias }
    if aggregate.function == .eindeutig { return try distinctCount(argument, column) }
    if argument.isAmount {
      doubts.append(doubt(argument))
      argument.sql = "kip_amount(\(argument.sql))"
      argument.column.kind = .number
      argument.resolved = nil
    }
    let isExtreme = aggregate.function == .min || aggregate.function == .max
    guard isExtreme || argument.column.kind == .number else {
      throw Hinweis("\(name) braucht eine Spalte mit Zahlen; \(path.text) hat keine").marked(path.names.last?.span)
    }
    if isExtreme { column.kind = argument.column.kind }
    if isExtreme, argument.column.isList {
      let how = argument.column.kind == .label ? 1 : argument.column.kind == .number ? 2 : 0
      argument.sql = "kip_extreme(\(argument.sql), \(aggregate.function == .max ? 1 : 0), \(how))"
    }
    switch aggregate.function {
    case .summe: return Output(sql: "total(\(argument.sql))", values: argument.values, column: column)
    case .durchschnitt: return Output(sql: "round(avg(\(argument.sql)), 4)", values: argument.values, column: column)
    case .anteil:
      let all = "(SELECT total(\(argument.sql)) FROM \(source) t0\(whereClause))"
      return Output(
        sql: Compiler.share("total(\(argument.sql))", of: all), values: argument.values + argument.values + sourceValues + conditionValues,
        column: column)
    default: break
    }
    let key = argument.sorting(argument.sql)
    var found = Output(sql: "\(name)(\(argument.sql))", values: argument.values, column: column)
    if key != argument.sql {
      // The least is the one that sorts first; what it sorts by stands before it, and is cut off again.
      let sql = "\(name)(\(key) || char(1) || \(argument.sql))"
      found.sql = "substr(\(sql), instr(\(sql), char(1)) + 1)"
      found.values = Array(repeating: argument.values, count: 4).flatMap(\.self)
    }
    return found
  }

  /// The share of a figure in that of all, in percent.
  private static func share(_ part: String, of all: String) -> String { "round(100.0 * \(part) / nullif(\(all), 0), 1)" }

  /// How many different values a column has in a group; of several values in a row each counts.
  private func distinctCount(_ argument: Output, _ column: Table.Column) throws(Hinweis) -> Output {
    guard let resolved = argument.resolved, resolved.isList else {
      return Output(sql: "count(DISTINCT \(argument.sql))", values: argument.values, column: column)
    }
    let all = "group_concat(\(argument.sql), char(31))"
    return Output(sql: "kip_distinct(\(all))", values: argument.values, column: column)
  }

  /// Counts the rows by what their own columns hold, before that gets its names; true if that is all there is to count.
  private mutating func count(by paths: [Path], _ aggregates: [Aggregate]) throws(Hinweis) -> Bool {
    guard !isGrouped, aggregates.allSatisfy({ $0.path == nil && $0.function == .anzahl }) else { return false }
    guard paths.allSatisfy({ named($0) == nil }) else { return false }
    let columns = try paths.map { (path) throws(Hinweis) in try resolver.resolve(path, from: noun).columns }
    let isOwn = columns.allSatisfy { $0.count == 1 && $0[0].source == .stored && $0[0].inheritsFrom == nil }
    guard isOwn, columns.contains(where: { $0[0].target != nil }) else { return false }
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
}

extension Aggregate.Function {
  fileprivate var heading: String {
    switch self {
    case .anteil: "Anteil in %"
    case .eindeutig: "Verschiedene"
    default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }
  }
}
