// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
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

  @Test("the year that a paper leaves out is asked for, and asked again where there is no such day")
  func year() throws {
    let kip = try terminal()
    let paper = "Betreff: Ein Haus\n\nBegründung:\n\nDer Rat hat in seiner Sitzung am 29. Februar dafür entschieden.\n"
    try Data(paper.utf8).write(to: URL(filePath: kip.home.path + "/papier.txt"))
    kip.type("importiere \"\(kip.home.path)/papier.txt\" als vorlage")
    try kip.pty.expect("\"29. Februar\": in welchem Jahr? (Enter lässt es offen): ")
    kip.type("2023")
    try kip.pty.expect("ist kein Jahr mit einem 29. Februar")
    try kip.pty.expect("offen): ")
    kip.type("2024")
    #expect(try kip.expectPrompt().contains("Vorlage angelegt"))
    kip.type("beratungen | zeige datum, rolle")
    #expect(try kip.expectPrompt().contains("29.02.2024 │ entscheidend"))
    #expect(try kip.end() == 0)
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
