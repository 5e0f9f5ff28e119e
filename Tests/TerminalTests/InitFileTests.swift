// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Glibc
import Testing

/// Files that run before the first line.
@Suite("Init files", .serialized) struct InitFileTests {
  private func home(own: String? = nil, project: String? = nil) throws -> Home {
    let home = Home()
    for folder in ["config", "config/kip", "plan"] { mkdir(home.path + "/" + folder, 0o755) }
    if let own { home.write(own, to: "config/kip/init.kips") }
    if let project { home.write(project, to: "plan/.kip-init.kips") }
    let made = try Pty(Home.kip, ["--neu", "\(home.path)/plan/p.kip", "--ohne-init", "-c", "neu ziel A"], environment: home.environment)
    #expect(try made.exitStatus() == 0)
    return home
  }

  private func environment(_ home: Home) -> [String: String] { ["XDG_CONFIG_HOME": home.path + "/config"] }

  @Test("of the user runs before all else, in every session; --ohne-init leaves it out")
  func own() throws {
    let home = try home(own: "# meine\neinstellung format = csv\nmelde \"eigene gelesen\"\n")
    let kip = try KipTerminal(home, environment(home))
    kip.type("varianten")
    #expect(try kip.expectPrompt().contains("name,bedeutung"))
    #expect(String(decoding: kip.pty.raw, as: UTF8.self).contains("eigene gelesen"))
    #expect(try kip.end() == 0)
    let without = try KipTerminal(home, environment(home), arguments: ["--ohne-init"])
    without.type("varianten")
    #expect(try without.expectPrompt().contains("Name"))
    #expect(!String(decoding: without.pty.raw, as: UTF8.self).contains("eigene gelesen"))
  }

  @Test("may hold aliases")
  func aliases() throws {
    let home = try home(own: "alias z = ziele\n", project: "alias wieviele = ziele | anzahl\n")
    let kip = try Pty(Home.kip, [home.path + "/plan/p.kip"], environment: home.environment.merging(environment(home)) { $1 })
    try kip.expect("[j/N] ")
    kip.send("j\r")
    try kip.expect("p> ")
    kip.send("z | zeige text\r")
    #expect(try kip.expect("\np> ").contains("A"))
    kip.send("wieviele\r")
    #expect(try kip.expect("\np> ").contains("1"))
  }

  @Test("beside a plan that is too long to be looked at is left out")
  func long() throws {
    let home = try home(project: String(repeating: "# Zeile\n", count: 200) + "melde \"versteckt\"\n")
    let kip = try KipTerminal(home, arguments: [home.path + "/plan/p.kip"])
    let shown = String(decoding: kip.pty.raw, as: UTF8.self)
    #expect(shown.contains("mehr als 200 Zeilen") && !shown.contains("versteckt"))
  }

  @Test("lies in ~/.config/kip where XDG_CONFIG_HOME says nothing")
  func place() throws {
    let home = Home()
    for folder in [".config", ".config/kip"] { mkdir(home.path + "/" + folder, 0o755) }
    home.write("melde \"von zu Hause\"\n", to: ".config/kip/init.kips")
    let kip = try KipTerminal(home)
    #expect(String(decoding: kip.pty.raw, as: UTF8.self).contains("von zu Hause"))
  }

  @Test("with errors is told of with their places, runs to its end and stops nothing")
  func errors() throws {
    let home = try home(
      own: "einstellung zeit = bald\nneu ziel X\nmaßnahmen | anzahl\nskript böse.kips\neinstellung farbe = aus\nmelde Ende\n")
    let pty = try Pty(
      Home.kip, [home.path + "/plan/p.kip", "-c", "ziele | anzahl"], environment: home.environment.merging(environment(home)) { $1 })
    #expect(try pty.exitStatus() == 0)
    let shown = pty.rest()
    let file = home.path + "/config/kip/init.kips"
    #expect(shown.contains("\(file):1:20: Fehler: zeit kann nicht \"bald\" sein"), "\(shown)")
    for line in 2...4 { #expect(shown.contains("\(file):\(line):1: Fehler: in einer Init-Datei wird nur eingestellt"), "\(shown)") }
    #expect(shown.contains("Ende\n1\n"))
  }

  @Test("chooses no form of answers for scripts, and the call comes before it")
  func scripts() throws {
    let home = try home(own: "einstellung format = csv\neinstellung breite = 20\n")
    func run(_ arguments: [String]) throws -> String {
      let pty = try Pty(
        "/bin/sh", ["-c", "\(Home.kip) \(arguments.joined(separator: " ")) -c varianten | cat"],
        environment: home.environment.merging(environment(home)) { $1 })
      #expect(try pty.exitStatus() == 0)
      return pty.rest()
    }
    let answer = try run([])
    #expect(try answer.contains(" │ ") && answer == run(["--ohne-init"]))
    let kip = try KipTerminal(home, environment(home), arguments: ["--format", "tabelle"])
    kip.type("varianten")
    #expect(try !kip.expectPrompt().contains("name,bedeutung"))
  }

  @Test("beside a plan runs only after the user has seen it and said yes, and is asked for again once it is another")
  func project() throws {
    let home = try home(project: "melde \"Projekt gelesen\"\n")
    let plan = home.path + "/plan/p.kip"
    func open(_ answer: String?) throws -> String {
      let pty = try Pty(Home.kip, [plan], environment: home.environment)
      if let answer {
        let asked = try pty.expect("ihr vertrauen, bis sie sich ändert? [j/N] ")
        #expect(asked.contains("/plan/.kip-init.kips") && asked.contains("  melde \"Projekt gelesen\""), "\(asked)")
        pty.send(answer)
      }
      let shown = try pty.expect("p> ")
      pty.send(Key.ctrlD)
      #expect(try pty.exitStatus() == 0)
      return shown
    }
    for no in ["\r", "n\r", Key.ctrlC, Key.ctrlD] {
      let shown = try open(no)
      #expect(shown.contains("nicht gelesen") && !shown.contains("\nProjekt gelesen"), "\(shown)")
    }
    #expect(try open("j\r").contains("\nProjekt gelesen"))
    #expect(home.mode("state/kip/init-freigaben") == 0o600)
    #expect(try open(nil).contains("Projekt gelesen"))
    home.write("melde \"Projekt gelesen\"\nmelde anders\n", to: "plan/.kip-init.kips")
    #expect(try open("n\r").contains("nicht gelesen"))
    // A copy elsewhere is not trusted either.
    home.write("melde \"Projekt gelesen\"\n", to: "plan/.kip-init.kips")
    #expect(try open(nil).contains("Projekt gelesen"))
    mkdir(home.path + "/anderswo", 0o755)
    rename(plan, home.path + "/anderswo/p.kip")
    rename(home.path + "/plan/.kip-init.kips", home.path + "/anderswo/.kip-init.kips")
    let moved = try Pty(Home.kip, [home.path + "/anderswo/p.kip"], environment: home.environment)
    try moved.expect("[j/N] ")
  }

  @Test("beside a plan that is not trusted is left out off the prompt, and that is said once")
  func untrusted() throws {
    let home = try home(project: "melde \"Projekt gelesen\"\n")
    let pty = try Pty(Home.kip, [home.path + "/plan/p.kip", "-c", "ziele | anzahl", "-c", "ziele | anzahl"], environment: home.environment)
    #expect(try pty.exitStatus() == 0)
    let shown = pty.rest()
    #expect(shown.components(separatedBy: "nicht freigegeben").count == 2 && !shown.contains("Projekt gelesen"), "\(shown)")
    let without = try Pty(Home.kip, ["--ohne-init", home.path + "/plan/p.kip", "-c", "ziele | anzahl"], environment: home.environment)
    #expect(try without.exitStatus() == 0)
    #expect(without.rest() == "1\n")
  }

  @Test("shows what it is asked to trust without obeying it")
  func escapes() throws {
    let home = try home(project: "melde \"harmlos\" \u{1B}[2J\u{1B}]0;böse\u{07}\n")
    let pty = try Pty(Home.kip, [home.path + "/plan/p.kip"], environment: home.environment)
    try pty.expect("[j/N] ")
    let shown = String(decoding: pty.raw, as: UTF8.self)
    #expect(!shown.contains("\u{1B}[2J") && !shown.contains("\u{1B}]0"))
  }
}
