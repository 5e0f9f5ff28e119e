// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

/// Makes, reads, writes and shows layouts.
struct LayoutCommand: ShellCommand {
  let declaration = Declaration(
    word: "layout", summary: "macht aus einer Tabelle ein Layout (neu), liest und schreibt Layouts (lies, schreibe) oder zeigt eines",
    parameters: [
      .init(
        name: "was", kind: .positional(.words(["neu", "lies", "schreibe"])),
        summary: "neu NAME, lies DATEI, schreibe NAME; oder der Name eines Layouts"),
      .init(name: "name", kind: .positional(.thing("layout")), summary: "wie es heißt"),
      .init(name: "aus", kind: .named(.file), summary: "bei neu: die Tabelle, aus der es entsteht"),
      .init(name: "blatt", kind: .named(.text), summary: "bei neu: ihr Blatt; sonst das mit der größten Tabelle"),
      .init(name: "kopf", kind: .named(.text), summary: "bei neu: Zeilen der Überschriften, etwa 4-6; sonst werden sie gesucht"),
      .init(name: "format", kind: .named(.offer(.format)), summary: "bei neu: Format der Datei; sonst sagt es ihre Endung"),
      .init(name: "titel", kind: .named(.text), summary: "bei neu: was über der Tabelle steht"),
      .init(name: "nach", kind: .named(.file), summary: "bei neu und schreibe: die Datei, in die es geschrieben wird"),
    ] + Declaration.reasons.filter { $0.name == "weil" },
    examples: ["layout neu musterstadt aus beispiel.csv", "layout maßnahmenkatalog"],
    notes: [
      "Am Terminal fragt layout neu nach den Spalten, bei denen es unsicher ist; sonst, oder mit --ja, gilt, was es vermutet.",
      "Ein Layout ist ein Ding des Plans: layouts zeigt alle, lösche layout NAME nimmt eines heraus, rückgängig nimmt es zurück.",
      "In einer Datei stehen seine Zeilen, von layout bis ende; so passen sie auch in eine Variante.",
    ])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    if let (typed, step) = Dispatcher.edit(invocation.all) { return try EditRunner(session, invocation.statement).run(typed, then: step) }
    guard let verb = invocation.tokens.first else {
      throw Hinweis("layout braucht einen Namen").help("layouts zeigt alle; ein neues macht: layout neu NAME aus DATEI")
    }
    let rest = invocation.tokens.dropFirst()
    switch verb.kind == .word ? Fold.key(verb.text) : "" {
    case "neu":
      try LayoutMaking(invocation, try part("neu", ["name", "aus", "blatt", "kopf", "format", "titel", "nach", "weil"]).read(rest)).run()
    case "lies": try take(try LayoutCommand.reading.read(rest), invocation)
    case "schreibe": try write(try part("schreibe", ["name", "nach"]).read(rest), session)
    default: try show(invocation)
    }
  }

  /// The declaration of one use, with the parameters that it takes.
  private func part(_ verb: String, _ names: [String]) -> Declaration {
    var part = Declaration(word: "layout \(verb)", summary: declaration.summary)
    part.parameters = declaration.parameters.filter { names.contains($0.name) }
    for index in part.parameters.indices where ["name", verb == "neu" ? "aus" : "name"].contains(part.parameters[index].name) {
      part.parameters[index].isRequired = true
    }
    return part
  }

  private static let reading = Declaration(
    word: "layout lies", summary: "nimmt Layouts aus einer Datei in den Plan",
    parameters: [.init(name: "datei", kind: .positional(.file), summary: "die Datei mit Layouts", isRequired: true)]
      + Declaration.reasons.filter { $0.name == "weil" })

  // MARK: Files

  private func take(_ call: Call, _ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    let store = try session.plan()
    let path = call["datei"] ?? ""
    let source: FileSource
    do throws(Hinweis) { source = try FileSource(path) } catch { throw error.marked(call.span("datei")) }
    guard source.size < 1 << 20 else { throw Hinweis("das ist keine Datei mit Layouts: sie ist zu groß").at(Place(file: path)) }
    let layouts = try VariantParser.layouts(String(decoding: try source.bytes(at: 0, count: source.size), as: UTF8.self), of: source.name)
    guard !layouts.isEmpty else { throw Hinweis("darin steht kein Layout").at(Place(file: path)).help("es beginnt mit: layout NAME TITEL") }
    let info = session.change(invocation.statement.text, reason: call["weil"])
    let new = try session.change(info, call) { (writer) throws(Hinweis) in
      let keeping = LayoutWriter(store: store, writer: writer)
      var new: [String] = []
      for layout in layouts {
        _ = try keeping.complete(layout, words: [:])
        if try keeping.keep(layout) { new.append(layout.name) }
      }
      if new.isEmpty { writer.nothingChanged() }
      return new
    }
    session.tell(
      new.isEmpty
        ? "der Plan hat das schon: nichts geändert" : "im Plan: \(new.count == 1 ? "Layout" : "Layouts") \(new.joined(separator: ", "))")
  }

  private func write(_ call: Call, _ session: Session) throws(Hinweis) {
    let layout = try session.plan().planLayout(call["name"] ?? "", span: call.span("name")).read()
    guard let path = call["nach"] else { return try session.out.write(layout.printed) }
    try LayoutCommand.write(layout, path, session)
  }

  static func write(_ layout: Layout, _ path: String, _ session: Session) throws(Hinweis) {
    if session.options.isDry { return session.tell("\(path) würde geschrieben") }
    try OutputFile.write(path) { (sink) throws(Hinweis) in try sink.write(layout.printed) }
    session.tell("geschrieben: \(path)")
  }

  // MARK: Card

  /// The card of a layout, of the plan's own or the variant's.
  private func show(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    let store = try session.plan()
    let name = invocation.tokens.prefix { $0.kind != .sign }.map(\.text).joined(separator: " ")
    guard invocation.tokens.allSatisfy({ $0.kind != .sign }),
      let known = try store.planLayouts().first(where: { Fold.key($0.layout.name) == Fold.key(name) }), known.problem == nil
    else {
      if let noun = Kernel.noun("layout"), try !store.find(noun, name).isEmpty {
        return try Card(session: session).answer(noun, invocation.tokens)
      }
      throw try store.planLayoutsError(name, invocation.tokens.first?.span)
    }
    let layout = known.layout
    let rows = [
      ["Name", layout.name], ["Titel", layout.title], ["Herkunft", known.origin], ["Spalten", String(layout.columns.count)],
      ["Kopfzeilen", String(layout.headerRows)],
      ["Wortlaut", String(layout.printed.dropLast())],
    ]
    try session.answer(Document("Layout \(layout.name)", [.table(Table(headings: ["Feld", "Wert"], rows))]))
  }
}

extension PlanStore {
  fileprivate func planLayoutsError(_ name: String, _ span: Span?) throws(Hinweis) -> Hinweis {
    let all = try planLayouts().map(\.layout.name)
    return Hinweis("das Layout \"\(name)\" gibt es nicht").marked(span).didYouMean(name, all + ["neu", "lies", "schreibe"])
  }
}
