// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Counts what stands in the columns of an area, in a second reading of the sheet.
struct AreaCounter: RowSink {
  private(set) var area: AreaSurvey
  private var counts: [ColumnCount]
  private let headerLines: Set<Int>
  private let headerKeys: [Set<String>]
  /// The columns that begin a line: that of the numbers and that of the text.
  private let keyColumns: [Int]
  /// Rows of a single text, of which nobody knows yet whether rows follow.
  private var pending: [String] = []
  private var pendingCount = 0

  init(_ area: AreaSurvey, hidden: [ClosedRange<Int>], keyColumns: [Int]) {
    self.area = area
    self.keyColumns = keyColumns
    headerLines = Set(area.header.lines + [area.header.numbersLine].compactMap(\.self))
    headerKeys = area.columns.map { column in
      Set(area.header.rows.compactMap { column < $0.count && !$0[column].isEmpty ? Heading.key($0[column]) : nil })
    }
    counts = area.fields.map { ColumnCount($0) }
  }

  mutating func take(_ batch: RowBatch) throws(Hinweis) -> Flow {
    var detail = batch.details.startIndex
    for row in 0..<batch.count {
      let first = detail
      while detail < batch.details.endIndex, batch.details[detail].row <= Int32(row) { detail += 1 }
      let line = Int(batch.lines[row])
      if line > area.lines.upperBound { return .enough }
      if line >= area.lines.lowerBound { add(batch, row, line, batch.details[first..<detail]) }
    }
    return .more
  }

  private mutating func add(_ batch: RowBatch, _ row: Int, _ line: Int, _ details: ArraySlice<CellDetail>) {
    let start = Int(row == 0 ? 0 : batch.rowEnds[row - 1])
    let columns = area.columns.lowerBound..<min(area.columns.upperBound + 1, Int(batch.rowEnds[row]) - start)
    guard !columns.isEmpty else { return }
    batch.bytes.withUnsafeBufferPointer { bytes in
      func cell(_ column: Int) -> UnsafeBufferPointer<UInt8> {
        let cell = start + column
        return UnsafeBufferPointer(rebasing: bytes[Int(cell == 0 ? 0 : batch.cellEnds[cell - 1])..<Int(batch.cellEnds[cell])])
      }
      let filled = columns.filter { !CleanText.isBlank(cell($0)) }
      guard let first = filled.first, !headerLines.contains(line) else { return }
      if let header = area.header.lines.first, line < header {
        area.titles += filled.prefix(3).map { CleanText.string(cell($0)) }
        return
      }
      // What stands alone further right goes on with the row above.
      if filled.count == 1, area.columns.count > 2, first <= area.columns.lowerBound + 1 {
        pendingCount += 1
        if pending.count < 50 { pending.append(CleanText.string(cell(first))) }
        return
      }
      if isRepeatedHeader(filled.map { ($0, cell($0)) }) {
        area.repeatedHeaders += 1
        return
      }
      let isSubtotal = filled.prefix(3).contains { column in
        let key = Fold.key(String(decoding: cell(column).prefix(40), as: UTF8.self))
        return ["summe", "zwischensumme", "gesamt", "insgesamt", "anzahl "].contains(where: key.hasPrefix)
      }
      if isSubtotal {
        area.subtotals += 1
        return
      }
      endPending(isFollowed: true)
      area.rows += 1
      if !keyColumns.isEmpty, area.rows > 1, !filled.contains(where: keyColumns.contains) { area.continuedRows += 1 }
      for column in filled { counts[column - area.columns.lowerBound].add(cell(column)) }
    }
    for detail in details where area.columns.contains(Int(detail.column)) {
      counts[Int(detail.column) - area.columns.lowerBound].add(detail.kind)
    }
  }

  private func isRepeatedHeader(_ cells: [(column: Int, bytes: UnsafeBufferPointer<UInt8>)]) -> Bool {
    cells.count > 1
      && cells.allSatisfy { column, bytes in
        bytes.count <= 400 && headerKeys[column - area.columns.lowerBound].contains(Heading.key(CleanText.string(bytes)))
      }
  }

  /// Texts between rows name groups, behind the last row they are notes.
  private mutating func endPending(isFollowed: Bool) {
    guard pendingCount > 0 else { return }
    if isFollowed {
      area.groupRows += pendingCount
      area.groupNames += pending.prefix(max(0, 12 - area.groupNames.count))
    } else {
      area.notes = pending + area.notes
    }
    pending = []
    pendingCount = 0
  }

  /// What was counted.
  mutating func end() -> AreaSurvey {
    endPending(isFollowed: false)
    area.fields = counts.map { $0.survey(rows: area.rows) }
    for (index, field) in area.fields.enumerated() where field.filled == 0 && field.title.hasPrefix("Spalte ") && field.colours.isEmpty {
      area.fields[index].kind = .text
    }
    return area
  }
}

/// Counts the cells of a column.
struct ColumnCount {
  private var column: ColumnSurvey
  /// Texts that were seen, with their counts and kinds, as long as they are not too many.
  private var texts: [[UInt8]: Seen] = [:]
  private var isFull = false

  private struct Seen {
    var count: Int
    var kind: CellKind
    var personal: PersonalData
    var order: Int
  }

  private static let most = 300

  init(_ column: ColumnSurvey) { self.column = column }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    column.filled += 1
    if bytes.count > column.longest { column.longest = max(column.longest, bytes.count { $0 & 0xC0 != 0x80 }) }
    if bytes.count > 1 {
      if bytes.contains(0x3B) { column.withSemicolon += 1 }
      if bytes.contains(0x0A) { column.withLineBreak += 1 }
    }
    let key = Array(bytes.prefix(200))
    if let seen = texts[key] {
      texts[key]?.count += 1
      count(seen.kind, seen.personal)
      return
    }
    let text = CleanText.string(bytes)
    let masks = PersonalData.masks(text)
    let kind = CellKind(text, masks)
    let personal = PersonalData(masks)
    if texts.count < ColumnCount.most {
      texts[key] = Seen(count: 1, kind: kind, personal: personal, order: texts.count)
    } else {
      isFull = true
    }
    count(kind, personal)
  }

  private mutating func count(_ kind: CellKind, _ personal: PersonalData) {
    column.kinds[kind, default: 0] += 1
    column.personal += personal
  }

  mutating func add(_ detail: CellDetail.Kind) {
    switch detail {
    case .colour(let colour) where column.colours[colour] != nil || column.colours.count < 50: column.colours[colour, default: 0] += 1
    case .comment: column.comments += 1
    case .link: column.links += 1
    case .struck: column.struck += 1
    default: break
    }
  }

  func survey(rows: Int) -> ColumnSurvey {
    var survey = column
    survey.rows = rows
    survey.distinct = isFull ? nil : texts.count
    let texts = texts.map { (text: CleanText.string(String(decoding: $0.key, as: UTF8.self)), seen: $0.value) }.sorted {
      $0.seen.order < $1.seen.order
    }
    survey.kind = kind(survey, texts.map(\.text))
    let isPersonal = [.person, .mail, .phone].contains(survey.kind)
    if !isPersonal {
      survey.examples = texts.filter { $0.seen.kind != .cross }.prefix(3).map { PersonalData.masked($0.text) }
      if !isFull, texts.count <= 30, survey.longest <= 80, survey.kind != .label, survey.kind != .cross {
        survey.values = texts.sorted { $0.seen.count > $1.seen.count }.map { (PersonalData.masked($0.text), $0.seen.count) }
      }
    }
    return survey
  }

  /// The kind of most of its cells, or what shows only in all of them together.
  private func kind(_ survey: ColumnSurvey, _ texts: [String]) -> CellKind {
    guard survey.filled > 0 else { return .text }
    func share(_ kinds: CellKind...) -> Double { Double(kinds.reduce(0) { $0 + (survey.kinds[$1] ?? 0) }) / Double(survey.filled) }
    for kind in [CellKind.cross, .mail, .phone, .person] where share(kind) >= 0.6 { return kind }
    let isUnique = isFull || texts.count == survey.filled
    // Numbers that name rows are short, have a digit, and none comes twice.
    let isNumbered = survey.filled > 2 && survey.longest <= 12 && survey.column < 4 && (isFull || texts.count * 10 >= survey.filled * 9)
    if isNumbered, share(.number, .unit, .date, .text) >= 0.9, share(.text) < 0.9 || isUnique,
      texts.allSatisfy({ $0.contains(where: \.isNumber) })
    {
      return .label
    }
    if share(.amount) >= 0.2, share(.amount, .number) >= 0.6 { return .amount }
    if share(.date, .period) >= 0.6 { return share(.date) >= 0.6 ? .date : .period }
    if share(.number) >= 0.8 { return .number }
    if share(.unit) >= 0.5 { return .unit }
    if !isFull, texts.count <= 15, survey.longest <= 60, survey.filled >= texts.count * 2, survey.filled > 3 { return .choice }
    return .text
  }
}
