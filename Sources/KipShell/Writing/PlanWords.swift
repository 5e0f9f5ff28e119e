// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

/// The words of a plan by which an edit is read.
struct PlanWords: Vocabulary {
  let store: PlanStore

  func noun(_ word: String) throws(Hinweis) -> Noun? { try store.noun(word) }
  func isColumn(_ word: String, of noun: Noun) throws(Hinweis) -> Bool { try store.columnIfAny(word, of: noun) != nil }

  /// The noun of a word that the parser has found to be one.
  func known(_ name: Name) throws(Hinweis) -> Noun {
    guard let noun = try store.noun(name.text) else { throw Hinweis("\"\(name.text)\" ist keine Art von Dingen").marked(name.span) }
    return noun
  }

  func setting(_ assignment: Edit.Assignment, of noun: Noun) throws(Hinweis) -> Setting {
    let mode: Setting.Mode = assignment.sign == .becomes ? .replace : assignment.sign == .gains ? .add : .remove
    return Setting(try store.column(assignment.column, of: noun), assignment.values, mode, span: assignment.column.span)
  }
}
