// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

/// Hands out what is in the plan; each form has its word behind `exportiere`.
struct ExportCommand: ShellCommand {
  let declaration = Declaration(
    word: "exportiere", synonyms: ["export"],
    summary: "gibt Daten heraus: den Katalog, Rückmeldebögen, oder den ganzen Plan mit seiner Geschichte als JSON",
    parameters: [
      .init(
        name: "was", kind: .positional(.words(["plan", "katalog", "rückmeldebogen"])),
        summary: "was herauszugeben ist: plan, katalog oder rückmeldebogen", isRequired: true),
      .init(name: "nach", kind: .named(.file), summary: "die Datei; sonst die Standardausgabe"),
    ],
    examples: [
      "exportiere plan nach plan.json", "exportiere katalog nach katalog.csv",
      "exportiere rückmeldebogen je einheit nach boegen/ frist 15.03.2025",
    ],
    notes: [
      "Was hinter dem zweiten Wort stehen kann, ergänzt die Tabulatortaste; wie Bögen hinausgehen und zurückkommen, erklärt hilfe rückmeldebogen."
    ])

  func declaration(for invocation: Invocation) -> Declaration { declaration(for: invocation.tokens.first?.text ?? "") }

  /// The declaration of what is to be handed out.
  func declaration(for what: String) -> Declaration {
    switch Fold.key(what) {
    case "katalog": CatalogueExport.declaration
    case "rueckmeldebogen", "rueckmeldeboegen": FormExport.declaration
    default: declaration
    }
  }

  func run(_ invocation: Invocation) throws(Hinweis) {
    let rest = invocation.tokens.dropFirst()
    switch Fold.key(invocation.tokens.first?.text ?? "") {
    case "katalog": return try CatalogueExport.run(invocation.session, rest)
    case "rueckmeldebogen", "rueckmeldeboegen": return try FormExport.run(invocation, rest)
    default: break
    }
    let call = try declaration.read(invocation.tokens)
    switch Fold.key(call["was"] ?? "") {
    case "plan": try plan(invocation.session, call["nach"])
    default:
      throw Hinweis("\"\(call["was"] ?? "")\" lässt sich nicht exportieren").marked(call.span("was")).help(
        "möglich sind: exportiere plan, exportiere katalog, exportiere rückmeldebogen")
    }
  }

  private func plan(_ session: Session, _ path: String?) throws(Hinweis) {
    let store = try session.plan()
    store.clearInterruption()
    guard let path else { return try store.export(to: &session.out) }
    if session.options.isDry { return session.tell("\(path) würde geschrieben") }
    try OutputFile.write(path) { (sink) throws(Hinweis) in try store.export(to: &sink) }
    session.tell("geschrieben: \(path)")
  }
}

/// `importiere plan DATEI`: a whole plan, history included, into an empty one.
enum PlanFilling {
  static func run(_ path: Token, _ session: Session) throws(Hinweis) {
    let store = try session.plan()
    let source: FileSource
    do throws(Hinweis) { source = try FileSource(path.text) } catch { throw error.marked(path.span) }
    store.clearInterruption()
    let (things, changes) = try store.fill(from: session.watched(source, "importiere"))
    session.tell("übernommen: \(things) Dinge, \(changes) \(changes == 1 ? "Änderung" : "Änderungen")")
  }
}
