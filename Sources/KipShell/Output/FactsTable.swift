// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

extension Document {
  /// What a document without a table says, as a table: for formats that hold nothing else, so that every command answers in every format.
  var asFacts: Document {
    var rows = properties.map { [$0.name, $0.value] }
    var heading = title
    for block in blocks {
      switch block {
      case .heading(_, let text): heading = text
      case .paragraph(let runs): rows.append([heading, runs.map(\.text).joined()])
      case .list(let points): rows += points.map { [heading, $0.map(\.text).joined()] }
      default: continue
      }
    }
    return Document(title, [.table(Table(title, headings: ["Was", "Text"], rows))])
  }
}
