// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// What a mark in a cell means; the same text in the same column always means the same.
final class MarkMeaning {
  /// Values of the column's attribute, each with the mark as it is to be written back.
  var values: [(value: String, mark: String)] = []
  /// The same values as members of a JSON object, made once since they are written often.
  var json: [UInt8] = []
  var roles: [CatalogueLine.Role] = []
  /// Things that the measure is joined with.
  var things: [Int] = []
  /// Names of things that may stand further down in the same table.
  var late: [String] = []
  /// The field's word, for a column such as the status.
  var word: String?
  /// Why the cell found no place; nil if it did.
  var unplaced: Hinweis?
  /// What is worth saying though it found its place.
  var notes: [Hinweis] = []
  /// What is worth saying only where it stands first: that something is new.
  var firstNotes: [Hinweis] = []
}

/// Reads the marks of a column, and whatever else comes often in the same words.
protocol CellReader {
  func read(_ text: String) throws(Hinweis) -> MarkMeaning
}

/// Words that say that nothing is said.
enum Denial {
  private static let marks: Set<String> = ["-", "nein", "0", "./.", "k. a.", "k.a.", "keine", "entfaellt"]
  private static let values: Set<String> = ["-", "--", "/", "./.", "?", "k. a.", "k.a.", "keine angabe", "n. n.", "n.n."]

  /// True if a text in a column of marks is no mark.
  static func isNoMark(_ text: String) -> Bool { marks.contains(Fold.key(text)) }

  /// True if a text where a date, an amount or a name is expected says that there is none.
  static func isNothing(_ text: String) -> Bool { values.contains(Fold.key(text)) }

  static func note(_ text: String) -> Hinweis {
    Hinweis("\"\(text)\" gilt als keine Angabe").grade(.hinweis).rule("keine-angabe")
  }
}
