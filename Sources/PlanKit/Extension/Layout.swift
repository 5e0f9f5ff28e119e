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
  /// What the rows below the header are.
  public var rowRule: RowRule
  /// What the name of the sheet says of all its lines: the Handlungsfeld, where each field has a sheet of its own.
  public var sheetName: Target
  /// What the colours that fill cells say: `00B050` is the status `umgesetzt`.
  public var colours: [Code]
  /// Settings whose reading was a choice, with the reason for it.
  public var reasons: [Reason]

  public init(_ name: String, title: String) {
    self.name = name
    self.title = title
    headerRows = 1
    decidingRow = 1
    columns = []
    numbering = .plain
    rowRule = .single
    sheetName = .ignored
    colours = []
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
    /// Other headings under which the column is known.
    public var synonyms: [String]
    /// What stands between several values of a cell, such as `;`; "\n" is a new line or point of a list. Empty where a cell is one value.
    /// In the column of the text, each value is a measure of its own.
    public var separator: String

    public init(_ heading: String, _ target: Target) {
      self.heading = heading
      self.target = target
      groups = []
      codes = []
      synonyms = []
      separator = ""
    }
  }

  /// What the rows below the header are.
  public enum RowRule: Hashable, Sendable {
    /// Each row is a line of the catalogue.
    case single
    /// A row without number and text goes on with the line above.
    case joined
  }

  /// What a column holds.
  public enum Target: Hashable, Sendable {
    /// A field of the line (`nr`, `handlungsfeld`, `ziel`, `text`, `bemerkung`, `klärungsbedarf`, `seite`) or any column of its measure:
    /// `status`, `beschreibung`, `beginn_geplant`, `kosten`, `sozialräume`.
    case field(String)
    /// A mark that gives the measure a value of an attribute: `zielgruppe = Kinder`.
    case attribute(String, value: String?)
    /// A mark that gives the actor a role; a code or name in the cell names a more specific one.
    case role(String, actor: String?)
    /// Deliberately left out, and listed.
    case ignored
    /// The id of the line in the plan that wrote the table.
    case identity
    /// A column of the measure's Sachstand of a day: `text` of 2021; a day of "" is the day that the file speaks of.
    case report(String, day: String)
    /// A column of the measure's Mittel in a year: `benötigt` in 2021; a year of "" is none.
    case funds(String, year: String)
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
