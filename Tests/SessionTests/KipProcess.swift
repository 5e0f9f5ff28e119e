// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// kip as a process of its own, with a home folder in which it also works.
struct KipProcess {
  let status: Int32
  let output: String
  let messages: String

  /// Runs kip to its end.
  ///
  /// - Parameters:
  ///   - input: what stands on its standard input, as a text or as bytes.
  ///   - output: a file or device that takes its standard output in place of `output`.
  @discardableResult
  init(
    _ home: Home, _ arguments: [String], input: String = "", bytes: [UInt8]? = nil, environment: [String: String] = [:],
    to output: String? = nil
  ) throws {
    // Files, not pipes: nothing is lost or stuck, however much comes out.
    let (inPath, outPath, errPath) = (home.path + "/.in", home.path + "/.out", home.path + "/.err")
    try Data(bytes ?? Array(input.utf8)).write(to: URL(filePath: inPath))
    for path in [outPath, errPath] { FileManager.default.createFile(atPath: path, contents: nil) }
    let process = Process()
    process.executableURL = URL(filePath: Home.products + "/kip")
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: home.path)
    process.environment = ["HOME": home.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
    process.standardInput = FileHandle(forReadingAtPath: inPath)
    process.standardOutput = FileHandle(forWritingAtPath: output ?? outPath)
    process.standardError = FileHandle(forWritingAtPath: errPath)
    try process.run()
    process.waitUntilExit()
    status = process.terminationReason == .uncaughtSignal ? 128 + process.terminationStatus : process.terminationStatus
    self.output = try String(contentsOfFile: outPath, encoding: .utf8)
    messages = try String(contentsOfFile: errPath, encoding: .utf8)
  }

  /// Runs lines, each with `-c`.
  init(_ home: Home, _ plan: String, lines: String..., options: [String] = []) throws {
    try self.init(home, options + [plan] + lines.flatMap { ["-c", $0] })
  }
}

extension Home {
  /// A home with the plan `plan.kip` of the catalogue of Lindenau.
  static func withPlan() throws -> Home {
    let home = try Home()
    try FileManager.default.copyItem(atPath: Transcript.files + "/lindenau.csv", toPath: home.path + "/lindenau.csv")
    try KipProcess(home, ["--neu", "plan.kip", "--variante", "braunschweig", "-c", "importiere lindenau.csv stand 03.05.2018"])
    return home
  }
}
