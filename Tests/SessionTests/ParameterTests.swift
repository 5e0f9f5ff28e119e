// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// What scripts are given.
@Suite struct ParameterTests {
  private static let script = """
    parameter JAHR "das Berichtsjahr"
    parameter EINHEIT = "FB 51" "für wen"
    parameter ORT
    melde "${JAHR} ${EINHEIT} ${ORT}"

    """

  @Test("what is given and what goes without saying is put in")
  func given() throws {
    let home = try Home()
    try home.write(ParameterTests.script, "a.kips")
    #expect(try KipProcess(home, ["-D", "JAHR=2025", "-D", "ort=hier", "a.kips"]).messages == "2025 FB 51 hier\n")
    #expect(try KipProcess(home, ["-DJAHR=2025", "-DORT=", "-DEINHEIT=x y"], input: ParameterTests.script).messages == "2025 x y \n")
  }

  @Test("all that are missing are named at once, with status 2, before anything runs and before a plan is left behind")
  func missing() throws {
    let home = try Home()
    try home.write("melde nie\n", "b.kips")
    try home.write(ParameterTests.script, "a.kips")
    let kip = try KipProcess(home, ["--neu", "p.kip", "b.kips", "a.kips"])
    #expect(kip.status == 2)
    #expect(
      kip.messages == """
        a.kips:1:1: Fehler: das Skript braucht noch: JAHR (das Berichtsjahr), ORT
          parameter JAHR "das Berichtsjahr"
          ^^^^^^^^^
        Hilfe: kip -D JAHR=… -D ORT=…

        """)
    #expect(home.files == ["a.kips", "b.kips"])
    for arguments in [["-c", ParameterTests.script], []] {
      #expect(try KipProcess(home, arguments, input: ParameterTests.script).status == 2)
    }
  }

  @Test("a -D that no script knows is told, with what it may have been")
  func unknown() throws {
    let home = try Home()
    try home.write("parameter JAHR = 2025\nmelde \"${JAHR} ${HIER}\"\nskript unten.kips\n", "a.kips")
    try home.write("parameter MONAT = 12\nmelde ${MONAT}\n", "unten.kips")
    let kip = try KipProcess(home, ["-D", "JAHRE=2024", "-D", "HIER=x", "a.kips"])
    #expect(
      (kip.status, kip.messages) == (2, "Fehler: -D JAHRE: diesen Namen kennt das Skript nicht\nHilfe: gemeint ist vielleicht JAHR\n"))
    #expect(try KipProcess(home, ["-D", "HIER=x", "-D", "MONAT=11", "a.kips"]).messages == "2025 x\n11\n")
    // Who declares nothing may be given anything.
    #expect(try KipProcess(home, ["-D", "EGAL=x"], input: "melde da\n").messages == "da\n")
  }

  @Test("an included script needs its own, sees all variables, and leaves its defaults behind nowhere")
  func included() throws {
    let home = try Home()
    try home.write("parameter JAHR\nparameter ART = kurz\nmelde \"${JAHR} ${ART} ${OBEN}\"\n", "unten.kips")
    try home.write("parameter ART = lang\nmelde ${ART}\nvariable VON_UNTEN = ja\n", "zwei.kips")
    let script =
      "variable OBEN = o\nskript unten.kips JAHR=2024\nskript unten.kips JAHR=2025 ART=\"sehr lang\"\nskript zwei.kips\nmelde ${VON_UNTEN}\n"
    #expect(try KipProcess(home, [], input: script).messages == "2024 kurz o\n2025 sehr lang o\nlang\nja\n")
    let missing = try KipProcess(home, [], input: "skript unten.kips\n")
    #expect(missing.status == 1)
    #expect(
      missing.messages.hasPrefix("unten.kips:1:1: Fehler: das Skript braucht noch: JAHR\n  gelesen von Standardeingabe:1\n"),
      "\(missing.messages)")
    #expect(missing.messages.hasSuffix("Hilfe: skript unten.kips JAHR=…\n"))
  }

  @Test(
    "what is wrong with a parameter is said before anything runs",
    arguments: [
      ("melde nie\nparameter A", "2:1: Fehler: parameter steht am Anfang des Skripts"),
      ("parameter a.b", "1:11: Fehler: \"a.b\" ist kein Name einer Variablen"), ("parameter", "1:1: Fehler: welcher Parameter?"),
      ("parameter A = zwei Wörter", "1:20: Fehler: unerwartet: \"Wörter\""), ("parameter A = |", "1:"),
      ("wenn 1 = 1\nparameter A = 1\nende", "2:1: Fehler: parameter steht am Anfang"),
    ])
  func wrong(_ script: String, _ text: String) throws {
    let kip = try KipProcess(Home(), [], input: script)
    #expect(kip.status == 1)
    #expect(kip.messages.hasPrefix("Standardeingabe:\(text)"), "\(kip.messages)")
  }

  @Test("no value becomes a word of the language, a command or more than one value")
  func injection() throws {
    let home = try Home.withPlan()
    let lines = "setze maßnahme \"5,0\" zielgruppe = ${X}\nmaßnahme \"5,0\" | setze zielgruppe = ${X}\n"
    for value in ["leer", "Kinder weil nichts", "Kinder, Jugendliche", "und", "| lösche", "Kinder stand 2010"] {
      let kip = try KipProcess(home, ["-D", "X=\(value)", "--weiter", "plan.kip"], input: lines)
      #expect(
        kip.messages.components(separatedBy: "Fehler: zielgruppe kann nicht \"\(value)\" sein").count == 3, "\(value): \(kip.messages)")
    }
    let command = try KipProcess(home, ["-D", "X=beende", "plan.kip"], input: "${X} mit 0\n")
    #expect(command.status == 1 && command.messages.contains("ein Befehl kommt nicht aus einer Variablen"))
  }

  @Test("a script may name its plan in the #! line, with env or without")
  func shebang() throws {
    let home = try Home.withPlan()
    for (index, first) in ["#!\(Home.products)/kip plan.kip", "#!/usr/bin/env -S \(Home.products)/kip -D A=1 plan.kip"].enumerated() {
      try home.write("\(first)\nmaßnahmen | anzahl\n", "los\(index)")
      chmod("\(home.path)/los\(index)", 0o755)
      let process = Process()
      process.executableURL = URL(filePath: "\(home.path)/los\(index)")
      process.currentDirectoryURL = URL(filePath: home.path)
      process.environment = ["HOME": home.path, "LANG": "C"]
      let pipe = Pipe()
      process.standardOutput = pipe
      process.standardInput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      #expect(String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self) == "6\n")
    }
  }

  @Test("variable shows what is set")
  func list() throws {
    let kip = try KipProcess(Home(), ["-D", "B=2", "--format", "csv"], input: "variable A = 1\nvariable\n")
    #expect(kip.output == "name,wert\r\nA,1\r\nB,2\r\n")
  }
}
