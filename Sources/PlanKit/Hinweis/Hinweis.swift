// SPDX-License-Identifier: Apache-2.0

/// What kip tells its user about a plan, a file or a line of input: a finding, or the error that ended a command.
///
/// Its text is German, lower-case where it stands after the grade, and names what was found and what was expected.
public struct Hinweis: Error, Hashable, Sendable {
  /// How much it matters.
  public var grade: Grade
  /// What was found, and what was expected.
  public var text: String
  /// Where it was found.
  public var place: Place?
  /// The line of input it speaks of, with the part that is meant.
  public var excerpt: Excerpt?
  /// What to do about it.
  public var help: String?
  /// The name of the rule that raised it, such as `partner-fehlt`; nil for a plain error.
  public var rule: String?
  /// The thing it speaks of, as its card is asked for: `maßnahme "30,2"`.
  public var thing: String?

  /// A finding of the grade `fehler`.
  public init(_ text: String) {
    self.grade = .fehler
    self.text = text
  }

  /// How much a finding matters; `prüfe` ends with status 3 when it finds one of grade `fehler`.
  public enum Grade: String, Hashable, Sendable, Comparable, CaseIterable {
    case hinweis, warnung, fehler

    public static func < (a: Grade, b: Grade) -> Bool { a.rank < b.rank }
    private var rank: Int { self == .hinweis ? 0 : self == .warnung ? 1 : 2 }
  }

  /// A line of input with the part that is meant, for the caret under it.
  public struct Excerpt: Hashable, Sendable {
    public var line: String
    /// First meant character, counted from 0.
    public var start: Int
    /// How many characters are meant; at least 1.
    public var length: Int

    public init(line: String, start: Int, length: Int) {
      self.line = line
      self.start = start
      self.length = max(1, length)
    }
  }
}

extension Hinweis {
  /// The same finding with a remedy.
  public func help(_ text: String?) -> Hinweis { changed { $0.help = text ?? $0.help } }
  /// The same finding at a place.
  public func at(_ place: Place?) -> Hinweis { changed { $0.place = place ?? $0.place } }
  /// The same finding with another grade.
  public func grade(_ grade: Grade) -> Hinweis { changed { $0.grade = grade } }
  /// The same finding, raised by a rule about a thing.
  public func rule(_ rule: String, thing: String? = nil) -> Hinweis {
    changed {
      $0.rule = rule
      $0.thing = thing ?? $0.thing
    }
  }

  private func changed(_ change: (inout Hinweis) -> Void) -> Hinweis {
    var copy = self
    change(&copy)
    return copy
  }
}
