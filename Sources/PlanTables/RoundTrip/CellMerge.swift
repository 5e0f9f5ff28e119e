// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// One value that a form and the plan both say something of.
public struct MergedCell: Sendable {
  /// What it said when the form was made; nil where the form had no such cell.
  public var base: String
  /// What the plan says now; nil where the thing is gone.
  public var ours: String?
  /// What came back, once for each row of the form that says it.
  public var theirs: [String]
  public var kind: CellForm.Kind
  /// False for what the form only shows.
  public var isOpen: Bool
  /// True if nothing but an earlier return of this form changed it since: a later one corrects it.
  public var isOwn: Bool
  /// Why a value cannot stand here; nil if it can.
  public var problem: @Sendable (String) -> String?

  public init(
    base: String, ours: String?, theirs: [String], _ kind: CellForm.Kind, isOpen: Bool = true, isOwn: Bool = false,
    problem: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    (self.base, self.ours, self.theirs, self.kind, self.isOpen, self.isOwn) = (base, ours, theirs, kind, isOpen, isOwn)
    self.problem = problem
  }
}

/// What becomes of a cell that came back.
public enum CellOutcome: Hashable, Sendable {
  /// Nobody changed it, or both the same way.
  case same, alike
  /// Only the plan changed it.
  case kept
  /// Only the form changed it: this is what the plan is to say.
  case taken(String)
  /// Both changed it, each otherwise.
  case conflict(String)
  /// Rows of the form that mean the same thing say different things.
  case contradiction([String])
  /// The form emptied it, and the plan says what it said then; false where it says something else by now.
  case cleared(isUnchangedHere: Bool)
  /// It was only shown, and changed anyway.
  case locked(String)
  /// Not what may stand here, and why.
  case invalid(String, String)
  /// The plan does not have it any more.
  case gone(String)
}

extension MergedCell {
  /// The rules, in order; a value is compared as its kind is understood.
  public var outcome: CellOutcome {
    // Almost every cell is as it was, to the letter.
    if ours == base, theirs.allSatisfy({ $0 == base }) { return .same }
    func key(_ text: String) -> String { CellForm.key(text, kind) }
    func written(_ text: String) -> String { CellForm.written(text, kind) }
    var changes: [String] = []
    for text in theirs where key(text) != key(base) && !changes.contains(where: { key($0) == key(text) }) { changes.append(text) }
    guard let change = changes.first.map(written) else {
      guard let ours else { return .same }
      return key(ours) == key(base) ? .same : .kept
    }
    guard isOpen else {
      let isNews = changes.contains { text in ours.map { key($0) != key(text) } ?? true }
      return isNews ? .locked(change) : .same
    }
    guard changes.count == 1 else { return .contradiction(changes.map(written)) }
    guard let ours else { return .gone(change) }
    if key(change) == key(ours) { return .alike }
    let isUnchangedHere = key(ours) == key(base) || isOwn
    if CellForm.plain(change).isEmpty { return .cleared(isUnchangedHere: isUnchangedHere) }
    if let problem = problem(change) { return .invalid(change, problem) }
    return isUnchangedHere ? .taken(change) : .conflict(change)
  }
}
