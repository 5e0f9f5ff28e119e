// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

extension Compiler {
  /// A condition over the things of `t0`.
  func compile(_ condition: Condition) throws(Hinweis) -> (sql: String, values: [Value]) {
    switch condition {
    case .and(let parts): return try join(parts, " AND ", compile)
    case .or(let parts): return try join(parts, " OR ", compile)
    case .not(let part):
      let (sql, values) = try compile(part)
      return ("(NOT coalesce(\(sql), 0))", values)
    case .empty(let path) where named(path) != nil, .compare(let path, _, _) where named(path) != nil:
      guard let origin = named(path)?.path else { return try groupedCondition(condition) }
      // A name may be that of another column; the origin is no name any more.
      var unnamed = self
      unnamed.output = []
      if case .compare(_, let comparison, let operand) = condition { return try unnamed.compile(.compare(origin, comparison, operand)) }
      return try unnamed.compile(.empty(origin))
    case .empty(let path):
      let resolved = try resolver.resolve(path, from: noun)
      let (sql, values) = try resolver.any(resolved) { value in ("(\(value) IS NOT NULL AND \(value) <> '')", []) }
      return ("(NOT coalesce(\(sql), 0))", values)
    case .compare(let path, .unequal, let operand):
      // Nothing said is unequal too, and of several values none may be equal.
      return try compile(.not(.compare(path, .equal, operand)))
    case .compare(let path, let comparison, let operand):
      let resolved = try resolver.resolve(path, from: noun)
      let test = try test(resolved, comparison, operand)
      return try resolver.any(resolved, test)
    case .among(let path, let operands):
      return try compile(.or(operands.map { .compare(path, .equal, $0) }))
    case .below(let path, let operand):
      let resolved = try resolver.resolve(path, from: noun)
      let below = try below(resolved, path, operand)
      return try resolver.any(resolved, below)
    @unknown default: throw Hinweis("diese Bedingung kennt der Speicher nicht")
    }
  }

  private func join(
    _ parts: [Condition], _ word: String, _ compile: (Condition) throws(Hinweis) -> Resolver.SQL
  ) throws(Hinweis) -> Resolver.SQL {
    var sql: [String] = []
    var values: [Value] = []
    for part in parts {
      let one = try compile(part)
      sql.append(one.sql)
      values += one.values
    }
    return (Compiler.nested(sql[...], word), values)
  }

  /// Joins conditions in brackets by halves: SQLite reads at most a thousand in a row.
  private static func nested(_ parts: ArraySlice<String>, _ word: String) -> String {
    guard parts.count > 2 else { return "(\(parts.joined(separator: word)))" }
    let middle = parts.startIndex + parts.count / 2
    return "(\(nested(parts[..<middle], word))\(word)\(nested(parts[middle...], word)))"
  }

  private typealias Test = (String) throws(Hinweis) -> Resolver.SQL

  private func test(_ resolved: Resolved, _ comparison: Condition.Comparison, _ operand: Operand) throws(Hinweis) -> Test {
    if let noun = try resolver.noun(of: resolved) {
      try refuseCount(resolved, comparison, operand)
      return try thingTest(noun, comparison, operand)
    }
    let column = resolved.last
    if resolved.isCount { return try numberTest(comparison, operand) }
    if let test = try columnTest(column, comparison, operand) { return test }
    switch column.kind {
    case .number, .decimal: return try numberTest(comparison, operand)
    case .amount: return try amountTest(comparison, operand)
    case .flag: return try flagTest(comparison, operand)
    case .day: return try dateTest(comparison, operand) { $0 }
    case .time: return try dateTest(comparison, operand) { PlanStore.localDay($0) }
    case .date: return try dateTest(comparison, operand) { "kip_day(\($0))" }
    case .label: return textTest(comparison, operand.text, ordered: "kip_natural")
    default:
      if !column.words.isEmpty, comparison == .equal { return try wordTest(column, operand) }
      return textTest(comparison, operand.text, ordered: "kip_fold")
    }
  }

  /// Refuses `partner > 2`: a name is no number, and who types this means how many there are.
  private func refuseCount(_ resolved: Resolved, _ comparison: Condition.Comparison, _ operand: Operand) throws(Hinweis) {
    guard resolved.isList, comparison.sign != nil, comparison != .equal, GermanNumber.value(operand.text) != nil else { return }
    let path = resolved.columns.map(\.name).joined(separator: ".")
    throw Hinweis("\(path) sind Dinge, und \(operand.text) ist eine Zahl").marked(operand.span).help(
      "wie viele es sind, zählt: \(path).anzahl \(comparison.rawValue) \(operand.text)")
  }

  private func textTest(_ comparison: Condition.Comparison, _ text: String, ordered: String) -> Test {
    let folded = Fold.key(text)
    switch comparison {
    case .equal: return { value in ("kip_fold(\(value)) = ?", [.text(folded)]) }
    case .contains: return { value in ("instr(kip_fold(\(value)), ?) > 0", [.text(folded)]) }
    case .begins: return { value in ("instr(kip_fold(\(value)), ?) = 1", [.text(folded)]) }
    default: return { value in ("\(ordered)(\(value)) \(comparison.rawValue) \(ordered)(?)", [.text(text)]) }
    }
  }

  /// A comparison with one of the words that the column allows.
  private func wordTest(_ column: Column, _ operand: Operand) throws(Hinweis) -> Test {
    let key = Fold.key(operand.text)
    guard let word = column.words.first(where: { Fold.key($0) == key }) else {
      throw Hinweis("\(column.name) ist nie \"\(operand.text)\"").marked(operand.span).didYouMean(operand.text, column.words)
    }
    return { value in ("\(value) = ?", [.text(word)]) }
  }

  private func numberTest(_ comparison: Condition.Comparison, _ operand: Operand) throws(Hinweis) -> Test {
    guard let number = GermanNumber.value(operand.text) else {
      throw Hinweis("\"\(operand.text)\" ist keine Zahl").marked(operand.span).help("Zahlen stehen so: 1250 oder 1.250,50")
    }
    guard let sign = comparison.sign else { throw .noOrder(comparison, operand) }
    return { value in ("\(value) \(sign) ?", [.real(number)]) }
  }

  /// An amount is compared by its figure, or by its words where the operand has none.
  private func amountTest(_ comparison: Condition.Comparison, _ operand: Operand) throws(Hinweis) -> Test {
    guard let figure = Betrag(operand.text).value, let sign = comparison.sign else {
      return textTest(comparison, operand.text, ordered: "kip_fold")
    }
    return { value in ("kip_amount(\(value)) \(sign) ?", [.real(figure)]) }
  }

  private func flagTest(_ comparison: Condition.Comparison, _ operand: Operand) throws(Hinweis) -> Test {
    guard comparison == .equal else { throw Hinweis.noOrder(comparison, operand).help("möglich sind = und !=") }
    switch Fold.key(operand.text) {
    case "ja", "1": return { value in ("\(value) = 1", []) }
    case "nein", "0": return { value in ("\(value) = 0", []) }
    default: throw Hinweis("\"\(operand.text)\" ist weder ja noch nein").marked(operand.span)
    }
  }

  /// A comparison of a number or date with another column: `abschluss > ende_geplant`; nil where the operand is a value.
  private func columnTest(_ column: Column, _ comparison: Condition.Comparison, _ operand: Operand) throws(Hinweis) -> Test? {
    let isDate = [.day, .date].contains(column.kind)
    guard isDate || [.number, .decimal, .amount].contains(column.kind), let sign = comparison.sign,
      operand.text.first?.isLetter ?? false, Datum(words: operand.text) == nil
    else { return nil }
    // What is no column of that kind is told of as the value that it is not.
    guard let other = try? output(Path(operand.text.split(separator: ".").map { Name(String($0)) }), alias: nil), !other.column.isList,
      other.isAmount || other.column.kind == (isDate ? .date : .number)
    else { return nil }
    func figure(_ sql: String) -> String {
      isDate ? "kip_day(\(sql))" : sql
    }
    let right = other.isAmount ? "kip_amount(\(other.sql))" : figure(other.sql)
    return { value in
      let left = column.kind == .amount ? "kip_amount(\(value))" : column.kind == .day ? value : figure(value)
      return ("\(left) \(sign) \(right)", other.values)
    }
  }

  /// A date covers all its days: `frist = 2024` is any day of that year, `frist < 2024` a day before it.
  ///
  /// - Parameter day: makes the day that counts from the SQL of a value; a stored date may itself be inexact, then the end of what it covers counts.
  private func dateTest(
    _ comparison: Condition.Comparison, _ operand: Operand, day: @escaping (String) -> String
  ) throws(Hinweis) -> Test {
    guard let date = Datum(words: operand.text) else {
      throw Hinweis("\"\(operand.text)\" ist kein Datum").marked(operand.span).help(
        "Daten stehen so: 31.12.2024, 12/2024, III/2024, 2024 oder heute - 90 tage")
    }
    let first = date.firstDay
    let last = date.lastDay
    return { (value) throws(Hinweis) in
      let day = day(value)
      switch comparison {
      case .equal: return ("\(day) BETWEEN ? AND ?", [.integer(first), .integer(last)])
      case .less: return ("\(day) < ?", [.integer(first)])
      case .atMost: return ("\(day) <= ?", [.integer(last)])
      case .greater: return ("\(day) > ?", [.integer(last)])
      case .atLeast: return ("\(day) >= ?", [.integer(first)])
      default: throw .noOrder(comparison, operand)
      }
    }
  }

  // MARK: Things

  private func thingTest(_ noun: Noun, _ comparison: Condition.Comparison, _ operand: Operand) throws(Hinweis) -> Test {
    guard comparison == .equal else {
      let test = textTest(comparison, operand.text, ordered: "kip_natural")
      return { (value) throws(Hinweis) in try test(try resolver.label(noun, of: value)) }
    }
    let ids = try store.find(noun, operand.text)
    if ids.isEmpty { try unknown(noun, operand) }
    return { value in Compiler.isOne(of: ids, value) }
  }

  /// A comparison of an id with some; a list is bound as one value too.
  private static func isOne(of ids: [Int], _ value: String) -> Resolver.SQL {
    if let only = ids.first, ids.count == 1 { return ("\(value) = ?", [.integer(only)]) }
    return ("\(value) IN (SELECT value FROM json_each(?))", [.text("[\(ids.map(String.init).joined(separator: ","))]")])
  }

  private func below(_ resolved: Resolved, _ path: Path, _ operand: Operand) throws(Hinweis) -> Test {
    if resolved.last.source == .attribute {
      let words = try store.words(below: operand.text, of: resolved.last.name)
      if words.isEmpty { return try wordTest(resolved.last, operand) }
      return { value in ("\(value) IN (\(words.map { _ in "?" }.joined(separator: ", ")))", words.map { .text($0) }) }
    }
    // `id unter X` is X itself and all below it.
    let thing = resolved.columns.count == 1 && resolved.last.name == "id" ? self.noun : try resolver.noun(of: resolved)
    guard let noun = thing, noun.above != nil else {
      throw Hinweis("\(path.text) bildet keinen Baum; unter geht nur bei Einheiten und Handlungsfeldern").marked(path.names.last?.span)
        .help("\(path.text) = \(operand.text)")
    }
    let roots = try store.find(noun, operand.text)
    if roots.isEmpty { try unknown(noun, operand) }
    let ids = try store.below(roots, noun)
    return { value in Compiler.isOne(of: ids, value) }
  }

  private func unknown(_ noun: Noun, _ operand: Operand) throws(Hinweis) {
    if !store.scope.isNow, let absence = try store.absence(noun, operand.text) { throw absence.marked(operand.span) }
    let known = try store.names(of: noun, atMost: 5000)
    throw Hinweis("\(noun.singular) \"\(operand.text)\" gibt es in diesem Plan nicht").marked(operand.span).didYouMean(operand.text, known)
  }

  // MARK: After gruppiere

  /// A condition over the columns of a grouped answer.
  func groupedCondition(_ condition: Condition) throws(Hinweis) -> (sql: String, values: [Value]) {
    switch condition {
    case .and(let parts): return try join(parts, " AND ", groupedCondition)
    case .or(let parts): return try join(parts, " OR ", groupedCondition)
    case .not(let part):
      let (sql, values) = try groupedCondition(part)
      return ("(NOT coalesce(\(sql), 0))", values)
    case .empty(let path):
      let column = try output(path, alias: nil)
      return ("(\(column.sql) IS NULL OR \(column.sql) = '')", column.values)
    case .compare(let path, .unequal, let operand): return try groupedCondition(.not(.compare(path, .equal, operand)))
    case .compare(let path, let comparison, let operand):
      let column = try output(path, alias: nil)
      let test: Test
      switch column.column.kind {
      case .number: test = try numberTest(comparison, operand)
      case .date: test = try dateTest(comparison, operand) { "kip_day(\($0))" }
      case .label: test = textTest(comparison, operand.text, ordered: "kip_natural")
      default: test = textTest(comparison, operand.text, ordered: "kip_fold")
      }
      guard column.column.isList else {
        let (sql, values) = try test(column.sql)
        return (sql, column.values + values)
      }
      // Several values of a row stand in one cell; one of them must compare. A sign of no language stands for what separates them in JSON.
      let array = "replace(json_quote(replace(\(column.sql), char(31), char(57344))), char(57344), '\",\"')"
      let (sql, values) = try test("w.value")
      return ("EXISTS (SELECT 1 FROM json_each('[' || \(array) || ']') w WHERE \(sql))", column.values + values)
    case .among(let path, let operands): return try groupedCondition(.or(operands.map { .compare(path, .equal, $0) }))
    case .below(let path, _):
      throw Hinweis("nach gruppiere gibt es kein unter").marked(path.names.last?.span).help("die Bedingung vor gruppiere stellen")
    @unknown default: throw Hinweis("diese Bedingung kennt der Speicher nicht")
    }
  }
}

extension Condition.Comparison {
  /// The sign in SQL, where there is one.
  fileprivate var sign: String? {
    switch self {
    case .equal, .less, .greater, .atMost, .atLeast: rawValue
    default: nil
    }
  }
}

extension Hinweis {
  fileprivate static func noOrder(_ comparison: Condition.Comparison, _ operand: Operand) -> Hinweis {
    Hinweis("\"\(comparison.rawValue)\" geht hier nicht").marked(operand.span).help("möglich sind =, !=, <, >, <= und >=")
  }
}
