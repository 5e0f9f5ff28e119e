// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import Testing

@testable import PlanStore

/// kip killed at random moments while it writes: afterwards the plan opens and is whole. `scripts/kill-test` does it 10,000 times, and plays power cuts.
@Suite(.serialized) struct KillTests {
  private static let count = 60

  @Test("killed at any moment of any kind of write, a plan opens and is whole")
  func kills() throws {
    let place = try Place()
    var killed: [Work: Int] = [:]
    var round = 0
    while killed.values.reduce(0, +) < KillTests.count {
      let work = Work.allCases[round % Work.allCases.count]
      // What was killed goes on from where it was; now and then a new plan begins.
      if round % 40 < Work.allCases.count || work.beginsAnew { try place.begin(work) }
      if try place.run(work) { killed[work, default: 0] += 1 }
      let wrong = try place.check(work)
      #expect(wrong.isEmpty, "round \(round), \(work): \(wrong)")
      if !wrong.isEmpty { return try place.keep(round) }
      round += 1
    }
    #expect(killed.count == Work.allCases.count, "\(killed)")
  }

  /// What kip does when it is killed.
  private enum Work: String, CaseIterable {
    case edits, rollbackJournal, imports, undo, backup, restoring, migration, filling, erasing

    var beginsAnew: Bool { [.migration, .filling, .erasing].contains(self) }

    /// The lines that run until it is killed.
    var script: String {
      switch self {
      case .edits, .rollbackJournal:
        (0..<60).map {
          "neu ziel \"Probeziel \($0)\"\nsetze ziel \"Probeziel \($0)\" text = \"Probeziel \($0) neu\"\nlösche ziel \"Probeziel \($0) neu\""
        }
        .joined(separator: "\n")
      case .imports: (0..<8).map { "importiere \($0 % 2 == 0 ? "klein" : "anders").csv katalog Probe" }.joined(separator: "\n")
      case .undo: "importiere klein.csv katalog Undo\n" + String(repeating: "rückgängig\nwiederhole\n", count: 5)
      case .backup: String(repeating: "sichere nach kopie.kip\nneu ziel \"danach\"\n", count: 8)
      case .restoring: "sichere nach kopie.kip\n" + String(repeating: "rücksicherung kopie.kip\n", count: 5)
      case .migration: "ziele | anzahl"
      case .filling: "importiere plan ganz.json"
      case .erasing: "tilge person \"Erika Muster\""
      }
    }
  }

  /// A folder with a plan of each kind, and the one that is killed.
  private struct Place {
    private let folder: TemporaryPlan
    var path: String { folder.folder }
    private var plan: String { path + "/plan.kip" }
    private var times: [Work: Double] = [:]

    init() throws {
      folder = try TemporaryPlan()
      let path = folder.folder
      func write(_ name: String, _ text: String) throws { try Data(text.utf8).write(to: URL(filePath: path + "/" + name)) }
      try write("mounts", "//amt/plaene / cifs rw 0 0\n")
      try write("klein.csv", LargeCatalogue.text(rows: 1...60))
      try write("anders.csv", LargeCatalogue.text(rows: 1...60).replacing("Sprach", with: "Schreib").replacing("51.3", with: "FB 50"))
      try Kip.run([path + "/voll.kip", "--neu", "--variante", "braunschweig"], in: path, lines: "importiere klein.csv katalog Anfang")
      try Kip.run(
        [path + "/voll.kip"], in: path,
        lines: "neu person \"Erika Muster\"\nneu ziel \"Erika Muster fragen\"\nexportiere plan nach ganz.json")
      try Kip.run([path + "/leer.kip", "--neu"], in: path, lines: "kommunen")
      let dump = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Files/schema-1.sql")
      let old = try Connection(path: path + "/alt.kip", access: .create)
      try old.execute(try String(contentsOf: dump, encoding: .utf8))
      try old.close()
      for work in Work.allCases {
        try begin(work)
        let began = ContinuousClock.now
        let process = try start(work)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Hinweis("\(work) endete mit \(process.terminationStatus)") }
        times[work] = (ContinuousClock.now - began) / .microseconds(1)
      }
    }

    func begin(_ work: Work) throws {
      let files = try FileManager.default.contentsOfDirectory(atPath: path)
      for file in files where file.hasPrefix("plan.") || file.hasPrefix("kopie.") {
        try FileManager.default.removeItem(atPath: path + "/" + file)
      }
      let source = work == .migration ? "alt" : work == .filling ? "leer" : "voll"
      try FileManager.default.copyItem(atPath: "\(path)/\(source).kip", toPath: plan)
    }

    private func start(_ work: Work) throws -> Process {
      let environment = work == .rollbackJournal ? ["KIP_MOUNTS": path + "/mounts"] : [:]
      return try Kip.start(["--ja", "--weiter", plan], in: path, lines: work.script, environment: environment)
    }

    /// Runs it and kills it on the way; false if it came to its end before.
    func run(_ work: Work) throws -> Bool {
      let process = try start(work)
      usleep(UInt32(Double.random(in: 0.02...1) * min(times[work] ?? 0, 1_500_000)))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      return process.terminationReason == .uncaughtSignal
    }

    /// What is wrong with the plan and its copy.
    func check(_ work: Work) throws -> [String] {
      var wrong: [String] = []
      for path in [plan, path + "/kopie.kip"] where FileManager.default.fileExists(atPath: path) {
        do {
          let store = try PlanStore.open(path)
          wrong += try store.integrity().filter { $0.problems != [] }.map { "\($0.name): \($0.problems?.first ?? "")" }
          try store.withoutKeeping { () throws(Hinweis) in
            _ = try store.write { (writer) throws(Hinweis) in try writer.insert("ziel", ["text": .text("danach")]) }
          }
          try store.close()
        } catch {
          wrong.append("\(error)")
        }
      }
      return wrong
    }

    /// Keeps the files of a damaged plan.
    func keep(_ round: Int) throws { try FileManager.default.copyItem(atPath: path, toPath: NSTemporaryDirectory() + "kip-kill-\(round)") }
  }
}
