// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// A row with a single text over the columns: the Handlungsfeld or the goal of the lines below it.
struct GroupRow {
  enum Kind { case field, goal }

  var kind: Kind
  var name: String

  static let words = ["handlungsfeld", "themenfeld", "schwerpunkt", "leitziel", "oberziel", "teilziel", "ziel"]
  private static let goals = ["leitziel", "oberziel", "teilziel", "handlungsziel", "ziel"]
  private static let fields = ["handlungsfeld", "hf", "themenfeld", "schwerpunkt", "bereich", "handlungsschwerpunkt"]

  /// - Parameters:
  ///   - isAbove: true for a text over the header, where the title of the whole stands too.
  ///   - layout: what the columns of the table say themselves.
  ///   - isField: says whether the plan knows a field of this name.
  init?(_ text: String, isAbove: Bool, _ layout: GroupRow.Columns, isField: (String) -> Bool) {
    let key = Fold.key(text)
    let word = String(key.prefix { $0.isLetter })
    let rest = key.dropFirst(word.count)
    // "Ziel 1: …" is a label; "Ziele der Stadt" is a sentence.
    let isNamed = rest.first.map { ".: -–".contains($0) || $0.isNumber } ?? false
    if isNamed, GroupRow.goals.contains(word), !layout.hasGoal, let colon = text.firstIndex(of: ":") {
      (kind, name) = (.goal, text[text.index(after: colon)...].trimmed)
    } else if isNamed, GroupRow.fields.contains(word) {
      (kind, name) = (.field, GroupRow.afterWord(text))
    } else if isField(FieldNames.bare(text)) {
      (kind, name) = (.field, FieldNames.bare(text))
    } else if !isAbove, !layout.hasField, GroupRow.mayBeName(text) {
      (kind, name) = (.field, FieldNames.bare(text))
    } else {
      return nil
    }
    guard name.contains(where: \.isLetter) else { return nil }
  }

  /// Which of its columns a table has.
  struct Columns {
    var hasField: Bool
    var hasGoal: Bool
  }

  private static func afterWord(_ text: String) -> String {
    let bare = FieldNames.bare(text)
    guard bare == text else { return bare }
    return text.drop { $0.isLetter }.drop { $0.isNumber || $0.isWhitespace || ".:-–".contains($0) }.trimmed
  }

  /// True for a few words without the end of a sentence.
  private static func mayBeName(_ text: String) -> Bool {
    let key = Fold.key(text)
    guard text.count <= 80, let last = text.last, !".;?!".contains(last), text.contains(where: \.isLetter), !text.hasPrefix("*") else {
      return false
    }
    return ![
      "stand", "quelle", "legende", "hinweis", "anmerkung", "erlaeuterung", "seite", "summe", "gesamt", "zwischensumme", "fortsetzung",
    ]
    .contains { key.hasPrefix($0) }
  }
}
