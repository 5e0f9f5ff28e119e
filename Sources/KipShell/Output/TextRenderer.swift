// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Writes a document for a terminal or a plain text file.
struct TextRenderer {
  /// Columns of the window; nil where there is none: then nothing is wrapped, and nothing is ever cut.
  var width: Int?
  var colours = Colours.none

  func write(_ document: Document, to sink: inout some ByteSink) throws(Hinweis) {
    if !document.title.isEmpty {
      let title = PlainText.of(document.title)
      try sink.write(colours.mark(title, .heading) + "\n" + String(repeating: "=", count: Width.of(title)) + "\n")
      if let subtitle = document.subtitle { try sink.write(PlainText.of(subtitle) + "\n") }
    }
    for property in document.properties { try sink.write(PlainText.of("\(property.name): \(property.value)") + "\n") }
    if !document.properties.isEmpty || !document.title.isEmpty { try sink.write("\n") }
    for (index, block) in document.blocks.enumerated() {
      if index > 0 { try sink.write("\n") }
      switch block {
      case .heading(let level, let text):
        let text = PlainText.of(text)
        try sink.write(colours.mark(text, .heading) + "\n" + String(repeating: level <= 1 ? "-" : "·", count: Width.of(text)) + "\n")
      case .paragraph(let runs): try write(runs, "", to: &sink)
      case .list(let points): for point in points { try write(point, "• ", to: &sink) }
      case .table(let table): try write(table, to: &sink)
      case .chart(let chart): try write(chart, to: &sink)
      @unknown default: break
      }
    }
  }

  private func write(_ runs: [Run], _ bullet: String, to sink: inout some ByteSink) throws(Hinweis) {
    let text = PlainText.of(runs.map(\.text).joined())
    let meaning: Colours.Meaning? = runs.count == 1 && runs[0].style == .code ? .code : nil
    let lines = width.map { Width.wrap(text, max(20, $0 - bullet.count)) } ?? [text]
    for (index, line) in lines.enumerated() {
      try sink.write((index == 0 ? bullet : String(repeating: " ", count: bullet.count)) + colours.mark(line, meaning) + "\n")
    }
  }

  // MARK: Tables

  func write(_ table: Table, to sink: inout some ByteSink) throws(Hinweis) {
    var table = table
    // The headings of a pivot are values of the plan.
    for index in table.columns.indices { table.columns[index].heading = PlainText.of(table.columns[index].heading) }
    let columns = table.columns
    guard !columns.isEmpty else { return }
    // The widths must be known before the first row is written. A few rows are kept meanwhile; of more the source is read again.
    var widths = columns.map { Width.of($0.heading) }
    var words = columns.map { TextRenderer.longestWord($0.heading) }
    var count = 0
    var kept: [[String]] = []
    try table.rows.forEach { (cells, _) throws(Hinweis) in
      count += 1
      if count <= TextRenderer.keptRows { kept.append(cells) }
      for (index, cell) in cells.enumerated() where index < widths.count {
        let text = TextRenderer.shown(cell, in: columns[index])
        let longest = text.split(separator: "\n").map { Width.of($0) }.max() ?? 0
        if longest > widths[index] { widths[index] = longest }
        // Only what is longer than the longest word so far can hold a longer one.
        if width != nil, longest > words[index] { words[index] = max(words[index], TextRenderer.longestWord(text)) }
      }
      return .more
    }
    if count <= TextRenderer.keptRows { table.rows = TextRows(kept) }
    let fitted = fit(widths, words)
    // A single figure needs no frame.
    if columns.count == 1, count == 1, columns[0].kind == .number {
      try table.rows.forEach { (cells, _) throws(Hinweis) in
        try sink.write(TextRenderer.shown(cells[0], in: columns[0]) + "\n")
        return .more
      }
    } else if let width, fitted.reduce(0, +) + 3 * (fitted.count - 1) > width {
      try writeCards(table, width, to: &sink)
    } else {
      try writeRow(columns.map(\.heading), columns, fitted, .heading, to: &sink)
      try sink.write(fitted.map { String(repeating: "─", count: $0) }.joined(separator: "─┼─") + "\n")
      try writeRows(table, columns, fitted, to: &sink)
    }
    for note in table.notes { try sink.write(PlainText.of(note) + "\n") }
  }

  private static let keptRows = 2000

  /// Writes a table that the window cannot hold: a card for each row, without what is empty.
  private func writeCards(_ table: Table, _ width: Int, to sink: inout some ByteSink) throws(Hinweis) {
    let names = table.columns.map { $0.heading.isEmpty ? $0.key : $0.heading }
    let card = ["Spalte", "Wert"].map { Table.Column($0, $0) }
    let first = min(names.map { Width.of($0) }.max() ?? 0, width / 3)
    let widths = [first, max(20, width - first - 3)]
    try table.rows.forEach { (cells, _) throws(Hinweis) in
      try sink.write(widths.map { String(repeating: "─", count: $0) }.joined(separator: "─┬─") + "\n")
      for (index, cell) in cells.enumerated() where index < names.count && !cell.isEmpty {
        try writeRow([names[index], TextRenderer.shown(cell, in: table.columns[index])], card, widths, to: &sink)
      }
      return .more
    }
  }

  private func writeRows(_ table: Table, _ columns: [Table.Column], _ widths: [Int], to sink: inout some ByteSink) throws(Hinweis) {
    var writer = RowTextSink(renderer: self, columns: columns, widths: widths, sink: sink)
    defer { sink = writer.sink }
    try table.rows.rows(into: &writer)
  }

  private struct RowTextSink<Sink: ByteSink>: RowSink {
    let renderer: TextRenderer
    let columns: [Table.Column]
    let widths: [Int]
    var sink: Sink

    mutating func take(_ batch: RowBatch) throws(Hinweis) -> Flow {
      for row in 0..<batch.count {
        let cells = batch.texts(row)
        try renderer.writeRow(
          columns.indices.map { TextRenderer.shown($0 < cells.count ? cells[$0] : "", in: columns[$0]) }, columns, widths, to: &sink)
      }
      return .more
    }
  }

  private static func shown(_ cell: String, in column: Table.Column) -> String { PlainText.of(CellText.shown(cell, in: column)) }

  private func writeRow(
    _ cells: [String], _ columns: [Table.Column], _ widths: [Int], _ meaning: Colours.Meaning? = nil, to sink: inout some ByteSink
  ) throws(Hinweis) {
    let wrapped = cells.enumerated().map { index, cell in
      width == nil && !cell.contains("\n") ? [cell] : Width.wrap(cell, widths[index])
    }
    for line in 0..<(wrapped.map(\.count).max() ?? 1) {
      var text = ""
      for (index, parts) in wrapped.enumerated() {
        let part = line < parts.count ? parts[line] : ""
        let blanks = String(repeating: " ", count: max(0, widths[index] - Width.of(part)))
        if index > 0 { text += " │ " }
        let marked = colours.isOn ? colours.mark(part, meaning ?? TextRenderer.meaning(cells[index], columns[index])) : part
        text += columns[index].kind == .number ? blanks + marked : marked + blanks
      }
      while text.last == " " { text.removeLast() }
      try sink.write(text + "\n")
    }
  }

  /// What a cell means by itself: the grade of a finding, or a line that may be typed.
  private static func meaning(_ cell: String, _ column: Table.Column) -> Colours.Meaning? {
    switch column.key {
    case "grad": Colours.meaning(ofGrade: cell)
    case "befehl", "wort", "angabe": .code
    default: nil
    }
  }

  private static func longestWord(_ text: String) -> Int {
    text.split { $0 == " " || $0 == "\n" }.map { Width.of($0) }.max() ?? 0
  }

  /// Narrows the widest columns until the table fits the window; words are cut only if it cannot fit otherwise.
  private func fit(_ widths: [Int], _ words: [Int]) -> [Int] {
    guard let width else { return widths }
    let room = width - 3 * (widths.count - 1)
    let whole = narrowed(widths, to: room, floors: words.map { min(max($0, 8), 30) })
    return narrowed(whole, to: room, floors: words.map { _ in 8 })
  }

  private func narrowed(_ widths: [Int], to room: Int, floors: [Int]) -> [Int] {
    var widths = widths
    var excess = widths.reduce(0, +) - room
    while excess > 0, let widest = widths.indices.filter({ widths[$0] > floors[$0] }).max(by: { widths[$0] < widths[$1] }) {
      let second = widths.indices.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
      let cut = max(1, min(excess, widths[widest] - max(floors[widest], second)))
      widths[widest] -= cut
      excess -= cut
    }
    return widths
  }
}
