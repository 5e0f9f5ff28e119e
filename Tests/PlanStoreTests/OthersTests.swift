// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import PlanStore

/// What a program that has the plan open sees of what others write.
@Suite struct OthersTests {
  private let plan: TemporaryPlan
  private let store: PlanStore
  private let other: PlanStore

  init() throws {
    plan = try TemporaryPlan()
    store = try plan.store()
    try store.write { (writer) throws(Hinweis) in
      _ = try writer.insert("begriff", ["kern": .text("maßnahme"), "wort": .text("Vorhaben")])
    }
    other = try PlanStore.open(plan.path)
  }

  @Test("words and attributes that another program changed hold once it is asked for them")
  func words() throws {
    #expect(try store.term("maßnahme") == "Vorhaben")
    #expect(try store.noun("ziel")?.column("Farbe") == nil)
    try other.write { (writer) throws(Hinweis) in
      try writer.delete("begriff", try other.number("SELECT id FROM begriff"))
      _ = try writer.insert("begriff", ["kern": .text("maßnahme"), "wort": .text("Schritt")])
      _ = try writer.insert("merkmal", ["art": .text("ziel"), "name": .text("Farbe")])
    }
    try store.noticeOthers()
    #expect(try store.term("maßnahme") == "Schritt")
    #expect(try store.noun("ziel")?.column("Farbe") != nil)
    try other.close()
  }

  @Test("a state of a day is made anew after another program wrote")
  func states() throws {
    #expect(try store.column("ziele bekannt heute | zeige text") == [])
    try other.write { (writer) throws(Hinweis) in _ = try writer.insert("ziel", ["text": .text("fremd")]) }
    try store.noticeOthers()
    #expect(try store.column("ziele bekannt heute | zeige text") == ["fremd"])
    try other.close()
  }
}
