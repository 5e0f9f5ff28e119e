// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit
internal import PlanStore

/// A name in a table that the plan does not know, or that may mean several things.
public struct NameQuestion: Sendable {
  /// What kind of thing is named.
  public var noun: Noun
  /// The name, as it stands in the table.
  public var name: String
  /// Things that may be meant, with their titles.
  public var candidates: [(id: Int, title: String)]
  /// True if a new thing of this name can be made.
  public var canMake: Bool
  /// Where it stands first.
  public var place: Place
}

/// What a name in a table is to mean.
public enum NameAnswer: Hashable, Sendable {
  /// This thing, now and whenever the name stands there again.
  case thing(Int)
  /// A new thing.
  case new
  /// Nothing: the cell is listed.
  case leave
}

/// Asks somebody what a name means; off a terminal there is nobody.
public typealias NameAsking = (NameQuestion) throws(Hinweis) -> NameAnswer

/// Decides what doubtful names mean, each once, and keeps an accepted spelling in the plan.
final class NameDecisions {
  private let ask: NameAsking?
  private let store: PlanStore
  private let writer: Writer
  private var answers: [String: NameAnswer] = [:]
  /// The cell that is being read.
  var place = Place(file: nil)

  init(_ store: PlanStore, _ writer: Writer, _ ask: NameAsking?) {
    self.store = store
    self.writer = writer
    self.ask = ask
  }

  /// What a name means; nil if there is nobody to ask.
  func decide(_ noun: Noun, _ name: String, candidates: [Int], canMake: Bool) throws(Hinweis) -> NameAnswer? {
    guard let ask else { return nil }
    let key = "\(noun.table) \(Fold.key(name))"
    if let known = answers[key] { return known }
    var titled: [(id: Int, title: String)] = []
    for id in candidates { titled.append((id, try store.title(noun, id))) }
    let answer = try ask(NameQuestion(noun: noun, name: name, candidates: titled, canMake: canMake, place: place))
    answers[key] = answer
    if case .thing(let id) = answer {
      try writer.insert("nebenname", ["art": .text(noun.singular), "ding": .integer(id), "name": .text(name)])
    }
    return answer
  }
}
