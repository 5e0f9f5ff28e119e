// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@Suite struct TextMutationTests {
  /// Bytes that mean something in one of the formats.
  private static let marks = Array("<>&;/\"'=|`*_-#[]{}:,\\!\n\r\t \0".utf8) + [0xC3, 0xFF, 0xFE, 0xE2, 0x80, 0xF0]
  private static let names = Golden.names(in: "Documents", without: ".expected")

  /// Reads a file whatever it is, with a clear error at worst; what it gives is UTF-8 and fits together.
  private func read(_ bytes: [UInt8], _ format: String, _ name: String) throws {
    do throws(Hinweis) {
      let document: Document
      do { document = try Formats.named(format).read(Bytes(bytes, name: name)) } catch let error as Hinweis { throw error } catch { return }
      for table in document.tables {
        try table.rows.forEachBatch { (batch) throws(Hinweis) in
          batch.forEachCell { _, cell in
            #expect(String(validating: cell, as: UTF8.self) != nil)
          } endOfRow: { _ in
          }
          #expect(batch.rowEnds.last.map(Int.init) == batch.cellEnds.count)
          #expect(batch.lines.count == batch.count && batch.details.allSatisfy { $0.row < batch.count })
          return .more
        }
      }
    } catch {
      #expect(!error.text.isEmpty && error.text.first?.isUppercase == false, "\(error.text)")
    }
  }

  @Test("no change of a file makes a reader crash or hang", arguments: names, ["html", "markdown", "json", "jsonl", "oparl"])
  func mutations(_ name: String, _ format: String) throws {
    let original = try Golden.bytes("Documents/\(name)")
    for seed in 0..<12 {
      var numbers = SeededNumbers(UInt64(seed) + UInt64(name.utf8.count) * 100)
      var bytes = original
      for _ in 0..<Int.random(in: 1...12, using: &numbers) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0..<5, using: &numbers) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(TextMutationTests.marks.randomElement(using: &numbers) ?? 0, at: place)
        case 2: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + 40))
        default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 60)], at: Int.random(in: 0...bytes.count, using: &numbers))
        }
      }
      try read(bytes, format, name)
    }
  }

  @Test("a file that ends anywhere is read or refused", arguments: names)
  func truncated(_ name: String) throws {
    let bytes = try Golden.bytes("Documents/\(name)")
    for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 40)) {
      for format in ["html", "markdown", "json", "oparl"] { try read(Array(bytes[..<length]), format, name) }
    }
  }

  @Test(
    "endless repetitions end in time",
    arguments: [
      ("html", "<table><tr><td>", 10_000), ("html", "<td>", 40_000), ("html", "<div><p><b>", 30_000), ("html", "<!--", 50_000),
      ("html", "<td rowspan=9999 colspan=999>x<tr>", 6_000), ("html", "&", 100_000), ("html", "<a href=\"", 30_000), ("html", "<", 200_000),
      ("html", "<table></table>", 12_000), ("html", "<table><tr><td hidden><td><table>", 10_000), ("html", "<ul><li>a", 30_000),
      ("html", "<title>", 30_000), ("html", "<script></", 30_000), ("markdown", "[", 100_000), ("markdown", "*a ", 50_000),
      ("markdown", "`a``b", 30_000), ("markdown", "| a ", 50_000), ("markdown", "|a|\n|-|\n\n", 10_000), ("markdown", "- a\n", 30_000),
      ("markdown", "<a", 50_000), ("markdown", "> ", 50_000), ("json", "[", 100_000), ("json", "{\"a\":", 30_000),
      ("json", "[{\"a\":1},", 20_000), ("json", "{\"a\":[]}", 20_000), ("json", "9", 200_000), ("json", "\"", 100_000),
      ("json", "[]", 50_000), ("oparl", "[{\"type\":", 30_000), ("oparl", "{\"data\":[]}", 20_000),
    ])
  func repetitions(_ format: String, _ piece: String, _ count: Int) throws {
    let bytes = Array(String(repeating: piece, count: count).utf8)
    let clock = ContinuousClock()
    let time = try clock.measure { try read(bytes, format, "lang") }
    // Two seconds as shipped; the checks of a test's build and other work on the machine take their share.
    #expect(time < .seconds(20), "\(format) \(piece): \(time)")
  }
}
