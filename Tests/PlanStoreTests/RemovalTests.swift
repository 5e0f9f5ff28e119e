// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import PlanStore

@Suite struct RemovalTests {
  private func remove(_ noun: String, _ key: String, in store: PlanStore) throws {
    let noun = try #require(Kernel.noun(noun))
    let id = try store.theOne(noun, Operand(key))
    try store.write(on: 20240501) { (writer) throws(Hinweis) in _ = try writer.remove(noun, id) }
  }

  @Test("a measure goes with its entries, roles and ties to goals; the log keeps them all as deleted, and the goals stay")
  func parts() throws {
    let plan = try SamplePlan.make()
    let store = try plan.store()
    let goals = try store.number("SELECT count(*) FROM ziel")
    try remove("maßnahme", "28,1", in: store)
    #expect(try store.ask("einträge wo nr = 28,2").isEmpty)
    #expect(try store.number("SELECT count(*) FROM massnahme_log WHERE geloescht = 1 AND ende = 20240501") == 1)
    #expect(try store.number("SELECT count(*) FROM eintrag_log WHERE geloescht = 1") == 2)
    #expect(try store.number("SELECT count(*) FROM zustaendigkeit_log WHERE geloescht = 1") >= 1)
    #expect(try store.number("SELECT count(*) FROM ziel") == goals)
    #expect(try store.number("SELECT count(*) FROM pragma_foreign_key_check") == 0)
  }

  @Test("what still names a thing keeps it, and is counted by kind")
  func refused() throws {
    let plan = try SamplePlan.make()
    let store = try plan.store()
    let before = try store.lastChange()
    let error = #expect(throws: Hinweis.self) { try remove("einheit", "51.3", in: store) }
    #expect(error?.text == "auf einheit \"51.3\" verweisen noch: 1 einheit, 1 zuständigkeit")
    #expect(error?.help == "welche, zeigt: einheiten wo oberhalb = \"51.3\"")
    #expect(try store.lastChange() == before && store.ask("einheiten wo kürzel = 51.3").count == 1)
  }

  @Test("a main entry may go alone: its measure names it no more")
  func mainEntry() throws {
    let plan = try SamplePlan.make()
    let store = try plan.store()
    #expect(try store.column("maßnahmen wo nr = 28,1 | zeige haupteintrag") != [""])
    try remove("eintrag", "28,1", in: store)
    #expect(try store.ask("maßnahmen wo nr = 28,2 | zeige nr, haupteintrag") == [["28,2", ""]])
  }

  @Test("other names of a thing go with it")
  func otherNames() throws {
    let plan = try SamplePlan.make()
    let store = try plan.store()
    for number in ["30,2"] { try remove("maßnahme", number, in: store) }
    try remove("handlungsfeld", "Arbeit und Ausbildung", in: store)
    #expect(try store.column("nebennamen").isEmpty)
  }
}
