// SPDX-License-Identifier: Apache-2.0
import PlanKit

/// Finds in a row of blocks what belongs elsewhere: the title, the facts below it, the names of tables.
enum MarkdownShape {
  /// - Parameter hasTitle: whether the facts at the beginning named the title.
  static func shaped(_ document: Document, hasTitle: Bool) -> Document {
    var document = document
    if !hasTitle, case .heading(1, let title)? = document.blocks.first {
      document.title = title
      document.blocks.removeFirst()
      document.blocks = document.blocks.map { if case .heading(let level, let text) = $0 { .heading(max(1, level - 1), text) } else { $0 } }
      takeFacts(&document)
    }
    nameTables(&document)
    return document
  }

  /// A list of `**name:** value` right below the title, with a line for the subtitle before it.
  private static func takeFacts(_ document: inout Document) {
    var place = 0
    var subtitle: String?
    if case .paragraph(let runs)? = document.blocks.first {
      subtitle = runs.map(\.text).joined()
      place = 1
    }
    guard place < document.blocks.count, case .list(let points) = document.blocks[place] else { return }
    let facts = points.compactMap { runs -> Document.Property? in
      guard let name = runs.first, name.style == .strong, name.text.hasSuffix(":") else { return nil }
      let value = runs.dropFirst().map(\.text).joined().drop { $0 == " " }
      return .init(String(name.text.dropLast()), String(value))
    }
    guard facts.count == points.count, !facts.isEmpty else { return }
    document.properties += facts
    document.subtitle = subtitle ?? document.subtitle
    document.blocks.removeFirst(place + 1)
  }

  /// What stands in bold right above a table is its name; else the heading above it is.
  private static func nameTables(_ document: inout Document) {
    var blocks: [Block] = []
    for block in document.blocks {
      if case .paragraph(let runs) = block, case .table(var table)? = blocks.last, table.name.isEmpty,
        runs.first?.text.hasPrefix(": ") ?? false
      {
        // Pandoc puts it below the table.
        table.name = String(runs.map(\.text).joined().dropFirst(2))
        blocks[blocks.count - 1] = .table(table)
        continue
      }
      guard case .table(var table) = block else {
        blocks.append(block)
        continue
      }
      switch blocks.last {
      case .paragraph(let runs)? where runs.count == 1 && runs[0].style == .strong:
        table.name = runs[0].text
        blocks.removeLast()
      case .heading(_, let text)?: table.name = text
      default: break
      }
      blocks.append(.table(table))
    }
    document.blocks = blocks
  }
}
