// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit

/// A document that was read as a whole: its blocks, its tables with all that was said of their cells.
struct ReadDocument {
  let document: Document
  let tables: [ReadSheet]

  init(_ bytes: [UInt8], as format: String, name: String = "datei") throws {
    document = try Formats.named(format).read(Bytes(bytes, name: name))
    tables = try document.tables.map { try ReadSheet($0) }
  }

  init(_ text: String, as format: String) throws { try self.init(Array(text.utf8), as: format) }

  /// The first table's rows.
  var rows: [[String]] { tables.first?.rows ?? [] }

  /// Everything in lines, to compare and to look at.
  var form: String {
    var text = "title: \(document.title)\n"
    if let subtitle = document.subtitle { text += "subtitle: \(subtitle)\n" }
    for property in document.properties { text += "property: \(property.name) = \(property.value)\n" }
    var next = 0
    for block in document.blocks {
      switch block {
      case .heading(let level, let words): text += "heading \(level): \(words)\n"
      case .paragraph(let runs): text += "paragraph: \(ReadDocument.form(runs))\n"
      case .list(let points): text += "list: \(points.map(ReadDocument.form).joined(separator: " / "))\n"
      default:
        text += tables[next].form
        next += 1
      }
    }
    return text
  }

  private static func form(_ runs: [Run]) -> String {
    runs.map { run in
      switch run.style {
      case .strong: "<b>\(run.text)</b>"
      case .emphasised: "<i>\(run.text)</i>"
      case .code: "<code>\(run.text)</code>"
      default: run.text
      }
    }.joined().debugDescription
  }
}

/// A raw table with its findings.
struct ReadSheet: RowSink {
  let table: Table
  var rows: [[String]] = []
  var lines: [Int] = []
  var hidden: [Int] = []
  var details: [String] = []
  var merged: [CellSpan] = []
  var notes: [Hinweis] = []

  init(_ table: Table) throws {
    self.table = table
    try table.rows.rows(into: &self)
  }

  mutating func take(_ batch: RowBatch) throws(Hinweis) -> Flow {
    hidden += batch.hiddenRows.map { Int(batch.lines[Int($0)]) }
    details += batch.details.map { "\(batch.lines[Int($0.row)]):\($0.column) \($0.kind)" }
    for row in 0..<batch.count {
      rows.append(batch.texts(row))
      lines.append(Int(batch.lines[row]))
    }
    return .more
  }

  mutating func note(_ hinweis: Hinweis) { notes.append(hinweis) }
  mutating func merge(_ span: CellSpan) { merged.append(span) }

  var form: String {
    var text = "table \(table.name.debugDescription)\(table.isHidden ? " hidden" : "")"
    text += table.hiddenColumns.isEmpty ? "\n" : " hidden columns \(table.hiddenColumns)\n"
    for (line, cells) in zip(lines, rows) {
      text += "  \(line)\(hidden.contains(line) ? " hidden" : ""): \(cells.map(\.debugDescription).joined(separator: " "))\n"
    }
    text += merged.map { "  merged \($0.line):\($0.column) \($0.rows)x\($0.columns)\n" }.joined()
    text += details.map { "  detail \($0)\n" }.joined()
    text += table.notes.map { "  remark \($0)\n" }.joined()
    return text + notes.map { "  \($0.grade.rawValue) \($0.place?.description ?? ""): \($0.text)\n" }.joined()
  }
}
