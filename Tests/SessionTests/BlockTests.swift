// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// Blocks in scripts, wherever these come from.
@Suite struct BlockTests {
  @Test("one extract for each Fachbereich is three lines")
  func extracts() throws {
    let home = try Home.withExample()
    let script = """
      für jede einheit in einheiten wo kürzel beginnt mit FB und maßnahmen nicht leer
        bericht auszug für "${einheit}" nach "auszug-${einheit}.html"
      ende
      """
    try home.write(script, "auszuege.kips")
    let kip = try KipProcess(home, ["plan.kip", "auszuege.kips"], environment: ["LANG": "C"])
    let units = try KipProcess(
      home, "plan.kip", lines: "einheiten wo kürzel beginnt mit FB und maßnahmen nicht leer | zeige kürzel", options: ["--format", "csv"])
    let names = units.output.split(separator: "\r\n").dropFirst().map(String.init)
    #expect(names.count == 7)
    #expect(kip.messages == names.map { "geschrieben: auszug-\($0).html\n" }.joined())
    for name in names {
      let single = try KipProcess(home, "plan.kip", lines: "bericht auszug für \"\(name)\" als html")
      #expect(home.text("auszug-\(name).html") == single.output)
    }
  }

  @Test("a block runs the same from a file, from standard input, from one -c and from several")
  func places() throws {
    let home = try Home.withPlan()
    let lines = ["für jede einheit in einheiten mit maßnahmen", "  melde \"${einheit}\"", "ende"]
    let script = lines.joined(separator: "\n")
    try home.write(script, "a.kips")
    let file = try KipProcess(home, ["plan.kip", "a.kips"])
    #expect(file.status == 0 && file.messages.split(separator: "\n").count == 5)
    #expect(try KipProcess(home, ["plan.kip"], input: script).messages == file.messages)
    #expect(try KipProcess(home, ["plan.kip", "-c", script]).messages == file.messages)
    #expect(try KipProcess(home, ["plan.kip"] + lines.flatMap { ["-c", $0] }).messages == file.messages)
  }

  @Test(
    "a block that is not closed is an error at its first line, and nothing of the script runs",
    arguments: ["wenn maßnahmen", "für jede einheit in einheiten", "wenn maßnahmen\nsonst", "wenn maßnahmen\nsonst wenn ziele"])
  func unclosed(_ block: String) throws {
    let home = try Home.withPlan()
    try home.write("melde eins\n\n  \(block)\n  melde zwei\n", "a.kips")
    try home.write("melde null\n", "b.kips")
    let kip = try KipProcess(home, ["plan.kip", "b.kips", "a.kips"])
    let word = block.hasPrefix("wenn") ? "wenn" : "für"
    #expect(kip.status == 1)
    #expect(kip.messages.hasPrefix("a.kips:3:3: Fehler: zu diesem \(word) fehlt das ende\n  "), "\(kip.messages)")
  }

  @Test("a quotation mark that is not closed is the error, not the ende that it swallowed")
  func swallowed() throws {
    let kip = try KipProcess(Home(), [], input: "melde eins\nwenn 1 = 1\n  melde \"zwei\nende\n")
    #expect(kip.messages.hasPrefix("Standardeingabe:3:9: Fehler: das Anführungszeichen wird nicht geschlossen"))
    #expect(!kip.messages.contains("eins\n"))
  }

  @Test("hundred blocks in one another run, more are refused, however many")
  func depth() throws {
    let home = try Home()
    func script(_ depth: Int) -> String {
      String(repeating: "wenn 1 = 1\n", count: depth) + "melde tief\n" + String(repeating: "ende\n", count: depth)
    }
    #expect(try KipProcess(home, [], input: script(100)).messages == "tief\n")
    let refused = try KipProcess(home, [], input: script(100_000))
    #expect(refused.status == 1)
    #expect(refused.messages.contains("mehr als 100 Blöcke ineinander"))
  }

  @Test("an error in a loop names the round, and with the scripts on the way each level")
  func chain() throws {
    let home = try Home.withPlan()
    try home.write("melde oben\nfür jede einheit in einheiten wo kürzel = \"FB 51\"\n  skript unten.kips\nende\n", "oben.kips")
    try home.write("# unten\nfür jedes ziel in ziele | erste 1\n  maßnahmen wo foo = 1\nende\n", "unten.kips")
    let kip = try KipProcess(home, ["plan.kip", "oben.kips"])
    #expect(kip.status == 1)
    #expect(
      kip.messages.hasPrefix(
        """
        oben
        unten.kips:3:16: Fehler: maßnahmen haben keine Spalte "foo"
          für ziel = "Niemand wartet länger als vier Wochen auf einen Kurs"
          gelesen von oben.kips:3
          für einheit = "FB 51"

        """), "\(kip.messages)")
    #expect(kip.messages.components(separatedBy: "Fehler:").count == 2)
  }

  @Test("a block that is wrong in an included script names the line that includes it")
  func wrongInside() throws {
    let home = try Home()
    try home.write("melde nie\nwenn 1 = 1\n", "innen.kips")
    let kip = try KipProcess(home, [], input: "melde vorher\nskript innen.kips\n")
    #expect(kip.messages.hasPrefix("vorher\ninnen.kips:2:1: Fehler: zu diesem wenn fehlt das ende\n  gelesen von Standardeingabe:2\n"))
    let on = try KipProcess(home, ["--weiter"], input: "skript innen.kips\nmelde danach\n")
    #expect(on.status == 1 && on.messages.hasSuffix("danach\n"))
  }

  @Test("without --weiter the first error in a loop ends all; with it each round goes on, and the status is 1 all the same")
  func goesOn() throws {
    let home = try Home.withPlan()
    let script = """
      für jede einheit in einheiten mit maßnahmen | sortiere kürzel | erste 3
        quatsch
        melde "nach ${einheit}"
      ende
      wenn quatsch
        melde nie
      sonst
        melde nie
      ende
      melde Schluss
      """
    let stopped = try KipProcess(home, ["plan.kip"], input: script)
    #expect(stopped.status == 1)
    #expect(stopped.messages.components(separatedBy: "Fehler:").count == 2 && !stopped.messages.contains("\nnach"))
    let on = try KipProcess(home, ["--weiter", "plan.kip"], input: script)
    #expect(on.status == 1)
    #expect(on.messages.components(separatedBy: "Fehler:").count == 5)
    #expect(on.messages.split(separator: "\n").filter { $0.hasPrefix("nach") } == ["nach 50.21", "nach 51.3", "nach FB 41"])
    #expect(on.messages.hasSuffix("Schluss\n") && !on.messages.contains("nie"))
  }

  @Test("--atomar keeps nothing of a loop that fails, --trocken nothing at all and no file")
  func transactions() throws {
    let home = try Home.withPlan()
    let script = """
      für jede maßnahme in maßnahmen wo hut unter "FB 51"
        setze maßnahme "${maßnahme}" status = laufend
        wenn ${maßnahme} = 10,0
          quatsch
        ende
      ende
      """
    let count = "maßnahmen wo status = laufend | anzahl"
    let atomic = try KipProcess(home, ["--atomar", "plan.kip"], input: script)
    #expect(atomic.status == 1 && atomic.messages.contains("(Änderung 5)"))
    #expect(try KipProcess(home, "plan.kip", lines: count).output == "0\n")
    let dry = script.replacing("quatsch", with: "bericht katalog nach ${maßnahme}.html") + "\n\(count)"
    let tried = try KipProcess(home, ["--trocken", "plan.kip"], input: dry)
    #expect((tried.status, tried.output) == (0, "3\n"))
    #expect(tried.messages.contains("10,0.html würde geschrieben"))
    #expect(try KipProcess(home, "plan.kip", lines: count).output == "0\n")
    #expect(home.files == ["lindenau.csv", "plan.kip"])
    #expect(try KipProcess(home, ["plan.kip"], input: script).status == 1)
    #expect(try KipProcess(home, "plan.kip", lines: count).output == "3\n")
  }

  @Test("a loop sees the list as it was at its beginning, also where its body takes things out of it")
  func stableList() throws {
    let home = try Home.withPlan()
    let script = """
      für jede maßnahme in maßnahmen wo status = "keine Angabe"
        lösche maßnahme "${maßnahme}"
        melde "war: ${maßnahme.text}."
      ende
      maßnahmen | anzahl
      """
    let kip = try KipProcess(home, ["plan.kip"], input: script)
    #expect((kip.status, kip.output) == (0, "0\n"))
    #expect(kip.messages.components(separatedBy: "gelöscht (").count == 7)
    #expect(kip.messages.components(separatedBy: "war: .").count == 7)
  }

  @Test("melde and beende work from within blocks and included scripts; beende ends the whole run")
  func end() throws {
    let home = try Home.withPlan()
    try home.write("für jede einheit in einheiten\n  wenn 1 = 1\n    beende mit 9\n  ende\nende\nmelde nie\n", "innen.kips")
    let kip = try KipProcess(home, ["plan.kip"], input: "für jedes ziel in ziele\n  skript innen.kips\n  melde nie\nende\nmelde nie\n")
    #expect((kip.status, kip.messages) == (9, ""))
  }

  @Test("values of the plan lead no file into another folder, and hide none; those of the user may")
  func fileNames() throws {
    let home = try Home.withPlan()
    for name in ["A/B", "../weg", ".versteckt", "a\\b", "c:d"] { try KipProcess(home, "plan.kip", lines: "neu gruppe \"\(name)\"") }
    try FileManager.default.createDirectory(atPath: home.path + "/aus", withIntermediateDirectories: true)
    let script = """
      für jede gruppe in gruppen wo name in ("A/B"; "../weg"; ".versteckt"; "a\\b"; "c:d")
        variable NAME = "${gruppe}"
        bericht katalog nach "${ORT}/${gruppe}.csv"
        bericht katalog nach ${ORT}/${gruppe.name}.md
        bericht katalog nach "${ORT}/x${NAME}.csv"
      ende
      """
    let kip = try KipProcess(home, ["-D", "ORT=./aus", "plan.kip"], input: script)
    #expect(kip.status == 0, "\(kip.messages)")
    let names = ["-.-weg", "-versteckt", "A-B", "a-b", "c:d"].flatMap { ["\($0).csv", "\($0).md"] }
    let written = try FileManager.default.contentsOfDirectory(atPath: home.path + "/aus")
    #expect(written.filter { !$0.hasPrefix("x") }.sorted() == names.sorted())
    #expect(
      written.filter { $0.hasPrefix("x") }.sorted() == ["x..-weg.csv", "x.versteckt.csv", "xA-B.csv", "xa-b.csv", "xc:d.csv"].sorted())
    #expect(home.files == ["aus", "lindenau.csv", "plan.kip"])
  }

  @Test("a script from Word runs its blocks: BOM, CRLF, no-break spaces, typographic quotation marks, dashes")
  func typography() throws {
    let home = try Home.withPlan()
    let script =
      "\u{FEFF}für\u{A0}jede\u{A0}einheit in einheiten wo kürzel = „FB 51“\r\n\u{A0}\u{A0}wenn „${einheit}“ = „fb 51“\r\n    melde »${einheit}«\r\n  ende\r\nende\r\nwenn heute – 90 tage < heute\r\nende"
    let kip = try KipProcess(home, ["plan.kip"], input: script, environment: ["LANG": "C", "LC_ALL": "C"])
    #expect(kip.messages.hasPrefix("FB 51\n"), "\(kip.messages)")
  }

  @Test("an answer that finds the device full, or nobody who reads, ends a loop with status 1")
  func output() throws {
    let home = try Home.withPlan()
    let script = "für jede maßnahme in maßnahmen\n  maßnahme \"${maßnahme}\"\nende\nbericht katalog als html\nmaßnahmen\n"
    try home.write(script, "a.kips")
    let full = try KipProcess(home, ["plan.kip", "a.kips"], to: "/dev/full")
    #expect(full.status == 1)
    #expect(
      full.messages.contains("Standardausgabe: Fehler: der Datenträger ist voll") || full.messages.contains("der Datenträger ist voll"))
    let head = Process()
    head.executableURL = URL(filePath: "/bin/bash")
    head.arguments = [
      "-c", "\(Home.products)/kip \(home.path)/plan.kip \(home.path)/a.kips 2>\(home.path)/.err | head -1; exit ${PIPESTATUS[0]}",
    ]
    head.environment = ["HOME": home.path, "PATH": "/usr/bin:/bin"]
    head.standardOutput = FileHandle.nullDevice
    try head.run()
    head.waitUntilExit()
    #expect([0, 1].contains(head.terminationStatus))
    #expect(home.text(".err") == "")
  }
}
