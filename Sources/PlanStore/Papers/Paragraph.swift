// SPDX-License-Identifier: GPL-3.0-or-later

/// A paragraph of a document, as the plan keeps it.
public struct Paragraph: Hashable, Sendable {
  public var kind: Kind
  /// The rank of a heading, from 1 on; else 0.
  public var level: Int
  /// The heading under which it stands; empty before the first.
  public var section: String
  public var text: String
  /// The page on which it begins; nil where the file does not tell pages.
  public var page: Int?

  public init(_ kind: Kind, _ text: String, level: Int = 0, section: String = "", page: Int? = nil) {
    self.kind = kind
    self.text = text
    self.level = level
    self.section = section
    self.page = page
  }

  /// The words of `absätze.art`.
  public enum Kind: String, Hashable, Sendable {
    case heading = "überschrift", paragraph = "absatz", point = "listenpunkt", cell = "tabellenzelle"
  }
}
