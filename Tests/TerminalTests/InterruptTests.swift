// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc
import Testing

@Suite("What is not finished is not run", .serialized) struct InterruptTests {
  @Test("Ctrl-C clears all lines of an unfinished input, and four of them do not end kip")
  func clears() throws {
    let kip = try KipTerminal()
    kip.pty.send("unfug")
    try kip.pty.expect("unfug")
    kip.pty.send(Key.ctrlC)
    try kip.expectPrompt()
    kip.type("hilfe \"erste Zeile")
    try kip.pty.expect("\"> ")
    kip.type("zweite Zeile")
    try kip.pty.expect("\"> ")
    kip.pty.send("dritte" + Key.ctrlC)
    try kip.expectPrompt()
    for _ in 1...4 {
      kip.pty.send(Key.ctrlC)
      try kip.expectPrompt()
    }
    for _ in 1...20 {
      kip.pty.send("unfug" + Key.ctrlC + "plugins\r")
      try kip.expectPrompt()
      try kip.expectPrompt()
    }
    #expect(kip.home.inputs == ["plugins"])
    #expect(try kip.end() == 0)
  }

  @Test("Ctrl-C ends a search in the history and an unfinished paste")
  func clearsStates() throws {
    let kip = try KipTerminal()
    kip.type("hilfe")
    try kip.expectPrompt()
    kip.pty.send("\u{12}hil")
    try kip.pty.expect("hil")
    kip.pty.send(Key.ctrlC)
    try kip.expectPrompt()
    kip.pty.send("\u{1b}[200~unfug ohne Ende\r")
    _ = kip.pty.rest()
    kip.pty.send(Key.ctrlC)
    try kip.expectPrompt()
    kip.type("plugins")
    try kip.expectPrompt()
    #expect(kip.home.inputs == ["hilfe", "plugins"])
  }

  @Test("Ctrl-C stops a statement in SQL that would never end", .timeLimit(.minutes(1)))
  func stopsSQL() throws {
    let kip = try KipTerminal(arguments: ["--neu", Home().path + ".kip"])
    kip.type("sql \"with recursive k(n) as (select 1 union all select n + 1 from k) select count(*) from k\"")
    try kip.pty.expect("from k\"")
    usleep(300_000)
    kip.pty.send(Key.ctrlC)
    #expect(try kip.expectPrompt(within: 20).contains("abgebrochen"))
    kip.type("sql \"select 41 + 1\"")
    #expect(try kip.expectPrompt().contains("42"))
  }

  @Test("Ctrl-C stops what is running, and the prompt comes back", .timeLimit(.minutes(1)))
  func stopsCommands() throws {
    let kip = try KipTerminal()
    let path = kip.home.path + "/lang.kips"
    kip.home.write(String(repeating: "plugins\n", count: 50_000), to: "lang.kips")
    kip.type("skript \"\(path)\"")
    try kip.pty.expect("json")
    kip.pty.send(Key.ctrlC)
    try kip.expectPrompt(within: 20)
    kip.type("hilfe")
    try kip.expectPrompt()
    #expect(kip.home.inputs.last == "hilfe")
    #expect(kip.home.history.map { $0[2] } == ["130", "0"])
    #expect(try kip.end() == 0)
  }

  @Test("Ctrl-D in an unfinished input throws it away and says so")
  func endOfInput() throws {
    let kip = try KipTerminal()
    kip.type("plugins \"")
    try kip.pty.expect("\"> ")
    kip.pty.send(Key.ctrlD)
    #expect(try kip.expectPrompt().contains("unvollständige Eingabe verworfen"))
    #expect(try kip.end() == 0)
    #expect(kip.home.history.isEmpty)
  }

  @Test("Ctrl-D in the middle of a line runs nothing, and vi mode makes no difference", arguments: ["emacs", "vi"])
  func endInLine(mode: String) throws {
    let home = Home()
    home.write("set editing-mode \(mode)\n", to: "inputrc")
    let kip = try KipTerminal(home, ["INPUTRC": home.path + "/inputrc"])
    kip.pty.send("plugins" + Key.ctrlD + Key.ctrlD)
    _ = kip.pty.rest()
    #expect(home.history.isEmpty)
    kip.type("")
    try kip.expectPrompt()
    #expect(home.inputs == ["plugins"])
  }

  @Test("a terminal that goes away in the middle of a line runs nothing")
  func hangUp() throws {
    for unfinished in ["plugins", "plugins \"\r"] {
      let kip = try KipTerminal()
      kip.type("hilfe")
      try kip.expectPrompt()
      kip.pty.send(unfinished)
      _ = kip.pty.rest()
      kip.pty.hangUp()
      #expect(try kip.pty.exitStatus() == 128 + SIGHUP)
      #expect(kip.home.inputs == ["hilfe"])
    }
  }

  @Test("a signal that ends kip leaves the history whole and the terminal as it was found", arguments: [SIGHUP, SIGTERM, SIGQUIT])
  func signals(signal: Int32) throws {
    let kip = try KipTerminal()
    kip.type("hilfe")
    try kip.expectPrompt()
    kip.pty.send("plugins")
    try kip.pty.expect("plugins")
    kip.pty.signal(signal)
    #expect(try kip.pty.exitStatus() == 128 + signal)
    #expect(kip.pty.isAsFound)
    #expect(kip.home.inputs == ["hilfe"])
  }
}
