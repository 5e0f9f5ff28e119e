// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

extension Session {
  /// What a column may be called: its name, its synonyms, and the term of the plan.
  func words(for column: Column) throws(Hinweis) -> [String] {
    let term = try store?.term(column.name)?.lowercased()
    var seen: Set<String> = []
    return ([column.name] + column.synonyms + (term.map { [$0] } ?? [])).filter { seen.insert(Fold.key($0)).inserted }
  }
}
