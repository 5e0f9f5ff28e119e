// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore
internal import PlanTables

/// `exportiere katalog`: the town's table, with the ids by which a later import knows its lines again.
struct CatalogueExport {
  static let declaration = Declaration(
    word: "exportiere katalog",
    summary: "schreibt den Katalog als Tabelle der Kommune, mit verborgenen Kennungen, an denen kip die Zeilen später wiedererkennt",
    parameters: [
      .init(name: "name", kind: .positional(.thing("katalog")), summary: "welcher Katalog, wenn der Plan mehrere hat"),
      .init(name: "nach", kind: .named(.file), summary: "die Datei; sonst die Standardausgabe"),
      .init(name: "als", kind: .named(.offer(.format)), summary: "Format; sonst sagt es die Endung der Datei"),
    ], examples: ["exportiere katalog nach katalog.csv als csv-excel"])

  static func run(_ session: Session, _ tokens: ArraySlice<Token>) throws(Hinweis) {
    let call = try declaration.read(tokens)
    let store = try session.plan()
    store.clearInterruption()
    let (catalogue, layout) = try PlanView(store: store).catalogueAndLayout(call["name"])
    let path = call["nach"]
    let shown = call["als"] ?? session.options.format
    // Who reads it on the screen sees the table and nothing else.
    let isForPeople = path == nil && ["tabelle", "markdown", "html"].contains(Fold.key(shown))
    let table = try CatalogueTable.table(layout, catalogue: catalogue.id, title: catalogue.name, withIdentity: !isForPeople, store)
    var document = Document(catalogue.name, [.table(table)])
    if !isForPeople {
      document.properties = [
        .init(FormStamp.planProperty, try store.identity()), .init(FormStamp.changeProperty, String(try store.lastChange())),
      ]
    }
    guard let path else { return try session.show(document, as: shown) }
    let format = try session.formatToWrite(path, named: call["als"])
    if session.options.isDry { return session.tell("\(path) würde geschrieben (\(format))") }
    let written = document
    try OutputFile.write(path) { (sink) throws(Hinweis) in try session.write(written, as: format, to: &sink) }
    session.tell("geschrieben: \(path)")
  }
}
