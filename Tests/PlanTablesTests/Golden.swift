// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// Catalogues with what is expected of them beside them. `RECORD_GOLDEN=1` writes what came out and fails, so that someone looks at it.
enum Golden {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  /// The names of all catalogues.
  static var names: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { !$0.hasSuffix(".expected") && !$0.hasPrefix(".") }.sorted()
  }

  static func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: name))) }

  static func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  static func expect(_ found: String, of name: String, _ place: SourceLocation = #_sourceLocation) throws {
    let file = folder.appending(path: name + ".expected")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try Data(found.utf8).write(to: file)
      Issue.record("recorded \(name).expected: look at it", sourceLocation: place)
      return
    }
    let expected = try text(name + ".expected")
    guard found != expected else { return }
    let (here, there) = (
      found.split(separator: "\n", omittingEmptySubsequences: false), expected.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let line = zip(here, there).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(here.count, there.count)
    func shown(_ lines: [Substring]) -> String { line < lines.count ? String(lines[line]) : "(end)" }
    Issue.record("\(name).expected:\(line + 1)\nfound:    \(shown(here))\nexpected: \(shown(there))", sourceLocation: place)
  }
}
