// SPDX-License-Identifier: Apache-2.0

/// A picture of a table; who cannot draw shows the table, which says all that the picture says.
public struct Chart: Sendable {
  public var kind: Picture.Kind
  /// What is drawn, with its columns in the order that the kind wants:
  /// balken: label, figure …; linie: date, figure …; matrix: label, a figure for each column;
  /// baum: label, depth from 0, what else is known of it …; zeitstrahl: label and one date; begin and end; these and when it was done;
  /// or these, real begin and real end.
  public var table: Table

  public init(_ kind: Picture.Kind, _ table: Table) {
    self.kind = kind
    self.table = table
  }
}
