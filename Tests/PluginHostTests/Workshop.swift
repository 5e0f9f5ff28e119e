// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit

@testable import PluginHost

/// Builds plug-ins as others would, against the PlanKit that the tests run with.
enum Workshop {
  /// Where SwiftPM put libPlanKit.so, kip-probe and the modules.
  static let products = URL(filePath: PluginHost.planKitPath).deletingLastPathComponent().path
  /// The root of this repository.
  static let tree = URL(filePath: #filePath).resolvingSymlinksInPath().appending(path: "../../..").standardized.path

  /// A plug-in that works, with a report `fine`.
  static let fine = Result { try library("Fine", sound("Fine")) }
  /// Another that works, for tests that damage a file.
  static let other = Result { try library("Other", sound("Other")) }

  /// The text of a plug-in that works and offers a report with its own name.
  static func sound(_ module: String) -> String {
    let name = module.lowercased()
    return source(
      module, "report \(name): Ein Satz", ".offer(\"\(name)\", \(module)())", reportType(module, "Document(\"Fein\", [.text(\"geht\")])"))
  }

  /// The text of a plug-in.
  static func source(_ module: String, _ offers: String, _ handover: String, _ code: String, more: String = "", entry: String? = nil)
    -> String
  {
    """
    import PlanKit
    private let manifest = \"\"\"
      kip-plugin 1
      id: \(module.lowercased())
      version: 1.2.3
      licence: Apache-2.0
      summary: Ein Plug-in für den Test
      \(offers)
      \"\"\"
    @c(\(entry ?? "kip_\(module)"))
    public func register(_ registry: UnsafeMutableRawPointer) {
      \(more)
      Registry.at(registry).manifest(manifest)\(handover)
    }
    \(code)
    """
  }

  /// The text of a report's type.
  static func reportType(_ name: String, _ body: String) -> String {
    """
    struct \(name): Report {
      func document(_ plan: any Plan, _ arguments: Arguments) throws(Hinweis) -> Document { \(body) }
    }
    """
  }

  /// Builds `lib<module>.so` from Swift and gives its path.
  static func library(
    _ module: String, _ source: String, planKit: String = products, modules: String? = nil, flags: [String] = []
  ) throws -> String {
    let folder = try folder()
    try source.write(toFile: "\(folder)/\(module).swift", atomically: false, encoding: .utf8)
    try run(
      [
        "swiftc", "-emit-library", "-module-name", module, "\(folder)/\(module).swift", "-o", "\(folder)/lib\(module).so", "-swift-version",
        "6",
      ]
        + ["-enable-upcoming-feature", "InternalImportsByDefault", "-I", modules ?? planKit + "/Modules", "-L", planKit]
        + (flags.isEmpty ? ["-lPlanKit"] : flags))
    return "\(folder)/lib\(module).so"
  }

  /// Builds `lib<module>.so` from C, with a manifest.
  static func cLibrary(_ module: String, _ source: String, link: [String] = ["-L", products, "-Wl,--no-as-needed", "-lPlanKit"]) throws
    -> String
  {
    let folder = try folder()
    let manifest = "kip-plugin 1\\nid: \(module.lowercased())\\nversion: 1\\nlicence: MIT\\nsummary: C\\nreport \(module.lowercased()): C"
    try "const char kip_manifest[] __attribute__((used)) = \"\(manifest)\";\n\(source)"
      .write(toFile: "\(folder)/\(module).c", atomically: false, encoding: .utf8)
    try run(["clang", "-shared", "-fPIC", "\(folder)/\(module).c", "-o", "\(folder)/lib\(module).so"] + link)
    return "\(folder)/lib\(module).so"
  }

  /// Runs a program to its end.
  @discardableResult
  static func run(_ words: [String], environment: [String: String] = [:], expecting status: Int32? = 0) throws -> (
    status: Int32, output: String
  ) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    // A signal's number counts from 128 on, as in a shell.
    let found = process.terminationReason == .uncaughtSignal ? 128 + process.terminationStatus : process.terminationStatus
    if let status, status != found {
      throw Failure(description: "\(words.prefix(3).joined(separator: " ")) … ended with \(found): \(output)")
    }
    return (found, output)
  }

  struct Failure: Error, CustomStringConvertible { let description: String }

  /// A new folder, which goes when the tests end.
  static func folder() throws -> String {
    let folder = root + "/" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    return folder
  }

  private static let root: String = {
    atexit { try? FileManager.default.removeItem(atPath: NSTemporaryDirectory() + "kip-tests-\(getpid())") }
    return NSTemporaryDirectory() + "kip-tests-\(getpid())"
  }()
}
