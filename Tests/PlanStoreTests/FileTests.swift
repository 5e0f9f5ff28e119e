// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import Testing

@testable import PlanStore

/// The file of a plan, and files that are none.
@Suite struct FileTests {
  private let plan: TemporaryPlan
  private var path: String { plan.path }

  init() throws { plan = try TemporaryPlan() }

  @Test("the file says that it is a plan and of which schema")
  func marks() throws {
    let store = try plan.store()
    #expect(try store.number("PRAGMA application_id") == 0x6B69_7070)
    #expect(try store.number("PRAGMA user_version") >= 1)
    #expect(try store.connection.value("PRAGMA integrity_check")?.text == "ok")
  }

  @Test("after closing, the one file is the whole plan, and a copy of it too")
  func closing() throws {
    try plan.store().write { (writer) throws(Hinweis) in _ = try writer.insert("ziel", ["text": .text("x")]) }
    #expect(try plan.reopened().column("ziele | zeige text") == ["x"])
    try plan.store().write { (writer) throws(Hinweis) in _ = try writer.insert("ziel", ["text": .text("y")]) }
    try plan.close()
    #expect(try plan.files() == ["probe.kip"])
    try FileManager.default.copyItem(atPath: path, toPath: plan.folder + "/kopie.kip")
    let copy = try PlanStore.open(plan.folder + "/kopie.kip")
    #expect(try copy.column("ziele | zeige text") == ["x", "y"])
    try copy.close()
  }

  @Test("a plan is never made over a file, and what was made may be discarded")
  func creating() throws {
    try Data("Brief".utf8).write(to: URL(filePath: path))
    expect("die Datei gibt es schon", help: "ohne --neu öffnen, oder einen anderen Namen wählen") { try PlanStore.create(at: path) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "Brief")
    let other = try PlanStore.create(at: plan.folder + "/zwei.kip")
    try other.discard()
    #expect(try plan.files() == ["probe.kip"])
    expect(
      "die Datei lässt sich nicht öffnen", help: "Pfad und Rechte prüfen; einen neuen Plan macht kip --neu PLAN.kip",
      at: plan.folder + "/kein/ordner.kip"
    ) {
      try PlanStore.create(at: plan.folder + "/kein/ordner.kip")
    }
  }

  @Test("a plan that is not there")
  func missing() throws {
    expect("diesen Plan gibt es nicht", help: "einen neuen Plan macht kip --neu \(path)") { try PlanStore.open(path) }
    #expect(try plan.files() == [])
  }

  @Test("a plan of a newer kip")
  func newer() throws {
    let known = try plan.store().number("PRAGMA user_version")
    try plan.store().connection.execute("PRAGMA user_version = 99")
    try plan.close()
    for readOnly in [false, true] {
      expect("der Plan ist von einem neueren kip (Schema 99, dieses kennt \(known))", help: "kip erneuern") {
        try PlanStore.open(path, readOnly: readOnly)
      }
    }
  }

  @Test("another SQLite file", arguments: [false, true])
  func otherDatabase(_ readOnly: Bool) throws {
    let other = try Connection(path: path, access: .create)
    try other.execute("CREATE TABLE massnahme (id INTEGER PRIMARY KEY); PRAGMA user_version = 1")
    try other.close()
    try expectNoPlan(readOnly)
  }

  @Test(
    "a text, an empty file and what only begins like a database",
    arguments: ["Nr;Handlungsfeld\n1;Bildung\n", "", "SQLite format 3\u{0}und dann nichts mehr"])
  func text(_ content: String) throws {
    try Data(content.utf8).write(to: URL(filePath: path))
    try expectNoPlan(false)
    try expectNoPlan(true)
  }

  @Test("a folder is no file")
  func folder() {
    let error = #expect(throws: Hinweis.self) { try PlanStore.open(plan.folder) }
    #expect(error?.text == "die Datei lässt sich nicht öffnen")
  }

  @Test("a damaged plan is told, not read")
  func damaged() throws {
    try plan.store().write { (writer) throws(Hinweis) in for i in 0..<2000 { try writer.insert("ziel", ["text": .text("Ziel \(i)")]) } }
    try plan.close()
    let file = try #require(FileHandle(forUpdatingAtPath: path))
    let size = try file.seekToEnd()
    try file.seek(toOffset: size / 3)
    try file.write(contentsOf: Data(repeating: 0xEE, count: Int(size / 2)))
    try file.close()
    let error = #expect(throws: Hinweis.self) {
      let store = try PlanStore.open(path)
      defer { try? store.close() }
      for noun in try store.allNouns() { _ = try store.ask(noun.plural) }
    }
    #expect(error?.text == "die Datei ist beschädigt" && error?.help == "eine Sicherung verwenden")
  }

  @Test("a plan opened to be read is not written")
  func readOnly() throws {
    try plan.store().write { (writer) throws(Hinweis) in _ = try writer.insert("ziel", ["text": .text("x")]) }
    let store = try plan.reopened(readOnly: true)
    #expect(store.isReadOnly)
    #expect(try store.column("ziele | zeige text") == ["x"])
    expect("der Plan ist nur zum Lesen geöffnet") {
      try store.write { (writer) throws(Hinweis) in try writer.insert("ziel", ["text": .text("y")]) }
    }
    expect("der Plan darf nur gelesen werden") { try store.connection.execute("DROP TABLE ziel") }
  }

  private func expectNoPlan(_ readOnly: Bool) throws {
    let before = try Data(contentsOf: URL(filePath: path))
    let error = #expect(throws: Hinweis.self) { try PlanStore.open(path, readOnly: readOnly) }
    #expect(error?.text == "die Datei ist kein Plan von kip")
    #expect(error?.place?.file == path)
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    #expect(try plan.files() == ["probe.kip"])
  }

  private func expect(
    _ text: String, help: String? = nil, at place: String? = nil, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> Any
  ) {
    let error = #expect(throws: Hinweis.self, sourceLocation: sourceLocation) { _ = try body() }
    #expect(error?.text == text, sourceLocation: sourceLocation)
    #expect(error?.help == help, sourceLocation: sourceLocation)
    #expect(error?.place?.file == place ?? path, sourceLocation: sourceLocation)
  }
}
