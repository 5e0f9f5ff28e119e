// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanQuery
import PlanStore
import Testing

/// A closed Fassung shows the plan as it was, whatever is changed later; the Synopse tells what became of each measure.
@Suite struct EditionTests {
  private let plan: TemporaryPlan
  private let store: PlanStore
  /// Measures by their numbers.
  private var measures: [String: Int] = [:]
  private var concept = 0

  init() throws {
    plan = try TemporaryPlan()
    store = try plan.store()
    var (made, concept): ([String: Int], Int) = ([:], 0)
    try store.write(on: 20_080_101) { (writer) throws(Hinweis) in
      concept = try writer.insert("konzept", ["name": .text("Zusammen leben")])
      let catalogue = try writer.insert("katalog", ["name": .text("Katalog")])
      for (field, numbers) in [("Bildung", ["1", "2"]), ("Wohnen", ["3", "4", "5"])] {
        let field = try writer.insert("handlungsfeld", ["name": .text(field)])
        for number in numbers {
          let measure = try writer.insert("massnahme", ["text": .text("Angebot \(number)"), "status": .text("laufend")])
          try writer.insert(
            "eintrag",
            ["katalog": .integer(catalogue), "nr": .text(number), "massnahme": .integer(measure), "handlungsfeld": .integer(field)])
          made[number] = measure
        }
      }
    }
    (measures, self.concept) = (made, concept)
  }

  private func edition(_ name: String, closedOn day: Int?) throws {
    try store.write(on: day ?? 20_240_101) { (writer) throws(Hinweis) in
      try writer.insert("fassung", ["name": .text(name), "konzept": .integer(concept)])
    }
    guard let day else { return }
    let open = try store.edition(Operand(name))
    try store.write(on: day) { (writer) throws(Hinweis) in try writer.lock(open, on: day, today: 20_240_101) }
  }

  private func id(_ number: String) throws -> Int { try #require(measures[number]) }

  private func transfer(_ old: String, _ new: [String], _ kind: String, on day: Int) throws {
    let (old, new) = (try id(old), try new.map(id))
    try store.write(on: day) { (writer) throws(Hinweis) in
      try writer.transfer(old, into: new, kind: kind, reason: "beschlossen", editions: (nil, nil))
    }
  }

  /// The lines of a Synopse: what became of it, old number, new number, what differs.
  private func synopsis(_ old: String, _ new: String) throws -> [String] {
    try store.compare(try store.edition(Operand(old)), try store.edition(Operand(new)))
    let query = try QueryParser.parse("gegenüberstellungen | zeige art, alte_nr, neue_nr, was")
    return try store.rows(query).rows.all().map { $0.joined(separator: "|") }
  }

  @Test("what is closed stays as it is: renamed, moved, deleted and undone later, it shows the same")
  func frozen() throws {
    try edition("2008", closedOn: 20_081_231)
    let query = try QueryParser.parse("maßnahmen | zeige nr, handlungsfeld, text, status")
    let moment = try store.edition(Operand("2008")).moment
    func shown() throws -> [[String]] { try store.at(moment) { () throws(Hinweis) in try store.rows(query).rows.all() } }
    let before = try shown()
    #expect(before.count == 5)
    let (first, second) = (try id("1"), try id("2"))
    try store.write(on: 20_070_101) { (writer) throws(Hinweis) in try writer.update("massnahme", first, ["text": .text("Anders")]) }
    let changed = try store.lastChange()
    try store.write(on: 20_080_601) { (writer) throws(Hinweis) in try writer.remove(Kernel.massnahme, second) }
    try store.write { (writer) throws(Hinweis) in
      guard let field = try store.find(Kernel.handlungsfeld, "Wohnen").first else { return }
      try writer.update("handlungsfeld", field, ["name": .text("Wohnen und Nachbarschaft")])
    }
    #expect(try shown() == before)
    _ = try store.undo(changed, ChangeInfo(author: "Test", command: "rückgängig", day: 20_240_101))
    #expect(try shown() == before)
    #expect(try store.reopenedRows(plan, query, moment) == before)
  }

  @Test("a closed Fassung is not changed, deleted or closed again; taking the closing back opens it")
  func locked() throws {
    try edition("2008", closedOn: 20_081_231)
    let closing = try store.lastChange()
    let open = try store.edition(Operand("2008"))
    let id = try #require(open.id)
    for attempt in 0..<3 {
      #expect(throws: Hinweis.self) {
        try store.write { (writer) throws(Hinweis) in
          switch attempt {
          case 0: try writer.update("fassung", id, ["name": .text("2009")])
          case 1: try writer.delete("fassung", id)
          default: try writer.lock(open, on: 20_091_231, today: 20_240_101)
          }
        }
      }
    }
    _ = try store.undo(closing, ChangeInfo(author: "Test", command: "rückgängig", day: 20_240_101))
    #expect(try !store.edition(Operand("2008")).isLocked)
    try store.write { (writer) throws(Hinweis) in try writer.update("fassung", id, ["name": .text("2009")]) }
  }

  @Test("the Synopse tells what is new, changed, moved, renumbered, joined, split and dropped")
  func synopsis() throws {
    try edition("2008", closedOn: 20_081_231)
    let (one, two, five) = (try id("1"), try id("2"), try id("5"))
    try store.write(on: 20_160_101) { (writer) throws(Hinweis) in
      try writer.update("massnahme", one, ["text": .text("Angebot 1 für alle")])
      guard let entry = try store.find(Kernel.eintrag, "2").first,
        let field = try store.find(Kernel.handlungsfeld, "Wohnen").first
      else { throw Hinweis("fehlt") }
      try writer.update("eintrag", entry, ["handlungsfeld": .integer(field), "nr": .text("7")])
      _ = try writer.insert("massnahme", ["text": .text("Neues"), "status": .text("geplant")])
      _ = try writer.remove(Kernel.massnahme, five)
    }
    try transfer("3", ["4"], "zusammengelegt", on: 20_160_101)
    #expect(
      try synopsis("2008", "heute") == [
        "geändert|1|1|Text", "zusammengelegt|3|4|Nr, Text", "unverändert|4|4|", "verschoben|2|7|Nr, Handlungsfeld", "neu|||",
        "entfallen|5||",
      ])
    #expect(two != one)
    // Backwards in time nothing leads from the new to the old.
    #expect(try synopsis("heute", "2008").contains("neu||5|"))
  }

  @Test("what became a measure that later became others became these")
  func chain() throws {
    try edition("2008", closedOn: 20_081_231)
    try transfer("1", ["2"], "zusammengelegt", on: 20_120_101)
    try edition("2012", closedOn: 20_121_231)
    try transfer("2", ["3", "4"], "geteilt", on: 20_160_101)
    #expect(
      try synopsis("2008", "heute") == [
        "zusammengelegt|1|3|Nr, Handlungsfeld, Text", "geteilt|2|3|Nr, Handlungsfeld, Text", "unverändert|3|3|",
        "zusammengelegt|1|4|Nr, Handlungsfeld, Text", "geteilt|2|4|Nr, Handlungsfeld, Text", "unverändert|4|4|", "unverändert|5|5|",
      ])
    #expect(try synopsis("2008", "2012").first == "zusammengelegt|1|2|Nr, Text")
    #expect(try synopsis("2012", "2012").allSatisfy { $0.hasPrefix("unverändert|") })
  }

  @Test("Fassungen with Kataloge of their own are compared by these")
  func catalogues() throws {
    try edition("2016", closedOn: nil)
    let edition = try #require(try store.edition(Operand("2016")).id)
    try store.write(on: 20_160_101) { (writer) throws(Hinweis) in
      let catalogue = try writer.insert("katalog", ["name": .text("Katalog 2016"), "fassung": .integer(edition)])
      let measure = try writer.insert("massnahme", ["text": .text("Ganz anders"), "status": .text("geplant")])
      try writer.insert("eintrag", ["katalog": .integer(catalogue), "nr": .text("1"), "massnahme": .integer(measure)])
    }
    let lines = try synopsis("2016", "heute")
    #expect(lines.filter { $0.hasPrefix("unverändert|") } == ["unverändert|1|1|"] && lines.filter { $0.hasPrefix("neu|") }.count == 5)
  }
}

extension PlanStore {
  /// The answer that the same file gives when it is opened anew.
  fileprivate func reopenedRows(_ plan: TemporaryPlan, _ query: Query, _ moment: Moment) throws -> [[String]] {
    let again = try plan.reopened()
    return try again.at(moment) { () throws(Hinweis) in try again.rows(query).rows.all() }
  }
}

extension Kernel {
  private static func known(_ word: String) throws(Hinweis) -> Noun {
    guard let noun = noun(word) else { throw Hinweis("kein \(word)") }
    return noun
  }
  fileprivate static var massnahme: Noun { get throws(Hinweis) { try known("maßnahme") } }
  fileprivate static var handlungsfeld: Noun { get throws(Hinweis) { try known("handlungsfeld") } }
  fileprivate static var eintrag: Noun { get throws(Hinweis) { try known("eintrag") } }
}
