// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

/// Hands out what is in the plan; each form has its word behind `exportiere`.
struct ExportCommand: ShellCommand {
  let declaration = Declaration(
    word: "exportiere", synonyms: ["export"], summary: "gibt Daten heraus: plan ist der ganze Plan mit seiner Geschichte, als JSON",
    parameters: [
      .init(name: "was", kind: .positional(.words(["plan"])), summary: "was herauszugeben ist: plan", isRequired: true),
      .init(name: "nach", kind: .named(.file), summary: "die Datei; sonst die Standardausgabe"),
    ],
    examples: ["exportiere plan nach plan.json"])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let call = try declaration.read(invocation.tokens)
    switch Fold.key(call["was"] ?? "") {
    case "plan": try plan(invocation.session, call["nach"])
    default:
      throw Hinweis("\"\(call["was"] ?? "")\" lässt sich nicht exportieren").marked(call.span("was")).help("möglich ist: exportiere plan")
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
