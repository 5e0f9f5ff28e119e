// SPDX-License-Identifier: Apache-2.0

/// A question to the plan: the things it is about and the steps that filter, order, group and show them.
public struct Query: Hashable, Sendable {
  /// The plural noun, such as `maßnahmen`.
  public var noun: Name
  public var steps: [Step]
  /// The moment of which it asks.
  public var moment: Moment
  /// How the rows are to be drawn; nil for a table.
  public var picture: Picture?

  public init(_ noun: Name, _ steps: [Step] = []) {
    self.noun = noun
    self.steps = steps
    moment = Moment()
  }
}

/// One step of a query; each takes the rows of the step before.
public enum Step: Hashable, Sendable {
  /// `wo …`: keeps the rows for which the condition holds.
  case filter(Condition)
  /// `zeige a, b als "B"`: the columns to show.
  case show([Shown])
  /// `sortiere a, b absteigend`.
  case sort([Order])
  /// `gruppiere a, b: anzahl, summe c`: one row for each value of the columns.
  case group([Path], [Aggregate])
  /// `anzahl`, `summe c`: one row for all.
  case total([Aggregate])
  /// `erste N`.
  case first(Int)
  /// `letzte N`.
  case last(Int)
  /// `kreuz a x b: summe c`: a row for each value of the one, a column for each of the other, a figure in each cell.
  case cross(Path, Path, Aggregate)
  /// `eindeutig`: rows that show the same are one.
  case distinct
}

/// A column to show, with the heading that the user wants.
public struct Shown: Hashable, Sendable {
  /// Empty where the column is worked out.
  public var path: Path
  public var calculation: Calculation?
  public var alias: String?

  public init(_ path: Path, alias: String? = nil) {
    self.path = path
    self.alias = alias
  }

  public init(_ calculation: Calculation, alias: String? = nil) {
    path = Path([])
    self.calculation = calculation
    self.alias = alias
  }
}

/// A column to sort by.
public struct Order: Hashable, Sendable {
  public var path: Path
  public var descending: Bool

  public init(_ path: Path, descending: Bool = false) {
    self.path = path
    self.descending = descending
  }
}

/// A figure over the rows of a group.
public struct Aggregate: Hashable, Sendable {
  public var function: Function
  /// What it is taken of; nil for `anzahl`.
  public var path: Path?
  public var alias: String?

  public init(_ function: Function, _ path: Path? = nil, alias: String? = nil) {
    self.function = function
    self.path = path
    self.alias = alias
  }

  public enum Function: String, Hashable, Sendable, CaseIterable {
    case anzahl, summe, durchschnitt, min, max
    /// The share in all, in percent: of the count, or of the sum of a column.
    case anteil
    /// How many different values there are.
    case eindeutig
  }
}

/// What must hold of a row.
public indirect enum Condition: Hashable, Sendable {
  case and([Condition])
  case or([Condition])
  case not(Condition)
  /// `status = geplant`; on a column with several values one of them must compare.
  case compare(Path, Comparison, Operand)
  /// `nr in (28,1; 28,2)`.
  case among(Path, [Operand])
  /// `hut unter "FB 51"`: the unit or field and all below it.
  case below(Path, Operand)
  /// `ziel leer`, `ohne ziel`: nothing is said.
  case empty(Path)

  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    case equal = "="
    case unequal = "!="
    case less = "<"
    case greater = ">"
    case atMost = "<="
    case atLeast = ">="
    case contains = "enthält"
    case begins = "beginnt mit"
  }
}

/// A value as it was typed.
public struct Operand: Hashable, Sendable {
  public var text: String
  public var span: Span

  public init(_ text: String, span: Span = Span()) {
    self.text = text
    self.span = span
  }
}

/// A column, or a way to it over relations: `ziel.handlungsfeld.name`.
public struct Path: Hashable, Sendable {
  public var names: [Name]

  public init(_ names: [Name]) { self.names = names }

  /// The path as it is typed.
  public var text: String { names.map(\.text).joined(separator: ".") }
}

/// A word of a query that names something.
public struct Name: Hashable, Sendable {
  public var text: String
  public var span: Span

  public init(_ text: String, span: Span = Span()) {
    self.text = text
    self.span = span
  }
}

/// Where a node stood in the text: for errors only, so that two queries are equal wherever they were typed.
public struct Span: Hashable, Sendable {
  /// First character, counted from 0.
  public var start: Int
  public var length: Int

  public init(start: Int = 0, length: Int = 0) {
    self.start = start
    self.length = length
  }

  public static func == (a: Span, b: Span) -> Bool { true }
  public func hash(into hasher: inout Hasher) {}
}
