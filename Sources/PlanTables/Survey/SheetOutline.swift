// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// What a first reading of a sheet keeps of it: its blocks of rows, merged cells, and what stands at cells besides their texts.
struct SheetOutline: RowSink {
  /// Rows of which none is blank.
  struct Run {
    var lines: ClosedRange<Int>
    var columns: ClosedRange<Int>
    var rows = 0
    /// The most cells that a row has.
    var widest = 0
    /// For each column how many cells are filled, and the first and last line of those.
    var filled: [Int] = []
    var first: [Int] = []
    var last: [Int] = []
    /// Its first rows, with their lines.
    var sample: [SampleRow] = []
  }

  struct SampleRow {
    var line: Int
    var cells: [String]
    var filled: Int { cells.count { !$0.isEmpty } }
  }

  private(set) var runs: [Run] = []
  private(set) var survey: SheetSurvey
  /// Merged cells of the first lines, where headers stand.
  private(set) var merges: [CellSpan] = []
  /// The line and the line breaks of the row before; -1 behind a blank one.
  private var before = (line: -1, breaks: 0)
  /// Colours and the text of their cells or of the cell behind them, as long as they may be a legend.
  private var legend: [(colour: String, text: String)] = []

  /// So much is kept of a sheet, however long it is; what goes beyond is added to the last.
  private static let mostRuns = 3000
  private static let sampled = 40
  private static let longest = 400
  private static let widestSheet = 2000
  private static let mostMerges = 20_000

  init(_ table: Table) { survey = SheetSurvey(name: table.name, isHidden: table.isHidden, hiddenColumns: table.hiddenColumns) }

  mutating func take(_ batch: RowBatch) throws(Hinweis) -> Flow {
    survey.hiddenRows += batch.hiddenRows.count
    var detail = batch.details.startIndex
    for row in 0..<batch.count {
      let first = detail
      while detail < batch.details.endIndex, batch.details[detail].row <= Int32(row) { detail += 1 }
      add(batch, row, batch.details[first..<detail])
    }
    return .more
  }

  mutating func note(_ hinweis: Hinweis) {
    if survey.findings.count < 20 { survey.findings.append(hinweis) }
  }

  mutating func merge(_ span: CellSpan) {
    survey.merged += 1
    if span.rows > 1 { survey.mergedDown += 1 }
    if merges.count < SheetOutline.mostMerges { merges.append(span) }
  }

  private mutating func add(_ batch: RowBatch, _ row: Int, _ details: ArraySlice<CellDetail>) {
    let line = Int(batch.lines[row])
    let cells = (Int(row == 0 ? 0 : batch.rowEnds[row - 1])..<Int(batch.rowEnds[row])).prefix(SheetOutline.widestSheet)
    var filled: [Int] = []
    var breaks = 0
    batch.bytes.withUnsafeBufferPointer { bytes in
      for (column, cell) in cells.enumerated() {
        let text = UnsafeBufferPointer(rebasing: bytes[Int(cell == 0 ? 0 : batch.cellEnds[cell - 1])..<Int(batch.cellEnds[cell])])
        guard !text.isEmpty, !CleanText.isBlank(text) else { continue }
        filled.append(column)
        breaks += text.count { $0 == 0x0A }
      }
    }
    for detail in details { count(detail) }
    guard let low = filled.first, let high = filled.last else {
      before.line = -1
      return
    }
    survey.rows = max(survey.rows, line)
    survey.columns = max(survey.columns, high + 1)
    survey.cells += filled.count
    noteLegend(batch, row, details)
    // A format may leave blank rows out; in a text, a cell of several lines takes as many.
    let isNew = before.line < 0 || line > before.line + 1 + before.breaks
    before = (line, breaks)
    if isNew && runs.count < SheetOutline.mostRuns || runs.isEmpty { runs.append(Run(lines: line...line, columns: low...high)) }
    let texts = runs[runs.count - 1].sample.count < SheetOutline.sampled ? batch.texts(row) : nil
    runs[runs.count - 1].add(
      line, filled,
      texts.map { texts in
        SampleRow(
          line: line, cells: texts.prefix(SheetOutline.widestSheet).map { CleanText.string(String($0.prefix(SheetOutline.longest))) })
      })
  }

  private mutating func count(_ detail: CellDetail) {
    switch detail.kind {
    case .comment: survey.comments += 1
    case .link: survey.links += 1
    case .struck: survey.struck += 1
    case .formula: survey.formulas += 1
    default: break
    }
  }

  /// Keeps a colour beside a word of the status, which is what a legend looks like.
  private mutating func noteLegend(_ batch: RowBatch, _ row: Int, _ details: ArraySlice<CellDetail>) {
    let colours = details.compactMap { detail in
      if case .colour(let colour) = detail.kind { (colour: colour, column: Int(detail.column)) } else { nil }
    }
    guard !colours.isEmpty, colours.count <= 8 else { return }
    let texts = batch.texts(row).map(CleanText.string)
    guard texts.count(where: { !$0.isEmpty }) <= 8 else { return }
    for (colour, column) in colours {
      let own = column < texts.count ? texts[column] : ""
      let text = own.isEmpty && column + 1 < texts.count ? texts[column + 1] : own
      guard let status = StatusWords.status(of: text), !survey.legend.contains(where: { $0.mark == colour }) else { continue }
      survey.legend.append(Layout.Code(colour, [status]))
    }
  }
}

extension SheetOutline.Run {
  fileprivate mutating func add(_ line: Int, _ filled: [Int], _ row: SheetOutline.SampleRow?) {
    lines = lines.lowerBound...max(line, lines.lowerBound)
    rows += 1
    widest = max(widest, filled.count)
    if let low = filled.first, let high = filled.last {
      columns = min(low, columns.lowerBound)...max(high, columns.upperBound)
      if self.filled.count <= high {
        self.filled += Array(repeating: 0, count: high + 1 - self.filled.count)
        first += Array(repeating: 0, count: high + 1 - first.count)
        last += Array(repeating: 0, count: high + 1 - last.count)
      }
    }
    for column in filled {
      if self.filled[column] == 0 { first[column] = line }
      self.filled[column] += 1
      last[column] = line
    }
    if let row { sample.append(row) }
  }

  /// Adds the rows of a run that goes on with this one.
  mutating func join(_ other: Self) {
    lines = lines.lowerBound...other.lines.upperBound
    columns = min(columns.lowerBound, other.columns.lowerBound)...max(columns.upperBound, other.columns.upperBound)
    rows += other.rows
    widest = max(widest, other.widest)
    let width = max(filled.count, other.filled.count)
    for list in [\Self.filled, \.first, \.last] { self[keyPath: list] += Array(repeating: 0, count: width - self[keyPath: list].count) }
    for column in other.filled.indices where other.filled[column] > 0 {
      if filled[column] == 0 { first[column] = other.first[column] }
      filled[column] += other.filled[column]
      last[column] = other.last[column]
    }
    sample += other.sample.prefix(max(0, 40 - sample.count))
  }
}
