// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@Suite("Tab", .serialized) struct CompletionTests {
  @Test("completes a word that is the only one and puts a blank after it")
  func completes() throws {
    let kip = try KipTerminal()
    kip.pty.send("plug" + Key.tab + "#")
    try kip.pty.expect("plugins #")
    kip.type("")
    try kip.expectPrompt()
    #expect(kip.home.inputs == ["plugins #"])
  }

  @Test("lists the words that fit with what they mean, and keeps the line")
  func lists() throws {
    let kip = try KipTerminal()
    kip.pty.send(Key.tab + Key.tab)
    try kip.pty.expect("  – ")
    try kip.pty.expect("\n" + kip.prompt)
    #expect(try kip.end() == 0)
  }

  @Test("knows commands, settings, plug-ins, files, kinds, columns and the values of the plan")
  func context() throws {
    let home = Home()
    let kip = try KipTerminal(home, arguments: ["--neu", home.path + "/p.kip"])
    home.write("", to: "eindeutig.csv")
    kip.type("neu handlungsfeld \"Arbeit und Ausbildung\"")
    try kip.expectPrompt()
    for (typed, whole) in [
      ("importi", "importiere "), ("hilfe verla", "hilfe verlauf "),
      ("importiere \(home.path)/eind", "importiere \(home.path)/eindeutig.csv "),
      ("plugins info delim", "plugins info delimited-text "), ("bericht katalog als markd", "bericht katalog als markdown "),
      ("ziele wo handlungsf", "ziele wo handlungsfeld "),
      ("ziele wo handlungsfeld = Arb", "ziele wo handlungsfeld = \"Arbeit und Ausbildung\" "),
      ("einstellung farbe = au", "einstellung farbe = au"),
    ] {
      kip.pty.send(typed + Key.tab + Key.ctrlA + "# \r")
      try kip.expectPrompt()
      #expect(home.inputs.last == "# " + whole)
    }
  }

  @Test("shows beside each word what it means, with the errors that no word fits left out")
  func summaries() throws {
    let kip = try KipTerminal()
    kip.pty.send("einstellung farbe = " + Key.tab + Key.tab)
    let shown = try kip.pty.expect("\n" + kip.prompt)
    #expect(shown.contains("auto") && shown.contains("ein") && shown.contains("aus"), "\(shown)")
    kip.pty.send(Key.ctrlC)
    try kip.expectPrompt()
    kip.pty.send("einstellung f" + Key.tab + Key.tab)
    #expect(try kip.pty.expect("\n" + kip.prompt).contains("farbe        – Farben am Terminal"))
  }
}
