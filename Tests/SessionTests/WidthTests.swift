// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import Testing

@testable import KipShell

/// How many columns a text takes, and that tables are aligned by it.
@Suite struct WidthTests {
  @Test(
    "a character takes the columns that terminals give it",
    arguments: [
      ("a", 1), ("ä", 1), ("a\u{308}", 1), ("ẞ", 1), ("e\u{301}\u{323}", 1), ("–", 1), ("„“", 2), ("€", 1), ("\u{AD}", 1), ("\u{A0}", 1),
      ("中", 2), ("ｶ", 1), ("カ", 2), ("！", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("Ω", 1), ("Я", 1), ("ع", 1), ("שׁ", 1),
      ("क्ष", 2), ("😀", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("🏳️‍🌈", 2), ("🇩🇪", 2), ("🇩🇪🇫🇷", 4), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("❤", 1), ("❤️", 2), ("1️⃣", 2),
      ("©", 1), ("©️", 2), ("☎", 1), ("⌚", 2), ("\u{200B}", 0), ("\u{200D}", 0), ("\u{FEFF}", 0), ("", 0), ("│─┼", 3), ("🌡", 1), ("𠀋", 2),
      ("größe 中 👨‍👩‍👧‍👦", 11),
    ] as [(String, Int)])
  func table(_ text: String, _ columns: Int) { #expect(Width.of(text) == columns, "\(text.debugDescription)") }

  @Test("what the C library knows it gives the same columns, but for half a flag and an Ahom sign that became a mark")
  func wcwidths() throws {
    let locale = try #require(newlocale(Int32(LC_CTYPE_MASK), "C.UTF-8", nil))
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    // The headers show it only to who asks for it.
    let wcwidth = unsafeBitCast(try #require(dlsym(nil, "wcwidth")), to: (@convention(c) (Int32) -> Int32).self)
    var (same, other): (Int, [String]) = (0, [])
    for value in UInt32(0x20)...0x3FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let (category, columns) = (scalar.properties.generalCategory, wcwidth(Int32(value)))
      if columns < 0 || [.unassigned, .privateUse, .control, .format, .surrogate].contains(category) { continue }
      if Int(columns) == Width.of(scalar) { same += 1 } else { other.append(String(value, radix: 16)) }
    }
    #expect(same > 140_000)
    #expect(other.filter { $0 != "1171e" && !("1f1e6"..."1f1ff").contains($0) } == [])
  }

  @Test("columns stand one below the other, whatever the cells hold")
  func aligned() throws {
    let cells = ["Straße", "a\u{308}o\u{308}", "中文", "👨‍👩‍👧‍👦 ja", "🇩🇪", "1️⃣", "e\u{301}", "tab\tund \u{1B}[31m", "zwei\nZeilen"]
    var sink = Bytes()
    let columns = [Table.Column("a", "Ä"), Table.Column("b", "B")]
    try TextRenderer().write(
      Document("", [.table(Table("", columns: columns, rows: TextRows(cells.map { [$0, "x"] })))]), to: &sink)
    let lines = String(decoding: sink.bytes, as: UTF8.self).split(separator: "\n")
    let bars = lines.map { Width.of($0.prefix { $0 != "│" && $0 != "┼" }) }
    #expect(lines.count == cells.count + 3 && Set(bars).count == 1, "\(bars)")
    #expect(!sink.bytes.contains(0x1B))
  }

  @Test("a text is wrapped at words into lines that fit, and loses nothing", arguments: [1, 2, 7, 20, 33])
  func wrapped(_ limit: Int) {
    let text = "Übergangs-Management für Größen und 中文字 mit 👨‍👩‍👧‍👦 Familien, Straßenbauverwaltungsangestellte"
    let lines = Width.wrap(text, limit)
    #expect(lines.allSatisfy { Width.of($0) <= max(2, limit) }, "\(lines)")
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }

  @Test("controls are shown as signs, so that no plan can steer the terminal")
  func controls() {
    #expect(PlainText.of("a\u{1B}[2Jb\u{7}\u{9B}c\td\n") == "a\u{FFFD}[2Jb\u{FFFD}\u{FFFD}c d\n")
    for text in ["Größe\n", "中\u{A0}x", "", "😀"] { #expect(PlainText.of(text) == text) }
  }

  @Test("a duration is said as people say it")
  func durations() {
    let cases: [(Duration, String)] = [
      (.zero, "0 ms"), (.microseconds(2_600), "3 ms"), (.milliseconds(999), "999 ms"), (.milliseconds(1_254), "1,25 s"),
      (.milliseconds(1_005), "1,01 s"), (.seconds(9.999), "10,00 s"), (.seconds(12.4), "12 s"), (.seconds(59.6), "1 min 0 s"),
      (.seconds(125), "2 min 5 s"),
      (.seconds(3_780), "1 h 3 min"),
    ]
    for (duration, text) in cases { #expect(DurationText.of(duration) == text) }
  }
}
