// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

/// Of which plan and of which Fassung a line asks: `maßnahmen aus nachbar wo …`, `bericht katalog fassung "2016"`.
struct Viewpoint {
  /// The name of a plan that is open beside the session's own.
  var plan: Token?
  var edition: Token?

  var isOwnAndNow: Bool { plan == nil && edition == nil }

  /// Takes the words from behind the noun of a query.
  static func take(behindNounOf tokens: inout ArraySlice<Token>) -> Viewpoint {
    var view = Viewpoint()
    while tokens.count > 2, view.set(tokens[tokens.startIndex + 1], tokens[tokens.startIndex + 2]) {
      tokens = (tokens.prefix(1) + tokens.dropFirst(3))[...]
    }
    return view
  }

  /// Takes the words from behind the noun and the key of a card.
  static func take(fromCard tokens: inout ArraySlice<Token>) -> Viewpoint { take(from: &tokens, behind: 2, own: []) }

  /// Takes the words out of a call of a command, whose own words stay.
  static func take(fromCall tokens: inout ArraySlice<Token>, own: Set<String>) -> Viewpoint { take(from: &tokens, behind: 1, own: own) }

  private static func take(from tokens: inout ArraySlice<Token>, behind count: Int, own: Set<String>) -> Viewpoint {
    var view = Viewpoint()
    var (kept, rest) = (Array(tokens.prefix(count)), tokens.dropFirst(count))
    while let word = rest.popFirst() {
      if !own.contains(Fold.key(word.text)), let value = rest.first, view.set(word, value) { rest.removeFirst() } else { kept.append(word) }
    }
    tokens = kept[...]
    return view
  }

  private mutating func set(_ word: Token, _ value: Token) -> Bool {
    guard word.kind == .word, value.kind != .sign else { return false }
    switch Fold.key(word.text) {
    case "aus" where plan == nil: plan = value
    case "fassung" where edition == nil: edition = value
    default: return false
    }
    return true
  }
}

extension Session {
  /// Runs a body on each plan that a line names, in the Fassung that it names.
  func looking(_ view: Viewpoint, _ body: () throws(Hinweis) -> Void) throws(Hinweis) {
    guard let name = view.plan else { return try inEdition(view, body) }
    let own = store
    defer { store = own }
    for plan in try plans(name) {
      store = plan.store
      if Fold.key(name.text) == OtherPlans.everything { tell("\(plan.name): \(plan.store.path)") }
      try inEdition(view, body)
    }
  }

  /// The plans that a name means.
  func plans(_ name: Token) throws(Hinweis) -> [(name: String, store: PlanStore)] {
    do throws(Hinweis) { return try others.named(name.text, own: store) } catch { throw error.marked(name.span) }
  }

  private func inEdition(_ view: Viewpoint, _ body: () throws(Hinweis) -> Void) throws(Hinweis) {
    guard let name = view.edition else { return try reading(self.view, body) }
    let edition = try plan().edition(Operand(name.text, span: name.span))
    if !edition.isLocked { tell(Hinweis("die Fassung \"\(edition.name)\" ist noch offen; das ist der Plan von heute").grade(.hinweis)) }
    try reading(edition.moment, body)
  }
}
