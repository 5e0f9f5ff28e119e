// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// Files with what is expected of them beside them. `RECORD_GOLDEN=1` writes what came out and fails, so that someone looks at it.
enum Golden {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  static func names(in part: String, without ending: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: part).path)) ?? []
    return names.filter { !$0.hasSuffix(ending) && !$0.hasPrefix(".") }.sorted()
  }

  static func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: name))) }

  static func expect(_ found: [UInt8], toEqual name: String, _ place: SourceLocation = #_sourceLocation) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try Data(found).write(to: file)
      Issue.record("recorded \(name): look at it", sourceLocation: place)
      return
    }
    let expected = Array(try Data(contentsOf: file))
    guard found != expected else { return }
    let (here, there) = (lines(found), lines(expected))
    let line = zip(here, there).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(here.count, there.count)
    func shown(_ lines: [Substring]) -> String { line < lines.count ? String(lines[line]) : "(end)" }
    Issue.record("\(name):\(line + 1)\nfound:    \(shown(here))\nexpected: \(shown(there))", sourceLocation: place)
  }

  private static func lines(_ bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }
}
