// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// Queries that the plan keeps.
@Suite struct SavedQueryTests {
  @Test("a saved query is a part of the plan: kept, copied with it, handed out and read in again, and taken back")
  func kept() throws {
    let home = try Home.withPlan()
    #expect(try KipProcess(home, "plan.kip", lines: "merke offen = maßnahmen wo status = \"keine Angabe\"").status == 0)
    #expect(try KipProcess(home, "plan.kip", lines: "offen | anzahl").output == "6\n")
    try KipProcess(home, "plan.kip", lines: "sichere nach kopie.kip", "exportiere plan nach plan.json")
    try KipProcess(home, ["--neu", "neu.kip", "-c", "importiere plan plan.json"])
    for plan in ["kopie.kip", "neu.kip"] { #expect(try KipProcess(home, plan, lines: "OFFEN | anzahl").output == "6\n", "\(plan)") }
    #expect(try KipProcess(home, "plan.kip", lines: "rückgängig").status == 0)
    let gone = try KipProcess(home, "plan.kip", lines: "offen | anzahl")
    #expect(gone.status == 1 && gone.messages.contains("unbekannter Befehl \"offen\""))
    #expect(try KipProcess(home, "plan.kip", lines: "wiederhole", "verlauf abfrage offen", "offen | anzahl").output.hasSuffix("6\n"))
  }

  @Test("nothing is saved without a plan, in one that is only read, or under --trocken")
  func refused() throws {
    let home = try Home.withPlan()
    let line = "merke offen = maßnahmen"
    #expect(try KipProcess(home, ["-c", line]).messages.contains("kein Plan geöffnet"))
    #expect(try KipProcess(home, "plan.kip", lines: line, options: ["--nur-lesen"]).messages.contains("nur zum Lesen"))
    #expect(try KipProcess(home, "plan.kip", lines: line, "offen | anzahl", options: ["--trocken"]).output == "6\n")
    #expect(try KipProcess(home, "plan.kip", lines: "abfragen | anzahl").output == "0\n")
  }

  @Test("values of variables are saved as values, and a day counted from today stays counted from today")
  func text() throws {
    let home = try Home.withPlan()
    let lines = [
      "merke a = maßnahmen wo hut unter ${E} oder text = \"sagt \"\"ja\"\"\" | zeige nr, hut | sortiere nr absteigend",
      "merke b = änderungen seit heute - 90 tage wo zeit >= heute - 3 tage", "merke c = maßnahmen wo nr in (2,1; 5,0), text leer",
    ]
    let kip = try KipProcess(
      home, ["-D", "E=FB 51", "--weiter", "plan.kip", "--format", "csv"] + (lines + ["abfragen"]).flatMap { ["-c", $0] })
    #expect(kip.status == 1)
    #expect(
      kip.output.split(separator: "\r\n").dropFirst() == [
        "a,\"maßnahmen wo hut unter \"\"FB 51\"\" oder text = \"\"sagt \"\"\"\"ja\"\"\"\"\"\" | zeige nr, hut | sortiere nr absteigend\"",
        "b,änderungen seit heute - 90 tage wo zeit >= heute - 3 tage",
      ], "\(kip.output)")
    #expect(try KipProcess(home, "plan.kip", lines: "a | erste 1", "b | anzahl").output == "Nr   │ Hut\n─────┼──────\n10,0 │ FB 51\n4\n")
  }

  @Test("queries that came to ask for themselves, as no merke would let them, are told")
  func circle() throws {
    let home = try Home.withPlan()
    try KipProcess(home, "plan.kip", lines: "merke a = maßnahmen", "merke b = a | anzahl", "setze abfrage a text = \"b | erste 1\"")
    let kip = try KipProcess(home, "plan.kip", lines: "b")
    #expect(kip.status == 1)
    #expect(kip.messages.contains("in der gemerkten Abfrage \"b\" (a | anzahl): sie fragt nach sich selbst"), "\(kip.messages)")
  }
}
