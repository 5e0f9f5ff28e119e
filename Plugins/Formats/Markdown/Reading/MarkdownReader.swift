// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

/// Reads a text block by block: headings, paragraphs, lists, code, and the places of its tables.
struct MarkdownReader {
  private let fresh: TextCursor
  private var lines: MarkdownLines
  private var found: Document
  /// The lines of the paragraph or point that is being read, and where each of them begins.
  private var text: [UInt8] = []
  private var points: [[Run]]?
  private var isInNumbers = false
  private var hasTitle = false
  private var tables = 0

  /// Longer paragraphs are cut in two.
  private static let longest = 1 << 20
  private static let mostBlocks = 1_000_000
  private static let mostTables = 10_000

  init(_ cursor: TextCursor) throws(Hinweis) {
    fresh = cursor
    lines = try MarkdownLines(cursor)
    found = Document(cursor.source.name)
  }

  mutating func document() throws(Hinweis) -> Document {
    try readFrontMatter()
    while let line = lines.line { try read(line) }
    endList()
    return MarkdownShape.shaped(found, hasTitle: hasTitle)
  }

  private mutating func read(_ line: [UInt8]) throws(Hinweis) {
    let content = line[...].trimmed
    let indent = line.prefix { $0 == 0x20 || $0 == 0x09 }.count
    if content.isEmpty {
      endParagraph()
      return try lines.advance()
    }
    if let fence = MarkdownReader.fence(content) { return try readCode(fence) }
    if content.starts(with: Array("<!--".utf8)) { return try skipRemark() }
    if text.isEmpty || points == nil, let (level, heading) = MarkdownReader.heading(content), indent < 4 {
      endList()
      add(.heading(level, MarkdownReader.plain(heading)))
      return try lines.advance()
    }
    if let point = MarkdownReader.point(content) {
      // Points and numbers are two lists.
      let isNumbered = (0x30...0x39).contains(content.first ?? 0)
      if isNumbered != isInNumbers { endList() } else { endParagraph() }
      isInNumbers = isNumbered
      points = points ?? []
      text = Array(point)
      return try lines.advance()
    }
    // A list goes on in lines that are indented, or follow without an empty line.
    if points != nil, text.isEmpty, indent == 0 { endList() }
    if points == nil, !text.isEmpty, let level = MarkdownReader.underline(content) {
      let heading = MarkdownReader.plain(text[...])
      text = []
      add(.heading(level, heading))
      return try lines.advance()
    }
    if MarkdownReader.isBorder(content) {
      endList()
      return try lines.advance()
    }
    if line.contains(UInt8(ascii: "|")), try readTable(line) { return }
    append(content.first == UInt8(ascii: ">") ? content.drop { $0 == UInt8(ascii: ">") || $0 == 0x20 } : content, line)
    try lines.advance()
  }

  // MARK: Tables

  /// Reads a table if the next line announces one.
  private mutating func readTable(_ head: [UInt8]) throws(Hinweis) -> Bool {
    let (mark, name) = (lines.mark, lines)
    try lines.advance()
    let cells = MarkdownRow.cells(head, width: nil).count
    guard let line = lines.line, let width = MarkdownRow.announced(line),
      width == cells || MarkdownRow.cells(head, width: width).count == width || width > 1 && cells > 1
    else {
      lines = name
      return false
    }
    endList()
    tables += 1
    guard tables <= MarkdownReader.mostTables else {
      throw Hinweis("das sind mehr als \(MarkdownReader.mostTables) Tabellen in einem Text").at(
        Place(file: fresh.source.name, line: lines.number)
      )
      .help("die Datei in mehrere teilen")
    }
    add(.table(Table("", rows: MarkdownRows(cursor: fresh, mark: mark, width: max(width, cells)))))
    while let line = lines.line, MarkdownRows.isRow(line) { try lines.advance() }
    return true
  }

  // MARK: Text

  private mutating func append(_ content: ArraySlice<UInt8>, _ line: [UInt8]) {
    if text.count > MarkdownReader.longest { endParagraph() }
    if !text.isEmpty { text.append(0x0A) }
    text += content
    // Two blanks at the end of a line break it.
    if line.count > 2, line.suffix(2).elementsEqual([0x20, 0x20]) { text.append(UInt8(ascii: "\\")) }
  }

  private mutating func endParagraph() {
    guard !text.isEmpty else { return }
    let runs = MarkdownReader.runs(text[...])
    text = []
    guard !runs.isEmpty else { return }
    if points != nil { points?.append(runs) } else { add(.paragraph(runs)) }
  }

  private mutating func endList() {
    endParagraph()
    if let points, !points.isEmpty { add(.list(points)) }
    points = nil
  }

  private mutating func add(_ block: Block) {
    if found.blocks.count < MarkdownReader.mostBlocks { found.blocks.append(block) }
  }

  private mutating func readCode(_ fence: ArraySlice<UInt8>) throws(Hinweis) {
    endList()
    var code: [UInt8] = []
    try lines.advance()
    while let line = lines.line, MarkdownReader.fence(line[...].trimmed)?.starts(with: fence) != true {
      if code.count < MarkdownReader.longest { code += (code.isEmpty ? [] : [0x0A]) + line }
      try lines.advance()
    }
    try lines.advance()
    if !code.isEmpty { add(.paragraph([Run(String(decoding: code, as: UTF8.self), .code)])) }
  }

  private mutating func skipRemark() throws(Hinweis) {
    endList()
    while let line = lines.line {
      try lines.advance()
      if line[...].contains(Array("-->".utf8)) { return }
    }
  }

  /// Facts between two lines of dashes at the very beginning.
  private mutating func readFrontMatter() throws(Hinweis) {
    guard let first = lines.line, first[...].trimmed.elementsEqual("---".utf8) else { return }
    let begin = lines
    var facts: [Document.Property] = []
    try lines.advance()
    while let line = lines.line, facts.count < 1000 {
      let content = line[...].trimmed
      try lines.advance()
      if content.elementsEqual("---".utf8) || content.elementsEqual("...".utf8) {
        for fact in facts where !fact.value.isEmpty {
          switch fact.name {
          case "title":
            found.title = fact.value
            hasTitle = true
          case "subtitle": found.subtitle = fact.value
          case "lang", "language": found.language = fact.value
          case "author": found.properties.append(.init("Autor", fact.value))
          default: found.properties.append(fact)
          }
        }
        return
      }
      MarkdownReader.addFact(content, isIndented: line.first == 0x20, to: &facts)
    }
    lines = begin
  }

  private static func addFact(_ content: ArraySlice<UInt8>, isIndented: Bool, to facts: inout [Document.Property]) {
    if content.first == UInt8(ascii: "-") || isIndented, let last = facts.indices.last {
      let value = unquoted(content.drop { $0 == UInt8(ascii: "-") }.trimmed)
      facts[last].value += (facts[last].value.isEmpty ? "" : "; ") + value
    } else if let colon = content.firstIndex(of: UInt8(ascii: ":")), content.first != UInt8(ascii: "#") {
      facts.append(.init(content[..<colon].string, unquoted(content[(colon + 1)...].trimmed)))
    }
  }

  private static func unquoted(_ text: ArraySlice<UInt8>) -> String {
    guard text.count > 1, let first = text.first, first == text.last, first == 0x22 || first == 0x27 else { return text.string }
    return text.dropFirst().dropLast().string
  }
}
