// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Which rows of a block are likely its header.
public struct HeaderGuess: Sendable {
  /// The lines of the file on which its rows stand; empty if there is none.
  public var lines: [Int] = []
  /// Its rows, cut to their texts.
  public var rows: [[String]] = []
  /// How sure that is, in percent, and from what it follows.
  public var certainty = 0
  public var reasons: [String] = []
  /// A row below it that only numbers the columns.
  public var numbersLine: Int?

  init() {}
}

extension HeaderGuess {
  private static let mostRows = 4

  /// True if a row by itself looks like names of columns that catalogues have.
  static func isLikelyHeader(_ cells: [String]) -> Bool {
    let texts = cells.filter { !$0.isEmpty }
    guard texts.count > 1, texts.allSatisfy({ isName($0) }) else { return false }
    let known = texts.count { ColumnWords.isKnown($0) }
    return known >= 2 && known * 3 >= texts.count
  }

  /// A text that could name a column: short, and no value.
  private static func isName(_ text: String) -> Bool {
    guard text.count <= 120 else { return false }
    let kind = CellKind(text)
    return kind == .text || kind == .unit || kind == .person || kind == .date && text.count <= 10
  }

  /// - Returns: nil if no row looks like names of columns.
  init?(_ run: SheetOutline.Run, _ merges: [CellSpan]) {
    let sample = Array(run.sample.prefix(40))
    guard let core = HeaderGuess.core(sample, run) else { return nil }
    var first = core.row
    var last = core.row
    while first > 0, last - first + 1 < HeaderGuess.mostRows, HeaderGuess.isAbove(sample, first - 1, first, run, merges) { first -= 1 }
    while last + 1 < sample.count, last - first + 1 < HeaderGuess.mostRows, HeaderGuess.isBelow(sample, last + 1, first...last, merges) {
      last += 1
    }
    rows = sample[first...last].map(\.cells)
    lines = sample[first...last].map(\.line)
    certainty = min(99, max(20, Int(core.score / 4.2 * 100)))
    reasons = core.reasons
    let isMerged = merges.contains { lines.contains($0.line) }
    if rows.count > 1 { reasons.append(isMerged ? "verbundene Zellen" : "Gruppen über Spalten") }
    if last + 1 < sample.count, HeaderGuess.isNumbering(sample[last + 1].cells) { numbersLine = sample[last + 1].line }
  }

  /// The header where somebody said on which lines it stands; nil if none of them is here.
  init?(_ run: SheetOutline.Run, lines wanted: ClosedRange<Int>) {
    let sample = run.sample.filter { wanted.contains($0.line) }
    guard !sample.isEmpty else { return nil }
    rows = sample.map(\.cells)
    lines = sample.map(\.line)
    certainty = 100
    reasons = ["so angegeben"]
  }

  /// The row that looks most like names of columns.
  private static func core(_ sample: [SheetOutline.SampleRow], _ run: SheetOutline.Run) -> (row: Int, score: Double, reasons: [String])? {
    var best: (row: Int, score: Double, reasons: [String])?
    let width = run.columns.filter { column in sample.contains { column < $0.cells.count && !$0.cells[column].isEmpty } }.count
    guard width > 1 else { return nil }
    for (index, row) in sample.prefix(25).enumerated() {
      let texts = row.cells.filter { !$0.isEmpty }
      guard texts.count > 1 else { continue }
      let count = Double(texts.count)
      let names = Double(texts.count { isName($0) }) / count
      let known = Double(texts.count { ColumnWords.isKnown($0) }) / count
      let unlike = Double(texts.count - Set(texts.map(Heading.key)).count) / count
      let contrast = contrast(sample, index)
      var score = count / Double(width) + names * 1.2 + known * 1.5 + contrast - unlike - Double(index) * 0.03
      // A cross or an amount is a value, not a name.
      score -= Double(texts.count { [.cross, .amount, .mail].contains(CellKind($0)) }) / count * 2
      guard score > best?.score ?? 1.9 else { continue }
      let reasons = [
        names > 0.8 ? "lauter Texte" : nil, known > 0.3 ? "übliche Überschriften" : nil, contrast > 0.3 ? "darunter andere Werte" : nil,
        unlike == 0 ? "jeder nur einmal" : nil,
      ]
      best = (index, score, reasons.compactMap(\.self))
    }
    return best
  }

  /// How much of what stands below a row is of another kind, or much longer.
  private static func contrast(_ sample: [SheetOutline.SampleRow], _ index: Int) -> Double {
    let row = sample[index].cells
    var (unlike, all) = (0, 0)
    for (column, text) in row.enumerated() where !text.isEmpty {
      let below = sample.dropFirst(index + 1).prefix(6).compactMap { column < $0.cells.count ? $0.cells[column] : nil }.filter {
        !$0.isEmpty
      }
      guard !below.isEmpty else { continue }
      all += 1
      let kind = CellKind(text)
      if below.count(where: { CellKind($0) != kind || $0.count > text.count * 3 && $0.count > 25 }) * 2 > below.count { unlike += 1 }
    }
    return all == 0 ? 0 : Double(unlike) / Double(all)
  }

  /// True if a row above a header row is one too: short names over it, and not a single title over all.
  private static func isAbove(
    _ sample: [SheetOutline.SampleRow], _ index: Int, _ below: Int, _ run: SheetOutline.Run, _ merges: [CellSpan]
  ) -> Bool {
    let row = sample[index]
    guard sample[below].line - row.line == 1, row.cells.allSatisfy({ $0.isEmpty || isName($0) }) else { return false }
    let places = row.cells.indices.filter { !row.cells[$0].isEmpty }
    guard places.count == 1, let place = places.first else { return true }
    // One cell alone is a group only where it stands over a part.
    let span = merges.first { $0.line == row.line && $0.column == place }?.columns
    if let span { return span * 2 <= run.columns.count }
    return place > run.columns.lowerBound && row.cells[place].count <= 60
  }

  /// True if a row below a header row is one too: it names only columns that have no name yet, or divides those that are groups.
  private static func isBelow(_ sample: [SheetOutline.SampleRow], _ index: Int, _ header: ClosedRange<Int>, _ merges: [CellSpan]) -> Bool {
    let row = sample[index]
    let places = row.cells.indices.filter { !row.cells[$0].isEmpty }
    guard !places.isEmpty, row.line - sample[header.upperBound].line == 1,
      places.allSatisfy({ isName(row.cells[$0]) && row.cells[$0].count <= 60 })
    else { return false }
    func named(_ column: Int) -> Bool { header.contains { column < sample[$0].cells.count && !sample[$0].cells[column].isEmpty } }
    // Below a group stand its parts; a name over one column alone has nothing below it.
    func begins(_ column: Int) -> Bool {
      !named(column + 1) || merges.contains { $0.column == column && $0.columns > 1 && header.map { sample[$0].line }.contains($0.line) }
    }
    let new = places.count { !named($0) }
    if places.allSatisfy({ !named($0) || begins($0) }), new > 0 { return true }
    // Where groups have slipped, the lowest row names almost all columns again, but not that of the numbers.
    guard let first = sample[header.lowerBound].cells.firstIndex(where: { !$0.isEmpty }), !places.contains(first) else { return false }
    let unnamed = (first..<(sample.map(\.cells.count).max() ?? 0)).count { !named($0) }
    return new > 1 && new * 2 >= unnamed
  }

  private static func isNumbering(_ cells: [String]) -> Bool {
    let numbers = cells.filter { !$0.isEmpty }.compactMap { Int($0.filter { $0.isASCII && $0.isNumber }) }
    return numbers.count > 2 && numbers == Array(1...numbers.count) && cells.allSatisfy { $0.count <= 4 }
  }
}

extension HeaderGuess {
  /// What the header says of a column: its heading in the lowest row, the one above it alone, and groups over several, top down.
  func names(of column: Int, in columns: ClosedRange<Int>, _ merges: [CellSpan]) -> (heading: String, top: String?, groups: [String]) {
    func cell(_ row: Int, _ column: Int) -> String { column < rows[row].count ? rows[row][column] : "" }
    guard let last = rows.indices.last else { return ("", nil, []) }
    var groups: [String] = []
    var top: String?
    for row in rows.indices.dropLast() {
      var start = column
      // Where the file tells no merged cells, a name goes on to the right as far as nothing else stands there.
      // and not beyond the group that stands above it.
      while start > columns.lowerBound, cell(row, start).isEmpty, rows[..<row].allSatisfy({ start >= $0.count || $0[start].isEmpty }) {
        start -= 1
      }
      let text = cell(row, start)
      guard !text.isEmpty else { continue }
      let merged = merges.first { $0.line == lines[row] && $0.column == start }
      let end =
        merged.map { start + $0.columns - 1 } ?? (start..<columns.upperBound).first { !cell(row, $0 + 1).isEmpty } ?? columns.upperBound
      guard column <= end else { continue }
      // A name over this column alone is another heading of it; over several it is their group, if something below divides it.
      let divided = (start...max(start, min(end, columns.upperBound))).filter { place in
        (row + 1...last).contains { !cell($0, place).isEmpty }
      }
      if start == column, divided.count < 2 || merged == nil && !divided.contains(column) {
        top = text
      } else if divided.count > 1, divided.contains(column) {
        groups.append(text)
      }
    }
    return (cell(last, column), top, groups)
  }
}
