// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// A council paper as its text says it; nothing of it is matched with the plan yet.
public struct Paper: Sendable {
  public var subject = ""
  public var number = ""
  public var fileNumber = ""
  /// A word of `vorlagen.art`; empty if the paper says none that is known.
  public var kind = ""
  public var date: Datum?
  /// Who made it, as it is written.
  public var unit = ""
  /// Whose paper it is, as the paper says it.
  public var town = ""
  public var proposal: [String] = []
  public var reasons: [String] = []
  public var parts: [String] = []
  public var stations: [Station] = []
  public var signatures: [Signature] = []
  /// Lines that found no place, and remarks.
  public var findings: [Finding] = []
  public var account = Account()

  public init() {}

  /// A Gremium on the way of the paper.
  public struct Station: Hashable, Sendable {
    public var body: String
    public var date: Datum?
    /// Day and month, where the paper says no year: `21. Februar`.
    public var withoutYear: WithoutYear?
    /// The meeting, as it is called.
    public var meeting = ""
    public var isOpen: Bool?
    /// A word of `beratungen.rolle`; nil if the paper says none that is known.
    public var role: String?
    public var result = ""
    /// A word of `beratungen.status`.
    public var status: String?
    /// Why it was left out or is not as usual.
    public var reason = ""
    /// The paragraph in which it stands.
    public var place = 0

    public init(_ body: String) { self.body = body }
  }

  /// A day whose year the paper does not say.
  public struct WithoutYear: Hashable, Sendable {
    public var text: String
    public var day: Int
    public var month: Int

    public init(_ text: String, day: Int, month: Int) {
      self.text = text
      self.day = day
      self.month = month
    }

    /// The date in a year; nil if there is no such day.
    public func date(in year: Int) -> Datum? { Datum(day: year * 10000 + month * 100 + day) }
  }

  /// Who signs, in which function.
  public struct Signature: Hashable, Sendable {
    public var function: String
    public var person = ""
    /// What stands with it: In Vertretung.
    public var addition = ""
    public var place = 0

    public init(_ function: String) { self.function = function }
  }

  /// Something that the reader of the paper must know.
  public struct Finding: Sendable {
    public var hinweis: Hinweis
    public var place: Int
    /// What found no place; nil for a remark on what did.
    public var content: String?

    public init(_ hinweis: Hinweis, place: Int, content: String? = nil) {
      self.hinweis = hinweis
      self.place = place
      self.content = content
    }
  }

  /// How many lines and cells it has, and where they went.
  public struct Account: Hashable, Sendable {
    public var read = 0
    /// Labels such as `Betreff`.
    public var labels = 0
    public var placed = 0

    public init() {}
    public var listed: Int { read - labels - placed }
  }
}
