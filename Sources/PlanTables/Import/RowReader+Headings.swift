// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Rows with a single text: what stands over the lines below them, or a text around the table.
extension RowReader {
  /// Keeps a text that may stand over lines, until it is known whether any come.
  func takeHeading(_ number: Int) throws(Hinweis) {
    // A table has few rows in a row that stand over others; a page of prose has many.
    if pending.count == 8 { try endHeadings(isGroup: false) }
    let texts = cells.filter { !$0.isBorrowed }.map { (column: $0.column, text: CleanText.string($0.bytes)) }
    pending.append(Heading(cells: texts, line: number, isAbove: mapping.header.lowerBound > row))
  }

  /// Says what became of texts that stood alone: lines came below them, or not.
  func endHeadings(isGroup: Bool) throws(Hinweis) {
    guard !pending.isEmpty else { return }
    let headings = pending
    pending = []
    for heading in headings {
      if isGroup, let group = GroupRow(heading.text, isAbove: heading.isAbove, columns, isField: { fields.find($0) != nil }) {
        account.placed += heading.cells.count
        try findings.noteOnce(.group(group), line: heading.line, column: (heading.cells.first?.column ?? 0) + 1)
        try lines.enter(group)
        continue
      }
      for cell in heading.cells {
        if surroundings.count < 1000 { surroundings.append(cell.text) }
        try findings.unplaced(RowSorter.outside, line: heading.line, column: cell.column + 1, content: cell.text)
      }
      account.listed += heading.cells.count
    }
  }
}
