// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore
internal import PlanTables

/// Makes a layout of a table: what it cannot tell by itself it asks, or lists.
struct LayoutMaking {
  let session: Session
  let invocation: Invocation
  let call: Call
  private let name: String

  init(_ invocation: Invocation, _ call: Call) {
    session = invocation.session
    self.invocation = invocation
    self.call = call
    name = call["name"] ?? ""
  }

  func run() throws(Hinweis) {
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || "_-".contains($0) }),
      !["neu", "lies", "schreibe"].contains(Fold.key(name))
    else {
      throw Hinweis("\"\(name)\" kann kein Layout heißen").marked(call.span("name")).help(
        "der Name ist ein Wort aus Buchstaben, Ziffern, - und _")
    }
    if session.store == nil, call["nach"] == nil {
      throw Hinweis("kein Plan geöffnet, in dem das Layout bleiben könnte").help("mit nach DATEI wird es in eine Datei geschrieben")
    }
    if let store = session.store { try store.checkWritable() }
    let file = try TableFile(call["aus"] ?? "", span: call.span("aus"), format: call["format"], session, "layout neu")
    let (table, guess) = try look(file, try call.lines("kopf"))
    var walk = LayoutWalk(session: session, name: name, title: call["titel"] ?? title(guess), guess: guess)
    let isAsking = session.ask != nil && !session.options.saysYes
    let store = session.store
    let lacking = try store.map { (store) throws(Hinweis) in try LayoutWriter.lacking(guess.units, store) } ?? []
    if isAsking {
      try walk.ask()
      try walk.askUnits(lacking)
      try walk.confirm()
    }
    let layout = walk.layout
    try keep(layout, walk.words, walk.makesUnits ? lacking : [])
    try session.answer(answer(layout, walk, file, table))
    if !isAsking { for (column, guess) in walk.guess.columns where !guess.isSure { session.tell(unsure(column, guess)) } }
    if !isAsking, !walk.guess.colourCounts.isEmpty, layout.colours.isEmpty {
      session.tell(
        Hinweis(
          "die Tabelle hat Farben, deren Bedeutung sie nicht sagt: \(walk.guess.colourCounts.prefix(6).map(\.colour).joined(separator: ", "))"
        )
        .grade(.hinweis).help("im Layout ergänzen: farbe 00B050 = umgesetzt"))
    }
  }

  /// The sheet that was named, or the one with the largest table, and what it likely holds.
  private func look(_ file: TableFile, _ header: ClosedRange<Int>?) throws(Hinweis) -> (Table, LayoutGuess) {
    let tables = try file.sheets(call["blatt"], span: call.span("blatt"))
    var surveys: [SheetSurvey] = []
    for table in tables {
      try session.checkInterruption()
      surveys.append(try Survey.sheet(table, header: header) { () throws(Hinweis) in try session.checkInterruption() })
    }
    guard let best = SurveyAnswer.best(surveys), surveys[best.sheet].areas[best.area].isTable else {
      throw Hinweis("in \(file.name) ist keine Tabelle mit Überschriften zu erkennen").help(
        "kopf 3 sagt, in welcher Zeile sie stehen; betrachte zeigt, was da ist")
    }
    var area = surveys[best.sheet].areas[best.area]
    let alike = alike(area, surveys)
    for (name, other) in alike where name != surveys[best.sheet].name { area.add(other) }
    return (tables[best.sheet], LayoutGuess(surveys[best.sheet], area, sheets: alike.map(\.name)))
  }

  /// The sheets that have the same header: one for each field, perhaps.
  private func alike(_ area: AreaSurvey, _ surveys: [SheetSurvey]) -> [(name: String, area: AreaSurvey)] {
    let titles = Set(area.fields.map { Fold.key($0.title) })
    return surveys.filter { !$0.isHidden }.compactMap { sheet in
      let other = sheet.areas.first { other in
        other.fields.count { titles.contains(Fold.key($0.title)) } * 10 >= titles.count * 7
      }
      return other.map { (sheet.name, $0) }
    }
  }

  private func title(_ guess: LayoutGuess) -> String { guess.area.titles.first.map { PersonalData.masked($0) } ?? "Maßnahmenkatalog" }

  /// One change, with all that the layout needs; and the file, if one was named.
  private func keep(_ layout: Layout, _ words: [String: [String]], _ units: [String]) throws(Hinweis) {
    if let store = session.store {
      let info = session.change(invocation.statement.text, reason: call["weil"])
      let made = try session.change(info, call) { (writer) throws(Hinweis) in
        let keeping = LayoutWriter(store: store, writer: writer)
        let made = try keeping.complete(layout, words: words, units: units)
        if try !keeping.keep(layout), made.isEmpty { writer.nothingChanged() }
        return made
      }
      if !made.isEmpty { session.tell("dazu angelegt: \(made.joined(separator: "; "))") }
    }
    if let path = call["nach"] { try LayoutCommand.write(layout, path, session) }
  }

  private func unsure(_ column: ColumnSurvey, _ guess: ColumnGuess) -> Hinweis {
    let name = "Spalte \(ColumnSurvey.letters(column.column)) \"\(PersonalData.masked(column.title))\""
    let meaning = guess.target == .ignored ? "bleibt aus" : "gilt als \(guess.target.printed)"
    return Hinweis("\(name) \(meaning): \(PersonalData.masked(guess.reason))").grade(.hinweis).rule("spalte-unsicher")
  }

  private func answer(_ layout: Layout, _ walk: LayoutWalk, _ file: TableFile, _ table: Table) -> Document {
    let rows = zip(walk.guess.columns, layout.columns).map { entry, column in
      let more = column.codes.map { "\($0.mark) = \($0.values.joined(separator: "; "))" }.joined(separator: ", ")
      return [
        ColumnSurvey.letters(entry.column.column), PersonalData.masked((column.groups + [entry.column.title]).joined(separator: " / ")),
        column.target.printed,
        more + (column.separator == "\n" ? "je Zeile" : column.separator.isEmpty ? "" : "getrennt durch \(column.separator)"),
        PersonalData.masked(entry.guess.reason),
      ]
    }
    var document = Document("Layout \(layout.name)")
    document.properties = [
      .init("Aus", file.name + (table.name.isEmpty ? "" : ", Blatt \(table.name)")),
      .init("Kopf", "Zeile " + walk.guess.area.header.lines.map(String.init).joined(separator: ", ")),
    ]
    let settings = layout.printed.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { line in
      line.hasPrefix("farbe") || line.hasPrefix("blatt") || line == "zeilen verbunden" || line == "nummern maßnahme.eintrag"
    }
    if !settings.isEmpty { document.properties.append(.init("Außerdem", settings.joined(separator: ", "))) }
    document.blocks.append(.table(Table("", headings: ["Spalte", "Überschrift", "ist", "Zeichen", "Warum"], rows)))
    if session.store != nil, session.speaksToPeople {
      document.blocks.append(.text("Einlesen damit: importiere \(FileNameText.quoted(call["aus"] ?? "")) layout \(layout.name) vorschau"))
    }
    return document
  }
}
