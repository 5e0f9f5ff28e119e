// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

/// Puts the text outside of tables together: title, headings, paragraphs, lists and facts.
struct HTMLBlocks {
  /// What the text that is being read will be.
  enum Target: Hashable { case paragraph, heading(Int), point, title, term, fact, note, subtitle, aside }

  private var document: Document
  private var target = Target.paragraph
  private var pageTitle = ""
  private var bytes: [UInt8] = []
  private var flow = TextFlow()
  /// Where in the text which style begins.
  private var styles: [(place: Int, style: Run.Style)] = []
  private var styleDepth: [HTMLName: Int] = [:]
  private var points: [[Run]] = []
  private var listDepth = 0
  private var headerDepth = 0
  private var preDepth = 0
  private var term = ""
  private var aside = ""
  /// True while all text of the paragraph leads to a place on the same page, as links to skip the menu do.
  private var isJump = false

  /// Longer paragraphs are cut in two.
  private static let longest = 1 << 20

  init(_ name: String) { document = Document(name) }

  // MARK: Tags

  mutating func open(_ tokens: HTMLTokens) {
    switch tokens.name {
    case "html":
      if let language = tokens.attribute("lang"), !language.isEmpty { document.language = String(decoding: language, as: UTF8.self) }
    case "meta": readMeta(tokens)
    case "title": begin(.title)
    case "h1", "h2", "h3", "h4", "h5", "h6": begin(.heading(Int(truncatingIfNeeded: tokens.name.code & 0xFF) - 0x30))
    case "p":
      let kind = tokens.attribute("class").map { String(decoding: $0, as: UTF8.self) }
      begin(kind == "anmerkung" ? .note : kind == "unterzeile" && headerDepth > 0 ? .subtitle : listDepth > 0 ? .point : .paragraph)
    case "ul", "ol", "dl":
      begin(.point)
      listDepth += 1
    case "li": begin(.point)
    case "dt": begin(.term)
    case "dd": begin(.fact)
    case "br": flow.breakLine()
    case "header": headerDepth += 1
    case "pre":
      begin(.paragraph)
      preDepth += 1
    case "img": if let text = tokens.attribute("alt") { append(text) }
    case "a":
      if bytes.isEmpty, target == .paragraph, tokens.attribute("href")?.first == UInt8(ascii: "#") { isJump = true }
    default:
      if HTMLName.blocks.contains(tokens.name) {
        // A `div` in a point of a list belongs to it, one between term and fact does not end them.
        if target == .paragraph || target == .note { begin(.paragraph) } else { flow.beginBlock() }
      } else {
        setStyle(tokens.name, 1)
      }
    }
  }

  mutating func close(_ name: HTMLName) {
    switch name {
    case "title", "h1", "h2", "h3", "h4", "h5", "h6", "p", "dt", "dd", "li": begin(listDepth > 0 ? .point : .paragraph)
    case "ul", "ol", "dl":
      begin(.point)
      listDepth = max(0, listDepth - 1)
      if listDepth == 0 {
        endList()
        begin(.paragraph)
      }
    case "header":
      begin(.paragraph)
      headerDepth = max(0, headerDepth - 1)
    case "pre":
      begin(.paragraph)
      preDepth = max(0, preDepth - 1)
    case "a": if isJump { (bytes, styles, flow, isJump) = ([], [], TextFlow(), false) }
    default:
      if HTMLName.blocks.contains(name) {
        if target == .paragraph { begin(.paragraph) } else { flow.beginBlock() }
      } else {
        setStyle(name, -1)
      }
    }
  }

  private mutating func readMeta(_ tokens: HTMLTokens) {
    guard let name = tokens.attribute("name"), let content = tokens.attribute("content"), name.elementsEqual("author".utf8),
      !content.isEmpty
    else { return }
    document.properties.append(.init("Autor", String(decoding: content, as: UTF8.self)))
  }

  private mutating func setStyle(_ name: HTMLName, _ step: Int) {
    guard ["b", "strong", "i", "em", "code"].contains(name) else { return }
    flow.settleBlank(&bytes, from: 0)
    styleDepth[name, default: 0] = max(0, styleDepth[name, default: 0] + step)
    func isOn(_ names: HTMLName...) -> Bool { names.contains { styleDepth[$0, default: 0] > 0 } }
    styles.append((bytes.count, isOn("code") ? .code : isOn("b", "strong") ? .strong : isOn("i", "em") ? .emphasised : .plain))
  }

  // MARK: Text

  mutating func append(_ text: [UInt8]) {
    if bytes.count > HTMLBlocks.longest { begin(target) }
    if preDepth > 0 { flow.append(preformatted: text, to: &bytes, from: 0) } else { flow.append(text, to: &bytes, from: 0) }
  }

  /// Ends what was read and begins something else.
  mutating func begin(_ next: Target) {
    TextFlow.trim(&bytes, from: 0)
    if !bytes.isEmpty { add(runs()) }
    bytes = []
    flow = TextFlow()
    isJump = false
    styles = styles.last.map { [(0, $0.style)] } ?? []
    target = next
  }

  mutating func takeAside() -> String {
    begin(.paragraph)
    defer { aside = "" }
    return aside
  }

  mutating func addTable(_ number: Int) {
    begin(.paragraph)
    endList()
    document.blocks.append(.table(Table(String(number), rows: TextRows([]))))
  }

  private mutating func endList() {
    if !points.isEmpty { document.blocks.append(.list(points)) }
    points = []
  }

  private func runs() -> [Run] {
    var runs: [Run] = []
    var begin = 0
    var style = Run.Style.plain
    for next in styles + [(bytes.count, .plain)] {
      let end = min(next.place, bytes.count)
      if end > begin {
        let text = String(decoding: bytes[begin..<end], as: UTF8.self)
        if runs.last?.style == style { runs[runs.count - 1].text += text } else { runs.append(Run(text, style)) }
      }
      (begin, style) = (end, next.style)
    }
    return runs
  }

  private mutating func add(_ runs: [Run]) {
    let text = runs.map(\.text).joined()
    if target != .point && target != .term && target != .fact { endList() }
    switch target {
    case .paragraph: document.blocks.append(.paragraph(runs))
    case .heading(let level): document.blocks.append(.heading(level, text))
    case .point: points.append(runs)
    case .title: if pageTitle.isEmpty { pageTitle = text }
    case .subtitle: document.subtitle = text
    case .term: term = text
    case .fact:
      if headerDepth > 0 { document.properties.append(.init(term, text)) } else { points.append([Run(term + ": ", .strong)] + runs) }
    case .note:
      if case .table(var table)? = document.blocks.last {
        table.notes.append(text)
        document.blocks[document.blocks.count - 1] = .table(table)
      } else {
        document.blocks.append(.paragraph(runs))
      }
    case .aside: aside += text
    }
  }

  /// The document; its first heading is its title if the page has none or says the same.
  mutating func finish() -> Document {
    begin(.paragraph)
    endList()
    let first = document.blocks.firstIndex { if case .heading = $0 { true } else { false } }
    if let first, case .heading(let level, let heading) = document.blocks[first], pageTitle.isEmpty || heading == pageTitle {
      document.title = heading
      document.blocks.remove(at: first)
      // Where others are of its level, they stay above those below them.
      let others = document.blocks.compactMap { if case .heading(let other, _) = $0 { other } else { nil } }
      let top = others.contains { $0 <= level } ? level - 1 : level
      document.blocks = document.blocks.map {
        if case .heading(let other, let text) = $0 { .heading(max(1, other - top), text) } else { $0 }
      }
    } else if !pageTitle.isEmpty {
      document.title = pageTitle
    }
    return document
  }
}
