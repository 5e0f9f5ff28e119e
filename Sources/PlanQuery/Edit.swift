// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// A wish to change the plan, as it was typed. Plug-ins never write, so that it is no part of PlanKit.
public struct Edit: Hashable, Sendable {
  public var action: Action
  /// What is to be changed; nil where a query or card before `|` says it, and for what is new.
  public var target: ThingName?
  public var tail = Tail()

  public init(_ action: Action, _ target: ThingName? = nil) {
    self.action = action
    self.target = target
  }

  public enum Action: Hashable, Sendable {
    /// `neu ziel "…" in handlungsfeld Bildung frist 2026`.
    case create(Name, title: Operand?, [Fact])
    /// `setze status = laufend, hut += "FB 50"`.
    case set([Assignment])
    /// `lösche`.
    case delete
    /// `verbinde … mit akteur "FB 51" als umsetzung`.
    case join(ThingName, role: Operand?)
    /// `trenne … von ziel "…"`.
    case separate(ThingName, role: Operand?)
  }

  /// What is said of something new.
  public enum Fact: Hashable, Sendable {
    case within(ThingName)
    case says(Assignment)
    case quotes(Quotation)
  }

  /// `aus dokument 3 absatz 12 bis 14; 18`: paragraphs of a document, for each range one new thing.
  public struct Quotation: Hashable, Sendable {
    public var document: ThingName
    public var ranges: [ClosedRange<Int>]
    /// Where the numbers stand.
    public var span: Span

    public init(_ document: ThingName, _ ranges: [ClosedRange<Int>], span: Span = Span()) {
      self.document = document
      self.ranges = ranges
      self.span = span
    }

    /// It as it is typed, behind `aus` and the document.
    public var text: String {
      "absatz " + ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) bis \($0.upperBound)" }.joined(separator: "; ")
    }
  }

  /// `spalte = wert`; no values stand for `leer`.
  public struct Assignment: Hashable, Sendable {
    public var column: Name
    public var sign: Sign
    public var values: [Operand]

    public init(_ column: Name, _ sign: Sign, _ values: [Operand]) {
      self.column = column
      self.sign = sign
      self.values = values
    }
  }

  public enum Sign: String, Hashable, Sendable, CaseIterable {
    case becomes = "="
    case gains = "+="
    case loses = "-="
  }

  /// Why it is changed, on what that rests, of which day it speaks.
  public struct Tail: Hashable, Sendable {
    public var reason: Operand?
    public var source: ThingName?
    public var day: Operand?

    public init() {}
  }
}

/// A thing as it is named: `maßnahme "30,2"`.
public struct ThingName: Hashable, Sendable {
  public var noun: Name
  public var key: Operand

  public init(_ noun: Name, _ key: Operand) {
    self.noun = noun
    self.key = key
  }
}
