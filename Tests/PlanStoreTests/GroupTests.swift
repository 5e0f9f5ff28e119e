// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

/// `gruppiere` and the figures.
@Suite struct GroupTests {
  @Test("groups stand in the order of their names, what says nothing last")
  func order() throws {
    #expect(try SamplePlan.ask("maßnahmen | gruppiere status") == [["geplant", "1"], ["keine Angabe", "2"], ["laufend", "2"]])
    #expect(try SamplePlan.ask("maßnahmen | gruppiere hut") == [["51.3", "1"], ["FB 50", "1"], ["FB 51", "1"], ["", "2"]])
    #expect(
      try SamplePlan.ask("maßnahmen | gruppiere handlungsfeld") == [
        ["Arbeit und Ausbildung", "1"], ["Bildung", "2"], ["Frühe Bildung", "1"], ["Interkulturelle Öffnung", "2"],
      ])
  }

  @Test("over a column with several values both sums are told")
  func sums() throws {
    #expect(try SamplePlan.table("maßnahmen | gruppiere handlungsfeld").notes == ["Maßnahmen gesamt 5, Zuordnungen 6"])
    #expect(try SamplePlan.table("maßnahmen wo status = laufend | gruppiere hut").notes == ["Maßnahmen gesamt 2, Zuordnungen 2"])
    #expect(try SamplePlan.table("maßnahmen | gruppiere zielgruppe").notes == ["Maßnahmen gesamt 5, Zuordnungen 4"])
    #expect(try SamplePlan.table("maßnahmen | gruppiere status").notes == [])
  }

  @Test("two columns, other figures, names for them")
  func several() throws {
    #expect(
      try SamplePlan.ask("maßnahmen wo status = laufend | gruppiere status, hut: anzahl als Zahl") == [
        ["laufend", "FB 50", "1"], ["laufend", "FB 51", "1"],
      ])
    #expect(
      try SamplePlan.ask(
        "einträge | gruppiere handlungsfeld: anzahl, summe zeile, min zeile, max zeile, durchschnitt zeile | wo handlungsfeld enthält öffnung"
      )
        == [["Interkulturelle Öffnung", "2", "7", "3", "4", "3.5"]])
    let columns = try SamplePlan.table("einträge | gruppiere status: anzahl als Zahl, summe zeile".replacing("status", with: "katalog"))
      .columns
    #expect(columns.map(\.key) == ["katalog", "Zahl", "summe zeile"] && columns.map(\.heading) == ["Katalog", "Zahl", "Summe Zeile"])
  }

  @Test("a thing with the same value over two ways counts once in its group")
  func once() throws {
    // 28,1 and 28,2 have one measure, whose Hut stands in both.
    #expect(
      try SamplePlan.ask("maßnahmen wo nr = 28,1 | gruppiere hut, handlungsfeld") == [
        ["51.3", "Frühe Bildung", "1"], ["51.3", "Interkulturelle Öffnung", "1"],
      ])
    #expect(try SamplePlan.ask("maßnahmen wo nr = 28,1 | gruppiere ziel") == [["Kinder sprechen Deutsch", "1"]])
  }

  @Test("totals are one row, also of nothing")
  func totals() throws {
    #expect(try SamplePlan.ask("maßnahmen | anzahl") == [["5"]])
    #expect(try SamplePlan.ask("einträge | anzahl, summe zeile, max zeile") == [["6", "21", "6"]])
    #expect(try SamplePlan.ask("maßnahmen wo nr = 99 | anzahl") == [["0"]])
    #expect(try SamplePlan.ask("maßnahmen | erste 2 | anzahl") == [["2"]])
  }

  @Test("the least and greatest label are those that people count so")
  func labels() throws {
    #expect(try SamplePlan.ask("einträge | min nr, max nr") == [["7,0", "0120"]])
    #expect(try SamplePlan.ask("maßnahmen mit text | min text, max text") == [["100 % Zuschuss", "Übergang Kita und Schule"]])
  }

  @Test("steps behind gruppiere speak of its columns")
  func afterwards() throws {
    #expect(try SamplePlan.column("maßnahmen | gruppiere status | wo anzahl > 1") == ["keine Angabe", "laufend"])
    #expect(
      try SamplePlan.column("maßnahmen | gruppiere handlungsfeld | sortiere anzahl absteigend, handlungsfeld absteigend | erste 2") == [
        "Interkulturelle Öffnung", "Bildung",
      ])
    #expect(
      try SamplePlan.ask("maßnahmen | gruppiere status | zeige anzahl als Zahl, status") == [
        ["1", "geplant"], ["2", "keine Angabe"], ["2", "laufend"],
      ])
    #expect(try SamplePlan.column("maßnahmen | gruppiere hut | wo hut leer | zeige anzahl") == ["2"])
    #expect(try SamplePlan.column("maßnahmen | gruppiere status | wo status in (geplant; laufend) und nicht anzahl = 2") == ["geplant"])
    #expect(try SamplePlan.column("maßnahmen | gruppiere status | letzte 1") == ["laufend"])
  }
}
