// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit

/// The program that is built beside these tests, in a home folder of its own.
enum Kip {
  static let path: String = {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let tests = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    return tests.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/kip"
  }()

  static func start(_ arguments: [String], in folder: String, lines: String, environment: [String: String] = [:]) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments + ["-c", lines]
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ["HOME": folder, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Runs some lines to their end, which must be a good one.
  static func run(_ arguments: [String], in folder: String, lines: String) throws {
    let process = try start(arguments, in: folder, lines: lines)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Hinweis("kip \(lines) endete mit \(process.terminationStatus)") }
  }
}
