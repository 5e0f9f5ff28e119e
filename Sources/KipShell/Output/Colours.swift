// SPDX-License-Identifier: GPL-3.0-or-later

/// Colours by what a text means. The words alone say the same: nothing is lost without colours.
public struct Colours: Sendable {
  public var isOn: Bool

  public static let none = Colours(isOn: false)

  public init(isOn: Bool) { self.isOn = isOn }

  enum Meaning: String {
    case heading = "1", code = "36", error = "1;31", warning = "33", note = "34", help = "32"
  }

  /// A text in the colour of its meaning.
  func mark(_ text: String, _ meaning: Meaning?) -> String {
    guard isOn, let meaning, !text.isEmpty else { return text }
    return "\u{1B}[\(meaning.rawValue)m\(text)\u{1B}[0m"
  }

  /// The meaning of the word for a grade.
  static func meaning(ofGrade word: String) -> Meaning? {
    switch word {
    case "fehler", "Fehler": .error
    case "warnung", "Warnung": .warning
    case "hinweis", "Hinweis": .note
    default: nil
    }
  }
}
