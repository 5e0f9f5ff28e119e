// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import PlanQuery
import PlanStore
import Testing

/// How kip is called, and with what status it ends.
@Suite struct CallTests {
  @Test("it ends with 0 when all is done and with 1 when a command failed")
  func done() throws {
    let home = try Home.withPlan()
    let done = try KipProcess(home, "plan.kip", lines: "maßnahmen | anzahl")
    #expect((done.status, done.output, done.messages) == (0, "6\n", ""))
    let failed = try KipProcess(home, "plan.kip", lines: "maßnahmn")
    #expect((failed.status, failed.output) == (1, ""))
    #expect(failed.messages.hasPrefix("-c:1:1: Fehler: unbekannter Befehl \"maßnahmn\"\n  maßnahmn\n  ^^^^^^^^\nHilfe: "))
  }

  @Test(
    "a wrong call ends with 2 before anything runs",
    arguments: [
      (["--formatt", "csv"], "unbekannte Option \"--formatt\"", "gemeint ist vielleicht --format"),
      (["-x"], "unbekannte Option \"-x\"", nil),
      (["--format"], "--format braucht den Namen eines Formats", nil),
      (["--format", "xml"], "--format: unbekannt ist \"xml\"", "möglich sind"),
      (["--neu"], "--neu braucht den Namen des Plans", "kip --neu PLAN.kip"), (["plan.kip", "zweiter.kip"], "zwei Pläne angegeben", nil),
      (["plan.txt"], "weder ein Plan noch ein Skript", "ein Plan endet in .kip"),
      (["-c", "melde a", "a.kips"], "entweder -c oder Skripte", nil),
      (["-D", "NAME"], "-D braucht NAME=WERT", nil), (["--stand", "morgen"], "\"morgen\" ist kein Datum", "24.04.2017"),
      (["--variante", "braunschweig", "plan.kip"], "--variante gilt nur mit --neu", nil),
      (["--neu", "n.kip", "--nur-lesen"], "widersprechen sich", nil), (["-c"], "-c braucht eine Zeile", nil),
    ] as [([String], String, String?)])
  func wrongCall(_ arguments: [String], _ text: String, _ help: String?) throws {
    let home = try Home()
    try home.write("melde \"lief\"\n", "a.kips")
    let kip = try KipProcess(home, arguments)
    #expect(kip.status == 2)
    #expect(kip.output == "")
    #expect(kip.messages.contains(text), "\(kip.messages)")
    if let help { #expect(kip.messages.contains("Hilfe: ") && kip.messages.contains(help), "\(kip.messages)") }
    #expect(home.files == ["a.kips"])
  }

  @Test("a finding of grade fehler ends with 3, unless a command failed as well")
  func findings() throws {
    let home = try Home.withPlan()
    #expect(try KipProcess(home, "plan.kip", lines: "prüfe").status == 0)
    // No shipped analysis finds an error in this catalogue, so one is written as an import would.
    let store = try PlanStore.open(home.path + "/plan.kip")
    let source = try store.rows(QueryParser.parse("quellen | zeige id")).rows.all().first.flatMap { Int($0[0]) } ?? 0
    try store.change(ChangeInfo(author: "Test", command: "Test", day: 20_180_503)) { (writer) throws(Hinweis) in
      let findings = try FindingWriter(writer, source: source)
      try findings.add(Hinweis("ein Fehler").rule("probe"))
      findings.end()
    }
    try store.close()
    let found = try KipProcess(home, "plan.kip", lines: "prüfe probe", "melde weiter")
    #expect(found.status == 3)
    #expect(found.messages == "1 Fehler, 0 Warnungen, 0 Hinweise\nweiter\n")
    #expect(try KipProcess(home, "plan.kip", lines: "prüfe probe", "maßnahmn").status == 1)
    #expect(try KipProcess(home, "plan.kip", lines: "prüfe probe", options: ["--atomar"]).status == 3)
  }

  @Test("a script sets its own status")
  func ownStatus() throws {
    let home = try Home()
    let kip = try KipProcess(home, [], input: "melde eins\nbeende mit 42\nmelde zwei\n")
    #expect((kip.status, kip.messages) == (42, "eins\n"))
  }

  @Test("several -c run in order, and the first error ends them")
  func order() throws {
    let home = try Home()
    #expect(try KipProcess(home, ["-c", "melde eins", "-c", "melde zwei"]).messages == "eins\nzwei\n")
    let kip = try KipProcess(home, ["-c", "melde eins", "-c", "quatsch", "-c", "melde zwei"])
    #expect(kip.status == 1)
    #expect(kip.messages.hasPrefix("eins\n-c:1:1: Fehler") && !kip.messages.contains("zwei"))
  }

  @Test("--weiter goes on after an error, and the status tells of it")
  func goesOn() throws {
    let home = try Home()
    let kip = try KipProcess(home, ["--weiter"], input: "melde eins\nquatsch\nmelde zwei\n")
    #expect(kip.status == 1)
    #expect(kip.messages.hasPrefix("eins\nStandardeingabe:2:1: Fehler") && kip.messages.hasSuffix("zwei\n"))
  }

  @Test("what needs no plan runs without one", arguments: ["plugins", "formate", "varianten", "berichte", "hilfe", "spalten maßnahmen"])
  func withoutPlan(_ line: String) throws {
    let kip = try KipProcess(Home(), ["-c", line])
    #expect((kip.status, kip.messages) == (0, ""))
    #expect(kip.output.split(separator: "\n").count > 2)
  }

  @Test("all ten shipped plug-ins are found and sound")
  func plugins() throws {
    let kip = try KipProcess(Home(), ["--format", "json", "-c", "plugins"])
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(kip.output.utf8)) as? [[String: Any]])
    #expect(rows.count >= 10)
    #expect(rows.allSatisfy { $0["zustand"] as? String == "bereit" }, "\(rows.map { "\($0["name"] ?? ""): \($0["zustand"] ?? "")" })")
  }

  @Test("--version and --hilfe need nothing else", arguments: [("--version", "kip "), ("--hilfe", "kip – "), ("--help", "kip – ")])
  func about(_ option: String, _ start: String) throws {
    let kip = try KipProcess(Home(), [option])
    #expect(kip.status == 0)
    #expect(kip.output.hasPrefix(start))
  }

  @Test("an option's value may stand behind = as well")
  func equalsSign() throws {
    #expect(try KipProcess(Home(), ["--format=csv", "-c", "varianten"]).output.hasPrefix("name,bedeutung,plug-in\r\n"))
  }

  @Test("a missing plan, one that exists already and a file that is none are told")
  func plans() throws {
    let home = try Home.withPlan()
    try home.write("kein Plan", "text.kip")
    #expect(
      try KipProcess(home, "nichts.kip", lines: "maßnahmen").messages.contains(
        "nichts.kip: Fehler: diesen Plan gibt es nicht\nHilfe: einen neuen Plan macht kip --neu nichts.kip"))
    #expect(try KipProcess(home, "plan.kip", lines: "maßnahmen", options: ["--neu"]).messages.contains("die Datei gibt es schon"))
    let none = try KipProcess(home, "text.kip", lines: "maßnahmen")
    #expect(none.status == 1)
    #expect(none.messages.contains("die Datei ist kein Plan von kip"))
    #expect(try KipProcess(home, ["--neu", "neu.kip", "--variante", "nirgends"]).messages.contains("\"nirgends\""))
    #expect(!home.has("neu.kip"))
  }

  @Test("answers are the same bytes in every locale", arguments: ["C", "POSIX", "de_DE.UTF-8", "tr_TR.UTF-8"])
  func locales(_ locale: String) throws {
    let home = try Home.withPlan()
    for line in ["maßnahmen", "überblick", "akteure | sortiere name", "PRÜFE", "bericht katalog als html"] {
      let usual = try KipProcess(home, "plan.kip", lines: line)
      let other = try KipProcess(home, ["plan.kip", "-c", line], environment: ["LANG": locale, "LC_ALL": locale])
      #expect(usual.status == 0)
      #expect(other.output == usual.output)
      #expect(other.messages == usual.messages)
    }
  }

  @Test("an answer as HTML is a whole page")
  func page() throws {
    let home = try Home.withPlan()
    let kip = try KipProcess(home, "plan.kip", lines: "maßnahmen | gruppiere handlungsfeld", options: ["--format", "html"])
    #expect(
      kip.output.hasPrefix("<!doctype html>\n<html lang=\"de\">\n<head>\n<meta charset=\"utf-8\">") && kip.output.hasSuffix("</html>\n"))
    #expect(kip.output.contains("<th scope=\"col\""))
  }

  @Test("off a terminal there is no colour and no escape sequence, and nothing is cut")
  func plain() throws {
    let home = try Home.withPlan()
    let kip = try KipProcess(
      home, ["plan.kip", "-c", "hinweise", "-c", "maßnahmen"], environment: ["TERM": "xterm-256color", "COLUMNS": "40"])
    #expect(!(kip.output + kip.messages).contains("\u{1B}"))
    #expect(kip.output.contains("\"Hut\" steht über Spalte 14 statt 19"))
  }
}
