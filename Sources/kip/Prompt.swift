// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc
import KipShell

/// The conversation with a user at a terminal: reads inputs, hands them to the session, keeps the history.
struct Prompt {
  /// Whether there is a user to talk to.
  static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Talks until the user or the session ends it, and gives the exit status.
  ///
  /// - Parameter begin: runs first, and may ask the user.
  func run(_ session: any PromptSession, begin: () -> Void) -> Int32 {
    let editor = Editor(session)
    session.ask = { [unowned editor] in editor.ask($0) }
    defer {
      session.ask = nil
      editor.close()
    }
    begin()
    var history = History()
    history.inputs.forEach(editor.remember)
    if history.inputs.isEmpty {
      Messages.write("kip \(Options.version): hilfe zeigt, was möglich ist, die Tabulatortaste ergänzt, Strg-D beendet\n")
    }

    while true {
      switch editor.read() {
      case .line(let text):
        // A paste may bring several inputs at once.
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
          if editor.wasInterrupted || editor.endingSignal != nil {
            editor.unfinished = ""
            break
          }
          editor.unfinished += editor.unfinished.isEmpty ? String(line) : "\n\(line)"
          if editor.unfinished.allSatisfy(\.isWhitespace) { editor.unfinished = "" }
          if editor.unfinished.isEmpty || session.open(in: editor.unfinished) != nil { continue }
          let input = editor.unfinished
          editor.unfinished = ""
          if !run(input, session, editor, &history) { return session.status }
        }
      case .interrupt:
        editor.unfinished = ""
      case .end where editor.unfinished.isEmpty || editor.endingSignal != nil:
        return editor.endingSignal.map { 128 + $0 } ?? 0
      case .end:
        let open = session.open(in: editor.unfinished) ?? ""
        Messages.write("unvollständige Eingabe verworfen, offen ist noch: \(open)\n")
        editor.unfinished = ""
      }
      if let signal = editor.endingSignal { return 128 + signal }
    }
  }

  /// Runs a complete input and keeps it; false if the session ends with it.
  private func run(_ input: String, _ session: any PromptSession, _ editor: Editor, _ history: inout History) -> Bool {
    var entry = History.Entry(input)
    if history.isWorthKeeping(input) { editor.remember(input) }
    let goesOn = session.run(input: input)
    entry.input = session.withoutErasedNames(input)
    if entry.input != input {
      // The session took the name out of the file; the arrow keys must not bring it back either.
      editor.forgetAll()
      (History().inputs + [entry.input]).forEach(editor.remember)
    }
    history.add(entry, status: session.status, plan: session.planPath)
    return goesOn
  }
}
