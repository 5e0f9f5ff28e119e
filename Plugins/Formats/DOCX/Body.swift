// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// Reads the text of a document, of its notes or of its comments into blocks.
final class Body: XMLHandler {
  enum Name: String, CaseIterable {
    case paragraph = "w:p", paragraphProperties = "w:pPr", style = "w:pStyle", list = "w:numId", rank = "w:ilvl", outline = "w:outlineLvl"
    case run = "w:r", runProperties = "w:rPr", bold = "w:b", italic = "w:i", hidden = "w:vanish"
    case text = "w:t", tab = "w:tab", lineBreak = "w:br", carriageReturn = "w:cr", hyphen = "w:noBreakHyphen", symbol = "w:sym"
    case page = "w:lastRenderedPageBreak", tabs = "w:tabs"
    case inserted = "w:ins", deleted = "w:del", movedFrom = "w:moveFrom", movedTo = "w:moveTo"
    case table = "w:tbl", row = "w:tr", rowProperties = "w:trPr", cell = "w:tc", span = "w:gridSpan", merged = "w:vMerge", mergedAcross =
      "w:hMerge"
    case before = "w:gridBefore", shading = "w:shd", fill = "w:fill", tableChange = "w:tblPrChange", cellChange = "w:tcPrChange"
    case paragraphChange = "w:pPrChange", runChange = "w:rPrChange", nested = "w:tblPr"
    case box = "w:txbxContent", alternative = "mc:AlternateContent", fallback = "mc:Fallback", choice = "mc:Choice"
    case footnote = "w:footnoteReference", endnote = "w:endnoteReference", note = "w:footnote", lastNote = "w:endnote", comment =
      "w:comment"
    case document = "w:document", id = "w:id", type = "w:type", value = "w:val", char = "w:char"
  }

  static let vocabulary = XMLVocabulary(Name.self)
  var names: XMLNames { Body.vocabulary.names }

  /// True once the text of a document begins.
  private(set) var hasBegun = false
  private let styles: Styles
  private let numbering: Numbering
  private var containers = [TextContainer()]
  private var paragraphs: [Paragraph] = []
  private var tables: [TableBuilder] = []
  /// Notes to which the text refers, each with its number.
  private(set) var notes: [(id: String, place: (kind: String, number: Int))] = []
  /// The blocks of notes and comments, by their ids.
  private(set) var byID: [String: [Block]] = [:]
  private var noteID: String?

  /// True while text is read that is to be seen.
  private var isText = false
  /// How many elements are open whose text is left out.
  private var skipped = 0
  private var runProperties = 0
  private var paragraphProperties = 0
  private var style: Run.Style = .plain
  private var choices: [Bool] = []
  private var isHidden = false
  private var length = 0
  private var pages = 0
  private var counts = Counts()

  private struct Counts {
    var insertions = 0
    var deletions = 0
    var hidden = 0
    var contents = 0
    var boxes = 0
  }

  /// A document that says more than this is none.
  private static let longest = 64 << 20

  init(_ styles: Styles, _ numbering: Numbering) {
    self.styles = styles
    self.numbering = numbering
  }

  var blocks: [Block] { containers[0].blocks }

  /// What was not taken as it stands there.
  var remarks: [Document.Property] {
    var found: [Document.Property] = []
    if counts.insertions + counts.deletions > 0 {
      found.append(
        .init(
          "Änderungsverfolgung",
          "\(counts.insertions) Einfügungen sind übernommen, \(counts.deletions) Löschungen weggelassen; in Word annehmen oder ablehnen"))
    }
    if counts.hidden > 0 { found.append(.init("Verborgener Text", "\(counts.hidden) Stellen, mit eingelesen")) }
    if counts.contents > 0 { found.append(.init("Inhaltsverzeichnis", "\(counts.contents) Zeilen, weggelassen")) }
    if counts.boxes > 0 { found.append(.init("Textfelder", "\(counts.boxes), hinter dem Absatz, an dem sie hängen")) }
    return found
  }

  // MARK: Elements

  func start(_ name: Int, _ attributes: XMLAttributes) throws(Hinweis) {
    guard let name = Body.vocabulary[name] else { return }
    // What a change kept of the properties before it is no property any more.
    if skipped > 0 {
      if Body.isSkipping(name) { skipped += 1 }
      return
    }
    func value(_ wanted: Name = .value) -> XMLValue? { attributes.first { Body.vocabulary[$0.name] == wanted }?.value }
    func isOn() -> Bool { value().map { !($0 == "0" || $0 == "false" || $0 == "off") } ?? true }
    switch name {
    case .document: hasBegun = true
    case .paragraphChange, .runChange, .tableChange, .cellChange: skipped = 1
    case .deleted, .movedFrom: delete()
    case .inserted, .movedTo: if runProperties == 0 { counts.insertions += 1 }
    case .fallback: if choices.last == true { skipped = 1 }
    case .alternative: choices.append(false)
    case .choice: if !choices.isEmpty { choices[choices.count - 1] = true }
    case .paragraph: paragraphs.append(Paragraph())
    case .paragraphProperties: paragraphProperties += 1
    case .style: change { $0.style = value()?.string }
    case .list: if paragraphProperties > 0 { change { $0.list = value()?.string } }
    case .rank: change { $0.rank = value()?.int }
    case .outline: change { $0.outline = value()?.int }
    case .run: (style, isHidden) = (.plain, false)
    case .runProperties: runProperties += 1
    case .bold: if isOn() { style = .strong }
    case .italic: if isOn(), style == .plain { style = .emphasised }
    case .hidden: if isOn(), paragraphProperties == 0 { isHidden = true }
    case .text: isText = true
    case .tab: if paragraphProperties == 0 { add("\t") }
    case .lineBreak: add(value(.type).map { $0 == "page" || $0 == "column" } ?? false ? "" : "\n")
    case .carriageReturn: add("\n")
    case .hyphen: add("-")
    case .symbol: add(Body.symbol(value(.char)?.string ?? ""))
    case .page: addPage()
    case .table: tables.append(TableBuilder())
    case .row: tables.last?.beginRow()
    case .before: tables.last?.skip(value()?.int ?? 0)
    case .cell:
      containers.append(TextContainer())
      tables.last?.beginCell()
    case .span: tables.last?.cell.columns = min(max(value()?.int ?? 1, 1), Limits.columns)
    case .merged: tables.last?.cell.goesOn = !(value().map { $0 == "restart" } ?? false)
    case .mergedAcross: tables.last?.cell.goesOnAcross = !(value().map { $0 == "restart" } ?? false)
    case .shading: if paragraphProperties == 0, runProperties == 0 { tables.last?.cell.colour = value(.fill)?.string }
    case .box:
      counts.boxes += 1
      containers.append(TextContainer())
    case .footnote, .endnote:
      guard let id = value(.id)?.string else { return }
      let kind = name == .footnote ? "footnotes" : "endnotes"
      notes.append((id, (kind, notes.count + 1)))
      add("[\(notes.count)]")
    case .note, .lastNote, .comment:
      // Notes with a type are lines between text and notes.
      noteID = value(.type).map { !($0 == "normal") } ?? false ? nil : value(.id)?.string
      containers.append(TextContainer())
    default: return
    }
  }

  func end(_ name: Int) throws(Hinweis) {
    guard let name = Body.vocabulary[name] else { return }
    if skipped > 0 {
      if Body.isSkipping(name) { skipped -= 1 }
      return
    }
    switch name {
    case .text: isText = false
    case .alternative: _ = choices.popLast()
    case .runProperties: runProperties -= 1
    case .paragraphProperties: paragraphProperties -= 1
    case .run: if isHidden { counts.hidden += 1 }
    case .paragraph: try endParagraph()
    case .cell:
      guard containers.count > 1, let cell = containers.popLast() else { return }
      try tables.last?.endCell(cell)
    case .row: try tables.last?.endRow()
    case .table:
      guard let table = tables.popLast() else { return }
      for block in table.blocks { containers[containers.count - 1].add(block) }
    case .box:
      guard containers.count > 1, let box = containers.popLast() else { return }
      if paragraphs.isEmpty {
        containers[containers.count - 1].blocks += box.blocks
      } else {
        paragraphs[paragraphs.count - 1].behind += box.blocks
      }
    case .note, .lastNote, .comment:
      guard containers.count > 1, let note = containers.popLast() else { return }
      if let noteID { byID[noteID] = note.blocks }
    default: return
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Hinweis) {
    guard isText, skipped == 0 else { return }
    length += bytes.count
    guard length <= Body.longest else { throw Hinweis("der Text ist länger als \(Body.longest >> 20) MB").help(.saveAgain) }
    add(String(decoding: bytes, as: UTF8.self))
  }

  private static func isSkipping(_ name: Name) -> Bool {
    [.deleted, .movedFrom, .fallback, .paragraphChange, .runChange, .tableChange, .cellChange].contains(name)
  }

  /// A deletion of text is left out with what it holds; one of a paragraph's end joins it with the next, one of a row takes the row.
  private func delete() {
    counts.deletions += 1
    if runProperties > 0, paragraphProperties > 0 {
      change { $0.isEndDeleted = true }
    } else if paragraphs.isEmpty, let table = tables.last, table.isInRow, !table.isInCell {
      table.isRowDeleted = true
    }
    skipped = 1
  }

  // MARK: Paragraphs

  /// A paragraph that is being read.
  private struct Paragraph {
    var runs: [Run] = []
    var style: String?
    var list: String?
    var rank: Int?
    var outline: Int?
    var isEndDeleted = false
    /// What stands in text boxes that hang at it.
    var behind: [Block] = []
  }

  private func change(_ body: (inout Paragraph) -> Void) {
    guard !paragraphs.isEmpty else { return }
    body(&paragraphs[paragraphs.count - 1])
  }

  private func add(_ text: String) {
    guard !text.isEmpty, !paragraphs.isEmpty else { return }
    let last = paragraphs.count - 1
    if let run = paragraphs[last].runs.last, run.style == style {
      paragraphs[last].runs[paragraphs[last].runs.count - 1].text += text
    } else {
      paragraphs[last].runs.append(Run(text, style))
    }
  }

  /// Within a table no page is told: the next paragraph behind it does.
  private func addPage() {
    if tables.isEmpty { add("\u{0C}") } else { pages += 1 }
  }

  private func endParagraph() throws(Hinweis) {
    guard var paragraph = paragraphs.popLast() else { return }
    if let before = containers[containers.count - 1].unended {
      paragraph.runs = before + paragraph.runs
      containers[containers.count - 1].unended = nil
    }
    if paragraph.isEndDeleted {
      containers[containers.count - 1].unended = paragraph.runs
      return containers[containers.count - 1].blocks.append(contentsOf: paragraph.behind)
    }
    defer { for block in paragraph.behind { containers[containers.count - 1].add(block) } }
    let isEmpty = paragraph.runs.allSatisfy { $0.text.allSatisfy(\.isWhitespace) }
    if pages > 0, tables.isEmpty, !isEmpty {
      paragraph.runs.insert(Run(String(repeating: "\u{0C}", count: pages)), at: 0)
      pages = 0
    }
    let style = paragraph.style.flatMap(styles.style)
    if style?.isContents ?? false {
      if !isEmpty { counts.contents += 1 }
      return
    }
    let list = paragraph.list ?? style?.list
    let rank = paragraph.rank ?? list.flatMap { list in paragraph.style.flatMap { numbering.rank(of: $0, in: list) } } ?? style?.level ?? 0
    // A page break may stand in a paragraph of its own.
    guard !isEmpty || paragraph.runs.contains(where: { $0.text.contains("\u{0C}") }) else { return }
    let number = isEmpty ? nil : list.flatMap { numbering.next($0, min(max(rank, 0), 8)) }
    let prefix = number.map { $0.isEmpty ? "" : $0 + " " } ?? ""
    let outline = paragraph.outline ?? style?.outline
    if let outline, (0..<9).contains(outline), !isEmpty {
      containers[containers.count - 1].add(.heading(outline + 1, prefix + paragraph.runs.map(\.text).joined()))
    } else if number != nil {
      containers[containers.count - 1].add(point: (prefix.isEmpty ? [] : [Run(prefix)]) + paragraph.runs)
    } else {
      containers[containers.count - 1].add(.paragraph(paragraph.runs))
    }
  }

  // MARK: Text

  /// Symbols of the fonts Symbol and Wingdings that stand for marks.
  private static func symbol(_ code: String) -> String {
    switch code.uppercased() {
    case "F0FC", "F0FE", "F052", "F053": "x"
    case "F0B7", "F0A7", "F06E": "•"
    case "F0A8", "F06F", "F0A3": "☐"
    case "F0E0", "F0E8": "→"
    default:
      UInt32(code, radix: 16).flatMap(Unicode.Scalar.init).map { (0xE000...0xF8FF).contains($0.value) ? "" : String(Character($0)) } ?? ""
    }
  }
}
