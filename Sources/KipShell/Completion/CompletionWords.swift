// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// The words of the language as candidates; what they mean the help says, here stand only the signs, of which it has no page.
extension Completer {
  static let steps = HelpPage.candidates(.step, .figure, .picture)

  /// The conditions, which stand behind the noun without a `|` too.
  static let filters = steps.filter { ["wo", "mit", "ohne"].contains($0.text) }

  static let moments = HelpPage.candidates(.moment).filter { $0.text != since.text }

  /// Asked of changes alone.
  static let since = meaning("seit")

  static let views = [meaning("aus"), Candidate("fassung", "fragt, was in einer Fassung steht: fassung \"2016\"")]

  /// A list begins with its bracket.
  static let comparisons =
    HelpPage.candidates(.comparison).map { $0.text == "in" ? Candidate("in (", $0.summary) : $0 }
    + [Candidate("nicht leer", "etwas ist gesagt")]

  /// What a word or sign means that joins others.
  static func meaning(_ word: String) -> Candidate { Candidate(word, signs[word] ?? summaries[word] ?? "") }

  private static let summaries = Dictionary(HelpPage.all.map { ($0.name, $0.summary) }, uniquingKeysWith: { first, _ in first })

  private static let signs = [
    ",": "noch eine Spalte", ";": "noch ein Wert", ")": "Ende der Werte", "(": "die Werte", ":": "die Kennzahlen", "x": "mal",
  ]
}
