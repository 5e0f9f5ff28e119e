// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit
public import PlanStore

/// Reads a catalogue's table into the plan, as a layout lays it out.
public enum CatalogueImport {
  /// Reads the tables of a document that fit a layout.
  ///
  /// - Parameter ask: says what doubtful names mean; nil where nobody can be asked.
  public static func run(
    _ document: Document, _ layouts: [Layout], _ options: ImportOptions, _ store: PlanStore, _ writer: Writer, ask: NameAsking? = nil
  ) throws(Hinweis) -> ImportResult {
    let choice = try TableChoice(document, layouts, options)
    let layout = choice.headings.layout
    let catalogue = try Catalogue.find(options, layout, store, writer)
    var sources: [Int] = []
    for sheet in choice.sheets {
      sources.append(
        try writer.insert(
          "quelle",
          [
            "datei": .text(options.file), "blatt": .text(sheet.table.name), "format": .text(options.format), "layout": .text(layout.name),
            "pruefsumme": .text(options.digest),
          ]))
    }
    try writer.rest(on: sources[0])
    if !catalogue.isNew { try writer.setAsideFindings(of: catalogue.id) }

    let findings = Findings(try FindingWriter(writer, source: sources[0]), source: options.file)
    let decisions = NameDecisions(store, writer, ask)
    let fields = try FieldNames(store, writer)
    let actors = try ActorNames(store, writer, decisions)
    let duties = try ColumnDuties(layout, day: options.day ?? catalogue.day ?? writer.day, actors, store, writer, decisions)
    let lines = try CatalogueWriter(writer, catalogue: catalogue.id, source: sources[0], columns: duties.columns)
    let reader = LineReader(
      choice.sheets[0].mapping, duties, fields: fields, actors: actors, findings: findings, decisions: decisions, catalogue: lines)

    var account = Account()
    var surroundings: [String] = []
    var late: [(source: Int, line: Int, column: Int, names: [String])] = []
    for (sheet, source) in zip(choice.sheets, sources) {
      try findings.begin(sheet.table.name, source: source)
      lines.source = source
      for (number, name) in sheet.mapping.names {
        guard case .role(_, let actor?) = layout.columns[number].target, let function = actors.find(actor) else { continue }
        try actors.hold(function, by: name, source: source)
      }
      for note in sheet.mapping.notes { try findings.noteOnce(note, line: 0, column: 0) }
      if sheet.table.isHidden { try findings.note(.hiddenSheet, line: 0, column: 0) }
      reader.beginSheet()
      let rows = RowReader(
        sheet.table, sheet.mapping, choice.headings, duties, fields: fields, findings: findings, lines: reader, merged: sheet.merged)
      var sink = ReaderSink(reader: rows, findings: findings, store: store, knowsMerged: sheet.knowsMerged)
      try ReadAhead(base: sheet.table.rows).rows(into: &sink)
      try rows.end()
      late += reader.late.map { (source, $0.line, $0.column, $0.names) }
      reader.forgetLate()
      try writer.update(
        "quelle", source,
        [
          "zellen": .integer(rows.account.read), "kopfzellen": .integer(rows.account.header), "platziert": .integer(rows.account.placed),
          "gelistet": .integer(rows.account.listed),
        ])
      account += rows.account
      surroundings += rows.surroundings
    }
    for other in choice.others {
      try findings.begin(other.table.name, source: sources[0])
      try findings.note(other.fits ? .otherSheet : .sheetWithoutTable(other.lines), line: 0, column: 0)
    }
    reader.count(try lines.finish())
    for note in lines.notes { try findings.note(note.note, line: note.line, column: 0) }
    try resolve(late, lines, duties, findings, choice, sources)
    let pairs = try lines.joinPairs(field: { (name) throws(Hinweis) in fields.find(name) }, limit: Findings.shown)
    let missing = try lines.missing()
    let dropped = options.dropsMissing ? try lines.dropMissing() : 0
    try lines.end()
    try findings.end()
    try Catalogue.note(surroundings, of: catalogue, options, writer)
    let new = reader.outcomes[.new] ?? 0
    let changed = reader.outcomes[.changed] ?? 0
    // A file that was read before says nothing new, and leaves no trace; unless it says the same of another day.
    let isSameDay = options.day == nil || options.day == catalogue.day
    if new == 0 && changed == 0 && dropped == 0 && !catalogue.isNew && isSameDay { writer.nothingChanged() }
    return ImportResult(
      layout: layout.name, sheet: choice.sheets.map(\.table.name).filter { !$0.isEmpty }.joined(separator: ", "),
      certainty: choice.certainty,
      catalogue: catalogue.name, account: account, new: new, changed: changed, unchanged: reader.outcomes[.unchanged] ?? 0,
      joined: pairs.joined, differences: lines.differences, differenceCount: lines.differenceCount, missing: missing, dropped: dropped,
      newFields: fields.new, newActors: actors.new, newThings: duties.names.flatMap(\.new), newWords: duties.vocabularies.flatMap(\.new),
      rules: findings.rules.map { ($0.key, $0.value.count, $0.value.first) }.sorted { $0.rule < $1.rule },
      findings: findings.first + pairs.unmatched.map { .unmatched($0, options.file, choice.sheets) })
  }

  /// Joins lines with measures that may have stood further down in the table.
  private static func resolve(
    _ late: [(source: Int, line: Int, column: Int, names: [String])], _ lines: CatalogueWriter, _ duties: ColumnDuties,
    _ findings: Findings,
    _ choice: TableChoice, _ sources: [Int]
  ) throws(Hinweis) {
    for reference in late {
      if let index = sources.firstIndex(of: reference.source) {
        try findings.begin(choice.sheets[index].table.name, source: reference.source)
      }
      for name in reference.names where try !lines.link(line: reference.line, of: reference.source, column: reference.column, to: name) {
        try findings.note(.noMeasure(name), line: reference.line, column: 0)
      }
    }
  }
}

/// Hands the rows of a sheet to who reads them.
private struct ReaderSink: RowSink {
  let reader: RowReader
  let findings: Findings
  let store: PlanStore
  let knowsMerged: Bool

  mutating func take(_ batch: RowBatch) throws(Hinweis) -> Flow {
    try store.checkInterruption()
    try reader.take(batch)
    return .more
  }

  mutating func note(_ hinweis: Hinweis) {
    // What the format noticed goes to the findings; that it cannot be written will show at the next row.
    try? findings.note(
      hinweis.grade(min(hinweis.grade, .warnung)).rule(hinweis.rule ?? "datei"), line: hinweis.place?.line ?? 0,
      column: hinweis.place?.column ?? 0)
  }

  mutating func merge(_ span: CellSpan) {
    guard !knowsMerged else { return }
    if reader.isTooLate(span) {
      try? findings.noteOnce(.lateMerge, line: span.line, column: span.column + 1)
    } else {
      reader.merged.add(span)
    }
  }
}

extension Account {
  static func += (a: inout Account, b: Account) {
    (a.read, a.header, a.placed, a.listed) = (a.read + b.read, a.header + b.header, a.placed + b.placed, a.listed + b.listed)
  }
}

extension Hinweis {
  fileprivate static let hiddenSheet = Hinweis("das Blatt ist in der Datei ausgeblendet; es wurde gelesen").grade(.hinweis).rule(
    "blatt-versteckt")
  fileprivate static let otherSheet = Hinweis("das Blatt hat auch eine Tabelle dieses Layouts und wurde nicht gelesen").grade(.warnung)
    .rule("blatt-ausgelassen").help("alle lesen: importiere … blatt alle; dieses: importiere … blatt NAME")
  fileprivate static let lateMerge = Hinweis(
    "verbundene Zellen gelten nur für ihre erste Zeile, weil das Blatt lang ist und die Datei sie erst am Ende nennt"
  ).grade(.warnung).rule("verbundene-zellen").help("das Blatt teilen, oder die Zellen in der Datei füllen")

  fileprivate static func sheetWithoutTable(_ lines: Int) -> Hinweis {
    Hinweis("das Blatt hat keine Tabelle dieses Layouts; seine \(lines) Zeilen wurden nicht gelesen").grade(.hinweis).rule(
      "blatt-ausgelassen")
  }

  fileprivate static func noMeasure(_ name: String) -> Hinweis {
    Hinweis("die Maßnahme \"\(name)\", auf die die Zeile verweist, gibt es nicht oder nicht eindeutig").grade(.warnung).rule(
      "name-unbekannt")
  }

  fileprivate static func unmatched(_ entry: CatalogueWriter.Unmatched, _ file: String, _ sheets: [TableChoice.Sheet]) -> Hinweis {
    var text = "Eintrag \(entry.number) verweist auf \(entry.reference); dort steht keiner mit gleicher Nummer oder gleichem Text"
    if let missing = entry.missing {
      text = "Eintrag \(entry.number) verweist auf \(entry.reference); der Eintrag \(missing) fehlt im Katalog"
    }
    var place = Place(file: file, line: entry.line)
    // On which of several sheets the line stands the entry does not say.
    if sheets.count == 1, !sheets[0].table.name.isEmpty { place.sheet = sheets[0].table.name }
    return Hinweis(text).grade(.warnung).rule("partner-fehlt", thing: "eintrag \"\(entry.number)\"").at(place)
      .help("in der Vorlage nachsehen, ob der Eintrag verloren ging")
  }
}
