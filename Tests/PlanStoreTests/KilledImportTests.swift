// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import Testing

@testable import PlanStore

/// An import that is killed leaves the plan as it was before, or as it is after.
@Suite(.serialized) struct KilledImportTests {
  @Test("killed at any moment, a plan opens and is whole", arguments: ["leer", "gefüllt"])
  func killed(_ kind: String) throws {
    let folder = try TemporaryPlan()
    let start = folder.folder + "/start.kip"
    try Kip.run([start, "--neu", "--variante", "braunschweig"], in: folder.folder, lines: "")
    if kind == "gefüllt" {
      try Data(LargeCatalogue.text(rows: 1...50).utf8).write(to: URL(filePath: folder.folder + "/klein.csv"))
      try Kip.run([start], in: folder.folder, lines: "importiere klein.csv")
    }
    try Data(LargeCatalogue.text(rows: 1...2500).utf8).write(to: URL(filePath: folder.folder + "/gross.csv"))

    let whole = folder.folder + "/ganz.kip"
    try FileManager.default.copyItem(atPath: start, toPath: whole)
    let began = ContinuousClock.now
    try Kip.run([whole], in: folder.folder, lines: "importiere gross.csv")
    let time = ContinuousClock.now - began
    let (before, after) = (try Contents(start), try Contents(whole))
    #expect(before != after && after.counts["eintrag"] == 2500)

    var killed = 0
    var numbers = SystemRandomNumberGenerator()
    for round in 0..<10 {
      let plan = folder.folder + "/\(round).kip"
      try FileManager.default.copyItem(atPath: start, toPath: plan)
      let process = try Kip.start([plan], in: folder.folder, lines: "importiere gross.csv")
      // Half of them near the end, where the changes go from memory to the journal and from there to the file.
      let moment = Double.random(in: round % 2 == 0 ? 0.1...1 : 0.85...1, using: &numbers)
      usleep(UInt32(moment * (time / .microseconds(1))))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { killed += 1 }
      // That the one before was killed is no plug-in's fault: the next one reads the file all the same.
      #expect(process.terminationReason == .uncaughtSignal || process.terminationStatus == 0)
      let contents = try Contents(plan)
      #expect(contents == before || contents == after, "round \(round)")
    }
    #expect(killed > 0, "every import ended before it was killed")
  }

  /// What a plan holds, after whatever its journal asks for was done.
  private struct Contents: Equatable {
    var counts: [String: Int] = [:]
    var schema: [[Value]]
    var faults: [[Value]]

    init(_ path: String) throws {
      let store = try PlanStore.open(path)
      for table in try store.sql("SELECT name FROM sqlite_master WHERE type = 'table'").compactMap({ $0[0].text }) {
        counts[table] = try store.number("SELECT count(*) FROM \(table)")
      }
      schema = try store.sql("SELECT name, sql FROM sqlite_master ORDER BY name")
      faults = try store.sql("PRAGMA integrity_check") + store.sql("PRAGMA foreign_key_check")
      #expect(faults == [[.text("ok")]])
      #expect(counts["offen"] == 0)
      // The plan can still be written.
      try store.withoutKeeping { () throws(Hinweis) in
        _ = try store.write { (writer) throws(Hinweis) in try writer.insert("ziel", ["text": .text("danach")]) }
      }
      try store.close()
    }
  }
}
