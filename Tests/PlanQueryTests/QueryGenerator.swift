// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit

/// Makes any query tree that the language can say.
struct QueryGenerator {
  var numbers: SeededNumbers

  init(seed: UInt64) { numbers = SeededNumbers(seed) }

  private static let columns = [
    "nr", "text", "status", "hut", "ziel", "gültig_von", "handlungsfeld", "zielgruppe", "nachbarn", "ersteller", "mitte", "stand",
    "bekannt",
  ]
  private static let values = [
    "", "30,2", "FB 51", "keine Angabe", "und", "Arbeit und Ausbildung", "er sagte \"ja\"", "\"", "a\"\"b", "o'Hara", "„so“", "»so«",
    "# kein Kommentar", "a|b;c:d",
    "stand 31.12.2018", "Beschluss zum 2018", "bekannt", "gültig am heute",
    "x\ny", "\u{A0}", "–", "100 %", "😀", "e\u{301}", "(", "${NAME}", " vorn und hinten ", "als", "'; DROP TABLE massnahme; --",
  ]

  mutating func query() -> Query {
    var query = Query(Name(pick(["maßnahmen", "einträge", "massnahmen", "akteure", "ziele"])), several(0...4) { $0.step() })
    if number(0...2) == 0 { query.moment = Moment(day: day(), known: day(), valid: day()) }
    if number(0...4) == 0 { query.picture = Picture(pick(Picture.Kind.allCases), several(0...2) { $0.path() }) }
    return query
  }

  private mutating func day() -> Int? { number(0...1) == 0 ? nil : pick([20181231, 20240229, 20170424, 10000101, 99991231]) }

  private mutating func step() -> Step {
    switch number(0...8) {
    case 0: .filter(condition(depth: 4))
    case 1: .show(differing(several(1...3) { $0.shown() }))
    case 2: .sort(several(1...3) { generator in Order(generator.path(), descending: generator.number(0...1) == 0) })
    case 3: .group(several(1...2) { $0.path() }, several(1...3) { $0.figure() })
    case 4: .total(several(1...3) { $0.figure() })
    case 5: .first(number(0...1000))
    case 6: .cross(path(), path(), figure())
    case 7: .distinct
    default: .last(number(0...1000))
    }
  }

  private mutating func figure() -> Aggregate {
    let function = pick(Aggregate.Function.allCases)
    let path = function == .anzahl || function == .anteil && number(0...1) == 0 ? nil : path()
    return Aggregate(function, path, alias: alias())
  }

  private mutating func shown() -> Shown {
    if number(0...1) == 0 { return Shown(path(), alias: alias()) }
    return Shown(.combined(calculation(depth: 3), pick(Calculation.Operator.allCases), calculation(depth: 3)), alias: alias())
  }

  /// The columns of different names, since two of one name are refused.
  private func differing(_ shown: [Shown]) -> [Shown] {
    var names: Set<String> = []
    let kept = shown.filter { one in
      let name = Fold.key(one.alias ?? one.calculation?.text ?? one.path.text)
      return !name.isEmpty && names.insert(name).inserted
    }
    return kept.isEmpty ? [Shown(Path([Name("nr")]))] : kept
  }

  private mutating func calculation(depth: Int) -> Calculation {
    switch number(depth > 0 ? 0...3 : 1...3) {
    case 0: .combined(calculation(depth: depth - 1), pick(Calculation.Operator.allCases), calculation(depth: depth - 1))
    case 1: .column(path())
    case 2: .value(Operand(pick(["0", "1.250,50", "31.12.2024", "III/2024", "heute", "-3"])))
    default: .text(Operand(pick(QueryGenerator.values)))
    }
  }

  private mutating func condition(depth: Int) -> Condition {
    switch number(depth > 0 ? 0...7 : 3...7) {
    case 0: .and(several(2...3) { $0.condition(depth: depth - 1) })
    case 1: .or(several(2...3) { $0.condition(depth: depth - 1) })
    case 2: .not(condition(depth: depth - 1))
    case 3: .empty(path())
    case 4: .below(path(), Operand(pick(QueryGenerator.values)))
    case 5: .among(path(), several(1...4) { Operand($0.pick(QueryGenerator.values)) })
    default: .compare(path(), pick(Condition.Comparison.allCases), Operand(pick(QueryGenerator.values)))
    }
  }

  private mutating func path() -> Path { Path(several(1...3) { Name($0.pick(QueryGenerator.columns)) }) }
  private mutating func alias() -> String? { number(0...2) == 0 ? pick(QueryGenerator.values) : nil }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &numbers) }
  mutating func pick<T>(_ from: [T]) -> T { from[number(0...from.count - 1)] }
  mutating func several<T>(_ range: ClosedRange<Int>, _ make: (inout QueryGenerator) -> T) -> [T] {
    var all: [T] = []
    for _ in 0..<number(range) { all.append(make(&self)) }
    return all
  }
}
