// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore
internal import PlanTables

/// A cell that came back, with what is to become of it.
struct DecidedCell {
  enum Decision: Hashable {
    /// The plan stays as it is.
    case ours
    /// What came back is taken.
    case theirs
    /// Left for another time.
    case later
    /// Neither: this is what the plan is to say.
    case text(String)
  }

  var cell: FormMerge.Decided
  var decision = Decision.ours
  /// Who changed the plan's value, and when.
  var blame: Blame?

  init(_ cell: FormMerge.Decided) { self.cell = cell }

  /// What came back.
  var returned: String {
    switch cell.outcome {
    case .taken(let text), .conflict(let text), .locked(let text), .invalid(let text, _), .gone(let text): text
    case .contradiction(let texts): texts.joined(separator: " | ")
    case .same, .alike, .kept: cell.ours ?? ""
    case .cleared: ""
    }
  }

  /// What the plan is to say from now on; nil if it stays as it is.
  var text: String? {
    switch decision {
    case .ours, .later: nil
    case .text(let text): text
    case .theirs: hasNoTheirs ? nil : returned
    }
  }

  var isConflict: Bool {
    switch cell.outcome {
    case .conflict, .contradiction: true
    default: false
    }
  }

  /// True if it can be neither taken nor left without somebody's word.
  var needsDecision: Bool {
    if case .invalid = cell.outcome { return true }
    return isConflict
  }

  /// True if what came back cannot be the decision.
  var hasNoTheirs: Bool {
    switch cell.outcome {
    case .contradiction, .invalid: true
    default: false
    }
  }

  /// True if somebody has yet to decide.
  var isOpen: Bool { needsDecision && decision == .later }

  /// Why what came back was not taken.
  var reason: String {
    switch cell.outcome {
    case .locked: "gesperrte Zelle geändert"
    case .cleared(let isUnchangedHere): isUnchangedHere ? "geleert" : "geleert, hier inzwischen geändert"
    case .invalid(_, let problem): problem
    case .gone: "die Zeile gibt es im Plan nicht mehr"
    default: ""
    }
  }

  /// `Test am 03.05.2018 (Änderung 7): Grund`.
  var blamed: String {
    guard let blame else { return "" }
    let day = Datum(String(blame.note.time.prefix(10)))?.description ?? blame.note.time
    return "\(blame.note.author) am \(day) (Änderung \(blame.change))" + (blame.note.reason.isEmpty ? "" : ": \(blame.note.reason)")
  }
}

/// Finds who changed what a form says too.
struct Blaming {
  let store: PlanStore
  let sent: SentForm
  let reports: [Int: UnitReport]
  let change: Int

  /// True if nothing but earlier returns of this form changed a value since it went out.
  func isOwn(_ target: CellTarget, _ column: FormColumn) throws(Hinweis) -> Bool {
    let blames = try all(target, column)
    return !blames.isEmpty && blames.allSatisfy { $0.basis == sent.id }
  }

  func last(_ target: CellTarget, _ column: FormColumn) throws(Hinweis) -> Blame? { try all(target, column).last }

  private func all(_ target: CellTarget, _ column: FormColumn) throws(Hinweis) -> [Blame] {
    let name: String
    switch column.target {
    case .line(let field): name = field == "ziel" && target.noun == "eintrag" ? "zieltext" : field
    case .measure(let field), .report(let field): name = field
    case .mark(let attribute, _): name = attribute
    case .nowhere, .identity, .form: return []
    }
    guard let noun = try store.noun(target.noun) else { return [] }
    guard case .report = column.target else { return try store.blames(noun, target.id, column: name, after: change) }
    guard let report = reports[target.id] else { return [] }
    return try store.blames(noun, report.id, column: name, after: change)
  }
}
