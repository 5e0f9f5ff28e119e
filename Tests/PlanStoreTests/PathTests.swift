// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

/// Columns, and ways to them over relations.
@Suite struct PathTests {
  @Test(
    "a condition may go over relations",
    arguments: [
      ("hut.name enthält kinder", ["28,1; 28,2", "30,2"]), ("hut.oberhalb = \"FB 51\"", ["28,1; 28,2"]),
      ("handlungsfeld.oberfeld = Bildung", ["28,1; 28,2"]),
      ("handlungsfeld.oberfeld.name beginnt mit bil", ["28,1; 28,2"]), ("haupteintrag.nr = 28,1", ["28,1; 28,2"]),
      ("ziel.handlungsfeld = IKO", ["28,1; 28,2"]),
      ("partner.bereich = Verband", ["7,0"]), ("hut.anzahl = 0", ["28,10", "0120"]), ("handlungsfeld.anzahl > 1", ["28,1; 28,2"]),
      ("zuständige.anzahl >= 2", ["7,0", "30,2"]),
    ])
  func conditions(_ condition: String, _ numbers: [String]) throws {
    #expect(try SamplePlan.column("maßnahmen wo \(condition) | zeige nr") == numbers)
  }

  @Test("columns show what they name, several values in order, the main entry's first")
  func shown() throws {
    let rows = try SamplePlan.ask(
      "maßnahmen wo nr = 28,1 | zeige nr, handlungsfeld, ziel, hut, hut.name, zielgruppe, status, haupteintrag, hut.anzahl")
    #expect(
      rows == [
        [
          "28,1; 28,2", "Frühe Bildung; Interkulturelle Öffnung", "Kinder sprechen Deutsch", "51.3", "Kindertagesstätten",
          "Kinder; Allgemein", "geplant", "28,1", "1",
        ]
      ])
    #expect(
      try SamplePlan.ask("einträge wo nr = 28,2 | zeige nr, maßnahme, handlungsfeld, handlungsfeld.kurz") == [
        ["28,2", "28,1", "Interkulturelle Öffnung", "IKO"]
      ])
    #expect(try SamplePlan.column("kataloge | zeige stand") == ["2017-04-24", ""])
  }

  @Test("headings are the municipality's words, keys the kernel's; als gives both")
  func headings() throws {
    let columns = try SamplePlan.table("maßnahmen | zeige federführung, hut, themenfeld.name, text als \"Was getan wird\", hut.anzahl, nr")
      .columns
    #expect(columns.map(\.key) == ["federführung", "federführung", "handlungsfeld.name", "Was getan wird", "federführung.anzahl", "nr"])
    #expect(columns.map(\.heading) == ["Hut", "Hut", "Themenfeld: Name", "Was getan wird", "Anzahl Hut", "Nr"])
    #expect(columns.map(\.kind) == [.label, .label, .text, .text, .number, .label])
    #expect(columns.map(\.isList) == [true, true, true, false, false, true])
  }

  @Test("without zeige the noun's own columns are shown")
  func standard() throws {
    let keys = try SamplePlan.table("maßnahmen").columns.map(\.key)
    #expect(keys == ["nr", "handlungsfeld", "text", "status", "federführung"])
  }

  @Test("every thing has an id of its own, by which it can be asked for")
  func ids() throws {
    try SamplePlan.with { (store) throws in
      for (id, number) in try store.ask("maßnahmen | zeige id, nr").map({ ($0[0], $0[1]) }) {
        #expect(try store.column("maßnahmen wo id = \(id) | zeige nr") == [number])
      }
      let all = try store.allNouns().filter { $0.only == nil && $0.having == nil && $0.hasHistory }.flatMap { noun in
        try store.column("\(noun.plural) | zeige id")
      }
      #expect(Set(all).count == all.count && all.count > 30)
    }
  }

  @Test(
    "every column of every noun can be shown, asked, sorted and grouped by", arguments: Kernel.nouns.filter { !$0.isMade }.map(\.plural))
  func allColumns(_ plural: String) throws {
    try SamplePlan.with { (store) throws in
      for column in try #require(try store.noun(plural)).columns {
        let name = column.name
        for question in [
          "zeige \(name)", "sortiere \(name) | erste 2", "wo \(name) leer", "gruppiere \(name)", "wo nicht \(name) leer | anzahl",
        ] {
          _ = try store.ask("\(plural) | \(question)")
        }
      }
    }
  }
}
