// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// Scripts as files and on the standard input.
@Suite struct ScriptTests {
  @Test("a script runs as a file, with a #! line under any name, and on the standard input alike")
  func places() throws {
    let home = try Home.withPlan()
    let script = "#!/usr/bin/env kip\n# zählt\nmaßnahmen | anzahl\n"
    try home.write(script, "a.kips")
    try home.write(script, "zaehle")
    for arguments in [["plan.kip", "a.kips"], ["plan.kip", "zaehle"], ["a.kips", "plan.kip"]] {
      #expect(try KipProcess(home, arguments).output == "6\n")
    }
    #expect(try KipProcess(home, ["plan.kip"], input: script).output == "6\n")
  }

  @Test("a script with a #! line can be started by its name")
  func shebang() throws {
    let home = try Home.withPlan()
    try home.write("#!\(Home.products)/kip\nmelde \"gestartet\"\n", "los")
    chmod(home.path + "/los", 0o755)
    let process = Process()
    process.executableURL = URL(filePath: home.path + "/los")
    process.environment = ["HOME": home.path]
    let pipe = Pipe()
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self) == "gestartet\n")
  }

  @Test("scripts from Word and mail run: BOM, CRLF, no-break spaces, all kinds of quotation marks, decomposed umlauts")
  func typography() throws {
    let home = try Home.withPlan()
    let script = "\u{FEFF}ma\u{DF}nahmen\u{A0}wo nr = „2,1“\r\n  | zeige nr\r\nmelde »fertig«\r\nmelde ‚so‘\r\nmelde 'auch'\r\nako\u{308} "
    try home.write(script, "word.kips")
    let kip = try KipProcess(home, ["plan.kip", "word.kips"])
    #expect(kip.output == "Nr\n────────\n2,1; 2,2\n")
    #expect(kip.messages.hasPrefix("fertig\nso\nauch\nword.kips:6:1: Fehler: unbekannter Befehl"))
    let decomposed = try KipProcess(
      home, "plan.kip", lines: "pru\u{308}fe partner-fehlt", "maßnahmen wo text entha\u{308}lt Mo\u{308}bellager | zeige nr")
    #expect(decomposed.status == 0)
    #expect(decomposed.output.hasSuffix("10,0\n"))
  }

  @Test("the first error ends a script, with its file, line and column, and the scripts after it do not run")
  func firstError() throws {
    let home = try Home.withPlan()
    try home.write("melde eins\n\n  maßnahmen wo\n    foo = 1\nmelde zwei\n", "a.kips")
    try home.write("melde drei\n", "b.kips")
    let kip = try KipProcess(home, ["plan.kip", "a.kips", "b.kips"])
    #expect(kip.status == 1)
    #expect(kip.messages.hasPrefix("eins\na.kips:4:5: Fehler: maßnahmen haben keine Spalte \"foo\"\n      foo = 1\n      ^^^\n"))
    #expect(!kip.messages.contains("zwei") && !kip.messages.contains("drei"))
  }

  @Test("an error in an included script names every script on the way; paths are seen from the including one")
  func chain() throws {
    let home = try Home.withPlan()
    try FileManager.default.createDirectory(atPath: home.path + "/tief/tiefer", withIntermediateDirectories: true)
    try home.write("skript tief/b.kips\n", "a.kips")
    try home.write("melde b\n\nskript tiefer/c.kips\n", "tief/b.kips")
    try home.write("# c\nmaßnahmen wo foo = 1\n", "tief/tiefer/c.kips")
    let kip = try KipProcess(home, ["plan.kip", "a.kips"])
    #expect(kip.status == 1)
    #expect(
      kip.messages.hasPrefix(
        "b\ntief/tiefer/c.kips:2:14: Fehler: maßnahmen haben keine Spalte \"foo\"\n  gelesen von tief/b.kips:3\n  gelesen von a.kips:1\n"))
    #expect(kip.messages.components(separatedBy: "Fehler:").count == 2)
  }

  @Test("with --weiter a script goes on behind an error in an included one")
  func chainGoesOn() throws {
    let home = try Home()
    try home.write("quatsch\nmelde innen\n", "innen.kips")
    let kip = try KipProcess(home, ["--weiter"], input: "skript innen.kips\nmelde aussen\n")
    #expect(kip.status == 1)
    #expect(kip.messages.contains("innen.kips:1:1: Fehler"))
    #expect(kip.messages.hasSuffix("innen\naussen\n"))
  }

  @Test("beende in an included script ends everything with its status")
  func endInside() throws {
    let home = try Home()
    try home.write("beende mit 7\nmelde nie\n", "innen.kips")
    let kip = try KipProcess(home, [], input: "skript innen.kips\nmelde nie\n")
    #expect((kip.status, kip.messages) == (7, ""))
  }

  @Test(
    "an unfinished statement at the end of a script is an error and does not run",
    arguments: ["maßnahmen wo text = \"offen", "maßnahmen |", "maßnahmen wo (nr = 1"])
  func unfinished(_ line: String) throws {
    let home = try Home.withPlan()
    let kip = try KipProcess(home, ["plan.kip"], input: line)
    #expect((kip.status, kip.output) == (1, ""))
    #expect(kip.messages.contains("Standardeingabe:1:"))
  }

  @Test("a missing script and one that is no UTF-8 are errors that say where")
  func unreadable() throws {
    let home = try Home()
    #expect(try KipProcess(home, ["nichts.kips"]).messages.contains("nichts.kips: Fehler: die Datei gibt es nicht"))
    try Data([0x6D, 0x65, 0x6C, 0x64, 0x65, 0x20, 0x61, 0x0A, 0x6D, 0xFC, 0x0A]).write(to: URL(filePath: home.path + "/latin.kips"))
    let kip = try KipProcess(home, ["latin.kips"])
    #expect(kip.status == 1)
    #expect(kip.messages == "latin.kips:2: Fehler: das Skript ist kein gültiges UTF-8\nHilfe: als UTF-8 speichern\n")
    let piped = try KipProcess(home, [], bytes: [0x6D, 0x65, 0x6C, 0x64, 0x65, 0x20, 0xFC, 0x0A])
    #expect(
      (piped.status, piped.messages) == (1, "Standardeingabe:1: Fehler: das Skript ist kein gültiges UTF-8\nHilfe: als UTF-8 speichern\n"))
  }

  @Test("variables come from -D, and their values never become part of the language")
  func variables() throws {
    let home = try Home.withPlan()
    let script = "maßnahmen wo hut unter ${EINHEIT} | zeige nr | sortiere nr | erste 1\n"
    #expect(try KipProcess(home, ["-D", "EINHEIT=FB 51", "plan.kip"], input: script).output == "Nr\n────────\n2,1; 2,2\n")
    #expect(try KipProcess(home, ["-DEINHEIT=51.3", "plan.kip"], input: script).output == "Nr\n────────\n2,1; 2,2\n")
    let hostile = try KipProcess(home, ["-D", "EINHEIT=\"FB 51\" | zeige id", "plan.kip"], input: script)
    #expect((hostile.status, hostile.output) == (1, ""))
    #expect(try KipProcess(home, ["plan.kip"], input: script).messages.contains("Hilfe: beim Aufruf angeben: -D EINHEIT=WERT"))
  }
}
