// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// A column of a form that goes out to be filled in.
public struct FormColumn: Sendable {
  /// The column of the table; its key names the cell in a list of conflicts.
  public var table: Table.Column
  public var target: Target
  public var kind: CellForm.Kind
  public var isOpen: Bool

  /// Where what comes back belongs.
  public enum Target: Hashable, Sendable {
    /// Only shown.
    case nowhere
    /// A text of the line, said by the entry or by its measure.
    case line(String)
    /// A column of the measure.
    case measure(String)
    /// A mark that gives the measure a value of an attribute.
    case mark(String, value: String)
    /// A column of the Sachstand that the unit reports.
    case report(String)
    /// The id of the entry, and the number of the form.
    case identity, form
  }

  /// The heading of the hidden column that says which form it is, so that it survives being saved as CSV or copied into another file.
  public static let formHeading = "kip-bogen"

  init(_ table: Table.Column, _ target: Target, _ kind: CellForm.Kind, isOpen: Bool = false) {
    (self.table, self.target, self.kind, self.isOpen) = (table, target, kind, isOpen)
    self.table.isLocked = !isOpen
  }
}

/// A value of the plan that cells of a form stand for; several rows may stand for one.
public struct CellTarget: Hashable, Sendable {
  /// `maßnahme`, `eintrag`, `sachstand` (of the measure with the id), `zeile` for what is only shown.
  public var noun: String
  public var id: Int
  /// The key of the form's column.
  public var column: String

  public init(_ noun: String, _ id: Int, _ column: String) { (self.noun, self.id, self.column) = (noun, id, column) }
}

/// A form: what goes out to a unit, made of the plan as it is or as it was.
public struct Form: Sendable {
  public var columns: [FormColumn]
  public var groups: [[Table.Group]]
  public var rows: [Row]

  /// A line of the form.
  public struct Row: Sendable {
    public var entry: Int
    public var measure: Int
    public var number: String
    public var text: String
    /// In the order of the columns.
    public var cells: [String]
    /// See `CatalogueColumn.own`.
    public var own: String
  }

  /// What a cell stands for.
  public func target(of column: Int, in row: Row) -> CellTarget {
    let column = columns[column]
    let key = column.table.key
    // What is only shown is compared line by line: entries of one measure may show different marks.
    guard column.isOpen else { return CellTarget("zeile", row.entry, key) }
    switch column.target {
    case .line(let name):
      let isOwn = name == "bemerkung" || row.own.contains(name == "text" ? "t" : name == "ziel" ? "z" : "k")
      return isOwn ? CellTarget("eintrag", row.entry, key) : CellTarget("maßnahme", row.measure, key)
    case .mark where row.own.contains("m"): return CellTarget("eintrag", row.entry, key)
    case .measure, .mark: return CellTarget("maßnahme", row.measure, key)
    case .report: return CellTarget("sachstand", row.measure, key)
    case .nowhere, .identity, .form: return CellTarget("zeile", row.entry, key)
    }
  }

  /// What the form says of each value.
  public var values: [CellTarget: String] {
    var values: [CellTarget: String] = [:]
    for row in rows {
      for column in columns.indices where row.cells.indices.contains(column) { values[target(of: column, in: row)] = row.cells[column] }
    }
    return values
  }

  public func column(_ key: String) -> FormColumn? { columns.first { $0.table.key == key } }

  /// The table that goes out.
  public func table(_ name: String) -> Table {
    var table = Table(name, columns: columns.map(\.table), rows: TextRows(rows.map(\.cells)))
    table.groups = groups
    return table
  }
}
