// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit
internal import PlanQuery
internal import PlanStore
internal import PlanTables

/// Reads files that came back, one after the other; each is one change.
final class ReturnRun {
  private let session: Session
  private let store: PlanStore
  private let options: ReturnOptions
  private var answer: ReturnAnswer
  private var conflicts = ConflictList()

  init(session: Session, store: PlanStore, options: ReturnOptions) {
    (self.session, self.store, self.options) = (session, store, options)
    answer = ReturnAnswer(isPreview: options.isPreview)
  }

  func run(_ paths: [String]) throws(Hinweis) {
    try confirmReplacing()
    var files: [ReturnedFile] = []
    var decisions: [ConflictList] = []
    var failures = 0
    // What the forms were is found before anything is written: it makes the plan forget the states that it was asked for.
    for path in paths {
      do throws(Hinweis) {
        let source = try FileSource(path)
        let format = try session.formatToRead(path, named: options.call["format"])
        let document = try session.host.format(format).read(session.watched(source, "rücklauf"))
        if let list = try ConflictList(document) {
          decisions.append(list)
          continue
        }
        files.append(
          try ReturnReader(store: store).read(
            document, file: source.name, format: format, digest: try Digest.sha256(source), named: try named()))
      } catch {
        if error.rule == PlanStore.interrupted { throw error }
        failures += 1
        session.tell(error)
      }
    }
    for list in decisions { try apply(list) }
    for file in files { try take(file) }
    if !files.isEmpty || !decisions.isEmpty { try session.answer(answer.document) }
    try writeConflicts()
    guard failures == 0 else {
      throw Hinweis("\(failures) von \(paths.count) \(paths.count == 1 ? "Datei" : "Dateien") nicht gelesen").help(
        files.isEmpty ? nil : "die anderen sind gelesen")
    }
  }

  /// The form that the call names.
  private func named() throws(Hinweis) -> SentForm? {
    guard let name = options.call.operand("bogen"), let noun = Kernel.noun("rückmeldung") else { return nil }
    let word = Int(name.text) == nil ? name : Operand("Nr. \(name.text)", span: name.span)
    let id = try store.theOne(noun, word)
    guard let sent = try SentForm.all(store, where: "id = \(id)").first else {
      throw Hinweis("diese Rückmeldung ist kein Bogen zu einem Katalog").marked(name.span)
    }
    return sent
  }

  // MARK: One form

  private func take(_ read: ReturnedFile) throws(Hinweis) {
    var file = read
    // A file before this one may have been the same form.
    if let now = try SentForm.all(store, where: "id = \(file.sent.id)").first { file.sent = now }
    let reports = try file.sent.reports(store, except: file.known)
    let ours = try file.sent.maker(store).form(file.base.rows.map(\.entry), reports: reports)
    let blaming = Blaming(store: store, sent: file.sent, reports: reports, change: file.change)
    let checking = CellChecking(store: store)
    let merge = try FormMerge(
      base: file.base, ours: ours, file.match, isOwn: { (target, column) throws(Hinweis) in try blaming.isOwn(target, column) },
      problem: { column, text in checking.problem(column, text) })
    var cells = try decide(merge, file, blaming)
    for index in cells.indices { try checking.settle(&cells[index], store) }
    let writing = FormWriting(store: store, sent: file.sent, reports: reports, day: options.info.day)
    let new = try wanted(file)
    try session.change(info(file.sent), options.call) { (writer) throws(Hinweis) in
      var isChanged = try writing.write(cells, writer)
      for row in new { isChanged = try writing.create(row, file, writer) || isChanged }
      let isSettled = !cells.contains { $0.isOpen }
      if try remember(file, isSettled: isSettled, isChanged: isChanged, writer) { return }
      writer.nothingChanged()
    }
    answer.add(file, merge, cells, created: new, try ReturnReader(store: store).notes(file) + file.match.findings)
    for cell in cells where cell.isOpen { conflicts.add(cell, file.sent) }
  }

  /// Keeps that the form came back; false if the plan said all that already.
  private func remember(_ file: ReturnedFile, isSettled: Bool, isChanged: Bool, _ writer: Writer) throws(Hinweis) -> Bool {
    guard let noun = Kernel.noun("rückmeldung") else { return false }
    let isKnown = file.sent.digest == file.digest && !file.sent.back.isEmpty
    let today = Datum(day: options.info.day)?.iso ?? ""
    if isKnown, !isChanged, isSettled == !file.sent.taken.isEmpty { return false }
    var settings: [Setting] = []
    if !isKnown {
      let source = try writer.insert(
        "quelle",
        [
          "datei": .text(file.name), "format": .text(file.format), "pruefsumme": .text(file.digest), "zellen": .integer(file.match.cells),
        ])
      try writer.rest(on: source)
      settings.append(Setting(try store.column(Name("quelle"), of: noun), [Operand("Nr. \(source)")]))
    }
    if options.call["laut"] == nil { try writer.rest(onThing: file.sent.id) }
    if file.sent.back.isEmpty { settings.append(Setting(try store.column(Name("zurück"), of: noun), [Operand(today)])) }
    if isSettled, file.sent.taken.isEmpty { settings.append(Setting(try store.column(Name("übernommen"), of: noun), [Operand(today)])) }
    return try writer.set(noun, file.sent.id, settings) || isChanged
  }

  private func info(_ sent: SentForm) -> ChangeInfo {
    var info = options.info
    if info.reason == nil { info.reason = "Rücklauf \(sent.title)" }
    return info
  }

  // MARK: Decisions

  private func decide(_ merge: FormMerge, _ file: ReturnedFile, _ blaming: Blaming) throws(Hinweis) -> [DecidedCell] {
    var cells: [DecidedCell] = []
    var asking = ConflictAsking(session: session, mode: options.mode)
    for decided in merge.decided {
      var cell = DecidedCell(decided)
      switch decided.outcome {
      case .conflict, .contradiction, .invalid:
        if cell.isConflict { cell.blame = try blaming.last(decided.target, decided.column) }
        cell.decision = try asking.decision(on: cell, in: file.sent)
      case .cleared(let isUnchangedHere):
        if !isUnchangedHere { cell.blame = try blaming.last(decided.target, decided.column) }
        cell.decision =
          options.takesCleared && isUnchangedHere ? .theirs : options.mode == .ask ? try asking.clearing(cell, in: file.sent) : .ours
      case .taken: cell.decision = .theirs
      default: cell.decision = .ours
      }
      cells.append(cell)
    }
    return cells
  }

  /// The new rows that somebody at the terminal wants to be measures.
  private func wanted(_ file: ReturnedFile) throws(Hinweis) -> [FormMatch.Row] {
    guard options.mode == .ask else { return [] }
    var wanted: [FormMatch.Row] = []
    for row in file.match.new {
      session.tell("neue Zeile \(row.line) im Bogen \(file.sent.actorName): \(ReturnAnswer.words(row, file.base))")
      if try session.agrees(to: "als Maßnahme in den Katalog aufnehmen?") { wanted.append(row) }
    }
    return wanted
  }

  // MARK: Conflict files

  /// Carries out what somebody decided in a file of conflicts; each form is one change.
  private func apply(_ list: ConflictList) throws(Hinweis) {
    for (form, rows) in list.byForm {
      guard let sent = try SentForm.all(store, where: "id = \(form)").first else {
        session.tell(Hinweis("den Bogen Nr. \(form) gibt es in diesem Plan nicht").grade(.warnung))
        continue
      }
      let maker = try sent.maker(store)
      let everything = try maker.form(nil, reports: try sent.reports(store))
      let checking = CellChecking(store: store)
      var cells: [DecidedCell] = []
      for row in rows {
        var cell: DecidedCell
        do throws(Hinweis) { cell = try row.cell(everything, checking) } catch {
          session.tell(error)
          continue
        }
        try checking.settle(&cell, store)
        cells.append(cell)
      }
      let writing = FormWriting(store: store, sent: sent, reports: try sent.reports(store), day: options.info.day)
      let isSettled = cells.count == rows.count && !cells.contains { $0.isOpen }
      let decided = cells
      try session.change(info(sent), options.call) { (writer) throws(Hinweis) in
        var isChanged = try writing.write(decided, writer)
        if options.call["laut"] == nil { try writer.rest(onThing: sent.id) }
        if isSettled, sent.taken.isEmpty, let noun = Kernel.noun("rückmeldung") {
          let today = Datum(day: options.info.day)?.iso ?? ""
          isChanged =
            try writer.set(noun, sent.id, [Setting(try store.column(Name("übernommen"), of: noun), [Operand(today)])]) || isChanged
        }
        if !isChanged { writer.nothingChanged() }
      }
      answer.add(sent, cells)
      for cell in cells where cell.decision == .later { conflicts.add(cell, sent) }
    }
  }

  /// Asks before anything is taken if the list of conflicts would replace one, in which somebody may have decided already.
  private func confirmReplacing() throws(Hinweis) {
    guard let path = options.call["nach"], access(path, F_OK) == 0, !options.isPreview, !session.options.isDry else { return }
    try session.confirm("\(path) gibt es schon; was darin entschieden ist, wäre fort")
  }

  private func writeConflicts() throws(Hinweis) {
    guard !conflicts.rows.isEmpty else { return }
    let count = conflicts.rows.count == 1 ? "1 Wert ist offen" : "\(conflicts.rows.count) Werte sind offen"
    guard let path = options.call["nach"] else {
      return session.tell(
        Hinweis(count).grade(.warnung).help(
          "in eine Datei, die sich entscheiden lässt: rücklauf … nach konflikte.csv; oder konflikte unsere, ihre")
      )
    }
    let format = try session.formatToWrite(path, named: nil)
    if session.options.isDry || options.isPreview { return session.tell("\(count); \(path) würde geschrieben") }
    let document = conflicts.document
    try OutputFile.write(path) { (sink) throws(Hinweis) in try session.write(document, as: format, to: &sink) }
    session.tell(
      "\(count), siehe \(path): in der Spalte entscheidung unsere, ihre oder einen Wert eintragen, dann rücklauf \(path)")
  }
}
