// SPDX-License-Identifier: Apache-2.0

/// The moment of which a question speaks: what held on a day, as it was known on another; without either it is now.
public struct Moment: Hashable, Sendable {
  /// `stand D`: the day for which the plan is read, such as 20181231.
  public var day: Int?
  /// `bekannt D`: the day up to whose end changes count.
  public var known: Int?
  /// `gültig am D`: the day on which what has dates of its own must be valid.
  public var valid: Int?
  /// The last change that counts, where a number is known instead of a day.
  public var change: Int?

  public init(day: Int? = nil, known: Int? = nil, valid: Int? = nil, change: Int? = nil) {
    self.day = day
    self.known = known
    self.valid = valid
    self.change = change
  }

  /// True if nothing says anything else than now.
  public var isNow: Bool { self == Moment() }

  /// This moment, and of another what this one leaves open.
  public func filled(from other: Moment) -> Moment {
    Moment(day: day ?? other.day, known: known ?? other.known, valid: valid ?? other.valid, change: change ?? other.change)
  }
}

extension Moment: CustomStringConvertible {
  /// The moment in the words of the language: `stand 31.12.2018 bekannt 01.03.2019`; empty for now.
  public var description: String {
    func words(_ word: String, _ day: Int?) -> [String] { day.flatMap { Datum(day: $0) }.map { ["\(word) \($0)"] } ?? [] }
    return (words("stand", day) + words("bekannt", known) + words("gültig am", valid)).joined(separator: " ")
  }
}
