// SPDX-License-Identifier: GPL-3.0-or-later

/// Tells texts that look as if a cell had been cut: a printed table or an old export gave only what fitted.
enum CutText {
  /// How a text shows that it is cut; nil if it does not. It looks at the ends only, since every cell is looked at.
  static func sign(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.count > 2, let lastByte = bytes.last else { return nil }
    if lastByte == 0x2D { return "endet mit einem Bindestrich" }
    if hasOpenBracket(bytes) { return "endet in einer Klammer" }
    guard let space = bytes.lastIndex(of: 0x20), let firstSpace = bytes.firstIndex(of: 0x20) else { return nil }
    if bytes.endIndex - space <= 12 {
      let last = String(decoding: bytes[(space + 1)...], as: UTF8.self)
      if openWords.contains(last) { return "endet mit \"\(last)\"" }
      if stubs.contains(last) { return "endet mitten im Wort \"\(last)\"" }
    }
    let first = bytes[..<firstSpace]
    if first.count <= 2, first.allSatisfy({ (0x61...0x7A).contains($0) }) {
      let word = String(decoding: first, as: UTF8.self)
      if !shortWords.contains(word) { return "beginnt mitten im Wort \"\(word)\"" }
    }
    return nil
  }

  private static func hasOpenBracket(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let open = bytes.lastIndex(of: 0x28) else { return false }
    return !bytes[open...].contains(0x29)
  }

  /// Words after which a German sentence goes on.
  private static let openWords: Set<String> = [
    "und", "oder", "sowie", "der", "die", "das", "den", "dem", "des", "eine", "einer", "einem", "einen", "eines", "für", "mit", "von",
    "vom", "zur",
    "zum", "im", "in", "bei", "durch", "über", "unter", "zwischen", "gegen", "ohne", "bzw.", "inkl.", "incl.", "am", "beim", "ins", "als",
    "wie", "wenn",
    "dass", "um", "zu", "v.", "d.", "f.",
  ]

  /// Prefixes of participles and infinitives that cannot stand alone: vorge(halten), auszu(bauen).
  private static let stubs = Set(
    [
      "ab", "an", "auf", "aus", "bei", "dar", "durch", "ein", "fort", "her", "hin", "mit", "nach", "über", "um", "unter", "vor", "weiter",
      "zu", "zurück",
    ]
    .flatMap { [$0 + "ge", $0 + "zu"] })

  private static let shortWords: Set<String> = [
    "in", "im", "an", "am", "zu", "um", "ab", "ob", "wo", "so", "es", "er", "da", "ja", "o", "z", "s", "u", "x", "m",
  ]
}
