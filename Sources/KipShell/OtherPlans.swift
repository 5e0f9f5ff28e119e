// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// Plans that are open beside the session's own, to be read only, each under a name.
final class OtherPlans {
  private(set) var all: [(name: String, store: PlanStore)] = []

  /// The word that means all open plans, the session's own first.
  static let everything = "allen"
  /// The word that means the session's own plan.
  static let own = "hier"

  func open(_ path: String, as name: String, beside own: PlanStore?) throws(Hinweis) {
    guard ![OtherPlans.everything, OtherPlans.own].contains(Fold.key(name)) else {
      throw Hinweis("\"\(name)\" hat hinter aus eine andere Bedeutung").help("einen anderen Namen wählen: öffne … als NAME")
    }
    guard !all.contains(where: { Fold.key($0.name) == Fold.key(name) }) else {
      throw Hinweis("\"\(name)\" heißt schon ein anderer Plan").help("schließe \(name), oder einen anderen Namen wählen")
    }
    guard all.count < 20 else { throw Hinweis("mehr als 20 Pläne lassen sich nicht zugleich öffnen").help("schließe NAME") }
    all.append((name, try PlanStore.open(path, readOnly: true)))
  }

  func close(_ name: String) throws(Hinweis) {
    guard let index = all.firstIndex(where: { Fold.key($0.name) == Fold.key(name) }) else { throw unknown(name) }
    try all.remove(at: index).store.close()
  }

  /// Closes all; what cannot be closed orderly was only read.
  func closeAll() {
    for other in all { try? other.store.close() }
    all = []
  }

  /// The plans that a name means.
  func named(_ name: String, own: PlanStore?) throws(Hinweis) -> [(name: String, store: PlanStore)] {
    let here = own.map { [(name: OtherPlans.own, store: $0)] } ?? []
    switch Fold.key(name) {
    case OtherPlans.own: return here
    case OtherPlans.everything: return here + all
    default:
      guard let other = all.first(where: { Fold.key($0.name) == Fold.key(name) }) else { throw unknown(name) }
      return [other]
    }
  }

  private func unknown(_ name: String) -> Hinweis {
    let names = all.map(\.name) + [OtherPlans.everything, OtherPlans.own]
    return Hinweis("ein Plan \"\(name)\" ist nicht geöffnet").help("öffnen: öffne DATEI als \(name)").didYouMean(name, names)
  }
}
