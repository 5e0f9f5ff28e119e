// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// The columns of measures that a layout fills beside those of every catalogue.
public struct CatalogueColumns: Sendable {
  /// Columns of the measure's own table, such as `priorität`.
  public var stored: [Column]
  /// Columns that join it with other things, such as `sozialräume`.
  public var joined: [Column]

  public init(stored: [Column] = [], joined: [Column] = []) {
    self.stored = stored
    self.joined = joined
  }

  /// True if what joins two things of this column can be made by naming both.
  public static func isJoined(_ column: Column, _ store: PlanStore) throws(Hinweis) -> Bool {
    guard let noun = Kernel.noun("maßnahme"), column.source != .stored else { return false }
    if case .relation = try? store.way(column, of: noun) { return true }
    return false
  }
}

extension CatalogueLine {
  /// A thing that the line joins its measure with.
  public struct Link: Hashable, Sendable {
    /// The number of the column in `CatalogueColumns.joined`.
    public var column: Int
    public var thing: Int

    public init(column: Int, thing: Int) {
      self.column = column
      self.thing = thing
    }
  }

  /// A part of the measure that belongs to a day or a year: a Sachstand or Mittel.
  public struct Part: Hashable, Sendable {
    /// The table that holds it.
    public var kind: Kind
    /// Its day or year; there is one part of a kind for each.
    public var time: Value
    /// The columns that the line fills, as the table calls them.
    public var values: [String: Value]

    public enum Kind: String, Sendable { case report = "sachstand", funds = "mittel" }

    public init(_ kind: Kind, time: Value, _ values: [String: Value]) {
      self.kind = kind
      self.time = time
      self.values = values
    }

    var timeColumn: String { kind == .report ? "datum" : "jahr" }
  }

  /// Says a column of the part of a day or year.
  public func set(_ kind: Part.Kind, time: Value, _ column: String, _ value: Value) {
    guard let index = parts.firstIndex(where: { $0.kind == kind && $0.time == time }) else {
      return parts.append(Part(kind, time: time, [column: value]))
    }
    parts[index].values[column] = value
  }
}
