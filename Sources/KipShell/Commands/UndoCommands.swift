// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

struct UndoCommand: ShellCommand {
  let declaration = Declaration(
    word: "rückgängig", synonyms: ["undo"], summary: "nimmt die letzte Änderung zurück, oder eine bestimmte, auch einen Import",
    parameters: [
      .init(name: "änderung", kind: .positional(.thing("änderung")), summary: "Nummer der Änderung; sonst die letzte")
    ] + Declaration.reasons,
    examples: ["rückgängig", "rückgängig 2 weil \"falsche Datei\""])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    let call = try declaration.read(invocation.tokens)
    let store = try session.plan()
    let line: ChangeLine
    if let text = call["änderung"] {
      guard let number = Int(text), let found = try store.line(of: number) else {
        throw Hinweis("eine Änderung \"\(text)\" gibt es nicht").marked(call.span("änderung")).help("änderungen zeigt alle")
      }
      line = found
    } else {
      guard let last = try store.lastUndoable() else { throw Hinweis("es gibt keine Änderung, die zurückzunehmen wäre") }
      line = last
    }
    try take(back: line, "zurückgenommen", call, invocation)
  }
}

struct RedoCommand: ShellCommand {
  let declaration = Declaration(
    word: "wiederhole", synonyms: ["redo"], summary: "macht die Änderung wieder, die zuletzt zurückgenommen wurde",
    parameters: Declaration.reasons, examples: ["rückgängig\nwiederhole"])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let call = try declaration.read(invocation.tokens)
    guard let last = try invocation.session.plan().lastRedoable() else { throw Hinweis("es gibt nichts, das zurückgenommen wurde") }
    try take(back: last, "wieder gemacht", call, invocation)
  }
}

/// Takes a change back; asks where it is another author's.
private func take(back line: ChangeLine, _ word: String, _ call: Call, _ invocation: Invocation) throws(Hinweis) {
  let session = invocation.session
  if line.author != session.options.author {
    try session.confirm("die Änderung \(line.id) ist von \(line.author): \(line.command)")
  }
  let store = try session.plan()
  // Who is there to be asked may not know how much one word takes back.
  if session.ask != nil, line.made > session.preferences.broad {
    try session.confirm("die Änderung \(line.id) legte \(line.made) Dinge an: \(line.command)")
  }
  let info = try session.info(invocation, call)
  let undone = try session.change(info, call) { (_) throws(Hinweis) in try store.undo(line.id, info) }
  let (change, things) = (undone.change, undone.things)
  session.tell("Änderung \(change.id) \(word): \(change.command) (\(things) \(things == 1 ? "Ding" : "Dinge"))")
  if word == "zurückgenommen" && session.ask != nil { session.tell("wiederhole macht sie wieder") }
}

struct BeginCommand: ShellCommand {
  let declaration = Declaration(
    word: "beginne", summary: "von hier an gilt alles erst mit übernimm; verwirf nimmt es zurück",
    examples: ["beginne\nrückgängig\nverwirf"])

  func run(_ invocation: Invocation) throws(Hinweis) {
    _ = try declaration.read(invocation.tokens)
    try invocation.session.beginTransaction()
  }
}

struct KeepCommand: ShellCommand {
  let declaration = Declaration(
    word: "übernimm", synonyms: ["übernehme"], summary: "behält alles seit beginne", examples: ["beginne\nrückgängig\nübernimm"])

  func run(_ invocation: Invocation) throws(Hinweis) {
    _ = try declaration.read(invocation.tokens)
    try invocation.session.endTransaction(isKept: true)
  }
}

struct DiscardCommand: ShellCommand {
  let declaration = Declaration(
    word: "verwirf", synonyms: ["verwerfe"], summary: "nimmt alles seit beginne zurück", examples: ["beginne\nrückgängig\nverwirf"])

  func run(_ invocation: Invocation) throws(Hinweis) {
    _ = try declaration.read(invocation.tokens)
    try invocation.session.endTransaction(isKept: false)
    invocation.session.tell("alles seit beginne ist zurückgenommen")
  }
}
