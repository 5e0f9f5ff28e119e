// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanQuery
import Testing

@testable import PlanStore

/// What a variant brings into a new plan.
@Suite struct SeedTests {
  @Test("terms, attributes, vocabularies, things and spellings are the plan's own from then on")
  func seeded() throws {
    let plan = try SamplePlan.make()
    let store = try plan.reopened()
    #expect(try store.term("federführung") == "Hut" && store.term("status") == nil)
    #expect(try store.noun("maßnahme")?.column("zielgruppe")?.words == ["Allgemein", "Kinder", "Jugendliche", "Institutionen"])
    #expect(
      try store.ask("vokabeln | zeige name, oberhalb") == [
        ["Allgemein", ""], ["Kinder", "Allgemein"], ["Jugendliche", "Allgemein"], ["Institutionen", ""],
      ])
    #expect(
      try store.ask("einheiten wo kürzel = 51.3 | zeige name, oberhalb, geprüft, gültig_von") == [
        ["Kindertagesstätten", "FB 51", "1", "2020-08"]
      ])
    #expect(try store.variantLines() == SamplePlan.variant)
    #expect(try store.spellings(of: "handlungsfeld").map(\.name) == ["Beruf"])
  }

  @Test(
    "a variant that cannot be is refused, and nothing of it stays",
    arguments: [
      ("neu einhait \"FB 1\"", "die Variante nennt eine unbekannte Art \"einhait\"", "gemeint ist vielleicht einheit"),
      ("neu einheit \"FB 1\" nahme x", "die Variante nennt eine unbekannte Spalte \"nahme\"", "gemeint ist vielleicht name"),
      ("neu einheit \"1.2\" oberhalb \"FB 1\"", "akteur \"FB 1\" gibt es nicht", "anlegen: neu akteur \"FB 1\""),
      (
        "neu einheit \"FB 1\" gültig_von bald", "\"bald\" ist kein Datum", "Daten stehen so: 31.12.2024, 12/2024, III/2024, 2024 oder heute"
      ),
      ("neu katalog K stand bald", "\"bald\" ist kein Tag", "ein Tag steht so: 24.04.2017, oder: heute"),
      (
        "neu katalog K bearbeitungsstand fertig", "bearbeitungsstand kann nicht \"fertig\" sein",
        "möglich sind vorläufig, abgestimmt, beschlossen"
      ),
      ("neu quelle Q zellen viele", "\"viele\" ist keine ganze Zahl", nil),
      ("neu quelle Q zellen 99999999999999999999999", "\"99999999999999999999999\" ist keine ganze Zahl", nil),
      ("schreibweise handlungsfeld Bildung = Schule", "die Variante gibt \"Bildung\" eine Schreibweise, legt es aber nicht an", nil),
    ] as [(String, String, String?)])
  func refused(_ line: String, _ text: String, _ help: String?) throws {
    let plan = try TemporaryPlan()
    let store = try plan.store()
    let declarations = try VariantParser.parse(Variant("variante p 1 P\nneu ziel \"vorher\"\n" + line))
    let error = #expect(throws: Hinweis.self) { try store.write { (writer) throws(Hinweis) in try writer.seed(declarations, lines: line) } }
    #expect(error?.text == text)
    #expect(error?.help == help)
    #expect(try store.column("ziele") == [] && store.lastChange() == 0)
  }

  @Test("every noun with a title can be seeded by it")
  func everyNoun() throws {
    let plan = try TemporaryPlan()
    let store = try plan.store()
    try store.write { (writer) throws(Hinweis) in
      for line in [
        "neu quelle \"a.csv\"", "neu ziel \"Ziel\"", "neu person \"P\"", "neu gruppe \"G\"", "neu funktion \"F\"", "neu kommune \"K\"",
        "neu maßnahme \"M\"",
      ] {
        try writer.seed(try VariantParser.parse(Variant("variante p 1 P\n\(line)")), lines: line)
      }
    }
    #expect(
      try store.column("quellen") == ["a.csv"] && store.column("maßnahmen | zeige text") == ["M"]
        && store.column("personen | zeige name") == ["P"])
  }
}
