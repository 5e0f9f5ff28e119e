// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

struct OpenCommand: ShellCommand {
  let declaration = Declaration(
    word: "öffne", summary: "öffnet einen anderen Plan daneben, nur zum Lesen: maßnahmen aus NAME, maßnahmen aus allen",
    parameters: [
      .init(name: "plan", kind: .positional(.file), summary: "die Datei", isRequired: true),
      .init(name: "als", kind: .named(.text), summary: "Name, unter dem er gefragt wird; sonst der der Datei"),
    ],
    examples: ["öffne plan.kip als nachbar\nmaßnahmen aus nachbar | anzahl\nschließe nachbar"])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    let call = try declaration.read(invocation.tokens)
    guard let path = call["plan"] else { return }
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let name = call["als"] ?? (file.hasSuffix(".kip") ? String(file.dropLast(4)) : file)
    do throws(Hinweis) {
      try session.others.open(path, as: name, beside: session.store)
    } catch {
      throw error.marked(call.span("plan"))
    }
    session.tell("\(path) ist zum Lesen offen: maßnahmen aus \(Hinweis.quoted(name)), oder aus allen")
  }
}

struct CloseCommand: ShellCommand {
  let declaration = Declaration(
    word: "schließe", summary: "schließt einen Plan, der daneben offen ist",
    parameters: [.init(name: "name", kind: .positional(.text), summary: "sein Name", isRequired: true)],
    examples: ["öffne plan.kip als nachbar\nschließe nachbar"])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let call = try declaration.read(invocation.tokens)
    do throws(Hinweis) {
      try invocation.session.others.close(call["name"] ?? "")
    } catch {
      throw error.marked(call.span("name"))
    }
  }
}

struct PlansCommand: ShellCommand {
  let declaration = Declaration(word: "pläne", summary: "zeigt, welche Pläne offen sind", examples: ["pläne"])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    _ = try declaration.read(invocation.tokens)
    let rows = try session.others.named(OtherPlans.everything, own: session.store).map { (plan) throws(Hinweis) in
      let kommune = try plan.store.rows(Query(Name("kommunen"), [.show(["name"]), .first(1)])).rows.all().first?.first
      return [plan.name, plan.store.path, kommune ?? "", plan.store.isReadOnly ? "lesen" : "lesen und schreiben"]
    }
    try session.answer(Table(headings: ["Name", "Datei", "Kommune", "Zugriff"], rows))
  }
}
