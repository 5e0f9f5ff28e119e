// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit
public import PlanStore

/// Makes numbered paragraphs of a document's blocks: headings, paragraphs, points of lists and cells of tables.
public enum ParagraphReader {
  /// A document with more paragraphs than this is no text that people read.
  public static let most = 50_000

  public static func paragraphs(of document: Document) throws(Hinweis) -> [Paragraph] {
    var reader = Reader(file: document.title)
    for block in document.blocks { try reader.take(block) }
    return reader.paragraphs
  }

  /// True if a document says something outside of its tables.
  public static func hasProse(_ document: Document) -> Bool { document.blocks.contains { $0.table == nil } }
}

private struct Reader {
  let file: String
  var paragraphs: [Paragraph] = []
  private var section = ""
  private var page: Int?

  init(file: String) { self.file = file }

  mutating func take(_ block: Block) throws(Hinweis) {
    switch block {
    case .heading(let level, let text):
      try add(.heading, text, level: level)
    case .paragraph(let runs): try add(.paragraph, Reader.text(runs))
    case .list(let points): for point in points { try add(.point, Reader.text(point)) }
    case .table(let table): try take(table)
    case .chart(let chart): try take(chart.table)
    @unknown default: break
    }
  }

  private mutating func take(_ table: Table) throws(Hinweis) {
    var reader = self
    try table.rows.forEach { (cells, _) throws(Hinweis) in
      for cell in cells { try reader.add(.cell, cell) }
      return .more
    }
    self = reader
  }

  private mutating func add(_ kind: Paragraph.Kind, _ text: String, level: Int = 0) throws(Hinweis) {
    // A form feed is where a page begins.
    let breaks = text.utf8.count { $0 == 0x0C }
    let leading = text.prefix { $0.isWhitespace }.utf8.count { $0 == 0x0C }
    if leading > 0 { page = (page ?? 1) + leading }
    let lines = text.split { $0 == "\n" || $0 == "\u{0C}" || $0 == "\r\n" }.map(Reader.cleaned).filter { !$0.isEmpty }
    if !lines.isEmpty {
      guard paragraphs.count < ParagraphReader.most else {
        throw Hinweis("das Dokument hat mehr als \(ParagraphReader.most) Absätze").at(Place(file: file)).help(
          "eine Tabelle liest importiere DATEI ohne als dokument")
      }
      let text = lines.joined(separator: "\n")
      paragraphs.append(Paragraph(kind, text, level: level, section: section, page: page))
      // Beneath what stands before a page break there is always a first page.
      if kind == .heading { section = lines.joined(separator: " ") }
    }
    guard breaks > leading else { return }
    if page == nil { for index in paragraphs.indices { paragraphs[index].page = 1 } }
    page = (page ?? 1) + breaks - leading
  }

  private static func text(_ runs: [Run]) -> String { runs.map(\.text).joined() }

  /// A line with one blank between words.
  private static func cleaned(_ line: Substring) -> String { line.split { $0.isWhitespace && $0 != "\t" }.joined(separator: " ") }
}
