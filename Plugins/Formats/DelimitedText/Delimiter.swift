// SPDX-License-Identifier: Apache-2.0
import PlanKit

/// The character between two cells of a file.
enum Delimiter: CaseIterable {
  // In order of preference: a comma is also a decimal comma and in every prose.
  case tab, semicolon, bar, comma

  var byte: UInt8 {
    switch self {
    case .tab: .tab
    case .semicolon: .semicolon
    case .bar: .bar
    case .comma: .comma
    }
  }

  /// What it is called towards users.
  var name: String {
    switch self {
    case .tab: "Tabulator"
    case .semicolon: "Semikolon"
    case .bar: "senkrechter Strich"
    case .comma: "Komma"
    }
  }

  /// Finds what separates the cells at the beginning of a file.
  ///
  /// One that gives every row the same width is it. Otherwise prose stands around the table or rows are cut: then it is the one with
  /// the most cells in neighbouring rows of equal width, which prose has by chance only. Nothing is separated where there is no table.
  static func find(in reader: TextReader, otherwise usual: UInt8) throws(Hinweis) -> Delimiter {
    var reader = reader
    var trials = allCases.map { Trial($0, reader) }
    // The first row may have a cell longer than what was read.
    while trials.contains(where: \.widths.isEmpty) && !reader.isAtEnd && reader.text.count < 2 * RowCutter.longestCell {
      try reader.fill(line: 1)
      trials = allCases.map { Trial($0, reader) }
    }
    if let even = trials.first(where: \.isEven) { return even.delimiter }
    let best = trials.reduce(trials[0]) { $1.score > $0.score ? $1 : $0 }
    if best.score > 0 { return best.delimiter }
    let isProse = trials.contains { ($0.widths.max() ?? 0) > 1 }
    return isProse ? .tab : allCases.first { $0.byte == usual } ?? .tab
  }
}

/// What a delimiter makes of the beginning of a file.
private struct Trial {
  let delimiter: Delimiter
  /// How many cells the rows have that are not blank.
  private(set) var widths: [Int] = []
  /// How many quotation marks make no sense with it.
  private var strayQuotes = 0

  init(_ delimiter: Delimiter, _ reader: TextReader) {
    self.delimiter = delimiter
    var reader = reader
    var cutter = RowCutter(delimiter: delimiter.byte)
    var done = 0
    repeat {
      let isLast = reader.isAtEnd
      done += reader.withGuardedText { text, count in
        cutter.cut(UnsafeBufferPointer(rebasing: text[done...]), count: count - done, isLast: isLast)
      }
      strayQuotes += cutter.notes.count
      var before: Int32 = 0
      for end in cutter.batch.rowEnds {
        if end > before { widths.append(Int(end - before)) }
        before = end
      }
    } while !cutter.isEmpty && widths.count < 2000
  }

  var isEven: Bool { strayQuotes == 0 && (widths.first ?? 0) > 1 && Set(widths).count == 1 }

  var score: Int {
    var score = 0
    var equal = 0
    var run = 0
    var longestRun = 0
    for (one, next) in zip(widths, widths.dropFirst()) where max(one, next) > 1 {
      let (less, more) = (min(one, next), max(one, next))
      score += (less - 1) * (less == more ? 16 : (more - less) * 4 < more ? 4 : 0)
      equal += less == more ? 1 : 0
      run = less == more ? run + less - 1 : 0
      longestRun = max(longestRun, run)
    }
    let rows = widths.count { $0 > 1 }
    // Prose has commas in some lines and now and then a semicolon, but no tabs.
    let isTable =
      switch delimiter {
      case .tab: rows > 0
      case .semicolon, .bar: rows * 2 >= widths.count
      case .comma: equal * 2 > widths.count || rows == widths.count
      }
    guard rows > 0, isTable || longestRun >= 6 else { return 0 }
    score = (score + rows) * (delimiter == .comma ? 16 : 64)
    return score * widths.count / (widths.count + 4 * strayQuotes)
  }
}
