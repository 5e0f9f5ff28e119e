// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import Testing

@Suite struct OfficeCheckTests {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../scripts/check-office")
    .standardized

  /// Whether one of the programs is there that the script asks.
  private static var hasPrograms: Bool {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let isAsked = ProcessInfo.processInfo.environment["OPENXML_AUDIT"] != nil
    return isAsked
      || ["openxml-audit", "jing", "soffice"].contains { name in
        folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
      }
  }

  @Test(
    "other programs find no fault in what is written, and the same rows in both formats",
    .enabled(if: hasPrograms, "scripts/check-office needs openxml-audit, jing or soffice; none is installed"))
  func check() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "kip-office-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let documents = [
      ("abfrage", Samples.query), ("katalog", Samples.catalogue), ("bericht", Samples.report), ("bogen", SheetSamples.printable),
    ]
    for (name, document) in documents {
      for format in ["xlsx", "ods"] {
        try Data(Formats.write(document, as: format)).write(to: folder.appending(path: "\(name).\(format)"))
      }
    }
    let process = Process()
    let output = Pipe()
    process.executableURL = Self.script
    process.arguments = [folder.path]
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(said)")
  }
}
