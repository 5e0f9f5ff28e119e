// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanStore
import PlanTables
import Testing

@Suite struct UpdateTests {
  private static let head = ["Nr", "Handlungsfeld", "Maßnahme", "Status", "Priorität", "Orte"]
  private static let rows = [
    ["1", "Sport", "Gehtreff im Stadtpark für ältere Menschen", "geplant", "hoch", "Nord"],
    ["2", "Sport", "Radkurse für neu zugewanderte Frauen", "laufend", "mittel", "Nord; Süd"],
    ["3", "Sprache", "Sprachcafé in der Stadtbücherei", "laufend", "", ""],
  ]

  private func town() throws -> Town {
    let town = try Town(
      """
      layout liste "Maßnahmenliste"
        kopfzeilen 1 maßgeblich 1
        spalte "Nr" ist nr
        spalte "Handlungsfeld" ist handlungsfeld
        spalte "Maßnahme" ist text
        spalte "Status" ist status
        spalte "Priorität" ist priorität
        spalte "Orte" ist sozialräume
      ende
      """)
    try town.read([UpdateTests.head] + UpdateTests.rows)
    return town
  }

  private func edited(_ edit: (inout [[String]]) -> Void) -> [[String]] {
    var rows = UpdateTests.rows
    edit(&rows)
    return [UpdateTests.head] + rows
  }

  @Test("what changed is said field by field, and nothing else is written")
  func fieldByField() throws {
    let town = try town()
    let result = try town.read(
      edited {
        $0[0][3] = "umgesetzt"
        $0[1][4] = "niedrig"
        $0[1][5] = "Süd"
      })
    #expect((result.new, result.changed, result.unchanged) == (0, 2, 1))
    #expect(
      result.differences.map { [$0.number, $0.field, $0.before ?? "", $0.after ?? ""] } == [
        ["1", "status", "geplant", "umgesetzt"], ["2", "priorität", "mittel", "niedrig"], ["2", "sozialräume", "Nord; Süd", "Süd"],
      ])
  }

  @Test("a preview says what would change and leaves the plan as it is")
  func preview() throws {
    let town = try town()
    let rows = edited { $0[0][3] = "umgesetzt" }
    #expect(try town.read([Sheet("", rows)], preview: true).differenceCount == 1)
    #expect(try town.rows("maßnahmen wo nr = 1 | zeige status") == [["geplant"]])
  }

  @Test("what was changed in the plan since stays, if the file did not change it")
  func keepsOwn() throws {
    let town = try town()
    let id = try #require(Int(try town.value("maßnahmen wo nr = 1 | zeige id")))
    try town.write { (writer) throws(Hinweis) in try writer.update("massnahme", id, ["status": .text("laufend")]) }
    try town.read(edited { $0[0][4] = "mittel" })
    #expect(try town.rows("maßnahmen wo nr = 1 | zeige status, priorität") == [["laufend", "mittel"]])
  }

  @Test("what both changed is the file's, and said")
  func changedTwice() throws {
    let town = try town()
    let id = try #require(Int(try town.value("maßnahmen wo nr = 1 | zeige id")))
    try town.write { (writer) throws(Hinweis) in try writer.update("massnahme", id, ["status": .text("laufend")]) }
    try town.read(edited { $0[0][3] = "umgesetzt" })
    #expect(try town.rows("maßnahmen wo nr = 1 | zeige status") == [["umgesetzt"]])
    #expect(try town.findings("beidseits-geändert").count == 1)
  }

  @Test("a line with another number is known by its wording, exact or nearly, in its field")
  func renumbered() throws {
    let town = try town()
    let result = try town.read(
      edited {
        $0[0][0] = "11"
        $0[1][0] = "12"
        $0[1][2] = "Radkurse für neuzugewanderte Frauen und Mädchen"
      })
    #expect((result.new, result.changed, result.missing) == (0, 2, []))
    #expect(try town.findings("am-wortlaut-erkannt").count == 2)
    #expect(try town.rows("maßnahmen | zeige nr | sortiere nr") == [["3"], ["11"], ["12"]])
  }

  @Test("a new line is not taken for one that only has the same field")
  func newLine() throws {
    let town = try town()
    let result = try town.read(edited { $0[0] = ["4", "Sport", "Schwimmbad länger öffnen", "", "", ""] })
    #expect((result.new, result.missing) == (1, ["1"]))
    #expect(try town.value("maßnahmen | anzahl") == "4")
  }

  @Test("a number that stands for something else now is named")
  func reused() throws {
    let town = try town()
    try town.read(edited { $0[0][2] = "Dolmetscherpool" })
    #expect(try town.findings("nummer-neu-vergeben").count == 1)
  }

  @Test("a line with an id is that entry, whatever its number and wording")
  func identity() throws {
    let town = try town()
    let id = try town.value("einträge wo nr = 2 | zeige id")
    let result = try town.read([
      UpdateTests.head + ["kip-id"], ["9", "Sprache", "Ganz anders", "laufend", "mittel", "Nord; Süd", id], UpdateTests.rows[0] + [""],
      UpdateTests.rows[2] + [""],
    ])
    #expect((result.new, result.changed, result.unchanged, result.missing) == (0, 1, 2, []))
    #expect(try town.rows("einträge wo id = \(id) | zeige nr, text") == [["9", "Ganz anders"]])
  }

  @Test("a number that came mangled stays known as it was, and kip's own file with the right one changes nothing")
  func mangledNumber() throws {
    let town = try Town(
      """
      layout liste "Maßnahmenliste"
        kopfzeilen 1 maßgeblich 1
        nummern maßnahme.eintrag
        spalte "Nr" ist nr
        spalte "Handlungsfeld" ist handlungsfeld
        spalte "Maßnahme" ist text
      ende
      """)
    let head = ["Nr", "Handlungsfeld", "Maßnahme"]
    let line = ["Sport", "Schwimmkurse für Mütter"]
    try town.read([head, ["14. Jan"] + line, ["3,0", "Sprache", "Sprachcafé"]])
    let row = try town.rows("einträge wo text beginnt mit Schwimm | zeige id, nr, nr_gelesen")[0]
    #expect(row.dropFirst() == ["14,1", "14. Jan"])
    let result = try town.read([head + ["kip-id"], ["14,1"] + line + [row[0]], ["3,0", "Sprache", "Sprachcafé", ""]])
    #expect((result.changed, result.unchanged) == (0, 2))
    #expect(try town.read([head + ["kip-id"], ["77,0"] + line + [row[0]], ["3,0", "Sprache", "Sprachcafé", ""]]).changed == 1)
    #expect(try town.rows("einträge wo id = \(row[0]) | zeige nr, nr_gelesen") == [["77,0", ""]])
  }

  @Test("a number means another measure in another catalogue")
  func otherCatalogue() throws {
    let town = try town()
    try town.read(
      [["Nr", "Handlungsfeld", "Maßnahme", "Status", "Priorität", "Orte"], ["1", "Wohnen", "Wohnlotsen", "", "", ""]],
      catalogue: "Liste 2024")
    #expect(try town.value("maßnahmen | anzahl") == "4")
    #expect(try town.rows("maßnahmen wo text beginnt mit Gehtreff | zeige nr, status") == [["1", "geplant"]])
  }
}
