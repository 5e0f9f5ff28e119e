// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit

/// A document of sheets as text: everything that a format found in a file, to compare with what is expected.
struct OfficeText: RowSink {
  private(set) var text = ""
  private var notes: [Hinweis] = []
  private var merges: [CellSpan] = []
  var findings: [Hinweis] { notes }

  init(_ document: Document) throws {
    for property in document.properties { text += "\(property.name): \(property.value)\n" }
    for table in document.tables {
      let columns = table.hiddenColumns.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")
      text += "\n# \(table.name)\(table.isHidden ? " (hidden)" : "")\(columns.isEmpty ? "" : " hidden columns \(columns)")\n"
      try table.rows.rows(into: &self)
      for span in merges { text += "merged \(span.line),\(span.column) \(span.rows)x\(span.columns)\n" }
      text += notes.map { "\($0.grade.rawValue) \($0.place?.description ?? ""): \($0.text)\n" }.joined()
      (merges, notes) = ([], [])
    }
  }

  mutating func take(_ batch: RowBatch) throws(Hinweis) -> Flow {
    for row in 0..<batch.count {
      let hidden = batch.hiddenRows.contains(Int32(row)) ? " (hidden)" : ""
      text += "\(batch.lines[row])\(hidden): " + batch.texts(row).map { $0.debugDescription }.joined(separator: " ") + "\n"
      for detail in batch.details where detail.row == row { text += "    \(detail.column) \(detail.kind)\n" }
    }
    return .more
  }

  mutating func note(_ hinweis: Hinweis) { notes.append(hinweis) }
  mutating func merge(_ span: CellSpan) { merges.append(span) }
}
