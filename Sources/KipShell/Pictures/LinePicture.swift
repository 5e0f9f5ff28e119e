// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Lines: figures over dates, each with marks of its own; what lies between two marks is dotted.
struct LinePicture {
  private let names: [String]
  private let points: [[(date: Datum, value: Double)]]
  private let undated: Int
  private let width: Int

  init?(_ columns: [Table.Column], _ cells: [[String]], _ width: Int) {
    guard columns.count > 1, columns.count - 1 <= LinePicture.marks.count else { return nil }
    names = columns.dropFirst().map(\.heading)
    let dated = cells.compactMap { row in Datum(row[0]).map { (date: $0, row: row) } }.sorted { $0.date.lastDay < $1.date.lastDay }
    undated = cells.count - dated.count
    points = columns.indices.dropFirst().map { index in
      dated.compactMap { one in Double(one.row[index]).map { (one.date, $0) } }
    }
    self.width = width
  }

  static let marks: [Character] = ["●", "○", "■", "□", "▲", "△", "◆", "◇"]
  private static let height = 12

  /// What is comes before what should be.
  static func rank(_ name: String) -> Int { name.hasSuffix("Ist") ? 0 : name.hasSuffix("Soll") ? 1 : 2 }

  var lines: [String] {
    let values = points.flatMap(\.self).map(\.value)
    guard let least = values.min(), let greatest = values.max() else { return ["keine Zahl mit einem Datum"] }
    let ticks = LinePicture.ticks(least, greatest)
    let (bottom, top) = (ticks[0], ticks[ticks.count - 1])
    let figures = ticks.map(PictureText.figure)
    let figureWidth = figures.map(\.count).max() ?? 0
    let room = width - figureWidth - 2
    let scale = TimeScale(points.flatMap(\.self).flatMap { [$0.date.firstDay, $0.date.lastDay] }, room)
    func row(_ value: Double) -> Int { Int(((value - bottom) / (top - bottom) * Double(LinePicture.height)).rounded()) }

    var grid = Array(repeating: Array(repeating: Character(" "), count: room), count: LinePicture.height + 1)
    for line in points { dot(line.map { (scale.column($0.date), row($0.value)) }, into: &grid) }
    var meets = false
    for (index, line) in points.enumerated() {
      for point in line {
        let (x, y) = (scale.column(point.date), row(point.value))
        let isTaken = LinePicture.marks[..<index].contains(grid[y][x]) || grid[y][x] == "*"
        meets = meets || isTaken
        grid[y][x] = isTaken ? "*" : LinePicture.marks[index]
      }
    }
    var lines: [String] = []
    for y in grid.indices.reversed() {
      let tick = ticks.firstIndex { row($0) == y }
      let figure = tick.map { figures[$0] } ?? ""
      lines.append(PictureText.padded(figure, figureWidth, isRight: true) + (tick == nil ? " │" : " ┤") + String(grid[y]))
    }
    lines.append(String(repeating: " ", count: figureWidth) + " └" + String(repeating: "─", count: room))
    lines += scale.heads.map { String(repeating: " ", count: figureWidth + 2) + $0 }
    let legend = zip(LinePicture.marks, names).map { "\($0) \($1)" } + (meets ? ["* mehrere"] : [])
    lines += Width.wrap(legend.joined(separator: "   "), width)
    if undated > 0 { lines.append("\(undated) ohne Datum nicht gezeichnet") }
    return lines
  }

  /// Dots between the points of a line, as far as nothing else stands there.
  private func dot(_ points: [(x: Int, y: Int)], into grid: inout [[Character]]) {
    for (from, to) in zip(points, points.dropFirst()) where to.x > from.x {
      for x in from.x...to.x {
        let y = from.y + Int((Double(to.y - from.y) * Double(x - from.x) / Double(to.x - from.x)).rounded())
        if grid[y][x] == " " { grid[y][x] = "·" }
      }
    }
  }

  /// Round figures from below the least to above the greatest value, about five of them.
  private static func ticks(_ least: Double, _ greatest: Double) -> [Double] {
    var (low, high) = (least, greatest)
    // From zero on, unless the differences would be lost.
    if low > 0, low <= high * 0.6 { low = 0 }
    if high < 0, high >= low * 0.6 { high = 0 }
    if low == high { (low, high) = low == 0 ? (0, 1) : (low - abs(low) * 0.1, high + abs(high) * 0.1) }
    var step = 1.0
    while step * 5 < high - low { step *= 10 }
    while step > high - low { step /= 10 }
    step = [0.1, 0.2, 0.25, 0.5, 1, 2, 5].map { $0 * step }.first { (high - low) / $0 <= 5 } ?? step
    let (from, to) = ((low / step).rounded(.down), (high / step).rounded(.up))
    return stride(from: from, through: max(to, from + 1), by: 1).map { $0 * step }
  }
}
