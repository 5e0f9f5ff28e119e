// SPDX-License-Identifier: Apache-2.0

/// A table: what a format reads, a query answers and a report shows.
///
/// Its rows come from a source that can be read again and again, so that a table of any length needs no memory.
public struct Table: Sendable {
  /// The sheet it was read from, or its caption.
  public var name: String
  public var columns: [Column]
  /// Header rows above the last one, top down, each over the whole width; the last header row is the columns' headings.
  public var groups: [[Group]]
  public var rows: any RowSource
  /// Remarks below the table.
  public var notes: [String]
  /// True for a sheet that the file hides.
  public var isHidden: Bool
  /// Columns that the file hides, counted from 0; for tables whose header nobody has found yet.
  public var hiddenColumns: [ClosedRange<Int>]

  public init(_ name: String, columns: [Column] = [], rows: any RowSource) {
    self.name = name
    self.columns = columns
    self.rows = rows
    groups = []
    notes = []
    isHidden = false
    hiddenColumns = []
  }

  /// A column: what stands over it and how its cells are to be understood.
  public struct Column: Hashable, Sendable {
    /// The kernel's name, key of JSON and CSV.
    public var key: String
    /// What stands over the column.
    public var heading: String
    public var kind: Kind
    /// True where a cell holds several values, one behind the other, each but the last ended by `Table.separator`.
    public var isList: Bool
    /// True for a column that a sheet hides, such as the one with the ids.
    public var isHidden: Bool
    /// True for a column that who fills the sheet in must not change.
    public var isLocked: Bool
    /// The words that a cell may hold, for a drop-down; none allows every text.
    public var choices: [String]
    /// How wide it is, in characters; nil leaves it to the writer.
    public var width: Int?

    public init(_ key: String, _ heading: String, _ kind: Kind = .text) {
      self.key = key
      self.heading = heading
      self.kind = kind
      isList = false
      isHidden = false
      isLocked = false
      choices = []
    }
  }

  /// How the text of a cell is to be understood. An empty cell is "nothing is said" in every kind.
  public enum Kind: String, Hashable, Sendable {
    /// Words.
    case text
    /// A number or code that is a name, such as `30,2` or `0120`: sorted naturally, never calculated with.
    case label
    /// A number in the machine's form: `1250.5`.
    case number
    /// A day as `2024-12-31`, or a `Datum` in its machine's form.
    case date
    /// `1` or `0`.
    case flag
  }

  /// A cell of an upper header row.
  public struct Group: Hashable, Sendable {
    public var heading: String
    /// How many columns it spans.
    public var span: Int

    public init(_ heading: String, span: Int) {
      self.heading = heading
      self.span = span
    }
  }

  /// Ends each value but the last in a cell with several values (U+001F).
  public static let separator: UInt8 = 0x1F
}
