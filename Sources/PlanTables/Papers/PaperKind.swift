// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// What kind of paper it is, in the words of `vorlagen.art`.
enum PaperKind {
  /// The kind that a word stands for, and whether that is the word's own meaning; nil for an unknown word.
  static func read(_ word: some StringProtocol) -> (kind: String, isExact: Bool)? {
    let key = Fold.key(String(word))
    for (kind, others) in words {
      if key == Fold.key(kind) { return (kind, true) }
      if others.contains(key) { return (kind, false) }
    }
    // Änderungs-/Ergänzungsantrag, Fraktionsanfrage: the end of the word says it.
    for (ending, kind) in [("antrag", "Antrag"), ("anfrage", "Anfrage")] where key.hasSuffix(ending) && !key.contains(" ") {
      return (kind, false)
    }
    return nil
  }

  private static let words: [(kind: String, others: [String])] = [
    (
      "Beschlussvorlage",
      ["beschlussvorlage der verwaltung", "beschluss", "sitzungsvorlage zur beschlussfassung", "bv", "beschlussvorlage oeffentlich"]
    ),
    (
      "Mitteilungsvorlage",
      [
        "mitteilung", "mitteilung der verwaltung", "informationsvorlage", "information", "berichtsvorlage", "bericht", "kenntnisnahme",
        "kenntnisgabe",
        "mitteilungsvorlage der verwaltung", "mv", "stellungnahme",
      ]
    ),
    (
      "Antrag",
      [
        "antrag der fraktion", "fraktionsantrag", "antrag gemeinderat", "ergaenzungsantrag", "aenderungsantrag", "buergerantrag",
        "interfraktioneller antrag",
      ]
    ),
    ("Anfrage", ["anfrage der fraktion", "kleine anfrage", "grosse anfrage", "anfrage gemeinderat"]),
  ]
}
