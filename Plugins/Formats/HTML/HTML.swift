// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

private let manifest = """
  kip-plugin 1
  id: html
  version: 1.0.0
  licence: Apache-2.0
  summary: Webseiten mit ihren Tabellen; Dokumente als barrierefreie Webseite in einer Datei
  format html: Dokument als eine HTML-Datei, zum Lesen am Bildschirm und zum Drucken; Seiten und Tabellen aus dem Netz
    reads: html htm xhtml
    writes: html htm
  """

@c(kip_HTML)
public func register(_ registry: UnsafeMutableRawPointer) {
  Registry.at(registry).manifest(manifest).offer("html", HTMLFormat())
}

/// A document as one page that needs no other file: for the screen, light and dark, for paper and for screen readers.
struct HTMLFormat: Format {
  func read(_ source: any ByteSource) throws(Hinweis) -> Document {
    var page = HTMLPage(try HTMLEncoding.cursor(source))
    return try page.document()
  }

  func write(_ document: Document, to sink: inout some ByteSink) throws(Hinweis) {
    let table = document.tables.first { !$0.name.isEmpty }?.name
    let title = document.title.isEmpty ? table.map { $0.prefix(1).uppercased() + $0.dropFirst() } ?? "Ohne Titel" : document.title
    let isWide = document.tables.contains { $0.columns.count > 8 }
    try sink.write(
      """
      <!doctype html>
      <html lang="\(HTMLText.escaped(document.language))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(HTMLText.escaped(title))</title>
      <style>
      \(styleSheet)
      @page {
        size: A4 \(isWide ? "landscape" : "portrait");
        @bottom-left { content: \(PageFoot(document, title, isWide: isWide).css) }
      }
      </style>
      </head>
      <body>
      <a class="sprung" href="#inhalt">Zum Inhalt springen</a>
      <header>
      <h1>\(HTMLText.escaped(title))</h1>

      """)
    if let subtitle = document.subtitle { try sink.write("<p class=\"unterzeile\">\(HTMLText.escaped(subtitle))</p>\n") }
    if !document.properties.isEmpty {
      try sink.write("<dl>\n")
      for property in document.properties {
        try sink.write("<div><dt>\(HTMLText.escaped(property.name))</dt><dd>\(HTMLText.escaped(property.value))</dd></div>\n")
      }
      try sink.write("</dl>\n")
    }
    try sink.write("</header>\n<main id=\"inhalt\" tabindex=\"-1\">\n")
    try write(document.blocks, below: title, to: &sink)
    try sink.write("</main>\n</body>\n</html>\n")
  }

  private func write(_ blocks: [Block], below title: String, to sink: inout some ByteSink) throws(Hinweis) {
    var heading = title
    var depth = 0
    var tables = 0
    var captions: Set<String> = []
    for block in blocks {
      switch block {
      case .heading(let level, let text):
        // A level left out would be missed by those who go from heading to heading.
        depth = min(max(level, 1), depth + 1, 5)
        heading = text
        try sink.write("<h\(depth + 1)>\(HTMLText.escaped(text))</h\(depth + 1)>\n")
      case .paragraph(let runs): try sink.write("<p>\(HTMLText.runs(runs))</p>\n")
      case .list(let points):
        guard !points.isEmpty else { continue }
        try sink.write("<ul>\n" + points.map { "<li>\(HTMLText.runs($0))</li>\n" }.joined() + "</ul>\n")
      case .table, .chart:
        guard let table = block.table else { continue }
        tables += 1
        // Two regions of one name could not be told apart.
        let name = table.name.isEmpty ? "Tabelle \(tables)" : table.name
        let caption = captions.insert(name).inserted ? name : "\(name) (Tabelle \(tables))"
        // What the heading says already need not be seen twice.
        let isVisible = !table.name.isEmpty && !Fold.key(heading).hasPrefix(Fold.key(table.name))
        try HTMLTable(table, number: tables, caption: caption, isCaptionVisible: isVisible).write(to: &sink)
      @unknown default: continue
      }
    }
  }
}
