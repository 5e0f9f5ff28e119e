// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Glibc
import Testing

/// Work that takes its time: how far it is, and that Ctrl-C stops it.
@Suite("Long work", .serialized) struct ProgressTests {
  /// A home with a plan and a catalogue of some thousand lines.
  private func home(lines: Int) throws -> Home {
    let home = Home()
    let sample = try String(
      contentsOf: URL(filePath: #filePath).appending(path: "../../SessionTests/Files/lindenau.csv").standardized, encoding: .utf8)
    let head = sample.split(separator: "\n").prefix(4).joined(separator: "\n") + "\n"
    let row = "%,%;Bildung;Ziel %;Eine Maßnahme, die lang genug ist, um gelesen zu werden %;;x;;;;;;;;;;;;;;;;;;;;;;\n"
    home.write(head + (1...lines).map { row.replacing("%", with: String($0)) }.joined(), to: "gross.csv")
    let made = try Pty(
      Home.kip, ["--neu", home.path + "/p.kip", "--variante", "braunschweig", "-c", "melde da"], environment: home.environment)
    #expect(try made.exitStatus() == 0)
    return home
  }

  @Test("an import over a second shows percent, rate and rest on the terminal, and takes it away", .timeLimit(.minutes(2)))
  func progress() throws {
    let home = try home(lines: 12_000)
    let kip = try KipTerminal(home, arguments: [home.path + "/p.kip"])
    kip.type("importiere \"\(home.path)/gross.csv\" vorschau")
    try kip.pty.expect("importiere: ", within: 60)
    let shown = try kip.pty.expect("noch ", within: 60)
    #expect(shown.contains(" %, ") && shown.contains("B/s, "), "\(shown)")
    // Ctrl-C takes it away as well, and nothing was changed.
    kip.pty.send(Key.ctrlC)
    #expect(try kip.expectPrompt(within: 60).contains("abgebrochen"))
    let all = String(decoding: kip.pty.raw, as: UTF8.self)
    let last = try #require(all.range(of: "importiere: ", options: .backwards))
    #expect(all[last.upperBound...].contains("\r\u{1B}[K"))
    kip.type("einträge | anzahl")
    #expect(try kip.expectPrompt().contains("0"))
    #expect(home.history.map { $0[2] } == ["130", "0"])
  }

  @Test("off a terminal, on a dumb one and where the setting says so nothing is shown", .timeLimit(.minutes(2)))
  func none() throws {
    let home = try home(lines: 5_000)
    let line = "importiere \"\(home.path)/gross.csv\" vorschau"
    let piped = try Pty("/bin/sh", ["-c", "\(Home.kip) \(home.path)/p.kip -c '\(line)' 2>&1 | cat"], environment: home.environment)
    #expect(try piped.exitStatus(within: 60) == 0)
    #expect(!piped.raw.contains(0x1B) && !piped.rest().contains("importiere: "))
    let dumb = try Pty(Home.kip, [home.path + "/p.kip", "-c", line], environment: home.environment.merging(["TERM": "dumb"]) { $1 })
    #expect(try dumb.exitStatus(within: 60) == 0)
    #expect(!dumb.raw.contains(0x1B) && !dumb.rest().contains("importiere: "))
    let off = try Pty(Home.kip, [home.path + "/p.kip", "-c", "einstellung fortschritt = aus", "-c", line], environment: home.environment)
    #expect(try off.exitStatus(within: 60) == 0)
    #expect(!off.rest().contains("importiere: "))
  }

  @Test("Ctrl-C stops a query, a report and a change, and the prompt comes back", .timeLimit(.minutes(2)))
  func interrupted() throws {
    let home = try home(lines: 3_000)
    let kip = try KipTerminal(home, arguments: [home.path + "/p.kip"])
    kip.type("einstellung fortschritt = aus")
    try kip.expectPrompt()
    kip.type("importiere \"\(home.path)/gross.csv\"")
    try kip.expectPrompt(within: 60)
    for line in ["maßnahmen | zeige nr, text, handlungsfeld, ziel, hut, partner, status", "bericht katalog als html"] {
      kip.type(line)
      // The answer has begun.
      try kip.pty.expect("Ziel 20", within: 60)
      kip.pty.send(Key.ctrlC)
      #expect(try kip.expectPrompt(within: 60).contains("abgebrochen"))
    }
    kip.type("lösche konzept \"gibt es nicht\"")
    try kip.expectPrompt()
    kip.type("maßnahmen | anzahl")
    #expect(try kip.expectPrompt().contains("3.000"))
    #expect(home.history.map { $0[2] } == ["0", "0", "130", "130", "1", "0"])
    #expect(try kip.end() == 0)
  }

  @Test("a terminal that goes away while something runs stops it, and the history keeps the line", .timeLimit(.minutes(1)))
  func hangUp() throws {
    let kip = try KipTerminal()
    kip.home.write(String(repeating: "plugins\n", count: 50_000), to: "lang.kips")
    kip.type("skript \"\(kip.home.path)/lang.kips\"")
    try kip.pty.expect("json")
    kip.pty.hangUp()
    #expect(try kip.pty.exitStatus(within: 30) == 128 + SIGHUP)
    // What it ended with is that it could not be shown, or that it was stopped.
    #expect(kip.home.history.map { $0[2] == "130" || $0[2] == "1" } == [true])
  }
}
