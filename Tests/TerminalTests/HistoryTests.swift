// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc
import Testing

@Suite("The history", .serialized) struct HistoryTests {
  @Test("keeps time, duration, exit status, plan and input of each input at once, for the user alone")
  func isData() throws {
    let kip = try KipTerminal()
    kip.type("hilfe")
    try kip.expectPrompt()
    let fields = try #require(kip.home.history.first)
    #expect(fields.count == 5)
    #expect(fields[0].count == 20 && fields[0].hasSuffix("Z"))
    #expect(Int(fields[1]) != nil)
    #expect(fields[2] == "0")
    #expect(fields[4] == "hilfe")
    #expect(kip.home.mode("state/kip/history") == 0o600)
    #expect(kip.home.mode("state/kip") == 0o700)
  }

  @Test("comes back in the next session, an input of several lines as one")
  func comesBack() throws {
    let home = Home()
    let first = try KipTerminal(home)
    first.type(Key.paste("hilfe \"a\\b\tc\rd\""))
    try first.expectPrompt()
    #expect(try first.end() == 0)
    #expect(home.history.first?[4] == #"hilfe "a\\b\tc\nd""#)

    let second = try KipTerminal(home)
    second.pty.send(Key.up)
    try second.pty.expect("d\"")
    second.type(" #")
    try second.expectPrompt()
    #expect(home.inputs.last == #"hilfe "a\\b\tc\nd" #"#)
  }

  @Test("leaves out what begins with a blank and what is the same again")
  func leavesOut() throws {
    let kip = try KipTerminal()
    for line in ["hilfe", "hilfe", " plugins", "", "   ", "plugins", "hilfe"] {
      kip.type(line)
      try kip.expectPrompt()
    }
    #expect(kip.home.inputs == ["hilfe", "plugins", "hilfe"])
  }

  @Test("loses nothing when two sessions run in parallel")
  func parallel() throws {
    let home = Home()
    let kips = try [KipTerminal(home), KipTerminal(home)]
    for round in 1...5 {
      for (index, kip) in kips.enumerated() { kip.type("#\(round).\(index)") }
      for kip in kips { try kip.expectPrompt() }
    }
    #expect(home.inputs.sorted() == (1...5).flatMap { ["#\($0).0", "#\($0).1"] })
  }

  @Test("that cannot be written is reported once, and kip goes on")
  func unwritable() throws {
    let kip = try KipTerminal(Home(), ["XDG_STATE_HOME": "/dev/null"])
    kip.type("hilfe")
    #expect(try kip.expectPrompt().contains("\"/dev/null/kip/history\" ist nicht beschreibbar"))
    kip.type("plugins")
    #expect(try !kip.expectPrompt().contains("beschreibbar"))
    kip.pty.send(Key.up + Key.up)
    try kip.pty.expect("hilfe")
    #expect(try KipTerminal(Home(), ["XDG_STATE_HOME": "/dev/null"]).end() == 0)
  }

  @Test("that is damaged gives what can be read")
  func damaged() throws {
    let kip = try KipTerminal()
    kip.type("hilfe")
    try kip.expectPrompt()
    #expect(try kip.end() == 0)
    kip.home.write("\nkaputt\n\t\t\t\n2025-01-01T00:00:00Z\t1\t0\t\tplugins\nohne Ende", to: "state/kip/history")
    let next = try KipTerminal(kip.home)
    next.pty.send(Key.up)
    try next.pty.expect("plugins")
    #expect(next.pty.rest().isEmpty)
  }

  @Test("is kept where KIP_HISTORY says, and nowhere if that is empty")
  func place() throws {
    let home = Home()
    for path in [home.path + "/anderswo/eingaben", ""] {
      let kip = try KipTerminal(home, ["KIP_HISTORY": path])
      kip.type("melde \"\(path.count)\"")
      try kip.expectPrompt()
      // In the session itself the arrow keys bring it back all the same.
      kip.pty.send(Key.up)
      try kip.pty.expect("melde ")
      kip.pty.send(Key.ctrlC)
      try kip.expectPrompt()
      #expect(try kip.end() == 0)
    }
    #expect(home.contents("anderswo/eingaben").split(separator: "\n").count == 1)
    #expect(home.mode("anderswo/eingaben") == 0o600)
    #expect(home.history.isEmpty)
    var (before, after) = (stat(), stat())
    stat("/dev/null", &before)
    let kip = try KipTerminal(home, ["KIP_HISTORY": "/dev/null"])
    kip.type("hilfe")
    try kip.expectPrompt()
    stat("/dev/null", &after)
    #expect(before.st_mode == after.st_mode)
  }

  @Test("gives the own inputs of a session first, then older ones, and not what a parallel session typed since")
  func ownFirst() throws {
    let home = Home()
    let before = try KipTerminal(home)
    before.type("#älter")
    try before.expectPrompt()
    #expect(try before.end() == 0)
    let (here, there) = (try KipTerminal(home), try KipTerminal(home))
    here.type("#hier")
    try here.expectPrompt()
    there.type("#dort")
    try there.expectPrompt()
    #expect(home.inputs == ["#älter", "#hier", "#dort"])
    here.pty.send(Key.up)
    try here.pty.expect("#hier")
    here.pty.send(Key.up)
    try here.pty.expect("älter")
  }

  @Test("is searched with Ctrl-R, and what is found runs")
  func searched() throws {
    let kip = try KipTerminal()
    for line in ["melde eins", "plugins info json", "melde zwei"] {
      kip.type(line)
      try kip.expectPrompt()
    }
    kip.pty.send("\u{12}info")
    try kip.pty.expect("plugins info json")
    kip.type("")
    try kip.expectPrompt()
    #expect(kip.home.inputs.suffix(2) == ["melde zwei", "plugins info json"])
  }
}
