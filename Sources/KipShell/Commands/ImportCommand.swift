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
      .init(
        name: "blatt", kind: .named(.text), summary: "Blatt der Datei; alle liest jedes, das passt; sonst das, auf dem die Tabelle steht"),
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
    let isPreview = call.flags.contains("vorschau")
    // A preview asks nothing: what it would ask is among its findings.
    let ask = isPreview ? nil : ImportAsking(session).ask
    let result = try run(store, isPreview: isPreview) { () throws(Hinweis) in
      try session.change(info, call) { (writer) throws(Hinweis) in
        try CatalogueImport.run(document, layouts, chosen, store, writer, ask: ask)
      }
    }
    try session.answer(ImportAnswer(result: result, file: source.name, isPreview: isPreview).document)
  }

  private func run(_ store: PlanStore, isPreview: Bool, _ body: () throws(Hinweis) -> ImportResult) throws(Hinweis) -> ImportResult {
    isPreview ? try store.withoutKeeping(body) : try body()
  }
}
