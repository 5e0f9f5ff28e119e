// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// Blocks and scripts at the prompt.
@Suite(.serialized) struct BlockTypingTests {
  private func terminal(_ home: Home = Home(), variant: Bool = false) throws -> KipTerminal {
    try KipTerminal(home, arguments: ["--neu", home.path + "/p.kip"] + (variant ? ["--variante", "braunschweig"] : []))
  }

  @Test("an open block continues the input, shows which, and is one input of the history")
  func continues() throws {
    let kip = try terminal()
    kip.type("wenn nicht ziele")
    try kip.pty.expect("wenn> ")
    kip.type("für jedes feld in handlungsfelder")
    try kip.pty.expect("für> ")
    kip.type("melde nie")
    try kip.pty.expect("für> ")
    kip.type("ende")
    try kip.pty.expect("wenn> ")
    kip.type("melde \"keine")
    try kip.pty.expect("\"> ")
    kip.type("Ziele\"")
    try kip.pty.expect("wenn> ")
    kip.type("ende")
    #expect(try kip.expectPrompt().contains("keine\nZiele"))
    #expect(
      kip.home.inputs == [#"wenn nicht ziele\nfür jedes feld in handlungsfelder\nmelde nie\nende\nmelde "keine\nZiele"\nende"#])
    kip.pty.send(Key.up)
    try kip.pty.expect("ende")
    kip.type("")
    #expect(try kip.expectPrompt().contains("keine\nZiele"))
  }

  @Test("Ctrl-C clears an open block, Ctrl-D says what is open and runs nothing")
  func cleared() throws {
    let kip = try terminal()
    kip.type("wenn 1 = 1")
    try kip.pty.expect("wenn> ")
    kip.type("melde gelaufen")
    try kip.pty.expect("wenn> ")
    kip.pty.send(Key.ctrlC)
    try kip.expectPrompt()
    kip.type("für jedes ziel in ziele")
    try kip.pty.expect("für> ")
    kip.pty.send(Key.ctrlD)
    let said = try kip.expectPrompt()
    #expect(said.contains("offen ist noch: für") && !said.contains("gelaufen"))
    kip.type("ende")
    #expect(try kip.expectPrompt().contains("hier ist kein Block offen"))
    #expect(try kip.end() == 0)
  }

  @Test("Ctrl-C ends a loop that runs, and the shell stays")
  func interrupted() throws {
    let kip = try terminal(variant: true)
    let names = ["a", "b", "c", "d", "e"]
    kip.type(
      Key.paste((names.map { "für jede \($0) in einheiten" } + ["variable X = ${e}"] + names.map { _ in "ende" }).joined(separator: "\r")))
    Thread.sleep(forTimeInterval: 0.5)
    kip.pty.send(Key.ctrlC)
    #expect(try kip.expectPrompt().contains("abgebrochen"))
    kip.type("melde weiter")
    #expect(try kip.expectPrompt().contains("weiter"))
    #expect(kip.home.history.first?[2] == "130")
  }

  @Test("what was typed is asked like any query, that of this session first, and becomes a script that does the same")
  func script() throws {
    let home = Home()
    let first = try terminal(home)
    for line in ["neu ziel A", "ziele | anzahl"] {
      first.type(line)
      try first.expectPrompt()
    }
    #expect(try first.end() == 0)
    let kip = try KipTerminal(home, arguments: [home.path + "/p.kip"])
    for line in ["neu ziel B", "quatsch", "hilfe skript", " melde geheim"] {
      kip.type(line)
      try kip.expectPrompt()
    }
    kip.type("neu ziel")
    for answer in ["C", "", ""] {
      try kip.pty.expect("): ")
      kip.type(answer)
    }
    try kip.expectPrompt()
    kip.type("eingaben | zeige sitzung, status, text")
    let listed = try kip.expectPrompt()
    let rows = listed.split(whereSeparator: \.isNewline).filter { $0.contains("│") }.map { row in
      row.split(separator: "│").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    #expect(rows.contains(["diese", "1", "quatsch"]))
    #expect(rows.suffix(2) == [["andere", "0", "ziele | anzahl"], ["andere", "0", "neu ziel A"]], "\(rows)")
    #expect(!listed.contains("geheim"))
    kip.type("eingaben als skript alle nach \(home.path)/alles.kips")
    #expect(try kip.expectPrompt().contains("(4 Eingaben)"))
    kip.type("eingaben als skript nach \(home.path)/s.kips")
    try kip.expectPrompt()
    #expect(try kip.end() == 0)
    let text = home.contents("s.kips")
    #expect(text.hasPrefix("#!/usr/bin/env kip\n# eingegeben am "))
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.first == "neu ziel B" && lines.count == 2 && lines[1].hasPrefix("neu ziel text \"C\""), "\(text)")
    #expect(home.mode("s.kips") & 0o100 != 0)
    let run = Process()
    run.executableURL = URL(filePath: Home.kip)
    run.arguments = ["--neu", home.path + "/neu.kip", home.path + "/s.kips"]
    run.environment = ["HOME": home.path]
    run.standardOutput = FileHandle.nullDevice
    run.standardError = FileHandle.nullDevice
    try run.run()
    run.waitUntilExit()
    #expect(run.terminationStatus == 0)
  }

  @Test("an erased name comes back in no script and no answer about what was typed")
  func erased() throws {
    let kip = try terminal()
    for line in [
      "neu person \"Erika Muster\"", "ziele wo text enthält \"Erika Muster\"", "merke sie = personen wo name = \"Erika Muster\"",
    ] {
      kip.type(line)
      try kip.expectPrompt()
    }
    kip.type("tilge person \"Erika Muster\"")
    try kip.pty.expect("[j/N] ")
    kip.type("j")
    try kip.expectPrompt()
    for line in ["eingaben", "eingaben als skript alle", "abfragen"] {
      kip.type(line)
      let said = try kip.expectPrompt()
      #expect(said.contains("Person") && !said.contains("Muster"), "\(said)")
    }
  }
}
