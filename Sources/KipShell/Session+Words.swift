// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

extension Session {
  /// The noun of a word, in the plan's own words too if one is open.
  func noun(_ word: String) throws(Hinweis) -> Noun? {
    if let store { try store.noun(word) } else { Kernel.noun(word) }
  }

  /// The command of a plug-in that a word means; nil if it means none.
  func pluginCommand(_ word: String) -> PluginCommand? { offer(word, at: .command).map { PluginCommand(offer: $0) } }

  /// What plug-ins offer under a name.
  func offer(_ name: String, at point: Manifest.Point) -> Manifest.Offer? {
    host.offers(point).first { Fold.key($0.offer.name) == Fold.key(name) }?.offer
  }

  /// What a column may be called: its name, its synonyms, and the term of the plan.
  func words(for column: Column) throws(Hinweis) -> [String] {
    let term = try store?.term(column.name)?.lowercased()
    var seen: Set<String> = []
    return ([column.name] + column.synonyms + (term.map { [$0] } ?? [])).filter { seen.insert(Fold.key($0)).inserted }
  }
}
