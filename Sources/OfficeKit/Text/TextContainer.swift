// SPDX-License-Identifier: Apache-2.0
public import PlanKit

/// What holds blocks: the body, a cell, a text box, a note.
public struct TextContainer: Sendable {
  public var blocks: [Block] = []
  /// The text of a paragraph whose end was deleted, so that the next goes on with it.
  public var unended: [Run]?
  private var isInList = false

  public init() {}

  public mutating func add(_ block: Block) {
    isInList = false
    blocks.append(block)
  }

  /// Adds a point to the list at the end.
  public mutating func add(point: [Run]) {
    guard isInList, case .list(var points)? = blocks.last else {
      blocks.append(.list([point]))
      isInList = true
      return
    }
    blocks.removeLast()
    points.append(point)
    blocks.append(.list(points))
  }
}

extension TextContainer {
  /// All that blocks say, in one text.
  public static func text(of blocks: [Block]) -> String {
    blocks.flatMap { block -> [String] in
      switch block {
      case .heading(_, let text): [text]
      case .paragraph(let runs): [runs.map(\.text).joined()]
      case .list(let points): points.map { $0.map(\.text).joined() }
      default: []
      }
    }.filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n")
  }

  /// A note as it stands behind the text.
  public static func note(_ number: Int, _ blocks: [Block]) -> [Block] {
    [.text("[\(number)] \(text(of: blocks).drop { $0.isWhitespace })")] + blocks.filter { $0.table != nil }
  }
}
