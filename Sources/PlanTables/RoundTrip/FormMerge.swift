// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// A form that came back, the plan as it was when it went out, and the plan now, brought together.
public struct FormMerge: Sendable {
  /// A value and what becomes of it.
  public struct Decided: Sendable {
    public var target: CellTarget
    public var column: FormColumn
    /// The line of the form in which it stands first.
    public var line: Form.Row
    public var row: Int
    public var base: String
    public var ours: String?
    public var outcome: CellOutcome

    public init(_ target: CellTarget, _ column: FormColumn, _ line: Form.Row, row: Int, base: String, ours: String?, _ outcome: CellOutcome)
    {
      (self.target, self.column, self.line, self.row) = (target, column, line, row)
      (self.base, self.ours, self.outcome) = (base, ours, outcome)
    }
  }

  /// Every value that is not simply the same, in the order of the form.
  public var decided: [Decided] = []
  public var account = Account()

  /// Every cell of the file is one of these.
  public struct Account: Hashable, Sendable {
    public var read = 0
    public var same = 0
    /// Changed in the plan only.
    public var kept = 0
    /// Changed in both, and alike.
    public var alike = 0
    public var taken = 0
    public var conflicts = 0
    /// Locked, emptied, outside of the vocabulary, of what the plan does not have any more.
    public var refused = 0

    public init() {}
  }

  /// - Parameters:
  ///   - base: the form as it went out.
  ///   - ours: the same form, made of the plan as it is now.
  ///   - isOwn: true if nothing but an earlier return of this form changed a value since; asked only where it matters.
  ///   - problem: why a value cannot stand in a column.
  public init(
    base: Form, ours: Form, _ match: FormMatch, isOwn: (CellTarget, FormColumn) throws(Hinweis) -> Bool = { _, _ in false },
    problem: @escaping @Sendable (FormColumn, String) -> String? = { _, _ in nil }
  ) throws(Hinweis) {
    let (before, now) = (base.values, ours.values)
    let current = Dictionary(ours.rows.map { ($0.entry, $0) }, uniquingKeysWith: { first, _ in first })
    var order: [CellTarget] = []
    var found: [CellTarget: (column: Int, line: Form.Row, first: FormMatch.Row, texts: [String])] = [:]
    for line in base.rows {
      for row in match.rows[line.entry] ?? [] {
        for (column, text) in row.cells.sorted(by: { $0.key < $1.key }) {
          guard ![.identity, .form].contains(base.columns[column].target) else { continue }
          let target = base.target(of: column, in: line)
          if found[target] == nil {
            order.append(target)
            found[target] = (column, line, row, [])
          }
          found[target]?.texts.append(text)
        }
      }
    }
    for target in order {
      guard let (number, line, first, texts) = found[target] else { continue }
      let column = base.columns[number]
      // What the entry said itself then may be said by its measure now, or the other way round.
      let today = current[line.entry]
      let own = today.flatMap { now[ours.target(of: number, in: $0)] }
      var cell = MergedCell(
        base: before[target] ?? "", ours: own, theirs: texts, column.kind, isOpen: column.isOpen,
        problem: { problem(column, $0) })
      if case .conflict = cell.outcome { cell.isOwn = try isOwn(target, column) }
      if case .cleared(false) = cell.outcome { cell.isOwn = try isOwn(target, column) }
      let outcome = cell.outcome
      account.count(outcome, texts.count { !CellForm.plain($0).isEmpty })
      if outcome == .same { continue }
      let goal = today.map { ours.target(of: number, in: $0) } ?? target
      decided.append(Decided(goal, column, line, row: first.line, base: cell.base, ours: cell.ours, outcome))
    }
  }
}

extension FormMerge.Account {
  /// - Parameter cells: how many cells of the file say it; one that was emptied is counted too.
  fileprivate mutating func count(_ outcome: CellOutcome, _ cells: Int) {
    let cells = outcome == .same || outcome == .kept ? cells : max(1, cells)
    read += cells
    switch outcome {
    case .same: same += cells
    case .kept: kept += cells
    case .alike: alike += cells
    case .taken: taken += cells
    case .conflict, .contradiction: conflicts += cells
    case .cleared, .locked, .invalid, .gone: refused += cells
    }
  }
}
