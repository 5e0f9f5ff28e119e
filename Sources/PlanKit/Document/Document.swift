// SPDX-License-Identifier: Apache-2.0

/// What an import reads from a file, a report makes and a command answers: a title and blocks, and no word of any file format.
public struct Document: Sendable {
  public var title: String
  /// The line below the title, such as the Kommune and the Stand.
  public var subtitle: String?
  /// What stands in the head of every form of it, in order: `Stand`, `Bearbeitungsstand`, `Herkunft`.
  public var properties: [Property]
  public var blocks: [Block]
  /// Language of the text (BCP 47).
  public var language: String

  public init(_ title: String, _ blocks: [Block] = []) {
    self.title = title
    self.blocks = blocks
    properties = []
    language = "de"
  }

  /// A named fact about the document.
  public struct Property: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }
}

/// One block of a document, from top to bottom.
public enum Block: Sendable {
  /// A heading; level 1 stands directly below the title.
  case heading(Int, String)
  case paragraph([Run])
  /// A list of points.
  case list([[Run]])
  case table(Table)
  case chart(Chart)

  /// A paragraph of plain text.
  public static func text(_ text: String) -> Block { .paragraph([Run(text)]) }
}

/// A stretch of text in one style.
public struct Run: Hashable, Sendable {
  public var text: String
  public var style: Style

  public init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }

  public enum Style: Hashable, Sendable { case plain, strong, emphasised, code }
}

extension Block {
  /// The table that it is, or that its picture is drawn from.
  public var table: Table? {
    switch self {
    case .table(let table): table
    case .chart(let chart): chart.table
    default: nil
    }
  }
}

extension Document {
  /// The tables of the document in order, those of its charts among them.
  public var tables: [Table] { blocks.compactMap(\.table) }
}
