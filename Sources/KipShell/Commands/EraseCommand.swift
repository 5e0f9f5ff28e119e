// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

struct EraseCommand: ShellCommand {
  let declaration = Declaration(
    word: "tilge", synonyms: ["tilgen"], summary: "nimmt den Namen einer Person endgültig heraus, auch aus der Geschichte und den Eingaben",
    parameters: [
      .init(name: "was", kind: .positional(.words(["person"])), summary: "das Wort person", isRequired: true),
      .init(name: "name", kind: .positional(.thing("person")), summary: "Vorname und Nachname", isRequired: true),
      .init(name: "weil", kind: .named(.text), summary: "Grund, ohne den Namen"),
    ])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    let call = try declaration.read(invocation.tokens)
    guard Fold.key(call["was"] ?? "") == "person", let name = call["name"] else {
      throw Hinweis("tilgen lässt sich nur eine Person").marked(call.span("was")).help("tilge person \"Vorname Nachname\" weil \"…\"")
    }
    let store = try session.plan()
    let erasure: Erasure
    do throws(Hinweis) { erasure = try store.erasure(of: name) } catch { throw error.marked(call.span("name")) }
    let rows = erasure.rows == 1 ? "1 Zeile" : "\(erasure.rows) Zeilen"
    if session.options.isDry { return session.tell("in \(rows) würde der Name durch \"\(erasure.name.replacement)\" ersetzt") }
    try session.confirm("der Name wird in \(rows) endgültig durch \"\(erasure.name.replacement)\" ersetzt, auch in der Geschichte")
    // First, so that whoever is stopped in between can do it again: once the plan does not hold the name, it is refused.
    session.forget(erasure.name)
    let isCleared = try erasure.run(session.change(Erasure.command, reason: call["weil"]))
    session.tell("getilgt: der Name steht in \(rows) nicht mehr; dort steht nun \"\(erasure.name.replacement)\"")
    if !isCleared {
      session.tell("Warnung: ein anderes Programm liest den Plan; Reste stehen in \(store.path)-wal, bis der letzte ihn schließt")
    }
    if erasure.surnames > 0 {
      session.tell(
        "Hinweis: der Nachname allein steht noch in \(erasure.surnames == 1 ? "1 Zeile" : "\(erasure.surnames) Zeilen"); prüfen, wer gemeint ist"
      )
    }
    for file in try erasure.filesThatHoldIt() { session.tell("Warnung: \(file) enthält den Namen noch und wurde nicht geändert") }
    session.tell("Hinweis: Berichte und Kopien an anderen Orten, Ausdrucke und der Verlauf der Shell sind nicht geändert")
  }
}

extension Session {
  /// Takes an erased name out of what was typed, in this session and before.
  func forget(_ name: ErasedName) {
    erasedNames.append(name)
    onErasure(name.replaced)
    inputs.replace(withoutErasedNames)
  }

  public func withoutErasedNames(_ input: String) -> String {
    erasedNames.reduce(input) { text, name in name.replaced(in: text) ?? text }
  }
}
