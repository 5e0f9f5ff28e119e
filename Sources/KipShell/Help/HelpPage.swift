// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// A page of the help: what a word of the language means, or how a matter is done.
///
/// Pages of commands, kinds of things and reports are made of their own descriptions; here stands what has none.
struct HelpPage: Sendable {
  /// The word by which it is asked for.
  var name: String
  /// Other words that lead to it.
  var words: [String] = []
  var kind: Kind
  /// What it is, in one sentence; completion shows it too.
  var summary: String
  /// How it is written; what is in capitals is to be replaced, what is in square brackets may be left out.
  var forms: [String] = []
  /// Paragraphs.
  var text: [String] = []
  /// Lines that run on the example plan, each with what it does behind `#`.
  var examples: [String] = []
  /// Words to go on with.
  var related: [String] = []

  enum Kind: Sendable {
    case topic
    /// A step of a query, and a figure or picture, which are steps too.
    case step, figure, picture
    case comparison
    /// Words that say of which time a question speaks.
    case moment
    /// What stands inside of a step.
    case word
  }

  static let all = topics + terminal + steps + figures + pictures + comparisons + moments + otherWords

  /// The page that a word asks for.
  static func named(_ word: String) -> HelpPage? {
    let key = Fold.key(word)
    return all.first { Fold.key($0.name) == key } ?? all.first { $0.words.contains { Fold.key($0) == key } }
  }

  /// The words of some kinds with what they mean, for completion.
  static func candidates(_ kinds: Kind...) -> [Candidate] {
    all.filter { kinds.contains($0.kind) }.map { Candidate($0.name, $0.summary) }
  }

  /// All that it says, for the search by word.
  var everything: String { ([name, summary] + words + forms + text + examples).joined(separator: " ") }
}
