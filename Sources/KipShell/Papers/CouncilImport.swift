// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore
internal import PlanTables

/// `importiere DATEI als vorlage`: papers of a council, one from a text or many from OParl.
struct CouncilImport {
  private let call: PaperImport
  private var session: Session { call.session }

  init(_ call: PaperImport) { self.call = call }

  func run() throws(Hinweis) {
    let file = try PaperFile(call.call, session)
    try OParlPapers.isIn(file.document) ? many(file) : one(file)
  }

  /// Makes the change, or only shows what it would be.
  private func change<T>(_ body: (Writer) throws(Hinweis) -> T) throws(Hinweis) -> T {
    let store = try session.plan()
    let info = try call.info()
    store.clearInterruption()
    guard call.isPreview else { return try session.change(info, call.call, body) }
    return try store.withoutKeeping { () throws(Hinweis) in try session.change(info, call.call, body) }
  }

  /// The Kommune whose papers they are, where the plan is of one.
  private func town() throws(Hinweis) -> Int? {
    let rows = try session.plan().rows(Query(Name("kommunen"), [.show(["id"])])).rows.all()
    return rows.count == 1 ? Int(rows[0][0]) : nil
  }

  // MARK: One

  private func one(_ file: PaperFile) throws(Hinweis) {
    var paper = try PaperReader.read(file.document)
    paper.findings += file.remarks.map { .init($0, place: 0) }
    try askForYears(&paper)
    let paragraphs = try ParagraphReader.paragraphs(of: file.document)
    let store = try session.plan()
    let known = try store.document(digest: file.digest)
    let older = try store.document(file: file.name)
    let town = try town()
    let wanted = paper
    let (answer, number) = try change { (writer) throws(Hinweis) in
      let writing = try PaperWriter(writer, town: town)
      let outcome = try writing.write(wanted)
      var document = known
      if known == nil {
        var read = file.read(call.call["titel"] ?? wanted.subject, paragraphs)
        read.kind = call.call["art"] ?? "Vorlage"
        read.thing = outcome.id
        let (made, source) = try writer.add(read, replacing: older)
        document = made
        try keep(wanted.findings + outcome.remarks.map { .init($0, place: 0) }, wanted.account, source, file.name, writer)
      } else if outcome.isUnchanged {
        writer.nothingChanged()
      }
      return (
        CouncilAnswer(paper: wanted, outcome: outcome, document: document, isKnown: known != nil, isPreview: call.isPreview), writer.number
      )
    }
    try session.answer(answer.document(file.name))
    if !call.isPreview, !(known != nil && answer.outcome.isUnchanged) {
      session.tell(
        "Vorlage \(answer.outcome.isNew ? "angelegt" : answer.outcome.isUnchanged ? "unverändert" : "geändert") (Änderung \(number))")
    }
  }

  private func keep(
    _ findings: [Paper.Finding], _ account: Paper.Account, _ source: Int, _ file: String, _ writer: Writer
  ) throws(Hinweis) {
    let keeping = try FindingWriter(writer, source: source)
    for finding in findings {
      try keeping.add(finding.hinweis.at(Place(file: file, line: finding.place)), content: finding.content)
    }
    keeping.end()
    try writer.update(
      "quelle", source,
      [
        "zellen": .integer(account.read), "kopfzellen": .integer(account.labels), "platziert": .integer(account.placed),
        "gelistet": .integer(account.listed),
      ])
  }

  /// Asks for the years of meetings that the paper does not say; nobody to ask leaves them open.
  private func askForYears(_ paper: inout Paper) throws(Hinweis) {
    for index in paper.stations.indices {
      guard let day = paper.stations[index].withoutYear, session.ask != nil else { continue }
      session.tell("\(paper.stations[index].body): \(paper.stations[index].reason)")
      while true {
        let answer = try session.answer(to: Asking("\"\(day.text)\": in welchem Jahr? (Enter lässt es offen): ")) ?? ""
        let typed = answer.split(whereSeparator: \.isWhitespace).joined()
        if typed.isEmpty { break }
        guard let year = Int(typed), (1900...2199).contains(year), let date = day.date(in: year) else {
          session.tell("\"\(typed)\" ist kein Jahr mit einem \(day.text)")
          continue
        }
        paper.stations[index].date = date
        paper.findings.removeAll { $0.hinweis.rule == "datum-ohne-jahr" && $0.hinweis.text.hasPrefix("\"\(day.text)\"") }
        break
      }
    }
  }

  // MARK: Many

  private func many(_ file: PaperFile) throws(Hinweis) {
    let read = try OParlPapers(file.document)
    let town = try town()
    let store = try session.plan()
    let answer = try change { (writer) throws(Hinweis) in
      let source = try writer.insert(
        "quelle", ["datei": .text(file.name), "format": .text(file.format), "pruefsumme": .text(file.digest)])
      try writer.rest(on: source)
      let writing = try PaperWriter(writer, town: town)
      var answer = CouncilListAnswer(deleted: read.deleted, isPreview: call.isPreview)
      var findings = read.findings
      for paper in read.papers {
        try store.checkInterruption()
        do throws(Hinweis) {
          let outcome = try writing.write(paper)
          answer.add(paper, outcome)
          findings += paper.findings + outcome.remarks.map { .init($0, place: 0) }
        } catch {
          findings.append(.init(error.grade(.warnung).rule("vorlage"), place: 0, content: paper.number))
        }
      }
      answer.newBodies = writing.newBodies
      answer.findings = findings.map(\.hinweis)
      let keeping = try FindingWriter(writer, source: source)
      for finding in findings { try keeping.add(finding.hinweis.at(Place(file: file.name, line: finding.place)), content: finding.content) }
      for name in read.deleted {
        try keeping.add(
          Hinweis("die Vorlage \(name) ist im Ratsinformationssystem gelöscht").grade(.hinweis).rule("gelöscht"), content: name)
      }
      keeping.end()
      if answer.isUnchanged { writer.nothingChanged() }
      return answer
    }
    try session.answer(answer.document(file.name))
  }
}
