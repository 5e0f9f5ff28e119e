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

  @Test("completes a value from the plan with its quotation marks, also where it has begun without them")
  func values() throws {
    let kip = try KipTerminal(arguments: ["--neu", Home().path + ".kip"])
    kip.type("neu einheit \"FB 51\" name \"Kinder und Jugend\"")
    try kip.expectPrompt()
    kip.pty.send("einheiten wo oberhalb unter FB" + Key.tab + "#")
    try kip.pty.expect("\"FB 51\" #")
    kip.pty.send(Key.ctrlC)
    try kip.expectPrompt()
    kip.pty.send("maßnahmen wo status = keine A" + Key.tab + "#")
    try kip.pty.expect("\"keine Angabe\" #")
  }
}
