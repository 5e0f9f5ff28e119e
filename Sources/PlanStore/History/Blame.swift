// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// A change that said something of a value, and the thing on which it rests.
public struct Blame: Sendable {
  public var change: Int
  public var note: ChangeNote
  public var basis: Int?
}

extension PlanStore {
  /// The changes after a change that said something of a column of a thing, the newest last; all of the thing where none did.
  public func blames(_ noun: Noun, _ id: Int, column: String, after change: Int) throws(Hinweis) -> [Blame] {
    let events = try history(noun, id).filter { $0.change > change }
    let exact = events.filter { $0.kind != .changed || Fold.key($0.fact.column) == Fold.key(column) }
    var blames: [Blame] = []
    for number in Set((exact.isEmpty ? events : exact).map(\.change)).sorted() {
      guard let note = try note(of: number) else { continue }
      let basis = try connection.value("SELECT laut FROM aenderung WHERE id = ?", [.integer(number)])?.integer
      blames.append(Blame(change: number, note: note, basis: basis))
    }
    return blames
  }
}
