// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// Makes a line of the catalogue of the cells of a row, or of several that are one measure, and hands it to the plan.
final class LineReader {
  private var mapping: TableMapping
  private let duties: ColumnDuties
  private let fields: FieldNames
  private let actors: ActorNames
  private let findings: Findings
  private let decisions: NameDecisions
  private let catalogue: CatalogueWriter
  private let marks: MarkGatherer
  private let colours: StatusColours
  /// The column of the layout whose cells may hold several measures, and what stands between them.
  private let splitter: (column: Int, separator: String)?
  private let joinsRows: Bool
  private var unknownColumns: [Int: Hinweis] = [:]
  private var sheetColumn: Int?

  private(set) var outcomes: [CatalogueWriter.Outcome: Int] = [:]
  /// Names of measures that may stand further down: where they stand, the column, the names.
  private(set) var late: [(line: Int, column: Int, names: [String])] = []

  private let line = CatalogueLine()
  /// True if the last line may still go on.
  private(set) var isOpen = false
  private var parts: [String] = []
  /// The label of the last line, which those below it share where theirs is empty.
  private var lastLabel = ""
  private var lastGoal = ""
  private var groupGoal = ""
  private var labelIsOfGroup = false

  init(
    _ mapping: TableMapping, _ duties: ColumnDuties, fields: FieldNames, actors: ActorNames, findings: Findings, decisions: NameDecisions,
    catalogue: CatalogueWriter
  ) {
    self.mapping = mapping
    self.duties = duties
    self.fields = fields
    self.actors = actors
    self.findings = findings
    self.decisions = decisions
    self.catalogue = catalogue
    marks = MarkGatherer(mapping.layout, duties)
    colours = StatusColours(mapping.layout.colours)
    let columns = mapping.layout.columns
    splitter = columns.indices.first { columns[$0].target == .field("text") && !columns[$0].separator.isEmpty }
      .map { ($0, columns[$0].separator) }
    joinsRows = mapping.layout.rowRule == .joined
    line.stored = Array(repeating: .null, count: duties.columns.stored.count)
  }

  /// Begins a table; what the one before said of its lines holds no more.
  func begin(_ mapping: TableMapping, _ sheetColumn: Int?) {
    self.mapping = mapping
    self.sheetColumn = sheetColumn
    unknownColumns = [:]
    if !labelIsOfGroup { lastLabel = "" }
    lastGoal = ""
  }

  /// Begins a sheet.
  func beginSheet() {
    (lastLabel, lastGoal, groupGoal, labelIsOfGroup) = ("", "", "", false)
  }

  /// From here on lines stand below a heading.
  func enter(_ group: GroupRow) throws(Hinweis) {
    try close()
    switch group.kind {
    case .field: (lastLabel, labelIsOfGroup) = (group.name, true)
    case .goal: groupGoal = group.name
    }
  }

  private func column(of cell: RawCell) -> Int? {
    if cell.column == sheetColumn { return duties.duties.count - 1 }
    return cell.column < mapping.columns.count ? mapping.columns[cell.column] : nil
  }

  private func has(_ cells: [RawCell], own: Bool, _ wanted: (ColumnDuty) -> Bool) -> Bool {
    cells.contains { cell in (!own || !cell.isBorrowed) && (column(of: cell).map { wanted(duties.duties[$0]) } ?? false) }
  }

  /// True if a row goes on with the line above: the cell with its number covers this one too, or the layout says so of rows without number and text.
  func goesOn(_ cells: [RawCell], _ covered: [Int]) -> Bool {
    guard isOpen else { return false }
    let isNumber = { (duty: ColumnDuty) in if case .number = duty { true } else { false } }
    let isText = { (duty: ColumnDuty) in if case .text(.text) = duty { true } else { false } }
    if !covered.isEmpty {
      let hasNumbers = mapping.columns.contains { $0.map { isNumber(duties.duties[$0]) } ?? false }
      return cells.contains { cell in
        cell.isBorrowed && (column(of: cell).map { (hasNumbers ? isNumber : isText)(duties.duties[$0]) } ?? false)
      }
    }
    return joinsRows && !has(cells, own: true, isNumber) && !has(cells, own: true, isText)
  }

  // MARK: Lines

  func take(_ cells: [RawCell], _ number: Int, _ details: CellDetails?, mayGoOn: Bool, _ account: inout Account) throws(Hinweis) {
    try close()
    line.clear()
    line.line = number
    marks.clear()
    parts = []
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var label = ""
    var labelColumn = -1
    for cell in cells {
      guard let column = column(of: cell) else {
        if !cell.isBorrowed { try unplaced(cell, number, unknownColumn(cell.column), &account) }
        continue
      }
      switch duties.duties[column] {
      case .identity:
        line.identity = Int(CleanText.string(cell.bytes))
        if line.identity == nil {
          try unplaced(cell, number, .noIdentity, &account)
          continue
        }
        account.placed += 1
        continue
      case .label:
        if label.isEmpty {
          label = CleanText.string(cell.bytes)
          labelColumn = cell.column
        }
      default: if try !read(cell, column, number, goesOn: false, &account) { continue }
      }
      hash = (hash ^ UInt64(column + 1)) &* 0x100_0000_01B3
      for byte in cell.bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      if !cell.isBorrowed { account.placed += 1 }
    }
    line.fingerprint = Int(bitPattern: UInt(truncatingIfNeeded: hash))
    try takeLabel(label, labelColumn, number)
    takeGoal(hasLabel: labelColumn >= 0)
    if !line.isEmpty(.remark) { takeRemark() }
    if !colours.isEmpty, let details { try takeColour(details, number) }
    try keepMostSpecificRoles(cells, number, &account)
    isOpen = true
    if !joinsRows && !mayGoOn { try close() }
  }

  /// Takes a row that goes on with the line above: texts are appended, names added.
  func goOn(_ cells: [RawCell], _ number: Int, _ account: inout Account) throws(Hinweis) {
    try findings.noteOnce(.goesOn, line: number, column: 0)
    for cell in cells where !cell.isBorrowed {
      guard let column = column(of: cell) else {
        try unplaced(cell, number, unknownColumn(cell.column), &account)
        continue
      }
      switch duties.duties[column] {
      case .label, .identity: try unplaced(cell, number, .alreadySaid, &account)
      default: if try read(cell, column, number, goesOn: true, &account) { account.placed += 1 }
      }
      for byte in cell.bytes { line.fingerprint = (line.fingerprint ^ Int(byte)) &* 0x100_0000_01B3 }
    }
    if !line.isEmpty(.remark) { takeRemark() }
  }

  /// Hands over the line, or the lines of a cell with several measures.
  func close() throws(Hinweis) {
    guard isOpen else { return }
    isOpen = false
    marks.set(line)
    guard parts.count > 1 else {
      if let outcome = try catalogue.take(line) { outcomes[outcome, default: 0] += 1 }
      return
    }
    try findings.noteOnce(.several, line: line.line, column: 0)
    let (number, fingerprint) = (line.text(.number), line.fingerprint)
    for (index, part) in parts.enumerated() {
      line.set(.text, part)
      line.set(.number, TextParts.number(number, index, of: parts.count))
      line.fingerprint = (fingerprint ^ index) &* 0x100_0000_01B3
      if let outcome = try catalogue.take(line) { outcomes[outcome, default: 0] += 1 }
      line.identity = nil
    }
  }

  func forgetLate() { late = [] }

  func count(_ more: [CatalogueWriter.Outcome]) { for outcome in more { outcomes[outcome, default: 0] += 1 } }

  // MARK: Cells

  /// Reads a cell; false if it found no place.
  private func read(_ cell: RawCell, _ column: Int, _ number: Int, goesOn: Bool, _ account: inout Account) throws(Hinweis) -> Bool {
    switch duties.duties[column] {
    case .number: try takeNumber(cell, number)
    case .text(let field):
      if let splitter, splitter.column == column, !goesOn {
        parts = TextParts.parts(cell.bytes, splitter.separator)
        if parts.count > 1 { return true }
      }
      let before = goesOn && !line.isEmpty(field) ? Array(line.slice(field)) + [0x0A] : []
      line.set(field) {
        $0 += before
        CleanText.append(cell.bytes, to: &$0)
      }
      if field == .clarification, line.slice(field).elementsEqual([0x58]) { line.set(field, "x") }
      if field != .clarification, let sign = CutText.sign(line.slice(field)) {
        try findings.note(.cut(sign), line: number, column: cell.column + 1)
      }
    case .mark: return try takeMark(cell, column, number, &account)
    case .value(let reader): return try takeValue(cell, reader, number, goesOn, &account)
    case .period: return try takePeriod(cell, column, number, &account)
    default:
      if !cell.isBorrowed { try unplaced(cell, number, .ignored, &account) }
      return false
    }
    return true
  }

  private func unplaced(_ cell: RawCell, _ number: Int, _ reason: Hinweis, _ account: inout Account) throws(Hinweis) {
    guard !cell.isBorrowed else { return }
    account.listed += 1
    try findings.unplaced(reason, line: number, column: cell.column + 1, content: CleanText.string(cell.bytes))
  }

  private func unknownColumn(_ place: Int) -> Hinweis {
    if let known = unknownColumns[place] { return known }
    let heading = mapping.headerCells.compactMap { place < $0.count && !$0[place].isEmpty ? $0[place] : nil }.joined(separator: ", ")
    let text = heading.isEmpty ? "die Spalte kennt das Layout nicht" : "die Spalte \"\(heading)\" kennt das Layout nicht"
    unknownColumns[place] = Hinweis(text).grade(.warnung).rule("spalte-unbekannt")
    return unknownColumn(place)
  }

  private func takeNumber(_ cell: RawCell, _ number: Int) throws(Hinweis) {
    let read = EntryNumber(CleanText.string(cell.bytes), mapping.layout.numbering)
    line.set(.number, read.number)
    line.set(.stem, read.stem)
    guard let asRead = read.asRead else { return }
    line.set(.numberAsRead, asRead)
    try findings.noteOnce(.otherNumber(asRead, read.number), line: number, column: cell.column + 1)
  }

  private func takeLabel(_ label: String, _ column: Int, _ number: Int) throws(Hinweis) {
    if label.isEmpty {
      guard !lastLabel.isEmpty else { return }
      line.field = try fields.read(lastLabel).field
      if labelIsOfGroup {
        line.set(.fieldLabel, lastLabel)
      } else {
        try findings.noteOnce(.labelFromAbove, line: number, column: labelPlace + 1)
      }
      return
    }
    if column != sheetColumn { (lastLabel, labelIsOfGroup) = (label, false) }
    line.set(.fieldLabel, label)
    let read = try fields.read(label)
    line.field = read.field
    if let reference = read.reference { line.set(.reference, reference) }
  }

  /// The column of the table that holds the Handlungsfeld.
  private var labelPlace: Int {
    mapping.columns.firstIndex { $0.map { mapping.layout.columns[$0].target == .field("handlungsfeld") } ?? false } ?? 0
  }

  /// A line without a goal has that of the heading above it, and where rows are joined that of the line above, if its field is too.
  private func takeGoal(hasLabel: Bool) {
    if line.isEmpty(.goal) {
      let goal = groupGoal.isEmpty && joinsRows && !hasLabel ? lastGoal : groupGoal
      if !goal.isEmpty { line.set(.goal, goal) }
    }
    if joinsRows { lastGoal = line.text(.goal) }
  }

  private func takeRemark() {
    let remark = Remark(line.text(.remark))
    if let page = remark.page { line.set(.page, page) }
    let own = line.isEmpty(.reference) ? [] : [line.text(.reference)]
    let references = remark.references + own.filter { !remark.references.contains($0) }
    if !references.isEmpty { line.set(.reference, references.joined(separator: "; ")) }
  }

  private func takeColour(_ details: CellDetails, _ number: Int) throws(Hinweis) {
    guard let status = colours.status(details.colours) else { return }
    if line.isEmpty(.status) {
      line.set(.status, status)
      try findings.noteOnce(.colour(status), line: number, column: 0)
    } else if line.text(.status) != status {
      try findings.note(.otherColour(status, line.text(.status)), line: number, column: 0)
    }
  }

  // MARK: Marks and values

  private func takeMark(_ cell: RawCell, _ column: Int, _ number: Int, _ account: inout Account) throws(Hinweis) -> Bool {
    decisions.place = findings.place(number, cell.column + 1)
    let meaning = try marks.meaning(of: cell, column)
    for note in meaning.firstNotes { try findings.noteOnce(note, line: number, column: cell.column + 1) }
    if !meaning.firstNotes.isEmpty { meaning.firstNotes = [] }
    if let reason = meaning.unplaced {
      try unplaced(cell, number, reason, &account)
      return false
    }
    for note in meaning.notes { try findings.noteOnce(note, line: number, column: cell.column + 1) }
    line.roles += meaning.roles
    if let word = meaning.word { line.set(.status, word) }
    if let joined = duties.joined[column] {
      for thing in meaning.things {
        if joined < 0 { line.stored[-1 - joined] = .integer(thing) } else { line.links.append(.init(column: joined, thing: thing)) }
      }
      if !meaning.late.isEmpty { late.append((number, joined, meaning.late)) }
    }
    marks.add(meaning, column)
    return true
  }

  private func takeValue(_ cell: RawCell, _ reader: Int, _ number: Int, _ goesOn: Bool, _ account: inout Account) throws(Hinweis) -> Bool {
    let (reader, place) = duties.values[reader]
    switch reader.read(CleanText.string(cell.bytes)) {
    case .unplaced(let reason):
      if try takeTurnus(cell, reader.column, number) { return true }
      try unplaced(cell, number, reason, &account)
      return false
    case .said(var value, let note):
      if let note { try findings.noteOnce(note, line: number, column: cell.column + 1) }
      switch place {
      case .stored(let index):
        if goesOn, case .text(let text) = line.stored[index], case .text(let more) = value { value = .text("\(text)\n\(more)") }
        line.stored[index] = value
      case .part(let kind, let time, let name): line.set(kind, time: time, name, value)
      }
      return true
    }
  }

  /// `fortlaufend` where a date is expected says how often; false if the text says nothing of that kind.
  private func takeTurnus(_ cell: RawCell, _ column: Column, _ number: Int) throws(Hinweis) -> Bool {
    guard column.kind == .date, let index = duties.stored("turnus"), line.stored[index] == .null else { return false }
    let meaning = WordReader(name: "turnus", words: duties.columns.stored[index].words, codes: []).read(CleanText.string(cell.bytes))
    guard let word = meaning.word else { return false }
    line.stored[index] = .text(word)
    return true
  }

  private func takePeriod(_ cell: RawCell, _ column: Int, _ number: Int, _ account: inout Account) throws(Hinweis) -> Bool {
    let text = CleanText.string(cell.bytes)
    guard let begin = duties.stored("beginn_geplant"), let end = duties.stored("ende_geplant") else { return false }
    if let period = PeriodText(text) {
      line.stored[begin] = Value(period.begin?.date.iso)
      line.stored[end] = Value(period.end?.date.iso)
      if period.begin?.isRounded ?? false || period.end?.isRounded ?? false {
        let dates = [period.begin, period.end].compactMap { $0?.date.description }
        try findings.noteOnce(.rounded(text, dates.joined(separator: " bis ")), line: number, column: cell.column + 1)
      }
      return true
    }
    if let column = Kernel.noun("maßnahme")?.column("ende_geplant"), try takeTurnus(cell, column, number) { return true }
    try unplaced(cell, number, .noPeriod(text), &account)
    return false
  }

  /// A cross in FB 50 and one in 50.21 are one role, that of 50.21; the cell that gives way is listed.
  private func keepMostSpecificRoles(_ cells: [RawCell], _ number: Int, _ account: inout Account) throws(Hinweis) {
    guard line.roles.count > 1 else { return }
    let roles = line.roles
    line.roles.removeAll { role in
      guard roles.contains(where: { $0.role == role.role && $0.actor != role.actor && actors.isAbove(role.actor, $0.actor) }) else {
        return false
      }
      // What names somebody whom the plan does not have is no part of another.
      return role.isConditional || role.asRead.map { actors.find($0) == role.actor } ?? true
    }
    guard line.roles.count < roles.count else { return }
    for cell in cells {
      guard let column = column(of: cell) else { continue }
      let left = line.roles.count { $0.column == column }
      guard left < roles.count(where: { $0.column == column }) else { continue }
      guard left == 0 else {
        try findings.note(.lessSpecific, line: number, column: cell.column + 1)
        continue
      }
      if !cell.isBorrowed { account.placed -= 1 }
      try unplaced(cell, number, .lessSpecific, &account)
    }
  }
}
