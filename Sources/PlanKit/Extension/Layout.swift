// SPDX-License-Identifier: Apache-2.0

/// How a town lays out its catalogue: declared once, it reads the town's table and writes the same table back.
public struct Layout: Hashable, Sendable {
  /// The word by which it is chosen.
  public var name: String
  /// What stands over the table.
  public var title: String
  /// How many header rows it has.
  public var headerRows: Int
  /// Which header row names the columns (counted from 1); the others may have slipped.
  public var decidingRow: Int
  public var columns: [Column]
  public var numbering: Numbering
  /// Settings whose reading was a choice, with the reason for it.
  public var reasons: [Reason]

  public init(_ name: String, title: String) {
    self.name = name
    self.title = title
    headerRows = 1
    decidingRow = 1
    columns = []
    numbering = .plain
    reasons = []
  }

  /// A column of the table.
  public struct Column: Hashable, Sendable {
    /// The heading in the deciding row.
    public var heading: String
    /// Headings of the header rows above, top down, without those that are empty.
    public var groups: [String]
    /// The heading in the topmost row, where the deciding row has none or another one.
    public var topHeading: String?
    public var target: Target
    /// What marks other than a cross mean here.
    public var codes: [Code]

    public init(_ heading: String, _ target: Target) {
      self.heading = heading
      self.target = target
      groups = []
      codes = []
    }
  }

  /// What a column holds.
  public enum Target: Hashable, Sendable {
    /// A field of the line or its measure: `nr`, `handlungsfeld`, `ziel`, `text`, `bemerkung`, `klärungsbedarf`, `status`.
    case field(String)
    /// A mark that gives the measure a value of an attribute: `zielgruppe = Kinder`.
    case attribute(String, value: String?)
    /// A mark that gives the actor a role; a code or name in the cell names a more specific one.
    case role(String, actor: String?)
    /// Deliberately left out, and listed.
    case ignored
  }

  /// What a mark other than a cross means in a column: `AG` is Aufnahmegesellschaft.
  public struct Code: Hashable, Sendable {
    public var mark: String
    public var values: [String]

    public init(_ mark: String, _ values: [String]) {
      self.mark = mark
      self.values = values
    }
  }

  /// How the numbers of lines are to be read.
  public enum Numbering: Hashable, Sendable {
    /// A number is a label and nothing more.
    case plain
    /// `28,1` is the first entry of measure 28.
    case measureAndEntry
  }

  /// Why an ambiguous setting is as it is.
  public struct Reason: Hashable, Sendable {
    public var setting: String
    public var reason: String

    public init(_ setting: String, _ reason: String) {
      self.setting = setting
      self.reason = reason
    }
  }
}
