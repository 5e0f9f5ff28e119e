// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// The cells of a line: numbers, texts, marks and values.
extension LineReader {
  /// Reads a cell; false if it found no place.
  func read(_ cell: RawCell, _ column: Int, _ number: Int, goesOn: Bool, _ account: inout Account) throws(Hinweis) -> Bool {
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

  func unplaced(_ cell: RawCell, _ number: Int, _ reason: Hinweis, _ account: inout Account) throws(Hinweis) {
    guard !cell.isBorrowed else { return }
    account.listed += 1
    try findings.unplaced(reason, line: number, column: cell.column + 1, content: CleanText.string(cell.bytes))
  }

  func unknownColumn(_ place: Int) -> Hinweis {
    if let known = unknownColumns[place] { return known }
    let heading = mapping.headerCells.compactMap { place < $0.count && !$0[place].isEmpty ? $0[place] : nil }.joined(separator: ", ")
    let text = heading.isEmpty ? "die Spalte kennt das Layout nicht" : "die Spalte \"\(heading)\" kennt das Layout nicht"
    unknownColumns[place] = Hinweis(text).grade(.warnung).rule("spalte-unbekannt")
    return unknownColumn(place)
  }

  func takeNumber(_ cell: RawCell, _ number: Int) throws(Hinweis) {
    let read = EntryNumber(CleanText.string(cell.bytes), mapping.layout.numbering)
    line.set(.number, read.number)
    line.set(.stem, read.stem)
    guard let asRead = read.asRead else { return }
    line.set(.numberAsRead, asRead)
    try findings.noteOnce(.otherNumber(asRead, read.number), line: number, column: cell.column + 1)
  }

  func takeMark(_ cell: RawCell, _ column: Int, _ number: Int, _ account: inout Account) throws(Hinweis) -> Bool {
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

  func takeValue(_ cell: RawCell, _ reader: Int, _ number: Int, _ goesOn: Bool, _ account: inout Account) throws(Hinweis) -> Bool {
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
  func takeTurnus(_ cell: RawCell, _ column: Column, _ number: Int) throws(Hinweis) -> Bool {
    guard column.kind == .date, let index = duties.stored("turnus"), line.stored[index] == .null else { return false }
    let meaning = WordReader(name: "turnus", words: duties.columns.stored[index].words, codes: []).read(CleanText.string(cell.bytes))
    guard let word = meaning.word else { return false }
    line.stored[index] = .text(word)
    return true
  }

  func takePeriod(_ cell: RawCell, _ column: Int, _ number: Int, _ account: inout Account) throws(Hinweis) -> Bool {
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
}
