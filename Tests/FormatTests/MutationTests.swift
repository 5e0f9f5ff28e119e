// SPDX-License-Identifier: GPL-3.0-or-later
import OfficeKit
import PlanKit
import Testing

/// Small valid files are changed at random places, the same in every run: a format may refuse them, but not crash, hang or trap.
@Suite(.timeLimit(.minutes(2))) struct MutationTests {
  /// Formats of packed XML, each with a folder of files under `Files`.
  static let formats = ["xlsx"]

  private static let words = [
    "-1", "0", "99999999999999999999", "9223372036854775807", "-9223372036854775808", "4294967295", "1e308", "1e-400", "nan", "", "XFE1",
    "A0", "ZZZZ9999999", "A1:XFD1048576", "_xD800_", "d. mmm", "[h]:mm", "1.5.5", "../../x", "&amp;", String(repeating: "0", count: 500),
  ].map { Array($0.utf8) }

  @Test("no change of a part's text makes a format crash", arguments: formats)
  func parts(_ format: String) throws {
    var numbers = SeededNumbers(7)
    for (name, bytes) in try files(format) {
      let archive = try ZipArchive(Bytes(bytes, name: name), expected: "")
      let parts = try archive.entries.map { (name: $0.name, bytes: try archive.bytes($0)) }
      for _ in 0..<40 {
        var changed = parts
        let part = Int.random(in: parts.indices, using: &numbers)
        changed[part].bytes = mutated(parts[part].bytes, &numbers)
        read(try TestWorkbook.archive(changed), as: format)
      }
    }
  }

  @Test("no change of the archive itself makes a format crash", arguments: formats)
  func archives(_ format: String) throws {
    var numbers = SeededNumbers(11)
    for (_, bytes) in try files(format) {
      for round in 0..<60 {
        var changed = bytes
        for _ in 0..<Int.random(in: 1...6, using: &numbers) {
          // The directory at the end is where most can go wrong.
          let from = round % 2 == 0 ? 0 : max(0, bytes.count - 1000)
          changed[Int.random(in: from..<bytes.count, using: &numbers)] = UInt8.random(in: 0...255, using: &numbers)
        }
        if round % 10 == 0 { changed.removeLast(Int.random(in: 0..<bytes.count, using: &numbers)) }
        read(changed, as: format)
      }
    }
  }

  private func files(_ format: String) throws -> [(String, [UInt8])] {
    let names = Golden.names(in: "../Files/\(format)", without: ".expected")
    #expect(!names.isEmpty)
    return try names.map { ($0, try Golden.bytes("../Files/\(format)/\($0)")) }
  }

  private func read(_ bytes: [UInt8], as format: String) {
    do { _ = try OfficeText(Formats.named(format).read(Bytes(bytes, name: "datei"))) } catch {
      #expect((error as? Hinweis)?.text.isEmpty == false)
    }
  }

  /// Replaces values between quotation marks or tags, or bytes, or leaves a piece out.
  private func mutated(_ bytes: [UInt8], _ numbers: inout SeededNumbers) -> [UInt8] {
    guard bytes.count > 2 else { return bytes }
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...5, using: &numbers) {
      let at = Int.random(in: 0..<bytes.count, using: &numbers)
      let rest = bytes[at...]
      if let start = rest.firstIndex(where: { [0x22, 0x27, 0x3E].contains($0) }),
        let end = bytes[(start + 1)...].firstIndex(where: { [0x22, 0x27, 0x3C].contains($0) }), Int.random(in: 0..<10, using: &numbers) > 1
      {
        bytes.replaceSubrange((start + 1)..<end, with: MutationTests.words.randomElement(using: &numbers) ?? [])
      } else if Bool.random(using: &numbers) {
        bytes[at] = UInt8.random(in: 0...255, using: &numbers)
      } else {
        bytes.removeSubrange(at..<min(at + 40, bytes.count - 1))
      }
      if bytes.count < 3 { break }
    }
    return bytes
  }
}
