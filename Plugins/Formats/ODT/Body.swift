// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// Reads the body of a text into blocks.
final class Body: XMLHandler {
  enum Name: String, CaseIterable {
    case text = "office:text", paragraph = "text:p", heading = "text:h", span = "text:span", style = "text:style-name", outline =
      "text:outline-level"
    case blank = "text:s", count = "text:c", tab = "text:tab", lineBreak = "text:line-break"
    case list = "text:list", item = "text:list-item", header = "text:list-header", start = "text:start-value", goesOn =
      "text:continue-numbering"
    case goesOnFrom = "text:continue-list", isHeader = "text:is-list-header"
    case table = "table:table", row = "table:table-row", cell = "table:table-cell", covered = "table:covered-table-cell", tableStyle =
      "table:style-name"
    case columnSpan = "table:number-columns-spanned", rowSpan = "table:number-rows-spanned", columnRepeat = "table:number-columns-repeated"
    case rowRepeat = "table:number-rows-repeated", innerTable = "table:is-sub-table"
    case annotation = "office:annotation", creator = "dc:creator", initials = "meta:creator-initials", date = "dc:date", dateText =
      "meta:date-string"
    case note = "text:note", citation = "text:note-citation", noteBody = "text:note-body", box = "draw:text-box", object = "draw:object"
    case tracked = "text:tracked-changes", deletion = "text:deletion", insertion = "text:insertion", contents = "text:table-of-content"
    case title = "svg:title", description = "svg:desc", binary = "office:binary-data", ruby = "text:ruby-text", number = "text:number"
    case masters = "office:master-styles", hidden = "text:hidden-paragraph", hiddenText = "text:hidden-text", scripts = "office:scripts"
    case region = "text:changed-region", id = "text:id", xmlID = "xml:id", changeStart = "text:change-start", changeEnd = "text:change-end"
    case change = "text:change-id", declarations = "text:sequence-decls", forms = "office:forms", drawing = "draw:frame"
  }

  static let vocabulary = XMLVocabulary(Name.self)
  var names: XMLNames { Body.vocabulary.names }

  /// True once the body of a text begins.
  private(set) var isText = false
  private let styles: Styles
  private var numbers = Numbers()
  private var containers = [TextContainer()]
  private var paragraphs: [Paragraph] = []
  private var tables: [TableBuilder] = []
  private var lists: [List] = []
  private var runs: [Run.Style] = [.plain]
  private var notes: [[Block]] = []
  private var comments: [[Block]] = []
  /// What is open whose text is left out.
  private var skipped = 0
  private var skippedName: Name?
  /// Deletions by their ids, and those between whose ends the text stands: some programs leave what is deleted where it was.
  private var region: String?
  private var deletions: Set<String> = []
  private var open: Set<String> = []
  private var length = 0
  private var counts = Counts()

  private struct Counts {
    var insertions = 0
    var deletions = 0
    var contents = 0
    var boxes = 0
    var hidden = 0
  }

  private struct Paragraph {
    var runs: [Run] = []
    var level: Int?
    var prefix: String?
    /// What stands in text boxes that hang at it.
    var behind: [Block] = []
  }

  private struct List {
    var style: String
    var start: Int?
    var isHeader = false
    /// True until the first paragraph of the item, which carries its number.
    var isNew = true
  }

  /// A text that says more than this is none.
  private static let longest = 64 << 20

  init(_ styles: Styles) { self.styles = styles }

  var blocks: [Block] { containers[0].blocks + notes.enumerated().flatMap { TextContainer.note($0.offset + 1, $0.element) } }

  /// What was not taken as it stands there.
  var remarks: [Document.Property] {
    var found: [Document.Property] = []
    if counts.insertions + counts.deletions > 0 {
      found.append(
        .init(
          "Änderungsverfolgung",
          "\(counts.insertions) Einfügungen sind übernommen, \(counts.deletions) Löschungen weggelassen; in LibreOffice annehmen oder ablehnen"
        ))
    }
    if counts.hidden > 0 { found.append(.init("Verborgener Text", "\(counts.hidden) Stellen, mit eingelesen")) }
    if counts.contents > 0 { found.append(.init("Inhaltsverzeichnis", "\(counts.contents) Zeilen, weggelassen")) }
    if counts.boxes > 0 { found.append(.init("Textfelder", "\(counts.boxes), hinter dem Absatz, an dem sie hängen")) }
    return found + comments.prefix(100).map { .init("Kommentar im Text", TextContainer.text(of: $0)) }
  }

  // MARK: Elements

  func start(_ name: Int, _ attributes: XMLAttributes) throws(Hinweis) {
    guard let name = Body.vocabulary[name] else { return }
    if skipped > 0 {
      if name == skippedName { skipped += 1 }
      if name == .region { region = attributes.first { [.id, .xmlID].contains(Body.vocabulary[$0.name]) }?.value.string }
      if name == .deletion {
        counts.deletions += 1
        if let region { deletions.insert(region) }
      }
      if name == .insertion { counts.insertions += 1 }
      if name == .paragraph, skippedName == .contents { counts.contents += 1 }
      return
    }
    func value(_ wanted: Name) -> XMLValue? { attributes.first { Body.vocabulary[$0.name] == wanted }?.value }
    switch name {
    case .text: isText = true
    case .changeStart: if let id = value(.change)?.string, deletions.contains(id) { open.insert(id) }
    case .changeEnd: if let id = value(.change)?.string { open.remove(id) }
    case .tracked, .contents, .title, .description, .binary, .ruby, .number, .masters, .citation, .creator, .initials, .date, .dateText,
      .scripts,
      .declarations, .forms:
      (skipped, skippedName) = (1, name)
    case .paragraph, .heading:
      guard isText else { return }
      begin(
        isHeading: name == .heading, style: value(.style)?.string ?? "", level: value(.outline)?.int,
        isListHeader: value(.isHeader)?.isTrue ?? false,
        start: value(.start)?.int)
    case .span:
      let style = value(.style).flatMap { styles[$0.string] }
      if style?.isHidden ?? false { counts.hidden += 1 }
      runs.append(style?.isBold ?? false ? .strong : style?.isItalic ?? false ? .emphasised : style == nil ? runs.last ?? .plain : .plain)
    case .hidden, .hiddenText: counts.hidden += 1
    case .blank: add(String(repeating: " ", count: min(max(value(.count)?.int ?? 1, 1), 1000)))
    case .tab: add("\t")
    case .lineBreak: add("\n")
    case .list:
      let style = value(.style)?.string ?? lists.last?.style ?? ""
      if lists.isEmpty, !(value(.goesOn)?.isTrue ?? false), value(.goesOnFrom) == nil { numbers.restart(style) }
      lists.append(List(style: style))
    case .item, .header:
      guard !lists.isEmpty else { return }
      lists[lists.count - 1].start = value(.start)?.int
      lists[lists.count - 1].isHeader = name == .header
      lists[lists.count - 1].isNew = true
    case .table: tables.append(TableBuilder())
    case .row: tables.last?.beginRow(repeats: value(.rowRepeat)?.int ?? 1)
    case .cell:
      containers.append(TextContainer())
      tables.last?.beginCell(
        columns: value(.columnSpan)?.int ?? 1, rows: value(.rowSpan)?.int ?? 1, repeats: value(.columnRepeat)?.int ?? 1,
        colour: value(.tableStyle).flatMap { styles[$0.string]?.colour })
    case .covered:
      // What stands in a covered cell is not seen.
      (skipped, skippedName) = (1, .covered)
      tables.last?.cover(value(.columnRepeat)?.int ?? 1)
    case .annotation: containers.append(TextContainer())
    case .noteBody: containers.append(TextContainer())
    case .note: add("[\(notes.count + 1)]")
    case .box:
      counts.boxes += 1
      containers.append(TextContainer())
    default: return
    }
  }

  func end(_ name: Int) throws(Hinweis) {
    guard let name = Body.vocabulary[name] else { return }
    if skipped > 0 {
      if name == skippedName { skipped -= 1 }
      return
    }
    switch name {
    case .paragraph, .heading: endParagraph()
    case .span: if runs.count > 1 { runs.removeLast() }
    case .list: _ = lists.popLast()
    case .cell:
      guard containers.count > 1, let cell = containers.popLast() else { return }
      try tables.last?.endCell(cell)
    case .row: try tables.last?.endRow()
    case .table:
      guard let table = tables.popLast() else { return }
      for block in table.blocks { containers[containers.count - 1].add(block) }
    case .annotation: if let comment = popContainer() { comments.append(comment) }
    case .noteBody: if let note = popContainer() { notes.append(note) }
    case .box:
      guard let box = popContainer() else { return }
      if paragraphs.isEmpty { containers[containers.count - 1].blocks += box } else { paragraphs[paragraphs.count - 1].behind += box }
    default: return
    }
  }

  private func popContainer() -> [Block]? { containers.count > 1 ? containers.removeLast().blocks : nil }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Hinweis) {
    guard skipped == 0, !paragraphs.isEmpty else { return }
    length += bytes.count
    guard length <= Body.longest else { throw Hinweis("der Text ist länger als \(Body.longest >> 20) MB").help(.saveAgain) }
    // Line breaks of the XML are blanks, and several blanks are one.
    var clean: [UInt8] = []
    clean.reserveCapacity(bytes.count)
    var isBehindBlank = paragraphs[paragraphs.count - 1].runs.last.map { $0.text.utf8.last == 0x20 } ?? true
    for byte in bytes {
      let isBlank = byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
      if !isBlank || !isBehindBlank { clean.append(isBlank ? 0x20 : byte) }
      isBehindBlank = isBlank
    }
    add(String(decoding: clean, as: UTF8.self))
  }

  // MARK: Paragraphs

  private func add(_ text: String) {
    guard !text.isEmpty, !paragraphs.isEmpty, open.isEmpty else { return }
    let (last, style) = (paragraphs.count - 1, runs.last ?? .plain)
    if let run = paragraphs[last].runs.last, run.style == style {
      paragraphs[last].runs[paragraphs[last].runs.count - 1].text += text
    } else {
      paragraphs[last].runs.append(Run(text, style))
    }
  }

  private func begin(isHeading: Bool, style: String, level: Int?, isListHeader: Bool, start: Int?) {
    var paragraph = Paragraph()
    if isHeading || styles.isTitle(style) { paragraph.level = isHeading ? max(level ?? 1, 1) : 1 }
    if let list = lists.last, !list.isHeader, !isListHeader {
      // The second paragraph of a point has no number of its own.
      if list.isNew { paragraph.prefix = numbers.next(list.style, lists.count, start: list.start, styles) }
      lists[lists.count - 1].isNew = false
    } else if isHeading, lists.isEmpty, !isListHeader {
      paragraph.prefix = numbers.next(Styles.outline, paragraph.level ?? 1, start: start, styles)
    }
    paragraphs.append(paragraph)
    runs = [.plain]
  }

  private func endParagraph() {
    guard var paragraph = paragraphs.popLast() else { return }
    if let before = containers[containers.count - 1].unended { paragraph.runs = before + paragraph.runs }
    // A paragraph whose end is deleted goes on in the next one.
    containers[containers.count - 1].unended = open.isEmpty ? nil : paragraph.runs
    guard open.isEmpty else { return containers[containers.count - 1].blocks.append(contentsOf: paragraph.behind) }
    defer { for block in paragraph.behind { containers[containers.count - 1].add(block) } }
    guard !paragraph.runs.allSatisfy({ $0.text.allSatisfy(\.isWhitespace) }) else { return }
    let prefix = paragraph.prefix.map { $0.isEmpty ? "" : $0 + " " } ?? ""
    if let level = paragraph.level {
      containers[containers.count - 1].add(.heading(level, prefix + paragraph.runs.map(\.text).joined()))
    } else if paragraph.prefix != nil {
      if !prefix.isEmpty { paragraph.runs.insert(Run(prefix), at: 0) }
      containers[containers.count - 1].add(point: paragraph.runs)
    } else {
      containers[containers.count - 1].add(.paragraph(paragraph.runs))
    }
  }
}
