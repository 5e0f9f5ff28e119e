// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit
public import PlanStore

/// How a file is to be read into the plan.
public struct ImportOptions: Sendable {
  /// The layout to read it with; nil chooses the one that fits.
  public var layout: String?
  /// The sheet to read; nil chooses the one that fits.
  public var sheet: String?
  /// The catalogue to read it into; nil takes the plan's catalogue of this layout, or makes it.
  public var catalogue: String?
  /// The concepts that the catalogue belongs to; none takes all of the plan.
  public var concepts: [String] = []
  /// The day that it speaks of, such as 20170424; nil if nobody said.
  public var day: Int?
  /// Measures that the file does not have any more are `entfallen`; else they are only listed.
  public var dropsMissing = false
  /// The name of the file, its format and its SHA-256.
  public var file: String
  public var format: String
  public var digest: String

  public init(file: String, format: String, digest: String) {
    self.file = file
    self.format = format
    self.digest = digest
  }
}

/// What came of reading a file into the plan.
public struct ImportResult: Sendable {
  public var layout: String
  public var sheet: String
  /// Why this layout was chosen, and how sure that is.
  public var certainty: String
  public var catalogue: String
  public var account: Account
  public var new: Int
  public var changed: Int
  public var unchanged: Int
  /// Entries that were joined with another to one measure.
  public var joined: Int
  /// Numbers of entries that the plan has and the file does not.
  public var missing: [String]
  /// How many measures are no longer pursued because the file has none of their entries.
  public var dropped: Int
  public var newFields: [String]
  public var newActors: [String]
  /// How many findings of each rule there are, and the first of each.
  public var rules: [(rule: String, count: Int, first: Hinweis)]
  /// The first findings, in order.
  public var findings: [Hinweis]
}

/// Reads a catalogue's table into the plan, as a layout lays it out.
public enum CatalogueImport {
  /// Reads the table of a document that fits a layout best.
  public static func run(_ document: Document, _ layouts: [Layout], _ options: ImportOptions, _ store: PlanStore, _ writer: Writer)
    throws(Hinweis) -> ImportResult
  {
    let (table, mapping) = try choose(document, layouts, options)
    let catalogue = try Catalogue.find(options, mapping.layout, store, writer)
    let source = try writer.insert(
      "quelle",
      [
        "datei": .text(options.file), "blatt": .text(table.name), "format": .text(options.format), "layout": .text(mapping.layout.name),
        "pruefsumme": .text(options.digest),
      ])
    try writer.rest(on: source)
    if !catalogue.isNew { try writer.setAsideFindings(of: catalogue.id) }

    let findings = Findings(try FindingWriter(writer, source: source), source: options.file)
    let lines = try CatalogueWriter(writer, catalogue: catalogue.id, source: source)
    let fields = try FieldNames(store, writer)
    let actors = try ActorNames(store, writer)
    for (number, name) in mapping.names {
      guard case .role(_, let actor?) = mapping.layout.columns[number].target, let function = actors.find(actor) else { continue }
      try actors.hold(function, by: name, source: source)
    }
    for note in mapping.notes { try findings.noteOnce(note, line: 0, column: 0) }

    let reader = RowReader(mapping, fields: fields, actors: actors, findings: findings, catalogue: lines)
    var sink = ReaderSink(reader: reader, findings: findings, store: store)
    try ReadAhead(base: table.rows).rows(into: &sink)
    try lines.finish()
    let pairs = try lines.joinPairs(field: { (name) throws(Hinweis) in fields.find(name) }, limit: Findings.shown)
    let missing = try lines.missing()
    let dropped = options.dropsMissing ? try lines.dropMissing() : 0
    try lines.end()
    try findings.end()
    try Catalogue.note(reader.surroundings, of: catalogue, options, writer)
    try writer.update(
      "quelle", source,
      [
        "zellen": .integer(reader.account.read), "kopfzellen": .integer(reader.account.header),
        "platziert": .integer(reader.account.placed),
        "gelistet": .integer(reader.account.listed),
      ])
    let new = reader.outcomes[.new] ?? 0
    let changed = reader.outcomes[.changed] ?? 0
    // A file that was read before says nothing new, and leaves no trace; unless it says the same of another day.
    let isSameDay = options.day == nil || options.day == catalogue.day
    if new == 0 && changed == 0 && dropped == 0 && !catalogue.isNew && isSameDay { writer.nothingChanged() }
    return ImportResult(
      layout: mapping.layout.name, sheet: table.name,
      certainty:
        "\(mapping.found) von \(mapping.layout.columns.count) Spalten erkannt, Kopf in Zeile \(mapping.lines.count == 1 ? "\(mapping.lines.lowerBound)" : "\(mapping.lines.lowerBound) bis \(mapping.lines.upperBound)")",
      catalogue: catalogue.name, account: reader.account, new: new, changed: changed, unchanged: reader.outcomes[.unchanged] ?? 0,
      joined: pairs.joined,
      missing: missing, dropped: dropped, newFields: fields.new, newActors: actors.new,
      rules: findings.rules.map { ($0.key, $0.value.count, $0.value.first) }.sorted { $0.rule < $1.rule },
      findings: findings.first + pairs.unmatched.map { .unmatched($0, options.file) })
  }

  private static func choose(_ document: Document, _ layouts: [Layout], _ options: ImportOptions) throws(Hinweis) -> (Table, TableMapping) {
    var wanted = layouts
    if let name = options.layout {
      wanted = layouts.filter { Fold.key($0.name) == Fold.key(name) }
      guard !wanted.isEmpty else { throw Hinweis("unbekanntes Layout \"\(name)\"").didYouMean(name, layouts.map(\.name)) }
    }
    guard !wanted.isEmpty else {
      throw Hinweis("der Plan hat kein Layout, mit dem sich ein Katalog lesen lässt").help(
        "einen Plan mit Variante anlegen: kip --neu PLAN.kip --variante NAME")
    }
    var tables = document.tables
    if let sheet = options.sheet {
      tables = tables.filter { Fold.key($0.name) == Fold.key(sheet) }
      guard !tables.isEmpty else {
        throw Hinweis("das Blatt \"\(sheet)\" gibt es nicht").at(Place(file: options.file)).didYouMean(
          sheet, document.tables.map(\.name).filter { !$0.isEmpty })
      }
    }
    var best: (Table, TableMapping)?
    // A table mostly begins at the top; only if it does not, what stands further down is looked through.
    for depth in HeaderFinder.depths where best == nil {
      for table in tables {
        var rows: [[String]] = []
        var lines: [Int] = []
        try table.rows.forEach { (cells, line) throws(Hinweis) in
          rows.append(cells.map(CleanText.string))
          lines.append(line)
          return rows.count < depth ? .more : .enough
        }
        guard var mapping = HeaderFinder.find(wanted, in: rows), mapping.found > best?.1.found ?? 0 else { continue }
        mapping.lines = lines[mapping.header.lowerBound]...lines[mapping.header.upperBound - 1]
        best = (table, mapping)
      }
    }
    guard let best else {
      throw Hinweis("keine Tabelle mit dem Kopf von \(wanted.map(\.name).joined(separator: " oder ")) gefunden").at(
        Place(file: options.file)
      )
      .help(
        "erwartet sind Spalten wie "
          + wanted[0].columns.prefix(6).map { "\"\($0.heading.isEmpty ? $0.topHeading ?? "" : $0.heading)\"" }.joined(separator: ", "))
    }
    return best
  }
}

private struct ReaderSink: RowSink {
  let reader: RowReader
  let findings: Findings
  let store: PlanStore

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
}

extension Hinweis {
  fileprivate static func unmatched(_ entry: CatalogueWriter.Unmatched, _ file: String) -> Hinweis {
    var text = "Eintrag \(entry.number) verweist auf \(entry.reference); dort steht keiner mit gleicher Nummer oder gleichem Text"
    if let missing = entry.missing {
      text = "Eintrag \(entry.number) verweist auf \(entry.reference); der Eintrag \(missing) fehlt im Katalog"
    }
    return Hinweis(text).grade(.warnung).rule("partner-fehlt", thing: "eintrag \"\(entry.number)\"").at(Place(file: file, line: entry.line))
      .help("in der Vorlage nachsehen, ob der Eintrag verloren ging")
  }
}
