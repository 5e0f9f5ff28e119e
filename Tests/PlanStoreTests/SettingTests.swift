// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import PlanStore

@Suite struct SettingTests {
  /// Sets a column of a thing of a new sample plan, and gives the plan.
  private func set(
    _ noun: String, _ key: String, _ column: String, _ values: [String], _ mode: Setting.Mode = .replace, in plan: TemporaryPlan
  ) throws -> Bool {
    let store = try plan.store()
    let noun = try #require(try store.noun(noun))
    let id = try store.theOne(noun, Operand(key))
    let setting = Setting(try store.column(Name(column), of: noun), values.map { Operand($0) }, mode)
    return try store.write(on: 20240501) { (writer) throws(Hinweis) in
      let isChanged = try writer.set(noun, id, [setting])
      if !isChanged { writer.nothingChanged() }
      return isChanged
    }
  }

  @Test("a relation that stays keeps its row, with all that it says")
  func keepsRows() throws {
    let plan = try SamplePlan.make()
    let before = try plan.store().number("SELECT id FROM zustaendigkeit WHERE rolle = 'partner'")
    #expect(try set("maßnahme", "7,0", "partner", ["AWO", "FB 51"], in: plan))
    #expect(try plan.store().column("maßnahmen wo nr = 7,0 | zeige partner") == ["AWO; FB 51"])
    #expect(try plan.store().number("SELECT min(id) FROM zustaendigkeit WHERE rolle = 'partner'") == before)
    #expect(try set("maßnahme", "7,0", "partner", ["AWO"], .remove, in: plan))
    #expect(try plan.store().column("maßnahmen wo nr = 7,0 | zeige partner, hut") == ["FB 51"])
  }

  @Test("marks that were there keep their meaning, new ones are crosses")
  func marks() throws {
    let plan = try SamplePlan.make()
    try plan.store().write { (writer) throws(Hinweis) in
      try writer.connection.run(
        "UPDATE massnahme SET merkmale = '{\"zielgruppe\":{\"Kinder\":\"(x)\"}}', seit = ?, ab = ? WHERE text LIKE 'Sprachkurse%'",
        [.integer(writer.change.id), .integer(writer.change.day)])
    }
    #expect(try set("maßnahme", "7,0", "zielgruppe", ["kinder", "Institutionen"], in: plan))
    #expect(
      try plan.store().sql("SELECT merkmale FROM massnahme WHERE text LIKE 'Sprachkurse%'")
        == [[.text(#"{"zielgruppe":{"Kinder":"(x)","Institutionen":"x"}}"#)]])
    #expect(try !set("maßnahme", "7,0", "zielgruppe", ["Institutionen", "Kinder"], in: plan))
    #expect(try set("maßnahme", "7,0", "zielgruppe", [], in: plan))
    #expect(try plan.store().sql("SELECT merkmale FROM massnahme WHERE text LIKE 'Sprachkurse%'") == [[.null]])
  }

  @Test("the same value again is no change: no number is used up and no version closed")
  func unchanged() throws {
    let plan = try SamplePlan.make()
    let before = try plan.store().lastChange()
    #expect(try !set("maßnahme", "30,2", "status", ["laufend"], in: plan))
    #expect(try !set("maßnahme", "30,2", "umsetzung", ["0120"], in: plan))
    #expect(try plan.store().lastChange() == before)
  }

  @Test("what stands on the entries is changed there, if there is one")
  func parts() throws {
    let plan = try SamplePlan.make()
    #expect(try set("maßnahme", "30,2", "handlungsfeld", ["IKO"], in: plan))
    #expect(try plan.store().column("einträge wo nr = 30,2 | zeige handlungsfeld") == ["Interkulturelle Öffnung"])
    let error = #expect(throws: Hinweis.self) { try set("maßnahme", "28,1", "handlungsfeld", ["IKO"], in: plan) }
    #expect(error?.text == "maßnahme \"28,1\" hat 2 einträge (28,1 und 28,2)")
    #expect(error?.help == "am Eintrag ändern: setze eintrag \"28,1\" handlungsfeld = …")
  }
}
