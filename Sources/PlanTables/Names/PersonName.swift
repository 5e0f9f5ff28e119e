// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Names of persons as tables write them: `Fr. M.`, `Herr Dr. Beispiel`.
enum PersonName {
  private static let titles: Set<String> = ["frau", "herr", "herrn", "fr.", "hr.", "fr", "hr", "dr.", "dr", "prof.", "dipl.-ing."]

  /// True if a text begins with what is said before a name.
  static func isPerson(_ text: String) -> Bool {
    let words = Fold.key(text).split(separator: " ")
    if words.count > 1, let first = words.first, titles.contains(String(first)) { return true }
    // "Fr.Muster" without a blank.
    return ["fr.", "hr."].contains { Fold.key(text).hasPrefix($0) && Fold.key(text).count > 4 }
  }

  /// The name without what stands behind it: `Frau Weber (Tel. 05341 839)` is Frau Weber.
  static func bare(_ text: String) -> String {
    let name = text.prefix { !"(,".contains($0) }.trimmed
    let words = name.split(separator: " ").prefix { !["tel", "tel.", "telefon", "durchwahl", "app."].contains(Fold.key(String($0))) }
    return words.count > 1 ? words.joined(separator: " ") : name
  }

  /// The name without titles, as it is compared.
  static func key(_ text: String) -> String {
    var words = Fold.key(text.replacing(".", with: ". ")).split(separator: " ").map(String.init)[...]
    while words.count > 1, let first = words.first, titles.contains(first) { words.removeFirst() }
    return words.joined(separator: " ")
  }
}
