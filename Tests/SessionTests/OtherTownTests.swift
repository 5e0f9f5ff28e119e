// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// The same script in plans of towns that call things otherwise.
@Suite struct OtherTownTests {
  @Test("a script gives the same rows and the same keys where the words of the town differ; only the headings do")
  func sameRows() throws {
    let home = try Home.withPlan()
    try FileManager.default.copyItem(atPath: home.path + "/plan.kip", toPath: home.path + "/burgdorf.kip")
    let terms = [
      "setze begriff \"federführung\" wort = \"Federführendes Amt\"", "neu begriff status wort Umsetzungsstand",
      "neu begriff handlungsfeld wort Themenbereich",
    ]
    let renamed = try KipProcess(home, ["burgdorf.kip"] + terms.flatMap { ["-c", $0] })
    #expect(renamed.status == 0, "\(renamed.messages)")
    let script = """
      merke offen = maßnahmen wo status = "keine Angabe"
      offen wo hut unter "FB 51" | zeige nr, handlungsfeld, federführung, status
      maßnahmen | gruppiere federführung: anzahl
      wenn offen wo federführung leer
        melde nie
      sonst
        für jede einheit in einheiten mit maßnahmen
          maßnahmen wo hut = "${einheit}" | zeige nr, hut
          wenn ${einheit} = "FB 50"
            melde "${einheit.name}"
          ende
        ende
      ende

      """
    try home.write(script, "lauf.kips")
    for format in ["json", "jsonl", "csv"] {
      let here = try KipProcess(home, ["plan.kip", "lauf.kips", "--format", format], environment: ["LANG": "C"])
      let there = try KipProcess(home, ["burgdorf.kip", "lauf.kips", "--format", format])
      #expect(here.status == 0 && there.status == 0)
      #expect(here.output == there.output && here.output.contains("federführung"))
      #expect(here.messages.contains("Fachbereich 50") && there.messages.contains("Fachbereich 50"))
      try KipProcess(home, "plan.kip", lines: "lösche abfrage offen")
      try KipProcess(home, "burgdorf.kip", lines: "lösche abfrage offen")
    }
    let heading = try KipProcess(home, "burgdorf.kip", lines: "maßnahmen wo nr = 5,0 | zeige nr, hut, status")
    #expect(heading.output.hasPrefix("Nr  │ Federführendes Amt │ Umsetzungsstand"), "\(heading.output)")
    #expect(try KipProcess(home, "plan.kip", lines: "maßnahmen wo nr = 5,0 | zeige hut").output.hasPrefix("Hut\n"))
  }
}
