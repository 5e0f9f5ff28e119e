// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Tells texts that look as if a cell had been cut: a printed table or an old export gave only what fitted.
enum CutText {
  /// How a text shows that it is cut; nil if it does not.
  static func sign(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.count > 2, isSuspicious(bytes) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    if text.hasSuffix("-") { return "endet mit einem Bindestrich" }
    if text.count(where: { $0 == "(" }) > text.count(where: { $0 == ")" }) { return "endet in einer Klammer" }
    let words = text.split(separator: " ")
    guard let first = words.first, let last = words.last, words.count > 1 else { return nil }
    let end = Fold.key(String(last))
    if openWords.contains(end) { return "endet mit \"\(last)\"" }
    if last.first?.isLowercase == true, stubs.contains(end) { return "endet mitten im Wort \"\(last)\"" }
    if first.count <= 2, first.allSatisfy(\.isLowercase), !shortWords.contains(Fold.key(String(first))) { return "beginnt mitten im Wort \"\(first)\"" }
    return nil
  }

  /// A quick look at the ends, which clears almost every text: cells are many.
  private static func isSuspicious(_ bytes: ArraySlice<UInt8>) -> Bool {
    let last = bytes[bytes.endIndex - 1]
    if last == 0x2D || last == 0x2E { return last == 0x2D || bytes.count < 40 || bytes.suffix(4).contains(0x20) }
    let first = bytes[bytes.startIndex]
    if (0x61...0x7A).contains(first), bytes.prefix(3).contains(0x20) { return true }
    // Open words have at most eight letters, stubs end in "ge" or "zu".
    if bytes.suffix(9).contains(0x20) || bytes.suffix(2).elementsEqual("ge".utf8) || bytes.suffix(2).elementsEqual("zu".utf8) { return true }
    return bytes.contains(0x28)
  }

  /// Words after which a German sentence goes on.
  private static let openWords: Set<String> = [
    "und", "oder", "sowie", "der", "die", "das", "den", "dem", "des", "ein", "eine", "einer", "einem", "einen", "eines", "fuer", "mit", "von", "vom", "zur",
    "zum", "im", "in", "bei", "durch", "ueber", "unter", "zwischen", "gegen", "ohne", "bzw.", "inkl.", "incl.", "am", "beim", "ins", "als", "wie", "wenn",
    "dass", "um", "zu", "v.", "d.", "f.",
  ]

  /// Prefixes of participles and infinitives that cannot stand alone: vorge(halten), auszu(bauen).
  private static let stubs: Set<String> = Set(
    ["ab", "an", "auf", "aus", "bei", "bereit", "dar", "durch", "ein", "fort", "her", "hin", "mit", "nach", "ueber", "um", "unter", "vor", "weiter", "zu", "zurueck", "zusammen"]
      .flatMap { [$0 + "ge", $0 + "zu"] })

  private static let shortWords: Set<String> = ["in", "im", "an", "am", "zu", "um", "ab", "ob", "wo", "so", "es", "er", "da", "ja", "o", "z", "s", "u", "x", "m"]
}
