// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

/// Keys of a terminal.
enum Key {
  static let up = "\u{1b}[A", tab = "\t", backspace = "\u{7f}", ctrlC = "\u{3}", ctrlD = "\u{4}", ctrlZ = "\u{1a}", ctrlA = "\u{1}"
  static func paste(_ text: String) -> String { "\u{1b}[200~\(text)\u{1b}[201~" }
}

@Suite("At the prompt", .serialized) struct EditingTests {
  @Test("an input is answered, and Ctrl-D on an empty line ends with 0 and gives the terminal back")
  func answers() throws {
    let kip = try KipTerminal()
    kip.type("hilfe")
    #expect(try kip.expectPrompt().contains("ende"))
    kip.type("plugins")
    #expect(try kip.expectPrompt().contains("json"))
    #expect(!kip.pty.isAsFound, "readline edits the line")
    #expect(try kip.end() == 0)
    #expect(kip.pty.isAsFound)
  }

  @Test("the word that ends a session ends it")
  func ends() throws {
    let kip = try KipTerminal()
    kip.type("quit")
    #expect(try kip.pty.exitStatus() == 0)
  }

  @Test("an error leaves the prompt")
  func survivesErrors() throws {
    let kip = try KipTerminal()
    kip.type("dieswortgibtesnicht")
    #expect(try kip.expectPrompt().contains("Fehler"))
    #expect(kip.home.history.first?[2] == "1")
    #expect(try kip.end() == 0)
  }

  @Test("umlauts are edited as one character, whatever the locale", arguments: ["C", "POSIX", "C.UTF-8", "de_DE.UTF-8"])
  func umlauts(locale: String) throws {
    let kip = try KipTerminal(Home(), ["LANG": locale])
    kip.type("hilfeö" + Key.backspace + "ä\u{1b}[Dß\u{1b}[3~" + Key.backspace)
    try kip.expectPrompt()
    kip.type("#größe")
    try kip.expectPrompt()
    #expect(kip.home.inputs == ["hilfe", "#größe"])
  }

  @Test(".inputrc is honoured, also what it says for kip alone")
  func inputrc() throws {
    let home = Home()
    home.write("$if kip\nset editing-mode vi\nset show-mode-in-prompt on\nset vi-ins-mode-string \"(ein)\"\n$endif\n", to: "inputrc")
    let kip = try KipTerminal(home, ["INPUTRC": home.path + "/inputrc"])
    #expect(kip.prompt.hasPrefix("(ein)"))
    kip.pty.send("hilf\u{1b}")
    _ = kip.pty.rest(quietFor: 0.8)
    kip.type("ae")
    try kip.expectPrompt()
    #expect(home.inputs == ["hilfe"])
  }

  @Test("a dumb terminal gets no escape sequence, and no terminal is ever asked for an answer")
  func dumb() throws {
    let dumb = try KipTerminal(Home(), ["TERM": "dumb"])
    dumb.type("hilfe")
    try dumb.expectPrompt()
    #expect(!dumb.pty.raw.contains(0x1b))

    let kip = try KipTerminal()
    kip.type("hilfe")
    try kip.expectPrompt()
    let shown = String(decoding: kip.pty.raw, as: UTF8.self)
    for query in ["\u{1b}[c", "\u{1b}[6n", "\u{1b}[5n", "\u{1b}]", "\u{1b}P"] { #expect(!shown.contains(query)) }
  }

  @Test("off a terminal there is no prompt and no escape sequence")
  func offTerminal() throws {
    let home = Home()
    let pty = try Pty("/bin/sh", ["-c", "echo hilfe | \(Home.kip) | cat"], environment: home.environment)
    #expect(try pty.exitStatus() == 0)
    #expect(!pty.raw.contains(0x1b) && !pty.rest().contains("> "))
    #expect(home.history.isEmpty)
  }

  @Test("a new size of the window is seen at once")
  func resizing() throws {
    let kip = try KipTerminal()
    kip.pty.resize(columns: 24, rows: 10)
    _ = kip.pty.rest()
    kip.pty.send(Key.tab + Key.tab)
    let lines = try kip.pty.expect("weitere\n").split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 24 })
    #expect(lines.contains { $0.hasSuffix("…") })
  }

  @Test("Ctrl-Z stops kip with the terminal as it was found, and fg brings the line back")
  func suspending() throws {
    let home = Home()
    let shell = try Pty("/bin/sh", ["-i"], environment: home.environment.merging(["PS1": "sh$ "]) { $1 })
    try shell.expect("sh$ ")
    shell.send(Home.kip + "\r")
    try shell.expect("> ")
    shell.send("hil")
    try shell.expect("hil")
    shell.send(Key.ctrlZ)
    try shell.expect("sh$ ")
    #expect(shell.isAsFound)
    shell.send("fg\r")
    try shell.expect("hil")
    shell.send("fe\r")
    try shell.expect("ende")
    try shell.expect("> ")
    shell.send(Key.ctrlD)
    try shell.expect("sh$ ")
    #expect(home.inputs == ["hilfe"])
  }

  @Test("an edit is undone with Ctrl-_, and what was cut comes back with Ctrl-Y")
  func undo() throws {
    let kip = try KipTerminal()
    kip.pty.send("melde eins\u{17}\u{1F}")
    kip.type("")
    #expect(try kip.expectPrompt().hasSuffix("eins"))
    kip.pty.send("unfug\u{15}\u{1F}\u{15}melde \u{19}\r")
    #expect(try kip.expectPrompt().hasSuffix("\nunfug"))
    #expect(kip.home.inputs == ["melde eins", "melde unfug"])
  }

  @Test("vi mode edits as vi does: words, change, undo, search")
  func vi() throws {
    let home = Home()
    home.write("set editing-mode vi\nset keyseq-timeout 50\n", to: "inputrc")
    let kip = try KipTerminal(home, ["INPUTRC": home.path + "/inputrc"])
    func escape() { kip.pty.send("\u{1b}"); _ = kip.pty.rest(quietFor: 0.4) }
    kip.pty.send("melde eins zwei")
    escape()
    kip.pty.send("bbcwdrei")
    escape()
    kip.pty.send("$dbu\r")
    try kip.expectPrompt()
    #expect(home.inputs == ["melde drei zwei"])
    escape()
    kip.pty.send("k0cwhilfe")
    escape()
    kip.pty.send("lD\r")
    try kip.expectPrompt()
    #expect(home.inputs.last == "hilfe")
  }
}
