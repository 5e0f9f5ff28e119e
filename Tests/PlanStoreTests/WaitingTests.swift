// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import Testing

@testable import PlanStore

/// A plan into which another program writes.
@Suite(.serialized) struct WaitingTests {
  private let plan: TemporaryPlan

  init() throws {
    plan = try TemporaryPlan()
    try plan.store().write { (writer) throws(Hinweis) in _ = try writer.insert("ziel", ["text": .text("x")]) }
    try plan.close()
  }

  @Test("who writes is named, first while waiting, then when it took too long")
  func named() throws {
    let other = try Writing(plan)
    defer { other.end() }
    var said: [String] = []
    let store = try PlanStore.open(plan.path, say: { said.append($0) })
    defer { try? store.close() }
    store.connection.waiting.limit = .seconds(1)
    let error = #expect(throws: Hinweis.self) {
      try store.write { (writer) throws(Hinweis) in try writer.insert("ziel", ["text": .text("y")]) }
    }
    let who = "\(NSUserName()) (Prozess \(other.process.processIdentifier)) schreibt gerade in den Plan"
    #expect(said == ["wartet: \(who)"])
    #expect(error?.text == "\(who); nach 1 s wurde nicht länger gewartet, nichts wurde geändert")
    #expect(error?.help == "warten, bis der andere fertig ist, und den Befehl wiederholen")
  }

  @Test("readers do not wait, and whoever waits is served when the other is done")
  func served() throws {
    let other = try Writing(plan)
    let store = try PlanStore.open(plan.path)
    defer { try? store.close() }
    let began = ContinuousClock.now
    #expect(try store.column("ziele | zeige text") == ["x"])
    #expect(ContinuousClock.now - began < .milliseconds(300))
    Thread.detachNewThread {
      usleep(500_000)
      other.end()
    }
    try store.write { (writer) throws(Hinweis) in _ = try writer.insert("ziel", ["text": .text("y")]) }
    #expect(ContinuousClock.now - began > .milliseconds(400))
    #expect(try store.column("ziele | zeige text") == ["x", "y"])
  }

  @Test("Ctrl-C ends the waiting, and the next command waits again")
  func interrupted() throws {
    let other = try Writing(plan)
    defer { other.end() }
    let store = try PlanStore.open(plan.path)
    defer { try? store.close() }
    Thread.detachNewThread {
      usleep(400_000)
      store.interrupt()
    }
    let began = ContinuousClock.now
    let error = #expect(throws: Hinweis.self) { try store.write { (_) throws(Hinweis) in } }
    #expect(error?.rule == PlanStore.interrupted && ContinuousClock.now - began < .seconds(3))
    store.clearInterruption()
    store.connection.waiting.limit = .milliseconds(600)
    let again = #expect(throws: Hinweis.self) { try store.write { (_) throws(Hinweis) in } }
    #expect(again?.rule == nil)
  }

  @Test("the kernel's list of locks is read for both journals, and what is not meant is passed over")
  func locks() throws {
    try Data().write(to: URL(filePath: plan.path + "-shm"))
    let inodes = try ["", "-shm"].map { end in
      try #require(FileManager.default.attributesOfItem(atPath: plan.path + end)[.systemFileNumber] as? Int)
    }
    let list = plan.folder + "/locks"
    func holder(_ lines: String...) throws -> Int? {
      try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: URL(filePath: list))
      return LockHolder.find(plan.path, locks: list)?.process
    }
    #expect(try holder("1: POSIX  ADVISORY  WRITE 71 fe:01:\(inodes[1]) 120 120") == 71)
    #expect(try holder("1: POSIX  ADVISORY  READ 71 fe:01:\(inodes[1]) 124 124") == nil)
    #expect(try holder("1: -> POSIX  ADVISORY  WRITE 71 fe:01:\(inodes[1]) 120 120") == nil)
    #expect(try holder("1: FLOCK  ADVISORY  WRITE 71 fe:01:\(inodes[1]) 0 EOF") == nil)
    #expect(try holder("1: POSIX  ADVISORY  WRITE 71 fe:01:\(inodes[1] + 1) 120 120") == nil)
    #expect(try holder("1: POSIX  ADVISORY  WRITE \(getpid()) fe:01:\(inodes[1]) 120 120") == nil)
    // Without a log: readers keep a writer waiting, but one who writes is the one to name.
    #expect(try holder("1: POSIX  ADVISORY  READ 71 fe:01:\(inodes[0]) 1073741826 1073742335") == 71)
    #expect(
      try holder(
        "1: POSIX  ADVISORY  READ 71 fe:01:\(inodes[0]) 1073741826 1073742335",
        "2: POSIX  ADVISORY  WRITE 72 fe:01:\(inodes[0]) 1073741825 1073741825") == 72)
    #expect(try holder("1: POSIX  ADVISORY  WRITE 71 fe:01:\(inodes[0]) 0 99") == nil)
    #expect(LockHolder.find(plan.path, locks: plan.folder + "/fehlt") == nil)
  }
}

/// Another kip that has the plan open for writing until it is told to end.
private final class Writing: @unchecked Sendable {
  let process = Process()
  private let input = Pipe()

  init(_ plan: TemporaryPlan) throws {
    process.executableURL = URL(filePath: Kip.path)
    // An indivisible run holds the plan from its beginning on; this one waits for what it is to run.
    process.arguments = ["--atomar", plan.path]
    process.environment = ["HOME": plan.folder, "PATH": "/usr/bin:/bin"]
    process.standardInput = input
    try process.run()
    for _ in 0..<1000 where LockHolder.find(plan.path) == nil { usleep(10_000) }
  }

  func end() {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }
}
