// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import PlanStore

/// What must never be, the database refuses.
@Suite struct ConstraintTests {
  /// A row that must not be.
  struct Bad: CustomTestStringConvertible, Sendable {
    var table: String
    var column: String
    var value: Value

    init(_ table: String, _ column: String, _ value: Value) { (self.table, self.column, self.value) = (table, column, value) }
    var testDescription: String { "\(table).\(column)" }
  }

  @Test(
    "words, flags, kinds and references that cannot be",
    arguments: [
      Bad("massnahme", "status", .text("erledigt")), Bad("massnahme", "status", .text("Laufend")),
      Bad("massnahme", "merkmale", .text("{kein JSON")),
      Bad("massnahme", "haupteintrag", .integer(4711)), Bad("akteur", "art", .text("verein")), Bad("akteur", "art", .null),
      Bad("akteur", "name", .null),
      Bad("akteur", "geprueft", .integer(2)), Bad("akteur", "geprueft", .text("ja")), Bad("akteur", "oberhalb", .integer(4711)),
      Bad("zustaendigkeit", "rolle", .text("chef")), Bad("zustaendigkeit", "massnahme", .integer(4711)),
      Bad("zustaendigkeit", "akteur", .null),
      Bad("eintrag", "katalog", .integer(4711)), Bad("eintrag", "massnahme", .null), Bad("katalog", "bearbeitungsstand", .text("fertig")),
      Bad("katalog", "stand", .text("24.04.2017")),
    ])
  func refused(_ bad: Bad) throws {
    let plan = try SamplePlan.make()
    let store = try plan.store()
    let error = #expect(throws: Hinweis.self) {
      try store.write { (writer) throws(Hinweis) in
        guard case .integer(let id)? = try store.connection.value("SELECT min(id) FROM \(bad.table)") else { throw Hinweis("leer") }
        try writer.update(bad.table, id, [bad.column: bad.value])
      }
    }
    #expect(["fehlt", "verwiesen", "der Plan weist das zurück: "].contains { error?.text.contains($0) == true }, "\(error?.text ?? "")")
    // Values may be personal data and are never quoted.
    if let text = bad.value.text { #expect(error?.text.contains(text) == false) }
  }

  @Test("what others point to cannot be deleted")
  func referenced() throws {
    let plan = try SamplePlan.make()
    let store = try plan.store()
    for (noun, word) in [("maßnahme", "30,2"), ("akteur", "FB 51"), ("handlungsfeld", "Bildung"), ("katalog", "Katalog")] {
      let id = try #require(try store.thing(noun, word))
      #expect(throws: Hinweis.self) {
        try store.write { (writer) throws(Hinweis) in try writer.delete(Kernel.noun(noun)?.table ?? "", id) }
      }
    }
    #expect(try store.number("SELECT count(*) FROM pragma_foreign_key_check") == 0)
  }
}
