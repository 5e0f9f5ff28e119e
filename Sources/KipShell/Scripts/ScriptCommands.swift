// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery

struct ScriptCommand: ShellCommand {
  let declaration = Declaration(
    word: "skript", summary: "führt ein Skript aus; der Pfad gilt vom aufrufenden Skript aus",
    parameters: [
      .init(name: "datei", kind: .positional(.file), summary: "das Skript", isRequired: true),
      .init(name: "name=wert", kind: .positional(.text), summary: "Werte für seine Parameter, so viele wie nötig"),
    ],
    notes: [
      "Ein Skript sind Zeilen, wie man sie eingibt; # beginnt eine Bemerkung. kip PLAN.kip SKRIPT.kips führt es aus, ebenso die Standardeingabe und -c.",
      "parameter JAHR = 2025 \"wofür\" steht am Anfang und sagt, was -D JAHR=… gibt. variable NAME = WERT gibt eigene Werte, ${NAME} setzt sie ein.",
      "wenn … sonst … ende und für jede NAME in ABFRAGE … ende sind Blöcke; melde sagt etwas, beende mit N endet mit einem Rückgabewert.",
      "Der erste Fehler beendet alles; --weiter macht weiter, --atomar nimmt dann alles zurück, --trocken behält nichts.",
      "eingaben als skript nach DATEI macht aus dem, was eingegeben wurde, ein Skript.",
    ])

  func run(_ invocation: Invocation) throws(Hinweis) {
    var tokens = invocation.tokens
    guard let file = tokens.popFirst(), file.kind != .sign else { throw Hinweis("welches Skript?").help(declaration.usage) }
    var values: [Variables.Value] = []
    while let name = tokens.popFirst() {
      try VariableName.check(name)
      guard let sign = tokens.popFirst(), sign.text == "=", let value = tokens.popFirst(), value.kind != .sign else {
        throw Hinweis("hinter \"\(name.text)\" fehlt = und ein Wert").marked(name.span).help(declaration.usage)
      }
      values.append(.init(name: name.text, text: value.text, isOfPlan: value.file != nil))
    }
    try invocation.session.include(
      ScriptCommand.path(file.file ?? file.text, from: invocation.statement), values, calledFrom: invocation.statement)
  }

  /// The path of a script as it is seen from the one that names it.
  static func path(_ path: String, from caller: Statement) -> String {
    guard !path.hasPrefix("/"), let slash = caller.source.lastIndex(of: "/") else { return path }
    return caller.source[...slash] + path
  }
}

struct SayCommand: ShellCommand {
  let declaration = Declaration(
    word: "melde", summary: "sagt etwas auf der Fehlerausgabe",
    parameters: [.init(name: "text", kind: .positional(.text), summary: "was zu sagen ist", isRequired: true)],
    examples: ["melde \"fertig\""])
  let isSetting = true

  func run(_ invocation: Invocation) throws(Hinweis) { invocation.session.tell(try declaration.read(invocation.tokens)["text"] ?? "") }
}

struct QuitCommand: ShellCommand {
  let declaration = Declaration(
    word: "beende", synonyms: ["quit", "exit"],
    summary: "beendet kip, auch aus Blöcken und eingebundenen Skripten; auf Wunsch mit einem Rückgabewert: beende mit 4",
    parameters: [.init(name: "mit", kind: .named(.text), summary: "Rückgabewert von 0 bis 125")])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let call = try declaration.read(invocation.tokens)
    guard let text = call["mit"] else {
      invocation.session.requestedStatus = invocation.session.status
      return
    }
    guard let number = Int32(text), (0...125).contains(number) else {
      throw Hinweis("\"\(text)\" ist kein Rückgabewert").marked(call.span("mit")).help("erlaubt ist 0 bis 125")
    }
    invocation.session.requestedStatus = number
  }
}
