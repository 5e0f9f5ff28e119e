// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@Suite("Several lines", .serialized) struct PasteTests {
  @Test("the prompt shows what is open, in line with the first")
  func continuation() throws {
    let kip = try KipTerminal()
    kip.type("hilfe \"a")
    let indent = try kip.pty.expect("\"> ").split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    #expect((indent + "\"> ").count == kip.prompt.count)
    kip.type("b\"")
    try kip.expectPrompt()
    #expect(kip.home.inputs == [#"hilfe "a\nb""#])
  }

  @Test("of a paste wait for Enter, then run one by one, each once")
  func paste() throws {
    let kip = try KipTerminal()
    kip.pty.send(Key.paste("hilfe\r\n\r\nplugins \"x\rmit zwei Zeilen\"\r#größe\r"))
    _ = kip.pty.rest()
    #expect(kip.home.history.isEmpty)
    kip.type("")
    try kip.expectPrompt()
    #expect(kip.home.inputs == ["hilfe", #"plugins "x\nmit zwei Zeilen""#, "#größe"])
  }

  @Test("of a paste of which the last is unfinished wait for more")
  func unfinishedPaste() throws {
    let kip = try KipTerminal()
    kip.type(Key.paste("plugins\rhilfe \"a\r"))
    try kip.pty.expect("\"> ")
    #expect(kip.home.inputs == ["plugins"])
    kip.type("b\"")
    try kip.expectPrompt()
    #expect(kip.home.inputs.last == #"hilfe "a\n\nb""#)
  }

  @Test("typed ahead while a command runs are run after it")
  func typedAhead() throws {
    let kip = try KipTerminal()
    kip.pty.send("hilfe\rplugins\r#ende\r")
    for _ in 1...3 { try kip.expectPrompt() }
    #expect(kip.home.inputs == ["hilfe", "plugins", "#ende"])
    #expect(try kip.end() == 0)
  }

  @Test("typed before there is a prompt are run, and Ctrl-D after them ends kip")
  func typedBefore() throws {
    let home = Home()
    let pty = try Pty(Home.kip, environment: home.environment)
    pty.send("hilfe\rplugins\r\u{4}")
    #expect(try pty.exitStatus() == 0)
    #expect(home.inputs == ["hilfe", "plugins"])
  }
}
