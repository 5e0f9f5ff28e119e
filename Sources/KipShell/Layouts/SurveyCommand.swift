// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanTables

/// Looks into a file of tables before anything is read into a plan.
struct SurveyCommand: ShellCommand {
  let declaration = Declaration(
    word: "betrachte", summary: "schaut in eine Tabelle, ohne Plan: Blätter, Kopf, was in jeder Spalte steht",
    parameters: [
      .init(name: "datei", kind: .positional(.file), summary: "die Datei", isRequired: true),
      .init(name: "blatt", kind: .named(.text), summary: "dieses Blatt, oder alle; sonst das mit der größten Tabelle"),
      .init(name: "kopf", kind: .named(.text), summary: "Zeilen der Überschriften, etwa 4-6; sonst werden sie gesucht"),
      .init(name: "format", kind: .named(.offer(.format)), summary: "Format der Datei; sonst sagt es ihre Endung"),
      .init(name: "zellen", kind: .flag, summary: "die Zellen selbst, als Tabelle mit den Spalten A, B, C …"),
    ],
    examples: ["betrachte beispiel.csv", "betrachte beispiel.csv zellen"],
    notes: [
      "Was nach Personen aussieht, wird gezählt und nicht gezeigt; nur zellen zeigt, was da steht.",
      "Aus dem, was es vermutet, macht layout neu NAME aus DATEI ein Layout.",
    ])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    let call = try declaration.read(invocation.tokens)
    guard let path = call["datei"] else { return }
    let file = try TableFile(path, span: call.span("datei"), format: call["format"], session, "betrachte")
    let tables = try file.sheets(call["blatt"], span: call.span("blatt"))
    if call.flags.contains("zellen") { return try cells(tables, all: call["blatt"] != nil, file, session) }
    let header = try call.lines("kopf")
    var surveys: [SheetSurvey] = []
    for table in tables {
      try session.checkInterruption()
      surveys.append(try Survey.sheet(table, header: header) { () throws(Hinweis) in try session.checkInterruption() })
    }
    var answer = SurveyAnswer(file: file, path: path, surveys: surveys)
    answer.detailed = call["blatt"] == nil ? SurveyAnswer.best(surveys).map { [$0.sheet] } ?? [] : Array(surveys.indices)
    answer.fits = try fits(tables, session)
    try session.answer(session.speaksToPeople ? answer.document : answer.data)
  }

  /// The cells as they stand there; of several sheets the first, if nobody says which.
  private func cells(_ tables: [Table], all: Bool, _ file: TableFile, _ session: Session) throws(Hinweis) {
    var shown = tables
    if !all, tables.count > 1 {
      shown = [tables.first { !$0.isHidden } ?? tables[0]]
      session.tell(
        "gezeigt ist das Blatt \"\(shown[0].name)\"; weitere: " + tables.map(\.name).filter { $0 != shown[0].name }.joined(separator: ", "))
    }
    var blocks: [Block] = []
    for table in shown { blocks.append(.table(try CellTable.of(table))) }
    try session.answer(Document("", blocks))
  }

  /// The layouts of the plan, or of all variants if none is open, that fit a table, and how well.
  private func fits(_ tables: [Table], _ session: Session) throws(Hinweis) -> [(name: String, found: Int, of: Int)] {
    var layouts: [Layout] = []
    if let store = session.store {
      layouts = try PlanView(store: store).layouts()
    } else {
      for offer in session.host.offers(.variant) {
        // A variant that cannot be loaded is told by the plug-in list.
        guard let variant = try? session.host.variant(offer.offer.name) else { continue }
        layouts += (try? VariantParser.parse(variant).layouts) ?? []
      }
    }
    var best: [String: (found: Int, of: Int)] = [:]
    for table in tables where !layouts.isEmpty {
      for (layout, found) in try Survey.fitting(layouts, table) where found > best[layout.name]?.found ?? 0 {
        best[layout.name] = (found, layout.columns.count)
      }
    }
    return best.map { ($0.key, $0.value.found, $0.value.of) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }
}

extension Call {
  /// The lines that a value such as `4-6` names.
  func lines(_ name: String) throws(Hinweis) -> ClosedRange<Int>? {
    guard let text = self[name] else { return nil }
    let parts = text.split { "-–".contains($0) }.map { Int($0) }
    guard (1...2).contains(parts.count), let first = parts[0], let last = parts[parts.count - 1], first > 0, first <= last,
      last - first < 10
    else {
      throw Hinweis("\"\(text)\" nennt keine Zeilen").marked(span(name)).help("Zeilen stehen so: 4 oder 4-6")
    }
    return first...last
  }
}

/// The cells of a raw table, under the letters that spreadsheets give their columns.
enum CellTable {
  static func of(_ table: Table) throws(Hinweis) -> Table {
    // Rows need not be equally long, and a format may know only at the end.
    var width = Width()
    try table.rows.rows(into: &width)
    let count = max(1, width.columns)
    let columns = (0..<count).map { column in
      let letters = ColumnSurvey.letters(column)
      return Table.Column(letters, letters)
    }
    return Table(
      table.name, columns: columns,
      rows: MappedRows(table.rows) { $0.count < count ? $0 + Array(repeating: "", count: count - $0.count) : $0 })
  }

  private struct Width: RowSink {
    var columns = 0

    mutating func take(_ batch: RowBatch) throws(Hinweis) -> Flow {
      var last = 0
      for end in batch.rowEnds {
        columns = max(columns, Int(end) - last)
        last = Int(end)
      }
      return .more
    }
  }
}
