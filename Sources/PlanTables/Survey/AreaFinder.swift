// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Finds the tables of a sheet among its blocks of rows, and the texts above and below each.
struct AreaFinder {
  /// A table before its header is known.
  struct Area {
    var run: SheetOutline.Run
    var titles: [String] = []
    var notes: [String] = []
  }

  private var areas: [Area] = []
  /// Blocks of mere text since the last table.
  private var texts: [SheetOutline.Run] = []

  static func areas(_ outline: SheetOutline) -> [Area] {
    var finder = AreaFinder()
    for run in outline.runs { finder.add(run) }
    _ = finder.takeTexts(isLast: true)
    return finder.areas.flatMap(AreaFinder.sides)
  }

  private mutating func add(_ run: SheetOutline.Run) {
    guard !AreaFinder.isText(run) else {
      texts.append(run)
      return
    }
    if let last = areas.last, AreaFinder.goesOn(last.run, run) {
      // Texts between are names of groups, and are found again when the rows are counted.
      for text in texts { areas[areas.count - 1].run.join(text) }
      texts = []
      areas[areas.count - 1].run.join(run)
    } else {
      let titles = takeTexts(isLast: false)
      areas.append(Area(run: run, titles: titles))
    }
  }

  /// Of the texts between two tables the last is the title of what follows, the others are notes of what came before.
  private mutating func takeTexts(isLast: Bool) -> [String] {
    let lines = texts.map { $0.sample.flatMap { $0.cells.filter { !$0.isEmpty } } }
    texts = []
    guard !areas.isEmpty else { return lines.flatMap(\.self) }
    areas[areas.count - 1].notes += (isLast ? lines[...] : lines.dropLast()).flatMap(\.self)
    return isLast ? [] : lines.last ?? []
  }

  /// Lines of text, one cell each, or very few cells in few rows.
  private static func isText(_ run: SheetOutline.Run) -> Bool { run.widest <= 1 || run.rows == 1 && run.widest == 2 }

  /// True if a block behind a blank row belongs to the table above: it is as wide, and has no header of its own.
  private static func goesOn(_ above: SheetOutline.Run, _ run: SheetOutline.Run) -> Bool {
    let width = above.columns.count
    guard run.columns.lowerBound >= above.columns.lowerBound, run.columns.upperBound <= above.columns.upperBound + 1,
      run.rows == 1 || run.columns.count * 2 >= width
    else { return false }
    guard let first = run.sample.first, run.rows > 1 else { return true }
    // Almost no row is a header; whether it is that of the table above is looked up only then.
    guard HeaderGuess.isLikelyHeader(first.cells) else { return true }
    let keys = Set(first.cells.filter { !$0.isEmpty }.map(Heading.key))
    return above.sample.prefix(8).contains { row in keys.isSubset(of: Set(row.cells.map(Heading.key))) }
  }

  /// Tables that stand side by side: a blank column between them, and rows that do not begin or end together.
  private static func sides(_ area: Area) -> [Area] {
    let run = area.run
    guard let gap = run.columns.dropFirst(2).dropLast(2).first(where: { run.filled[$0] == 0 }) else { return [area] }
    func edge(_ columns: Range<Int>) -> (first: Int, last: Int) {
      let used = columns.filter { run.filled[$0] > 0 }
      return (used.map { run.first[$0] }.min() ?? 0, used.map { run.last[$0] }.max() ?? 0)
    }
    let left = run.columns.lowerBound..<gap
    guard let begin = (gap...run.columns.upperBound).first(where: { run.filled[$0] > 0 }) else { return [area] }
    let right = begin..<run.columns.upperBound + 1
    guard left.count > 1, right.count > 1, edge(left) != edge(right) else { return [area] }
    var sides: [Area] = []
    for columns in [left, right] {
      var side = area
      let (first, last) = edge(columns)
      side.run.lines = first...max(first, last)
      side.run.columns = columns.lowerBound...columns.upperBound - 1
      side.run.sample = run.sample.filter { side.run.lines.contains($0.line) }.map { row in
        var row = row
        for column in row.cells.indices where !columns.contains(column) { row.cells[column] = "" }
        return row
      }
      side.run.sample.removeAll { $0.filled == 0 }
      side.run.widest = side.run.sample.map(\.filled).max() ?? 0
      sides += AreaFinder.sides(side)
    }
    return sides
  }
}
