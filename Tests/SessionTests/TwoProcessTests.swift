// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// Several programs on one plan.
@Suite(.serialized) struct TwoProcessTests {
  @Test("two write a thousand edits each, nothing is lost, and who reads meanwhile never waits")
  func writers() throws {
    let home = try Home.withPlan()
    let writers = try ["anna", "berta"].map { name in
      try home.write((0..<1000).map { "neu ziel \"\(name) \($0)\"\n" }.joined(), "\(name).kips")
      return try start(home, ["--autor", name, "plan.kip", "\(name).kips"])
    }
    var slowest = Duration.zero
    var reads = 0
    while writers.contains(where: \.isRunning) {
      let began = ContinuousClock.now
      let reader = try KipProcess(home, "plan.kip", lines: "ziele | anzahl", options: ["--nur-lesen"])
      slowest = max(slowest, ContinuousClock.now - began)
      #expect(reader.status == 0 && !reader.messages.contains("wartet"), "\(reader.messages)")
      reads += 1
    }
    #expect(writers.allSatisfy { $0.terminationStatus == 0 })
    #expect(reads > 3 && slowest < .seconds(5), "\(slowest)")
    let after = try KipProcess(
      home, "plan.kip", lines: "ziele wo text beginnt mit anna | anzahl", "ziele wo text beginnt mit berta | anzahl",
      "änderungen wo wer = anna | anzahl", "änderungen wo wer = berta | anzahl", "integrität")
    #expect(after.output.hasPrefix("1.000\n1.000\n1.000\n1.000\n") && after.status == 0, "\(after.output)")
    #expect(home.files.filter { $0.hasPrefix("plan.kip") } == ["plan.kip"])
  }

  @Test("on a share there is no log beside the plan, the user is told, and two writers lose nothing there either")
  func share() throws {
    let home = try Home.withPlan()
    try home.write("/dev/sda1 / ext4 rw 0 0\n//amt/plaene \(home.path) cifs rw 0 0\n", "mounts")
    let environment = ["KIP_MOUNTS": home.path + "/mounts"]
    let opened = try KipProcess(home, ["plan.kip", "-c", "ziele | anzahl"], environment: environment)
    #expect(opened.messages == "plan.kip liegt auf einem Netzlaufwerk: wer schreibt, sperrt den Plan so lange auch für Leser\n")
    let writers = try ["anna", "berta"].map { name in
      try home.write((0..<100).map { "neu ziel \"\(name) \($0)\"\n" }.joined(), "\(name).kips")
      return try start(home, ["plan.kip", "\(name).kips"], environment)
    }
    for writer in writers { writer.waitUntilExit() }
    #expect(writers.allSatisfy { $0.terminationStatus == 0 })
    let header = try #require(FileManager.default.contents(atPath: home.path + "/plan.kip"))
    // Bytes 18 and 19 of a file with a write-ahead log are 2.
    #expect(header[18] == 1 && header[19] == 1)
    let after = try KipProcess(home, ["plan.kip", "-c", "ziele wo text enthält a | anzahl", "-c", "integrität"], environment: environment)
    #expect(after.status == 0)
    #expect(try KipProcess(home, "plan.kip", lines: "änderungen | anzahl").output == "202\n")
  }

  private func start(_ home: Home, _ arguments: [String], _ environment: [String: String] = [:]) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: Home.products + "/kip")
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: home.path)
    process.environment = ["HOME": home.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }
}
