// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// One setting: its name, what it means, what it may be, and where it is kept. Lists, help, completion and errors follow from `all`.
struct Preference {
  var name: String
  var summary: String
  /// What it may be, in words; a number has bounds besides.
  var words: [String]
  var numbers: ClosedRange<Int>?
  /// True for the form of answers: an init file chooses it for the prompt only, so that scripts answer everywhere alike.
  var isOfAnswers = false
  fileprivate(set) var read: (Session) -> String
  fileprivate(set) var write: (Session, String) -> Void

  /// A setting that is on or off.
  private static func flag(_ name: String, _ summary: String, _ path: WritableKeyPath<Preferences, Bool>) -> Preference {
    Preference(
      name: name, summary: summary, words: ["ein", "aus"], read: { $0.preferences[keyPath: path] ? "ein" : "aus" },
      write: { $0.preferences[keyPath: path] = $1 == "ein" })
  }

  static func all(_ session: Session) -> [Preference] {
    [
      Preference(
        name: "breite", summary: "Spalten, die eine Antwort breit sein darf; auto ist die Breite des Fensters, in Dateien ohne Grenze",
        words: ["auto"], numbers: 20...10_000, isOfAnswers: true, read: { $0.preferences.width.map { String($0) } ?? "auto" },
        write: { $0.preferences.width = Int($1) }),
      Preference(
        name: "farbe", summary: "Farben am Terminal; auto richtet sich nach NO_COLOR und TERM", words: ["auto", "ein", "aus"],
        read: { $0.preferences.colour.rawValue }, write: { $0.preferences.colour = .init(rawValue: $1) ?? .auto }),
      Preference(
        name: "format", summary: "Form der Antworten; sonst sagt sie --format", words: session.answerFormats, isOfAnswers: true,
        read: { $0.options.format }, write: { $0.options.format = $1 }),
      flag("fortschritt", "am Terminal zeigen, wie weit lange Arbeit ist", \.showsProgress),
      flag("pager", "Antworten, die länger sind als das Fenster, zum Blättern zeigen", \.usesPager),
      Preference(
        name: "rückfragen", summary: "ab mehr Dingen als so vielen fragt eine Änderung zurück", words: [], numbers: 1...1_000_000,
        read: { String($0.preferences.broad) }, write: { $0.preferences.broad = Int($1) ?? 10 }),
      flag("zeit", "hinter jeder Zeile sagen, wie lange sie dauerte", \.showsTime),
    ]
  }

  /// What it may be, for people.
  var allowed: String { (words + (numbers.map { ["\($0.lowerBound) bis \($0.upperBound)"] } ?? [])).joined(separator: ", ") }

  /// The value as it is kept; nil if it may not be that.
  func value(_ text: String) -> String? {
    if let word = words.first(where: { Fold.key($0) == Fold.key(text) }) { return word }
    guard let numbers, let number = Int(text.filter { $0 != "." }), numbers.contains(number) else { return nil }
    return String(number)
  }
}
