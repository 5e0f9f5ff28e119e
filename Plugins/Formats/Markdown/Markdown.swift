// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

private let manifest = """
  kip-plugin 1
  id: markdown
  version: 1.0.0
  licence: Apache-2.0
  summary: Dokumente als Markdown
  format markdown: Dokument als Markdown, Tabellen mit senkrechten Strichen
    reads: md markdown
    writes: md
  """

@c(kip_Markdown)
public func register(_ registry: UnsafeMutableRawPointer) {
  Registry.at(registry).manifest(manifest).offer("markdown", MarkdownFormat())
}

/// Documents as text that reads well as it is (CommonMark, with the tables of GitHub).
struct MarkdownFormat: Format {
  func read(_ source: any ByteSource) throws(Hinweis) -> Document {
    var reader = try MarkdownReader(TextCursor(source))
    return try reader.document()
  }

  func write(_ document: Document, to sink: inout some ByteSink) throws(Hinweis) {
    // An answer to a query has no title, and begins with its table.
    var isAtBegin = document.title.isEmpty && document.subtitle == nil && document.properties.isEmpty
    if !document.title.isEmpty { try sink.write("# \(MarkdownText.line(document.title))\n") }
    if let subtitle = document.subtitle { try sink.write("\n\(MarkdownText.paragraph([Run(subtitle)]))\n") }
    if !document.properties.isEmpty {
      let lines = document.properties.map {
        "- \(MarkdownText.paragraph([Run($0.name + ":", .strong), Run(" " + $0.value)], indent: "  "))\n"
      }
      try sink.write("\n" + lines.joined())
    }
    var isBehindList = !document.properties.isEmpty
    var heading = document.title
    for block in document.blocks {
      if !isAtBegin { try sink.write("\n") }
      isAtBegin = false
      var isList = false
      switch block {
      case .heading(let level, let text):
        heading = text
        try sink.write(String(repeating: "#", count: min(max(level, 1) + 1, 6)) + " \(MarkdownText.line(text))\n")
      case .paragraph(let runs): try sink.write("\(MarkdownText.paragraph(runs))\n")
      case .list(let points):
        isList = true
        // Two lists on end would be read as one.
        if isBehindList { try sink.write("<!-- -->\n\n") }
        try sink.write(points.map { "- \(MarkdownText.paragraph($0, indent: "  "))\n" }.joined())
      case .table(let table): try write(table, below: heading, to: &sink)
      case .chart(let chart): try write(chart.table, below: heading, to: &sink)
      @unknown default: break
      }
      isBehindList = isList
    }
  }

  private func write(_ table: Table, below heading: String, to sink: inout some ByteSink) throws(Hinweis) {
    // What the heading says already is not said twice.
    if !table.name.isEmpty, !heading.hasPrefix(table.name) { try sink.write("\(MarkdownText.paragraph([Run(table.name, .strong)]))\n\n") }
    try MarkdownTable(table).write(to: &sink)
    for note in table.notes { try sink.write("\n\(MarkdownText.paragraph([Run(note)]))\n") }
  }
}
