// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

extension Compiler {
  /// A part of a calculation: its SQL, and what it is. Dates are numbers of days here.
  struct Term {
    var sql: String
    var values: [Value]
    var kind: Kind

    enum Kind { case number, date, text }
  }

  /// The column that shows what is worked out.
  func output(_ calculation: Calculation, alias: String?) throws(Hinweis) -> Output {
    let term = try term(calculation)
    let name = alias ?? calculation.text
    let (sql, kind): (String, Table.Kind) =
      switch term.kind {
      case .number: (term.sql, .number)
      case .date: ("date(\(term.sql))", .date)
      case .text: (term.sql, .text)
      }
    return Output(sql: sql, values: term.values, column: Table.Column(name, name, kind), alias: name)
  }

  private func term(_ calculation: Calculation) throws(Hinweis) -> Term {
    switch calculation {
    case .column(let path): return try term(path)
    case .text(let operand): return Term(sql: "?", values: [.text(operand.text)], kind: .text)
    case .value(let operand):
      if let number = GermanNumber.value(operand.text) { return Term(sql: "?", values: [.real(number)], kind: .number) }
      guard let date = Datum(words: operand.text) else { throw Hinweis("\"\(operand.text)\" ist kein Datum").marked(operand.span) }
      return Term(sql: "kip_julian(?)", values: [.text(date.iso)], kind: .date)
    case .combined(let left, .joined, let right):
      let (left, right) = (try term(left).asText, try term(right).asText)
      return Term(sql: "(coalesce(\(left.sql), '') || coalesce(\(right.sql), ''))", values: left.values + right.values, kind: .text)
    case .combined(let left, let sign, let right): return try combine(try term(left), sign, try term(right), calculation)
    @unknown default: throw Hinweis("diese Rechnung kennt der Speicher nicht")
    }
  }

  private func term(_ path: Path) throws(Hinweis) -> Term {
    let column = try output(path, alias: nil)
    if column.column.isList { return Term(sql: "replace(\(column.sql), char(31), '; ')", values: column.values, kind: .text) }
    if column.isAmount { return Term(sql: "kip_amount(\(column.sql))", values: column.values, kind: .number) }
    return switch column.column.kind {
    case .number, .flag: Term(sql: column.sql, values: column.values, kind: .number)
    case .date: Term(sql: "kip_julian(\(column.sql))", values: column.values, kind: .date)
    default: Term(sql: column.sql, values: column.values, kind: .text)
    }
  }

  private func combine(
    _ left: Term, _ sign: Calculation.Operator, _ right: Term, _ calculation: Calculation
  ) throws(Hinweis) -> Term {
    let values = left.values + right.values
    switch (left.kind, sign, right.kind) {
    case (.number, .divided, .number):
      return Term(sql: "round(1.0 * \(left.sql) / nullif(\(right.sql), 0), 4)", values: values, kind: .number)
    case (.number, _, .number): return Term(sql: "(\(left.sql) \(sign.rawValue) \(right.sql))", values: values, kind: .number)
    case (.date, .minus, .date): return Term(sql: "(\(left.sql) - \(right.sql))", values: values, kind: .number)
    case (.date, .plus, .number), (.date, .minus, .number), (.number, .plus, .date):
      return Term(sql: "(\(left.sql) \(sign.rawValue) \(right.sql))", values: values, kind: .date)
    default:
      throw Hinweis("\(calculation.text) lässt sich nicht rechnen: \(left.kind.words) \(sign.rawValue) \(right.kind.words)").marked(
        calculation.firstSpan
      ).help("gerechnet wird mit Zahlen (+ - * /), mit Daten (Datum - Datum, Datum + Tage) und mit Texten (&, hängt aneinander)")
    }
  }
}

extension Compiler.Term {
  /// The term as words, numbers with a decimal comma.
  fileprivate var asText: Self {
    switch kind {
    case .text: self
    case .number: Self(sql: "kip_german(\(sql))", values: values, kind: .text)
    case .date: Self(sql: "strftime('%d.%m.%Y', \(sql))", values: values, kind: .text)
    }
  }
}

extension Compiler.Term.Kind {
  fileprivate var words: String {
    switch self {
    case .number: "Zahl"
    case .date: "Datum"
    case .text: "Text"
    }
  }
}

extension Calculation {
  /// Where its first part stood.
  fileprivate var firstSpan: Span? {
    switch self {
    case .column(let path): path.names.first?.span
    case .value(let operand), .text(let operand): operand.span
    case .combined(let left, _, _): left.firstSpan
    @unknown default: nil
    }
  }
}
