// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// A name that is erased while the prompt goes on.
@Suite(.serialized) struct ErasingTests {
  @Test("an erased name comes back neither by arrow nor by search nor from the history file, in this session and the next")
  func typed() throws {
    let home = Home()
    let plan = home.path + "/p.kip"
    let kip = try KipTerminal(home, arguments: ["--neu", plan])
    let lines = [
      "neu person \"Erika Muster\"", "neu ziel \"Muster, Erika fragen\"", "ziele wo text enthält \"Erika Muster\"", "ziele | anzahl",
    ]
    for line in lines {
      kip.type(line)
      try kip.expectPrompt()
    }
    #expect(home.inputs.filter { $0.contains("Muster") }.count == 3)
    kip.type("tilge person \"Erika Muster\"")
    try kip.pty.expect("[j/N] ")
    kip.type("j")
    #expect(try kip.expectPrompt().contains("getilgt: der Name steht in "))
    try expectNone(home, kip)
    #expect(home.inputs.contains("ziele | anzahl"))

    // What is typed from now on is kept out as well.
    kip.type("ziele wo text enthält \"Erika Muster\"")
    try kip.expectPrompt()
    try expectNone(home, kip)
    #expect(try kip.end() == 0)
    let next = try KipTerminal(home, arguments: [plan])
    try expectNone(home, next)
    #expect(try next.end() == 0)
    try expectNone(home)
  }

  /// Looks for the name in the file of the history, and at a prompt as a user would.
  private func expectNone(_ home: Home, _ kip: KipTerminal? = nil) throws {
    #expect(home.inputs.filter { $0.contains("Muster") || $0.contains("Erika") } == [])
    guard let kip else { return }
    for _ in 0..<10 {
      kip.pty.send(Key.up)
      #expect(!kip.pty.rest(quietFor: 0.1).contains("Muster"))
    }
    kip.pty.send(Key.ctrlC)
    try kip.expectPrompt()
    for part in ["Erika", "Muster"] {
      // The search shows what it found behind what is typed; it must find nothing.
      kip.pty.send("\u{12}\(part)")
      try kip.pty.expect("failed reverse-i-search)`")
      #expect(!kip.pty.rest(quietFor: 0.2).contains("\""))
      kip.pty.send(Key.ctrlC)
      try kip.expectPrompt()
    }
  }
}
