// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanTables
import Testing

/// A catalogue whose lines end with status, times and costs, in all the ways in which office files say them.
@Suite struct PlusTests {
  @Test("status, beginning, end and costs are read as their kinds")
  func plus() throws {
    let town = try Town(
      """
      layout plus "Maßnahmen mit Kosten"
        kopfzeilen 1 maßgeblich 1
        spalte "Nr" ist nr
        spalte "Handlungsfeld" ist handlungsfeld
        spalte "Maßnahme - was" ist text
        spalte "Status" ist status, verstetigt = dauerhaft
        spalte "Beginn" ist beginn_geplant
        spalte "Ende" ist ende_geplant
        spalte "Kosten geplant" ist mittel benötigt
        spalte "Kosten Ist" ist mittel ausgegeben
      ende
      """)
    let result = try town.read([
      ["Nr", "Handlungsfeld", "Maßnahme - was", "Status", "Beginn", "Ende", "Kosten geplant", "Kosten Ist"],
      ["1,1", "Sport", "Radkurs", "in Umsetzung", "01.03.2019", "31.12.20", "1.250,00 €", "ca. 1 T€"],
      ["2,1", "Sport", "Gehtreff", "verstetigt", "03/2018", "Q4/2021", "12500,5", "k. A."],
      ["3,1", "Sport", "Schwimmkurs", "nicht begonnen", "43525", "", "", ""],
    ])
    #expect(result.account.isComplete)
    #expect(
      try town.rows("maßnahmen | zeige nr, status, beginn_geplant, ende_geplant | sortiere nr") == [
        ["1,1", "laufend", "01.03.2019", "31.12.2020"], ["2,1", "dauerhaft", "03/2018", "IV/2021"], ["3,1", "geplant", "01.03.2019", ""],
      ])
    #expect(
      try town.rows("mittel | zeige maßnahme.nr, benötigt, ausgegeben | sortiere maßnahme.nr") == [
        ["1,1", "1.250,00 €", "ca. 1 T€"], ["2,1", "12500,5", ""],
      ])
    #expect(try town.findings("keine-angabe").count == 1)
  }
}
