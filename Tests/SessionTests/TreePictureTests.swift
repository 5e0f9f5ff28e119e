// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import KipShell

@Suite("baum") struct TreePictureTests {
  @Test("branches join what stands below one thing, and nothing stands more than one step below")
  func branches() throws {
    let rows = [["A", "0"], ["B", "1"], ["C", "2"], ["D", "1"], ["E", "5"], ["F", "0"], ["G", "1"]]
    #expect(
      try Sample.lines(Sample.chart(.baum, [("Ding", .text), ("Ebene", .number)], rows)) == [
        "A", "├─ B", "│  └─ C", "└─ D", "   └─ E", "F", "└─ G",
      ])
  }

  @Test("what is known of a thing stands behind it; long names are wrapped below themselves")
  func facts() throws {
    let columns: [(String, Table.Kind)] = [("Ding", .text), ("Ebene", .number), ("Art", .text), ("Maßnahmen", .number), ("Status", .text)]
    let rows = [
      ["Bildung", "0", "handlungsfeld", "1", ""], ["Elternabende mit Sprachmittlung im Schuljahr", "1", "maßnahme", "", "laufend"],
    ]
    #expect(
      try Sample.lines(Sample.chart(.baum, columns, rows), width: 30) == [
        "Bildung – 1 Maßnahme", "└─ Elternabende mit", "      Sprachmittlung im", "      Schuljahr – laufend",
      ])
    #expect(try Sample.lines(Sample.chart(.baum, columns, rows), width: nil).count == 2, "in a pipe nothing is wrapped")
  }

  private func thing(_ id: Int, above: Int? = nil, _ kind: String = "ziel", status: String = "") -> Thing {
    Thing(id: id, label: "\(kind) \(id)", kind: kind, above: above, status: status)
  }

  private func drawn(_ forest: Forest) throws -> [String] { forest.rows.map { String(repeating: " ", count: $0.depth) + $0.label } }

  @Test("a circle is cut, and each thing of it stands once")
  func circle() throws {
    let things = [thing(1), thing(2, above: 4), thing(3, above: 2), thing(4, above: 3), thing(5, above: 5)]
    let forest = OwnTree(things: things, measures: nil, statuses: [:]).forest
    #expect(try drawn(forest) == ["ziel 1", "ziel 2", " ziel 3", "  ziel 4", "ziel 5"])
  }

  @Test("what is above but not asked for leaves its things at the top")
  func cut() throws {
    #expect(try drawn(OwnTree(things: [thing(7, above: 6)], measures: nil, statuses: [:]).forest) == ["ziel 7"])
  }

  private var plan: PlanTree {
    PlanTree(
      fields: [thing(1, "feld"), thing(2, "feld"), thing(3, above: 1, "feld")], goals: [thing(11), thing(12, above: 11), thing(13)],
      measures: [thing(21, "maßnahme", status: "laufend"), thing(22, "maßnahme"), thing(23, "maßnahme"), thing(24, "maßnahme")],
      inField: [1: [21], 2: [21, 22]], forGoal: [11: [21], 12: [21], 13: [23]], goalsInField: [2: [13]])
  }

  @Test("fields have their goals and measures below; a measure without a field stands in that of its goal")
  func fields() throws {
    #expect(
      try drawn(plan.ofFields()) == [
        "feld 1", " feld 3", " ziel 11", "  maßnahme 21", "  ziel 12", "   maßnahme 21", "feld 2", " ziel 11", "  maßnahme 21", "  ziel 12",
        "   maßnahme 21", " ziel 13", "  maßnahme 23", " maßnahme 22",
      ])
  }

  @Test("each thing counts the measures below it once, and a measure says where else it stands")
  func counts() throws {
    let rows = plan.ofFields().rows
    #expect(rows[0].measures == 1 && rows[0].status == "1 laufend")
    #expect(rows[1].measures == 0)
    #expect(rows[6].measures == 3)
    #expect(rows[3].elsewhere == ["feld 2"])
    let table = plan.ofFields().table(try #require(Kernel.noun("ziele")))
    #expect(table.notes == ["Maßnahmen gesamt 3, davon an mehreren Stellen 1"])
    #expect(table.columns.map(\.key) == ["text", "ebene", "art", "maßnahmen", "status", "auch_unter"])
  }

  @Test("asked for measures, only what leads to one is drawn, and those without a field come last")
  func measures() throws {
    #expect(
      try drawn(plan.ofMeasures()) == [
        "feld 1", " ziel 11", "  maßnahme 21", "  ziel 12", "   maßnahme 21", "feld 2", " ziel 11", "  maßnahme 21", "  ziel 12",
        "   maßnahme 21", " ziel 13", "  maßnahme 23", " maßnahme 22", "ohne Handlungsfeld", " maßnahme 24",
      ])
  }

  @Test("goals have all their measures below them, whatever their field")
  func goals() throws {
    #expect(try drawn(plan.ofGoals()) == ["ziel 11", " maßnahme 21", " ziel 12", "  maßnahme 21", "ziel 13", " maßnahme 23"])
  }
}
