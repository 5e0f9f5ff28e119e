// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

/// A page as a document: what stands in which order, and where its tables begin. Goes over the page once and keeps no row.
struct HTMLPage {
  private let fresh: TextCursor
  private var tokens: HTMLTokens
  private var text: HTMLBlocks
  private var style = HTMLStyle()
  private var sheet: [UInt8] = []
  private var hidden = HTMLHidden()
  /// The open tables, the outer ones first.
  private var open: [OpenTable] = []
  private var found: [Int: FoundTable] = [:]

  private struct OpenTable {
    var number: Int
    var isInCell = false
    var isInCaption = false
    /// True where only those who cannot see the page are told a name that kip made up.
    var isUnseen = false
    var column = 0
  }

  private struct FoundTable {
    var mark: TextCursor.Mark
    var caption = ""
    var isHidden = false
    var hiddenColumns: [ClosedRange<Int>] = []
  }

  private static let deepest = 24
  private static let mostTables = 10_000

  init(_ cursor: TextCursor) {
    fresh = cursor
    tokens = HTMLTokens(cursor)
    text = HTMLBlocks(cursor.source.name)
  }

  mutating func document() throws(Hinweis) -> Document {
    loop: while true {
      switch try tokens.next() {
      case .end: break loop
      case .open: try start()
      case .close: end()
      case .text: read()
      }
    }
    var document = text.finish()
    // Excel names its sheets, one for each table.
    let names = tokens.sheetNames.count == found.count ? tokens.sheetNames : []
    document.blocks = document.blocks.map { block in
      guard case .table(var table) = block, let number = Int(table.name), let place = found[number] else { return block }
      table.name = place.caption.isEmpty && number < names.count ? names[number] : place.caption
      table.isHidden = place.isHidden
      table.hiddenColumns = place.hiddenColumns
      table.rows = HTMLRows(cursor: fresh, mark: place.mark, style: style)
      return .table(table)
    }
    return document
  }

  private mutating func start() throws(Hinweis) {
    let name = tokens.name
    if name == "table" { return try startTable() }
    if let last = open.indices.last {
      switch name {
      case "td", "th":
        endCaption(last)
        open[last].isInCell = true
        return
      case "tr", "thead", "tbody", "tfoot":
        endCaption(last)
        open[last].isInCell = false
        return
      case "caption" where !open[last].isInCell:
        open[last].isInCaption = true
        open[last].isUnseen = tokens.attribute("class")?.elementsEqual("unsichtbar".utf8) ?? false
        text.begin(.aside)
        return
      case "col" where !open[last].isInCell: return addColumn(last)
      default: if open[last].isInCell { return }
      }
    }
    hidden.open(name, isHidden: style.isHidden(tokens))
    if !hidden.isActive { text.open(tokens) }
  }

  private mutating func end() {
    let name = tokens.name
    if name == "style" {
      style.add(String(decoding: sheet, as: UTF8.self))
      sheet = []
    }
    if name == "table" {
      if !open.isEmpty { open.removeLast() }
      return
    }
    if let last = open.indices.last {
      switch name {
      case "td", "th", "tr", "thead", "tbody", "tfoot":
        open[last].isInCell = false
        return
      case "caption": return endCaption(last)
      default: if open[last].isInCell { return }
      }
    }
    if hidden.isActive { return hidden.close(name) }
    text.close(name)
  }

  private mutating func endCaption(_ last: Int) {
    guard open[last].isInCaption else { return }
    open[last].isInCaption = false
    let caption = text.takeAside()
    let isNumber = caption.hasPrefix("Tabelle ") && Int(caption.dropFirst(8)) != nil
    found[open[last].number]?.caption = open[last].isUnseen && isNumber ? "" : caption
  }

  private mutating func read() {
    if tokens.isInStyle {
      if sheet.count < 1 << 20 { sheet += tokens.text }
    } else if !hidden.isActive, open.last.map({ !$0.isInCell }) ?? true {
      text.append(tokens.text)
    }
  }

  private mutating func startTable() throws(Hinweis) {
    if hidden.isActive { hidden.open("table", isHidden: false) }
    // Within a table but outside its cells, a table begins where the end of the other was forgotten.
    if let last = open.last, !last.isInCell { open.removeLast() }
    guard open.count < HTMLPage.deepest, found.count < HTMLPage.mostTables else {
      throw Hinweis("hier stehen mehr als \(HTMLPage.deepest) Tabellen ineinander oder \(HTMLPage.mostTables) hintereinander")
        .at(tokens.cursor.place).help("die Seite ist beschädigt; die Tabelle neu ausgeben lassen")
    }
    let number = found.count
    let isHidden = hidden.isActive || style.isHidden(tokens)
    found[number] = FoundTable(mark: tokens.cursor.mark, isHidden: isHidden)
    open.append(OpenTable(number: number))
    text.addTable(number)
  }

  private mutating func addColumn(_ last: Int) {
    let span = tokens.attribute("span").flatMap { Int(String(decoding: $0, as: UTF8.self)) }.map { min(max($0, 1), 1000) } ?? 1
    if style.isHidden(tokens), open[last].column < 16_384 {
      found[open[last].number]?.hiddenColumns.append(open[last].column...open[last].column + span - 1)
    }
    open[last].column += span
  }
}
