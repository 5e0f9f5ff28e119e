// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Glibc
import Testing

/// Answers that are longer than the window.
@Suite("The pager", .serialized) struct PagerTests {
  /// A home with a `less` of its own, which says how it was called and waits for q.
  private func homeWithLess() throws -> Home {
    let home = Home()
    mkdir(home.path + "/bin", 0o755)
    home.write(
      """
      #!/bin/sh
      trap '' INT
      echo "[less $* LESS=$LESS]"
      head -n 3
      read answer </dev/tty
      echo "[left with $answer]"
      """, to: "bin/less")
    chmod(home.path + "/bin/less", 0o755)
    return home
  }

  private func terminal(_ home: Home, _ environment: [String: String] = [:], arguments: [String] = []) throws -> KipTerminal {
    // No variable says that there is to be no pager.
    try KipTerminal(
      home, ["PATH": home.path + "/bin:/usr/bin:/bin"].merging(environment) { $1 }, arguments: arguments, without: ["KIP_PAGER"])
  }

  @Test("shows what is longer than the window with less, and leaving it early leaves kip whole, however much is left")
  func early() throws {
    let home = try homeWithLess()
    let kip = try terminal(home, arguments: ["--neu", home.path + "/p.kip"])

    kip.type("hilfe")
    #expect(try kip.pty.expect("[less  LESS=-FRSX -P").contains("hilfe"))
    kip.pty.signal(SIGWINCH)
    // Ctrl-C there is the pager's business.
    kip.pty.send(Key.ctrlC)
    kip.type("q")
    try kip.pty.expect("[left with q]")
    try kip.expectPrompt()
    kip.type("plugins info synopse")
    try kip.expectPrompt()
    #expect(kip.pty.isAsFound == false)
    #expect(try kip.end() == 0)
    #expect(kip.pty.isAsFound)
    #expect(home.inputs == ["hilfe", "plugins info synopse"])
  }

  @Test("shows what fits the window without a pager, also after the window was made larger")
  func short() throws {
    let home = try homeWithLess()
    let kip = try terminal(home)
    kip.type("varianten")
    #expect(try !kip.expectPrompt().contains("[less"))
    kip.pty.resize(columns: 200, rows: 200)
    kip.type("hilfe")
    #expect(try !kip.expectPrompt().contains("[less"))
    kip.pty.resize(columns: 80, rows: 3)
    kip.type("varianten")
    try kip.pty.expect("[less")
    kip.type("q")
    try kip.expectPrompt()
  }

  @Test("is what KIP_PAGER says, else PAGER, run as the user wrote it, and gets every line")
  func chosen() throws {
    for environment in [["KIP_PAGER": "sed 's/^/1: /' | cat", "PAGER": "false"], ["PAGER": "sed 's/^/1: /'"]] {
      let kip = try terminal(Home(), environment)
      kip.type("hilfe")
      let answer = try kip.expectPrompt()
      let lines = answer.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      #expect(lines.count > 24 && lines.allSatisfy { $0.hasPrefix("1: ") }, "\(answer)")
      #expect(answer.contains("ende oder Strg-D beendet") || answer.contains("beendet."))
      #expect(try kip.end() == 0)
    }
  }

  @Test("that cannot be run is told, and the answer is shown all the same")
  func missing() throws {
    let kip = try terminal(Home(), ["PAGER": "gibt-es-nicht-7 --x"])
    kip.type("hilfe")
    let answer = try kip.expectPrompt()
    #expect(answer.contains("lässt sich \"gibt-es-nicht-7 --x\" nicht ausführen"), "\(answer)")
    #expect(answer.contains("beendet."))
    #expect(try kip.end() == 0)
  }

  @Test("is not missed where there is none: the answer is shown as it is")
  func none() throws {
    let kip = try terminal(Home(), ["PATH": "/nonexistent"])
    kip.type("hilfe")
    let answer = try kip.expectPrompt()
    #expect(answer.contains("beendet.") && !answer.contains("Hinweis"))
  }

  @Test("is not used on a dumb terminal, nor where the variable is empty or the setting says aus, nor off a terminal")
  func off() throws {
    let home = try homeWithLess()
    for environment in [["TERM": "dumb"], ["KIP_PAGER": ""], ["PAGER": "cat"]] {
      let kip = try terminal(home, environment)
      kip.type("hilfe")
      #expect(try !kip.expectPrompt().contains("[less"))
    }
    let kip = try terminal(home)
    kip.type("einstellung pager = aus")
    try kip.expectPrompt()
    kip.type("hilfe")
    #expect(try !kip.expectPrompt().contains("[less"))
    let piped = try Pty("/bin/sh", ["-c", "\(Home.kip) -c hilfe | cat; \(Home.kip) -c hilfe"], environment: home.environment)
    #expect(try piped.exitStatus() == 0)
    #expect(!piped.rest().contains("[less"))
  }

  @Test("that is left stops a query that has much more to say", .timeLimit(.minutes(1)))
  func stops() throws {
    let home = Home()
    let kip = try terminal(home, ["PAGER": "head -n 2"], arguments: ["--neu", home.path + "/p.kip"])
    home.write((1...60).map { "neu ziel \"Ziel \($0)\"\n" }.joined(), to: "ziele.kips")
    kip.type("skript \"\(home.path)/ziele.kips\"")
    try kip.expectPrompt(within: 30)
    kip.type("ziele")
    let answer = try kip.expectPrompt()
    #expect(!answer.contains("Fehler") && !answer.contains("Ziel 40"), "\(answer)")
    kip.type("ziele | anzahl")
    #expect(try kip.expectPrompt().contains("60"))
    #expect(home.history.suffix(2).map { $0[2] } == ["0", "0"])
  }
}
