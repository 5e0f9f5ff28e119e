// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import Testing

@testable import PlanStore

/// Copies of a plan, and the way back.
@Suite struct BackupTests {
  private let plan: TemporaryPlan
  private let store: PlanStore
  private var copy: String { plan.folder + "/kopie.kip" }

  init() throws {
    plan = try TemporaryPlan()
    store = try plan.store()
    try write("alt")
  }

  private func write(_ text: String) throws {
    try store.write { (writer) throws(Hinweis) in _ = try writer.insert("ziel", ["text": .text(text)]) }
  }

  @Test("a copy is a whole plan in one file, also while another program writes")
  func copies() throws {
    let other = try PlanStore.open(plan.path)
    try other.begin()
    try other.write { (writer) throws(Hinweis) in _ = try writer.insert("ziel", ["text": .text("nie")]) }
    let reader = try PlanStore.open(plan.path, readOnly: true)
    try reader.backUp(to: copy)
    try reader.close()
    try other.rollback()
    try other.close()
    let opened = try PlanStore.open(copy)
    #expect(try opened.column("ziele | zeige text") == ["alt"])
    #expect(try opened.integrity().allSatisfy { $0.problems == [] })
    try opened.close()
    #expect(try plan.files().filter { $0.hasPrefix("kopie") } == ["kopie.kip"])
  }

  @Test("where a copy cannot be written, nothing is left and an older one stays")
  func unwritable() throws {
    let error = #expect(throws: Hinweis.self) { try store.backUp(to: plan.folder + "/fehlt/kopie.kip") }
    #expect(error?.place?.file == plan.folder + "/fehlt/kopie.kip")
    try store.connection.execute("PRAGMA writable_schema = ON; UPDATE sqlite_master SET rootpage = 3 WHERE name = 'ziel_log'")
    try Data("alt".utf8).write(to: URL(filePath: copy))
    #expect(throws: Hinweis.self) { try store.backUp(to: copy) }
    #expect(try String(contentsOfFile: copy, encoding: .utf8) == "alt")
    #expect(try plan.files().filter { $0.contains(".kip-") && !$0.hasPrefix("probe.kip-") } == [])
  }

  @Test("a backup and a restoring are done also where the plan cannot note the path, and that is told")
  func unnoted() throws {
    #expect(try store.backUp(to: copy))
    try write("neu")
    for path in [plan.path, copy] {
      let other = try PlanStore.open(path)
      try other.connection.execute("DROP TABLE sicherung; CREATE VIEW sicherung AS SELECT '' AS pfad, '' AS zeit")
      try other.close()
    }
    #expect(try !store.backUp(to: plan.folder + "/zweite.kip"))
    let second = try PlanStore.open(plan.folder + "/zweite.kip")
    #expect(try second.column("ziele | zeige text") == ["alt", "neu"])
    try second.close()
    let (saved, isRemembered) = try store.restoration(from: copy).run()
    #expect(FileManager.default.fileExists(atPath: saved) && !isRemembered)
    #expect(try store.column("ziele | zeige text") == ["alt"])
  }

  @Test("what a backup holds takes the plan's place, what was there is saved, and the difference is told")
  func restored() throws {
    try store.backUp(to: copy)
    try write("neu")
    try write("neuer")
    let restoration = try store.restoration(from: copy)
    #expect((restoration.lost, restoration.gained, restoration.common) == (2, 0, 1))
    #expect(try store.column("ziele | zeige text") == ["alt", "neu", "neuer"])
    let saved = try restoration.run().saved
    #expect(try store.column("ziele | zeige text") == ["alt"])
    try write("danach")
    #expect(try plan.reopened().column("ziele | zeige text") == ["alt", "danach"])
    #expect(try plan.store().backups().count == 2)
    let before = try PlanStore.open(saved, readOnly: true)
    #expect(try before.column("ziele | zeige text") == ["alt", "neu", "neuer"])
    try before.close()
    #expect(saved.contains("/probe.vor-rücksicherung-20") && saved.hasSuffix(".kip"))
  }

  @Test("another program that has the plan open sees what was restored")
  func seen() throws {
    try store.backUp(to: copy)
    try write("neu")
    let other = try PlanStore.open(plan.path, readOnly: true)
    #expect(try other.column("ziele | zeige text") == ["alt", "neu"])
    _ = try store.restoration(from: copy).run()
    #expect(try other.column("ziele | zeige text") == ["alt"])
    try other.close()
  }

  @Test("what is no whole plan takes no plan's place")
  func refused() throws {
    let text = plan.folder + "/text.kip"
    try Data("kein Plan".utf8).write(to: URL(filePath: text))
    try store.backUp(to: copy)
    let bytes = try Data(contentsOf: URL(filePath: copy))
    try (bytes.prefix(bytes.count / 2)).write(to: URL(filePath: plan.folder + "/halb.kip"))
    var newer = bytes
    newer[63] = 99
    try newer.write(to: URL(filePath: plan.folder + "/neuer.kip"))
    for (file, message) in [
      ("text.kip", "die Datei ist kein Plan von kip"), ("halb.kip", "die Datei ist beschädigt"),
      ("neuer.kip", "der Plan ist von einem neueren kip (Schema 99, dieses kennt \(Migration.version))"),
      ("fehlt.kip", "diese Sicherung gibt es nicht"),
    ] {
      let error = #expect(throws: Hinweis.self) { try store.restoration(from: plan.folder + "/" + file) }
      #expect(error?.text == message && error?.place?.file == plan.folder + "/" + file, "\(file): \(String(describing: error))")
    }
    #expect(try store.column("ziele | zeige text") == ["alt"])
    let files = try plan.files()
    #expect(files == ["halb.kip", "kopie.kip", "neuer.kip", "probe.kip", "text.kip"])
  }
}
