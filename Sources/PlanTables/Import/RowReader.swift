// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// Reads the rows of a table as a layout says, and hands the lines of the catalogue to the plan.
final class RowReader {
  private let mapping: TableMapping
  private let fields: FieldNames
  private let actors: ActorNames
  private let findings: Findings
  private let catalogue: CatalogueWriter
  private let readers: [MarkReader]
  private let listsNames: [Bool]
  private let duties: [ColumnDuty]
  private let sorter: RowSorter
  /// The names of the attributes as members of a JSON object, and which of them a column gives a value.
  private let attributes: [[UInt8]]
  private let attributeOfColumn: [Int?]
  /// The column of the table that holds the Handlungsfeld.
  private let labelPlace: Int
  private var unknownColumns: [Int: Hinweis] = [:]

  private(set) var account = Account()
  private(set) var outcomes: [CatalogueWriter.Outcome: Int] = [:]
  /// Texts outside the table that speak of the whole catalogue.
  private(set) var surroundings: [String] = []

  private let line = CatalogueLine()
  private var row = -1
  private var cells: [RawCell] = []
  private var meanings: [[String: MarkMeaning]]
  private var crosses: [MarkMeaning?]
  private var marks: [[UInt8]]
  /// The label of the last line, which those below it share where theirs is empty.
  private var lastLabel = ""

  init(
    _ mapping: TableMapping, fields: FieldNames, actors: ActorNames, findings: Findings, catalogue: CatalogueWriter
  ) {
    self.mapping = mapping
    self.fields = fields
    self.actors = actors
    self.findings = findings
    self.catalogue = catalogue
    let columns = mapping.layout.columns
    readers = columns.enumerated().map { number, column in
      var actor: Int?
      if case .role(_, let name?) = column.target { actor = actors.find(name) }
      return MarkReader(number: number, column: column, actors: actors, actor: actor)
    }
    listsNames = columns.map { column in if case .role = column.target { true } else { false } }
    duties = columns.map { ColumnDuty($0.target) }
    sorter = RowSorter(mapping, duties)
    let names = columns.map { column in if case .attribute(let name, _) = column.target { name } else { nil as String? } }
    let sorted = Set(names.compactMap { $0 }).sorted()
    attributes = sorted.map { Array("\(JSONText.quoted($0)):{".utf8) }
    attributeOfColumn = names.map { name in name.flatMap(sorted.firstIndex) }
    labelPlace = mapping.columns.firstIndex { $0.map { columns[$0].target == .field("handlungsfeld") } ?? false } ?? 0
    meanings = Array(repeating: [:], count: columns.count)
    crosses = Array(repeating: nil, count: columns.count)
    marks = Array(repeating: [], count: attributes.count)
  }

  // MARK: Rows

  func take(_ batch: RowBatch) throws(Hinweis) {
    let (bytes, cellEnds, rowEnds, lines) = (batch.bytes, batch.cellEnds, batch.rowEnds, batch.lines)
    var failure: Hinweis?
    bytes.withUnsafeBufferPointer { bytes in
      var cell = 0
      var start = 0
      for index in rowEnds.indices {
        cells.removeAll(keepingCapacity: true)
        let first = cell
        while cell < Int(rowEnds[index]) {
          let end = Int(cellEnds[cell])
          if end > start {
            let content = UnsafeBufferPointer(rebasing: bytes[start..<end])
            // Only what begins with a blank can be blank.
            if content[0] > 0x20 && content[0] != 0xC2 || !CleanText.isBlank(content) {
              cells.append(RawCell(column: cell - first, bytes: content))
            }
          }
          start = end
          cell += 1
        }
        do throws(Hinweis) {
          try takeRow(Int(lines[index]))
        } catch {
          failure = error
          return
        }
      }
    }
    if let failure { throw failure }
  }

  private func takeRow(_ number: Int) throws(Hinweis) {
    row += 1
    account.read += cells.count
    guard !cells.isEmpty else { return }
    switch sorter.sort(cells, row: row) {
    case .header: account.header += cells.count
    case .listed(let reason): try list(number, reason)
    case .line: try takeLine(number)
    }
  }

  /// Lists all cells of a row, which is no line of the catalogue.
  private func list(_ number: Int, _ reason: Hinweis) throws(Hinweis) {
    for cell in cells {
      let text = CleanText.string(cell.bytes)
      if reason == RowSorter.outside, surroundings.count < 1000 { surroundings.append(text) }
      try findings.unplaced(reason, line: number, column: cell.column + 1, content: text)
    }
    account.listed += cells.count
  }

  // MARK: Lines

  private func takeLine(_ number: Int) throws(Hinweis) {
    line.clear()
    line.line = number
    for index in marks.indices { marks[index].removeAll(keepingCapacity: true) }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var label = ""
    var labelColumn = labelPlace
    for cell in cells {
      guard let column = sorter.column(of: cell) else {
        try unplaced(cell, number, unknownColumn(cell.column))
        continue
      }
      hash = (hash ^ UInt64(column + 1)) &* 0x100_0000_01B3
      for byte in cell.bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      switch duties[column] {
      case .number: try takeNumber(cell, number)
      case .label:
        label = CleanText.string(cell.bytes)
        labelColumn = cell.column
      case .text(let field):
        line.set(field) { CleanText.append(cell.bytes, to: &$0) }
        if field == .clarification, line.slice(field).elementsEqual([0x58]) { line.set(field, "x") }
        if field != .clarification, let sign = CutText.sign(line.slice(field)) {
          try findings.note(.cut(sign), line: number, column: cell.column + 1)
        }
      case .mark: if try !takeMark(cell, column, number) { continue }
      case .ignored:
        try unplaced(cell, number, .ignored)
        continue
      }
      account.placed += 1
    }
    line.fingerprint = Int(bitPattern: UInt(truncatingIfNeeded: hash))
    try takeLabel(label, labelColumn, number)
    if !line.isEmpty(.remark) { takeRemark() }
    setMarks()
    try keepMostSpecificRoles(number)
    outcomes[try catalogue.take(line), default: 0] += 1
  }

  private func unplaced(_ cell: RawCell, _ number: Int, _ reason: Hinweis) throws(Hinweis) {
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
      try findings.noteOnce(.labelFromAbove, line: number, column: column + 1)
      return
    }
    lastLabel = label
    line.set(.fieldLabel, label)
    let read = try fields.read(label)
    line.field = read.field
    if let reference = read.reference { line.set(.reference, reference) }
  }

  private func takeRemark() {
    let remark = Remark(line.text(.remark))
    if let page = remark.page { line.set(.page, page) }
    let own = line.isEmpty(.reference) ? [] : [line.text(.reference)]
    let references = remark.references + own.filter { !remark.references.contains($0) }
    if !references.isEmpty { line.set(.reference, references.joined(separator: "; ")) }
  }

  // MARK: Marks

  /// Reads a mark; false if it found no place.
  private func takeMark(_ cell: RawCell, _ column: Int, _ number: Int) throws(Hinweis) -> Bool {
    let meaning = try meaning(of: cell, column)
    if let reason = meaning.unplaced {
      try unplaced(cell, number, reason)
      return false
    }
    for note in meaning.notes { try findings.noteOnce(note, line: number, column: cell.column + 1) }
    line.roles += meaning.roles
    if let word = meaning.word { line.set(.status, word) }
    guard let attribute = attributeOfColumn[column] else { return true }
    if !marks[attribute].isEmpty { marks[attribute].append(UInt8(ascii: ",")) }
    marks[attribute] += meaning.json
    return true
  }

  private func meaning(of cell: RawCell, _ column: Int) throws(Hinweis) -> MarkMeaning {
    let isCross = cell.bytes.count == 1 && cell.bytes[0] == 0x78
    if isCross, let known = crosses[column] { return known }
    let text = listsNames[column] ? CleanText.list(cell.bytes) : CleanText.string(cell.bytes)
    if let known = meanings[column][text] { return known }
    let meaning = try readers[column].read(text)
    meaning.json = Array(meaning.values.map { "\(JSONText.quoted($0.value)):\(JSONText.quoted($0.mark))" }.joined(separator: ",").utf8)
    if meanings[column].count > 10_000 { meanings[column].removeAll() }
    // That somebody is new is said once, where he or she first stands.
    meanings[column][text] = meaning.again()
    if isCross { crosses[column] = meaning.again() }
    return meaning
  }

  private func setMarks() {
    guard marks.contains(where: { !$0.isEmpty }) else { return }
    line.set(.marks) { bytes in
      bytes.append(UInt8(ascii: "{"))
      var isFirst = true
      for (index, values) in marks.enumerated() where !values.isEmpty {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        bytes += attributes[index]
        bytes += values
        bytes.append(UInt8(ascii: "}"))
        isFirst = false
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// A cross in FB 50 and one in 50.21 are one role, that of 50.21; the cell that gives way is listed.
  private func keepMostSpecificRoles(_ number: Int) throws(Hinweis) {
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
      guard let column = sorter.column(of: cell) else { continue }
      let left = line.roles.count { $0.column == column }
      guard left < roles.count(where: { $0.column == column }) else { continue }
      guard left == 0 else {
        try findings.note(.lessSpecific, line: number, column: cell.column + 1)
        continue
      }
      account.placed -= 1
      try unplaced(cell, number, .lessSpecific)
    }
  }
}

extension Hinweis {
  fileprivate static let ignored = Hinweis("das Layout lässt diese Spalte aus").grade(.hinweis).rule("spalte-ausgelassen")
  fileprivate static let lessSpecific = Hinweis("in dieser Rolle nennt die Zeile auch eine Stelle darunter; nur diese gilt").grade(.hinweis)
    .rule("rolle-genauer")
  fileprivate static let labelFromAbove = Hinweis("Handlungsfeld leer; es gilt das der Zeile darüber").grade(.hinweis).rule("feld-von-oben")

  fileprivate static func cut(_ sign: String) -> Hinweis {
    Hinweis("der Text ist vermutlich abgeschnitten: er \(sign)").grade(.warnung).rule("abgeschnitten").help(
      "in der Vorlage nachsehen und ergänzen")
  }

  fileprivate static func otherNumber(_ asRead: String, _ number: String) -> Hinweis {
    Hinweis("Nummer \"\(asRead)\" gelesen als \(number)").grade(.hinweis).rule("nummer-gelesen")
  }
}
