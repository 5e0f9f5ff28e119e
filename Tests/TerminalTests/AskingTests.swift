// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

/// What a command asks at the prompt.
@Suite(.serialized) struct AskingTests {
  /// A terminal with an open plan that has a field Bildung and two goals.
  private func terminal() throws -> KipTerminal {
    let home = Home()
    let plan = try KipTerminal(home, arguments: ["--neu", home.path + "/p.kip"])
    for line in ["neu handlungsfeld Bildung", "neu ziel A", "neu ziel B"] {
      plan.type(line)
      try plan.expectPrompt()
    }
    return plan
  }

  @Test("neu asks field by field, again after a wrong value, and shows the line that says the same")
  func fields() throws {
    let kip = try terminal()
    kip.type("neu ziel")
    try kip.pty.expect("text* (Was soll erreicht werden?): ")
    kip.type("")
    try kip.pty.expect("text ist nötig")
    try kip.pty.expect("): ")
    kip.type("Kinder \"sprechen\"")
    try kip.pty.expect("handlungsfeld")
    try kip.pty.expect("): ")
    kip.type("Bidlung")
    try kip.pty.expect("gemeint ist vielleicht Bildung")
    try kip.pty.expect("): ")
    kip.pty.send("Bil\t\r")
    try kip.pty.expect("maßnahmen")
    try kip.pty.expect("): ")
    kip.type("")
    let answer = try kip.expectPrompt()
    #expect(answer.contains("in einer Zeile: neu ziel text \"Kinder \"\"sprechen\"\"\" handlungsfeld \"Bildung\""), "\(answer)")
    #expect(answer.contains("Ziel angelegt (Änderung"))
    #expect(try kip.end() == 0)
    #expect(!kip.home.inputs.contains("Bidlung"))
  }

  @Test("Ctrl-C and Ctrl-D cancel the command, and nothing is changed", arguments: ["\u{3}", "\u{4}"])
  func cancel(_ key: String) throws {
    let kip = try terminal()
    kip.type("neu ziel")
    try kip.pty.expect("): ")
    kip.pty.send(key)
    #expect(try kip.expectPrompt().contains("abgebrochen; nichts wurde geändert"))
    kip.type("ziele | anzahl")
    #expect(try kip.expectPrompt().contains("2"))
    #expect(try kip.end() == 0)
  }

  @Test("a change of all things of a kind is asked for, and only yes carries it out")
  func broad() throws {
    let kip = try terminal()
    kip.type("ziele | setze frist = 2026")
    try kip.pty.expect("das sind alle 2 ziele: A; B")
    try kip.pty.expect("ausführen? [j/N] ")
    kip.type("")
    #expect(try kip.expectPrompt().contains("nichts wurde geändert"))
    kip.type("ziele | setze frist = 2026")
    try kip.pty.expect("ausführen? [j/N] ")
    kip.type("j")
    #expect(try kip.expectPrompt().contains("2 Ziele geändert"))
    #expect(try kip.end() == 0)
  }
}
