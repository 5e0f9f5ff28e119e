// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

/// What stands before an input.
@Suite("The prompt", .serialized) struct PromptTests {
  @Test("names the Kommune of the plan, and the file of a plan that has none")
  func names() throws {
    let home = Home()
    let empty = try KipTerminal(home, arguments: ["--neu", home.path + "/leer.kip"])
    #expect(empty.prompt == "leer> ")
    empty.type("neu kommune \"Stadt Musterau\"")
    try empty.pty.expect("\nMusterau> ")
    #expect(try empty.end() == 0)
    let town = try KipTerminal(home, arguments: ["--neu", home.path + "/bs.kip", "--variante", "braunschweig"])
    #expect(town.prompt == "Braunschweig> ")
    #expect(try KipTerminal().prompt == "kip> ")
  }

  @Test("is steered by no name, and a long one leaves room")
  func escapes() throws {
    let home = Home()
    let kip = try KipTerminal(home, arguments: ["--neu", home.path + "/p.kip"])
    kip.type("\u{16}\u{1B} egal\u{15}neu kommune \"X\u{16}\u{1B}[2J\(String(repeating: "lang", count: 20))\"")
    try kip.pty.expect("\nX\u{FFFD}[2J\(String(repeating: "lang", count: 8))lan> ")
    #expect(!String(decoding: kip.pty.raw, as: UTF8.self).contains("\u{1B}[2J"))
  }

  @Test("shows the moment of which questions are, which then refuses writes")
  func moment() throws {
    let home = Home()
    let kip = try KipTerminal(home, arguments: ["--neu", home.path + "/p.kip"])
    for (line, prompt) in [
      ("stand 31.12.2018", "p (stand 31.12.2018)> "), ("stand 2018 bekannt 2019", "p (stand 31.12.2018 bekannt 31.12.2019)> "),
      ("gültig am 01.07.2018", "p (gültig am 01.07.2018)> "), ("bekannt 31.12.2018", "p (bekannt 31.12.2018)> "),
    ] {
      kip.type(line)
      try kip.pty.expect("\n" + prompt)
    }
    kip.type("neu ziel A")
    let refused = try kip.pty.expect("\np (bekannt 31.12.2018)> ")
    #expect(refused.contains("was früher war, lässt sich nur ansehen") && refused.contains("stand heute führt zurück"), "\(refused)")
    kip.type("stand heute")
    try kip.expectPrompt()
    kip.type("neu ziel A")
    #expect(try kip.expectPrompt().contains("Ziel angelegt"))
    #expect(try kip.end() == 0)
  }

  @Test("shows an open transaction, and that something in it failed")
  func transaction() throws {
    let home = Home()
    let kip = try KipTerminal(home, arguments: ["--neu", home.path + "/p.kip"])
    kip.type("beginne")
    try kip.pty.expect("\np [offen]> ")
    kip.type("neu ziel A")
    try kip.pty.expect("\np [offen]> ")
    kip.type("neu ziell B")
    try kip.pty.expect("\np [offen, mit Fehler]> ")
    kip.type("ziele | anzahl")
    #expect(try kip.pty.expect("\np [offen, mit Fehler]> ").contains("1"))
    kip.type("übernimm")
    try kip.expectPrompt()
    kip.type("beginne")
    try kip.pty.expect("\np [offen]> ")
    kip.type("verwirf")
    try kip.expectPrompt()
    #expect(try kip.end() == 0)
  }

  @Test("of a further line shows what is open, also behind the states", arguments: ["|", "(", "\"", "und"])
  func open(_ sign: String) throws {
    let home = Home()
    let kip = try KipTerminal(home, arguments: ["--neu", home.path + "/p.kip"])
    kip.type("beginne")
    try kip.pty.expect("\np [offen]> ")
    kip.type("ziele wo id = 1 \(sign)")
    let indent = try kip.pty.expect("\(sign)> ").split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    #expect((indent + "\(sign)> ").count == "p [offen]> ".count)
  }
}
