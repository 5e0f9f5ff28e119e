// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// A heat map of a pivot: each cell has its figure and is the darker the greater it is; `·` is nothing.
///
/// Headings that find no room are letters with a legend; columns that find none go into blocks below.
struct MatrixPicture {
  private let heading: String
  private let heads: [String]
  private let rows: [(label: String, values: [Double?])]
  private let hasSumColumn: Bool
  private let hasSumRow: Bool
  private let width: Int

  private static let shades: [Character] = ["░", "▒", "▓", "█"]

  static func hasSumColumn(_ table: Table) -> Bool { table.columns.last?.heading == Pivot.sum }

  init?(_ columns: [Table.Column], _ cells: [[String]], _ width: Int) {
    guard columns.count > 1 else { return nil }
    heading = columns[0].heading
    heads = columns.dropFirst().map { $0.heading.isEmpty ? PictureText.nothing : $0.heading }
    rows = cells.map { row in
      (row[0].isEmpty ? PictureText.nothing : CellText.shown(row[0], in: columns[0]), row.dropFirst().map { Double($0) })
    }
    hasSumColumn = columns.count > 2 && columns.last?.heading == Pivot.sum
    hasSumRow = cells.last?.first == Pivot.sum
    self.width = width
  }

  private var inner: Range<Int> { 0..<(heads.count - (hasSumColumn ? 1 : 0)) }

  var lines: [String] {
    let labels = rows.map(\.label) + [heading]
    let labelWidth = min(labels.map { Width.of($0) }.max() ?? 0, max(8, width / 3))
    let body = rows.dropLast(hasSumRow ? 1 : 0)
    let greatest = body.flatMap { $0.values[inner] }.compactMap { $0.map(abs) }.max() ?? 0
    let sumWidth = hasSumColumn ? max(Pivot.sum.count, rows.compactMap { $0.values.last }.map(figure).map(\.count).max() ?? 0) : 0
    let room = width - labelWidth - 3 - (hasSumColumn ? sumWidth + 3 : 0)
    // A cell has two shades before its figure.
    let cell = 3 + (body.flatMap { $0.values[inner] }.map { figure($0).count }.max() ?? 1)
    // Whole headings, else wrapped ones, else letters.
    func widths(_ of: (String) -> Int) -> [Int] { inner.map { max(cell, min(14, of(heads[$0]))) } }
    func fit(_ widths: [Int]) -> Bool { widths.reduce(0) { $0 + $1 + 1 } <= room + 1 }
    let whole = widths { Width.of($0) }
    let named = fit(whole) ? whole : widths { $0.split(separator: " ").map { Width.of($0) }.max() ?? 0 }
    let fits = fit(named)
    let letters = inner.map(MatrixPicture.letter)
    let columns = fits ? named : letters.map { max(cell, $0.count) }
    var lines: [String] = []
    for block in blocks(columns, room) {
      if !lines.isEmpty { lines.append("") }
      let isLast = block.upperBound == inner.upperBound
      lines += header(block.map { fits ? heads[$0] : letters[$0] }, block.map { columns[$0] }, labelWidth, isLast ? sumWidth : 0)
      for (index, row) in rows.enumerated() {
        let isSum = hasSumRow && index == rows.count - 1
        if isSum { lines.append(rule(block.map { columns[$0] }, labelWidth, isLast ? sumWidth : 0)) }
        let cells = block.map { isSum ? sumCell(row.values[$0], columns[$0]) : shaded(row.values[$0], columns[$0], greatest) }
        let sum = row.values.last.map { PictureText.padded(figure($0), sumWidth, isRight: true) } ?? ""
        for (line, part) in PictureText.label(row.label, labelWidth).enumerated() {
          let text = PictureText.padded(part, labelWidth) + " │ "
          lines.append(line > 0 ? text : text + cells.joined(separator: " ") + (hasSumColumn && isLast ? " │ " + sum : ""))
        }
      }
    }
    if !fits { for (letter, head) in zip(letters, heads) { lines.append("\(letter) = \(head)") } }
    return lines + legend(greatest, body.flatMap { $0.values[inner] }.compactMap(\.self))
  }

  /// The columns that stand side by side.
  private func blocks(_ widths: [Int], _ room: Int) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var (start, used) = (0, 0)
    for index in widths.indices {
      if index > start, used + widths[index] > room {
        blocks.append(start..<index)
        (start, used) = (index, 0)
      }
      used += widths[index] + 1
    }
    return blocks + [start..<widths.count]
  }

  private func header(_ heads: [String], _ widths: [Int], _ labelWidth: Int, _ sumWidth: Int) -> [String] {
    let parts = zip(heads, widths).map { Width.wrap($0, $1) }
    let height = parts.map(\.count).max() ?? 1
    // What is one line high stands directly above its cells.
    let lines = (0..<height).map { line in
      let label = PictureText.padded(line == height - 1 ? Width.cut(heading, to: labelWidth) : "", labelWidth)
      let words = zip(parts, widths).map { part, width in
        let place = line - (height - part.count)
        return PictureText.padded(place >= 0 ? part[place] : "", width, isRight: true)
      }
      let sum = sumWidth > 0 ? " │ " + PictureText.padded(line == height - 1 ? Pivot.sum : "", sumWidth, isRight: true) : ""
      return label + " │ " + words.joined(separator: " ") + sum
    }
    return lines + [rule(widths, labelWidth, sumWidth)]
  }

  private func rule(_ widths: [Int], _ labelWidth: Int, _ sumWidth: Int) -> String {
    func line(_ count: Int) -> String { String(repeating: "─", count: count) }
    let sum = sumWidth > 0 ? "─┼─" + line(sumWidth) : ""
    return line(labelWidth) + "─┼─" + line(widths.reduce(0) { $0 + $1 + 1 } - 1) + sum
  }

  private func figure(_ value: Double?) -> String { value.map { $0 == 0 ? "·" : PictureText.figure($0) } ?? "·" }

  private func sumCell(_ value: Double?, _ width: Int) -> String { PictureText.padded(figure(value), width, isRight: true) }

  /// A cell filled with its shade up to its figure.
  private func shaded(_ value: Double?, _ width: Int, _ greatest: Double) -> String {
    let figure = figure(value)
    guard let value, value != 0, greatest > 0 else { return PictureText.padded(figure, width, isRight: true) }
    let shade = MatrixPicture.shades[MatrixPicture.rank(value, greatest)]
    return String(repeating: shade, count: max(1, width - figure.count - 1)) + " " + figure
  }

  /// In which quarter of the greatest a value lies.
  private static func rank(_ value: Double, _ greatest: Double) -> Int { max(0, min(3, Int((abs(value) / greatest * 4).rounded(.up)) - 1)) }

  private func legend(_ greatest: Double, _ values: [Double]) -> [String] {
    let used = Set(values.filter { $0 != 0 }.map { MatrixPicture.rank($0, greatest) })
    let steps = used.sorted().map { "\(MatrixPicture.shades[$0]) bis \(PictureText.figure(greatest * Double($0 + 1) / 4))" }
    return Width.wrap((["· nichts"] + steps).joined(separator: "   "), width)
  }

  /// A, B, … Z, AA, AB, …
  private static func letter(_ index: Int) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return (index >= 26 ? letter(index / 26 - 1) : "") + String(alphabet[index % 26])
  }
}
