// SPDX-License-Identifier: Apache-2.0

/// How the rows of a query are to be drawn; its last step, such as `| balken` or `| linie datum`.
public struct Picture: Hashable, Sendable {
  public var kind: Kind
  /// The columns it is drawn from; none where they follow from the rows.
  public var paths: [Path]
  public var span: Span

  public init(_ kind: Kind, _ paths: [Path] = [], span: Span = Span()) {
    self.kind = kind
    self.paths = paths
    self.span = span
  }

  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A bar for each row.
    case balken
    /// Figures over dates.
    case linie
    /// A pivot as a map of dark and light cells.
    case matrix
    /// Things below the things they belong to.
    case baum
    /// When things begin and end.
    case zeitstrahl
  }
}
