// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Bars: a line for each figure of each row, the figure before its bar; below zero a bar goes to the left.
struct BarPicture {
  private let heading: String
  private let names: [String]
  private let rows: [(label: String, values: [Double?])]
  private let width: Int

  init?(_ columns: [Table.Column], _ cells: [[String]], _ width: Int) {
    self.width = width
    // Totals are one row of figures: each has a bar under its own name.
    if cells.count == 1, columns.allSatisfy({ $0.kind == .number }) {
      (heading, names) = ("", [""])
      rows = columns.indices.map { (columns[$0].heading, [Double(cells[0][$0])]) }
      return
    }
    // Where all columns are numbers the first names the row.
    let figures = columns.indices.filter { columns[$0].kind == .number && $0 > 0 }
    guard !figures.isEmpty else { return nil }
    let labels = columns.indices.filter { !figures.contains($0) }
    heading = labels.map { columns[$0].heading }.joined(separator: ", ")
    names = figures.map { columns[$0].heading }
    rows = cells.map { row in
      let words = labels.map { CellText.shown(row[$0], in: columns[$0]) }.map { $0.isEmpty ? PictureText.nothing : $0 }
      return (words.joined(separator: ", "), figures.map { Double(row[$0]) })
    }
  }

  private static let fills: [Character] = ["█", "▓", "▒", "░"]
  private static let eighths: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  var lines: [String] {
    let values = rows.flatMap(\.values).compactMap(\.self)
    let nameWidth = names.count > 1 ? min(names.map { Width.of($0) }.max() ?? 0, max(6, width / 5)) : 0
    let valueWidth = values.map { PictureText.figure($0).count }.max() ?? 0
    let rest = width - 3 - (nameWidth > 0 ? nameWidth + 1 : 0) - valueWidth - 1
    let longest = max(Width.of(heading), rows.map { Width.of($0.label) }.max() ?? 0)
    let labelWidth = min(longest, max(8, min(width * 2 / 5, rest - 6)))
    let room = max(6, rest - labelWidth)
    let scales = scales(values)
    var lines = heading.isEmpty ? [] : PictureText.label(heading, labelWidth).map { PictureText.padded($0, labelWidth) + " │ " }
    if !lines.isEmpty {
      lines[0] += names.count == 1 ? Width.cut(names[0], to: width - labelWidth - 3) : ""
      lines.append(rule(labelWidth))
    }
    for row in rows {
      var (left, right) = (PictureText.label(row.label, labelWidth), [String]())
      for (index, value) in row.values.enumerated() {
        let figure = PictureText.padded(value.map(PictureText.figure) ?? "", valueWidth, isRight: true)
        let bar = value.map { self.bar($0, scales[index], room, fill(index)) } ?? ""
        let name = nameWidth > 0 ? Width.wrap(names[index], nameWidth) : [""]
        for (line, part) in name.enumerated() {
          let word = nameWidth > 0 ? PictureText.padded(part, nameWidth) + " " : ""
          right.append(word + (line == 0 ? "\(figure) \(bar)" : ""))
        }
      }
      while left.count < right.count { left.append("") }
      for (index, part) in left.enumerated() {
        lines.append(PictureText.padded(part, labelWidth) + " │ " + (index < right.count ? right[index] : ""))
      }
    }
    if scales.contains(where: { $0 != scales[0] }) { lines.append("jede Größe hat ihren eigenen Maßstab") }
    return lines
  }

  private func rule(_ labelWidth: Int) -> String {
    String(repeating: "─", count: labelWidth) + "─┼─" + String(repeating: "─", count: width - labelWidth - 3)
  }

  /// A few figures can be told apart by their bars; of many only their names tell.
  private func fill(_ index: Int) -> Character { names.count <= BarPicture.fills.count ? BarPicture.fills[index] : "█" }

  /// What the longest bar to each side stands for; figures too different to be compared have a scale each.
  private func scales(_ values: [Double]) -> [Range] {
    let each = names.indices.map { index in Range(rows.compactMap { $0.values[index] }) }
    let lengths = each.map(\.length).filter { $0 > 0 }
    let areAlike = (lengths.max() ?? 0) <= 20 * (lengths.min() ?? 0)
    return areAlike ? names.map { _ in Range(values) } : each
  }

  private struct Range: Equatable {
    var below: Double
    var above: Double
    var length: Double { below + above }

    init(_ values: [Double]) {
      below = -min(0, values.min() ?? 0)
      above = max(0, values.max() ?? 0)
    }
  }

  private func bar(_ value: Double, _ range: Range, _ room: Int, _ fill: Character) -> String {
    guard range.length > 0 else { return "" }
    guard range.below > 0 else { return filled(value / range.above * Double(room), fill) }
    let left = max(1, min(room - 2, Int((range.below / range.length * Double(room - 1)).rounded())))
    let right = room - 1 - left
    if value < 0 {
      let count = max(1, Int((-value / range.below * Double(left)).rounded()))
      return String(repeating: " ", count: left - count) + String(repeating: fill, count: count) + "│"
    }
    let bar = range.above > 0 ? filled(value / range.above * Double(right), fill) : ""
    return String(repeating: " ", count: left) + "│" + bar
  }

  /// A bar of some columns; the full one ends in eighths of a column. What is more than nothing is seen.
  private func filled(_ length: Double, _ fill: Character) -> String {
    guard length > 0 else { return "" }
    guard fill == "█" else { return String(repeating: fill, count: max(1, Int(length.rounded()))) }
    let eighths = max(1, Int((length * 8).rounded()))
    let whole = String(repeating: fill, count: eighths / 8)
    return eighths % 8 == 0 ? whole : whole + String(BarPicture.eighths[eighths % 8 - 1])
  }
}
