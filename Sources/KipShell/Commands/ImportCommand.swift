// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore
internal import PlanTables

struct ImportCommand: ShellCommand {
  let declaration = Declaration(
    word: "importiere", synonyms: ["import"], summary: "liest eine Datei in den Plan",
    parameters: [
      .init(name: "datei", kind: .positional(.file), summary: "die Datei", isRequired: true),
      .init(name: "layout", kind: .named(.text), summary: "Layout der Tabelle; sonst wird es erkannt"),
      .init(name: "blatt", kind: .named(.text), summary: "Blatt der Datei; sonst das, auf dem die Tabelle steht"),
      .init(name: "format", kind: .named(.offer(.format)), summary: "Format der Datei; sonst sagt es ihre Endung"),
      .init(name: "katalog", kind: .named(.thing("katalog")), summary: "Katalog, in den sie gehört"),
      .init(name: "konzept", kind: .named(.thing("konzept")), summary: "Konzept, zu dem der Katalog gehört; mehrfach möglich"),
      .init(name: "stand", kind: .named(.day), summary: "Tag, von dem die Datei spricht"),
      .init(
        name: "fehlende", kind: .named(.words(["melden", "entfallen"])),
        summary: "was mit Maßnahmen geschieht, die nicht mehr in der Datei stehen: nur melden, oder Status entfallen"),
      .init(name: "weil", kind: .named(.text), summary: "Grund der Änderung"),
      .init(name: "laut", kind: .named(.anything), summary: "worauf sie beruht: laut sitzung \"…\""),
      .init(name: "vorschau", kind: .flag, summary: "nur zeigen, was geschähe"),
    ] + PaperImport.parameters,
    examples: ["importiere beispiel.csv vorschau", "importiere beispiel.csv stand 24.04.2017 weil \"erste Fassung\""])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    if let word = invocation.tokens.first, word.kind == .word, Fold.key(word.text) == "plan",
      let path = invocation.tokens.dropFirst().first,
      invocation.tokens.count == 2
    {
      return try PlanFilling.run(path, session)
    }
    let call = try declaration.read(invocation.tokens)
    if let kind = call["als"] { return try PaperImport(invocation, call).run(as: kind) }
    let store = try session.plan()
    guard let path = call["datei"] else { return }
    let source: FileSource
    do throws(Hinweis) { source = try FileSource(path) } catch { throw error.marked(call.span("datei")) }
    let format = try session.formatToRead(path, named: call["format"])
    let document = try session.host.format(format).read(session.watched(source, "importiere"))

    var options = ImportOptions(file: source.name, format: format, digest: try Digest.sha256(source))
    options.layout = call["layout"]
    options.sheet = call["blatt"]
    options.catalogue = call["katalog"]
    options.concepts = call.all("konzept")
    options.day = session.options.day
    if let word = call["fehlende"] {
      guard ["melden", "entfallen"].contains(Fold.key(word)) else {
        throw Hinweis("fehlende kann nicht \"\(word)\" sein").marked(call.span("fehlende")).help("möglich sind melden und entfallen")
      }
      options.dropsMissing = Fold.key(word) == "entfallen"
    }
    if let stand = call["stand"] {
      guard let date = Datum(stand) else {
        throw Hinweis("\"\(stand)\" ist kein Datum").marked(call.span("stand")).help("Daten stehen so: 24.04.2017")
      }
      options.day = date.lastDay
    }
    let chosen = options
    let layouts = try PlanView(store: store).layouts()
    let info = session.change(invocation.statement.text, reason: call["weil"], day: options.day)
    store.clearInterruption()
    let result = try run(store, isPreview: call.flags.contains("vorschau")) { () throws(Hinweis) in
      try session.change(info, call) { (writer) throws(Hinweis) in try CatalogueImport.run(document, layouts, chosen, store, writer) }
    }
    try session.answer(ImportAnswer(result: result, file: source.name, isPreview: call.flags.contains("vorschau")).document)
  }

  private func run(_ store: PlanStore, isPreview: Bool, _ body: () throws(Hinweis) -> ImportResult) throws(Hinweis) -> ImportResult {
    isPreview ? try store.withoutKeeping(body) : try body()
  }
}

/// What an import says of itself.
struct ImportAnswer {
  let result: ImportResult
  let file: String
  let isPreview: Bool

  /// How many findings of a rule are shown; all of them are in the plan.
  private static func shown(_ grade: Hinweis.Grade) -> Int { grade == .hinweis ? 3 : 12 }

  var document: Document {
    var document = Document(isPreview ? "Vorschau: \(file)" : "Importiert: \(file)")
    document.properties = [
      .init("Katalog", result.catalogue), .init("Layout", "\(result.layout) (\(result.certainty))"),
    ]
    document.blocks = [.table(counts)]
    if result.new + result.changed + result.dropped == 0 {
      document.blocks.append(
        .text(result.unchanged == 0 ? "Unter dem Kopf der Tabelle steht keine Zeile." : "Der Plan sagt das schon: nichts geändert."))
    }
    if !result.newFields.isEmpty { document.blocks.append(.text("Neue Handlungsfelder: \(result.newFields.joined(separator: ", "))")) }
    if !result.newActors.isEmpty { document.blocks.append(.text("Neue Akteure, ungeprüft: \(list(result.newActors))")) }
    if !result.missing.isEmpty {
      let what =
        switch result.dropped {
        case 0: "nichts wurde entfernt"
        case 1: "eine Maßnahme ist jetzt entfallen"
        default: "\(result.dropped) Maßnahmen sind jetzt entfallen"
        }
      document.blocks.append(.text("Im Plan, aber nicht in der Datei (\(what)): \(list(result.missing))"))
    }
    guard !result.rules.isEmpty || !result.findings.isEmpty else { return document }
    document.blocks.append(.heading(1, "Auffälliges"))
    document.blocks.append(.table(findings))
    return document
  }

  private func list(_ names: [String]) -> String {
    names.prefix(30).joined(separator: ", ") + (names.count > 30 ? " und \(names.count - 30) weitere" : "")
  }

  private var counts: Table {
    let account = result.account
    let rows: [(String, Int)] = [
      ("Einträge neu", result.new), ("Einträge geändert", result.changed), ("Einträge unverändert", result.unchanged),
      ("Einträge mit einem anderen zu einer Maßnahme verbunden", result.joined), ("Zellen gelesen", account.read),
      ("davon Kopf", account.header),
      ("davon im Plan", account.placed), ("davon einzeln gelistet", account.listed),
    ]
    return Table(
      "", columns: [Table.Column("was", "Was"), Table.Column("anzahl", "Anzahl", .number)],
      rows: TextRows(rows.map { [$0.0, String($0.1)] }))
  }

  /// One line for each rule that found much, every finding of the others.
  private var findings: Table {
    var rows: [[String]] = []
    let counts = Dictionary(result.rules.map { ($0.rule, $0.count) }, uniquingKeysWith: +)
    var seen: [String: Int] = [:]
    var shown: [String: Int] = [:]
    for finding in result.findings.sorted(by: { $0.grade > $1.grade }) {
      let rule = finding.rule ?? ""
      seen[rule, default: 0] += 1
      if let count = seen[rule], count > ImportAnswer.shown(finding.grade) { continue }
      shown[rule, default: 0] += 1
      rows.append([
        finding.grade.rawValue, rule, finding.place?.line.map { $0 == 0 ? "" : String($0) } ?? "",
        finding.place?.column.map { $0 == 0 ? "" : String($0) } ?? "", finding.text,
      ])
    }
    var table = Table(
      "",
      columns: [
        Table.Column("grad", "Grad"), Table.Column("regel", "Regel"), Table.Column("zeile", "Zeile", .label),
        Table.Column("spalte", "Spalte", .label),
        Table.Column("text", "Text"),
      ], rows: TextRows(rows))
    for (rule, shown) in shown.sorted(by: { $0.key < $1.key }) where (counts[rule] ?? seen[rule] ?? 0) > shown {
      table.notes.append("\(rule): \(counts[rule] ?? seen[rule] ?? 0) insgesamt; alle zeigt: hinweise wo regel = \(rule)")
    }
    return table
  }
}
