// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

/// Lays the cells of a table out in rows and columns; end tags that are missing are no obstacle.
struct HTMLGrid {
  var rows = RowBuilder()
  private(set) var isOver = false
  private(set) var isInCell = false

  private let style: HTMLStyle
  private let file: String
  /// For how many more rows a cell above covers each column.
  private var covered = CoveredColumns()
  private var line = 0
  private var isInRow = false
  private var isInCaption = false
  private var isRowHidden = false
  private var isSectionHidden = false
  private var isRowLeftOut = false
  private var rowColour: String?
  private var column = 0

  private var flow = TextFlow()
  private var hidden = HTMLHidden()
  private var span = (rows: 1, columns: 1)
  private var colour: String?
  private var links: [String] = []
  private var isPreformatted = 0
  private var strikes = 0
  private var struck = 0

  private var notes: [Hinweis] = []
  private var noteCount = 0

  /// A cell that goes on longer has lost its end.
  private static let longestCell = 16 << 20
  private static let mostColumns = 16_384
  /// The standard lets a cell span no more.
  private static let mostSpan = (rows: 65_534, columns: 1000)

  init(_ style: HTMLStyle, file: String) {
    self.style = style
    self.file = file
  }

  mutating func takeMerged() -> [CellSpan] { covered.takeMerged() }

  mutating func takeNotes() -> [Hinweis] {
    guard !notes.isEmpty else { return [] }
    defer { notes = [] }
    return notes
  }

  // MARK: Tags

  mutating func open(_ tokens: HTMLTokens) throws(Hinweis) {
    switch tokens.name {
    case "td", "th":
      try endCell()
      if !isInRow { beginRow(nil) }
      try beginCell(tokens)
    case "tr":
      try endRow()
      beginRow(tokens)
    case "thead", "tbody", "tfoot":
      try endSection()
      isSectionHidden = style.isHidden(tokens)
    case "caption", "colgroup", "col": isInCaption = tokens.name == "caption" && !isInCell
    default: if isInCell { openInCell(tokens) }
    }
  }

  private mutating func openInCell(_ tokens: HTMLTokens) {
    hidden.open(tokens.name, isHidden: style.isHidden(tokens))
    guard !hidden.isActive else { return }
    switch tokens.name {
    case "br": flow.breakLine()
    case "a":
      if let link = tokens.attribute("href"), !link.isEmpty, link[0] != UInt8(ascii: "#"), links.count < 100 {
        links.append(String(decoding: link, as: UTF8.self))
      }
    case "s", "strike", "del": strikes += 1
    case "pre", "textarea":
      flow.beginBlock()
      isPreformatted += 1
    case "img": if let text = tokens.attribute("alt") { flow.append(text, to: &rows.bytes, from: rows.cellBegin) }
    case let name where HTMLName.blocks.contains(name): flow.beginBlock()
    default: break
    }
  }

  mutating func close(_ name: HTMLName) throws(Hinweis) {
    switch name {
    case "td", "th": try endCell()
    case "tr": try endRow()
    case "thead", "tbody", "tfoot": try endSection()
    case "caption": isInCaption = false
    default:
      guard isInCell else { return }
      if hidden.isActive { return hidden.close(name) }
      switch name {
      case "s", "strike", "del": strikes = max(0, strikes - 1)
      case "pre", "textarea":
        isPreformatted = max(0, isPreformatted - 1)
        flow.beginBlock()
      case "p" where rows.bytes.count == rows.cellBegin: break
      case _ where HTMLName.blocks.contains(name): flow.beginBlock()
      default: break
      }
    }
  }

  mutating func append(_ text: [UInt8]) throws(Hinweis) {
    guard isInCell, !hidden.isActive else { return }
    let before = rows.bytes.count
    if isPreformatted > 0 {
      flow.append(preformatted: text, to: &rows.bytes, from: rows.cellBegin)
    } else {
      flow.append(text, to: &rows.bytes, from: rows.cellBegin)
    }
    if strikes > 0 { struck += rows.bytes.count - before }
    guard rows.bytes.count - rows.cellBegin <= HTMLGrid.longestCell else {
      throw Hinweis("Zeile \(line) der Tabelle hat eine Zelle von mehr als \(HTMLGrid.longestCell >> 20) MiB").at(place)
        .help("die Seite ist beschädigt oder keine Tabelle")
    }
  }

  // MARK: Rows and cells

  private var place: Place { Place(file: file, line: line, column: column + 1) }

  private mutating func beginRow(_ tokens: HTMLTokens?) {
    isInRow = true
    line += 1
    column = 0
    isRowHidden = isSectionHidden
    rowColour = nil
    guard let tokens, !tokens.attributes.isEmpty else { return }
    isRowHidden = isRowHidden || style.isHidden(tokens)
    rowColour = style.colour(tokens)
    // kip's own row that says that there are no rows.
    isRowLeftOut = tokens.attribute("class")?.elementsEqual("leer".utf8) ?? false
  }

  private mutating func beginCell(_ tokens: HTMLTokens) throws(Hinweis) {
    while covered.isCovered(column) { try appendEmpty() }
    isInCell = true
    isInCaption = false
    flow = TextFlow()
    hidden.reset()
    (isPreformatted, strikes, struck) = (0, 0, 0)
    links.removeAll(keepingCapacity: true)
    span = (1, 1)
    colour = rowColour
    guard !tokens.attributes.isEmpty else { return }
    if let found = style.colour(tokens) { colour = found }
    if let columns = tokens.attribute("colspan") { span.columns = try count(columns, "colspan", HTMLGrid.mostSpan.columns) }
    if let rows = tokens.attribute("rowspan") {
      span.rows = rows == [0x30] ? HTMLGrid.mostSpan.rows : try count(rows, "rowspan", HTMLGrid.mostSpan.rows)
    }
  }

  private mutating func endCell() throws(Hinweis) {
    guard isInCell else { return }
    isInCell = false
    TextFlow.trim(&rows.bytes, from: rows.cellBegin)
    let length = rows.bytes.count - rows.cellBegin
    if length == 2, rows.bytes[rows.cellBegin] == 0xC2, rows.bytes[rows.cellBegin + 1] == 0xA0 { rows.bytes.removeLast(2) }
    func add(_ kind: CellDetail.Kind) { rows.details.append(CellDetail(row: Int32(rows.count), column: Int32(column), kind)) }
    if let colour { add(.colour(colour)) }
    for link in links { add(.link(link)) }
    if length > 0 && struck >= length { add(.struck) }
    rows.endCell()
    if span.rows > 1 || span.columns > 1 { covered.add(CellSpan(line: line, column: column, rows: span.rows, columns: span.columns)) }
    column += 1
    try checkColumn()
    for _ in 1..<span.columns { try appendEmpty() }
  }

  private mutating func appendEmpty() throws(Hinweis) {
    rows.endCell()
    column += 1
    try checkColumn()
    try covered.countEmpty(place)
  }

  private func checkColumn() throws(Hinweis) {
    guard column <= HTMLGrid.mostColumns else {
      throw Hinweis("Zeile \(line) der Tabelle hat mehr als \(HTMLGrid.mostColumns) Spalten; so viele hat kein Blatt").at(place)
        .help("die Seite ist beschädigt; die Tabelle neu ausgeben lassen")
    }
  }

  private mutating func endRow() throws(Hinweis) {
    try endCell()
    guard isInRow else { return }
    isInRow = false
    while covered.reaches(column) { try appendEmpty() }
    covered.endRow(line)
    // A row without cells counts, but is not worth giving.
    if isRowLeftOut { rows.dropCells() } else if column > 0 { rows.endRow(line: line, isHidden: isRowHidden) }
    isRowLeftOut = false
  }

  private mutating func endSection() throws(Hinweis) {
    try endRow()
    covered.endSection(line)
    isSectionHidden = false
  }

  mutating func endTable() throws(Hinweis) {
    try endSection()
    isOver = true
  }

  /// The number of an attribute, between 1 and a limit.
  private mutating func count(_ digits: [UInt8], _ name: String, _ most: Int) throws(Hinweis) -> Int {
    var value = 0
    for byte in digits.drop(while: { $0 == 0x20 }) {
      guard (0x30...0x39).contains(byte) else { break }
      value = min(value * 10 + Int(byte - 0x30), 1 << 40)
    }
    if value > most {
      noteCount += 1
      if noteCount <= TextCursor.mostNotes {
        notes.append(
          Hinweis("\(name)=\"\(String(decoding: digits.prefix(20), as: UTF8.self))\" ist mehr als \(most); gelesen wurde \(most)").grade(
            .warnung
          ).at(place))
      }
    }
    return min(max(value, 1), most)
  }
}
