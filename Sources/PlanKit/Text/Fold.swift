// SPDX-License-Identifier: Apache-2.0

/// How kip compares words: without case, umlauts as two letters, every kind of blank as one.
///
/// `ü` becomes `ue` and never the other way round, so that `Steuer` stays what it is.
public enum Fold {
  /// The folded form of a text: `  Maßnahme ` and `MASSNAHME` both give `massnahme`.
  public static func key(_ text: String) -> String {
    // Most words are folded already.
    if text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !(0x41...0x5A).contains($0) }) { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var text = text
    text.withUTF8 { append($0, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds the folded form of UTF-8 bytes, with outer blanks removed and inner ones joined.
  public static func append(_ source: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    let begin = bytes.count
    bytes.reserveCapacity(begin + source.count + 8)
    var blank = false
    func letter(_ byte: UInt8) {
      if blank && bytes.count > begin { bytes.append(0x20) }
      blank = false
      bytes.append(byte)
    }
    func letters(_ a: Unicode.Scalar, _ b: Unicode.Scalar) {
      letter(UInt8(ascii: a))
      letter(UInt8(ascii: b))
    }
    var i = 0
    while i < source.count {
      // Most text is plain letters: so many of them are taken at once.
      var end = i
      while end < source.count {
        let isLetter = (0x21...0x7F).contains(source[end])
        // A single blank between two of them is one of them.
        guard isLetter || source[end] == 0x20 && end > i && end + 1 < source.count && (0x21...0x7F).contains(source[end + 1]) else { break }
        end += 1
      }
      // The last may carry a combining diaeresis.
      if end > i, end < source.count, source[end] == 0xCC { end -= source[end - 1] == 0x20 ? 0 : 1 }
      if end > i, source[end - 1] == 0x20 { end -= 1 }
      if end > i {
        if blank && bytes.count > begin { bytes.append(0x20) }
        blank = false
        let first = bytes.count
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[i..<end]))
        bytes.withUnsafeMutableBufferPointer { bytes in
          for place in first..<bytes.count { bytes[place] |= (0x41...0x5A).contains(bytes[place]) ? 0x20 : 0 }
        }
        i = end
        continue
      }
      let byte = source[i]
      let next = i + 1 < source.count ? source[i + 1] : 0
      let third = i + 2 < source.count ? source[i + 2] : 0
      switch (byte, next) {
      case (0x41...0x5A, 0xCC) where third == 0x88 && isUmlaut(byte), (0x61...0x7A, 0xCC) where third == 0x88 && isUmlaut(byte):
        // a letter and a combining diaeresis, as macOS writes file names
        letter(byte | 0x20)
        letter(0x65)
        i += 3
        continue
      case (0x41...0x5A, _): letter(byte | 0x20)
      case (0x20, _), (0x09...0x0D, _): blank = true
      case (0x00...0x7F, _): letter(byte)
      case (0xC2, 0xA0):
        blank = true
        i += 1
      case (0xC2, 0xAD): i += 1  // soft hyphen
      case (0xC3, 0x84), (0xC3, 0xA4):
        letters("a", "e")
        i += 1
      case (0xC3, 0x96), (0xC3, 0xB6):
        letters("o", "e")
        i += 1
      case (0xC3, 0x9C), (0xC3, 0xBC):
        letters("u", "e")
        i += 1
      case (0xC3, 0x9F):
        letters("s", "s")
        i += 1
      case (0xC3, 0x80...0x9E) where next != 0x97:
        letter(byte)
        letter(next | 0x20)
        i += 1
      case (0xE2, 0x80) where third == 0x90 || third == 0x91 || third == 0x93 || third == 0x94:
        letter(0x2D)  // hyphens and dashes
        i += 2
      case (0xE2, 0x80) where third == 0xAF || third == 0x89:
        blank = true
        i += 2
      case (0xE1, 0xBA) where third == 0x9E:
        letters("s", "s")
        i += 2
      case (0xC4...0xF4, _):
        let end = Letters.end(of: source, from: i)
        if blank, bytes.count > begin { bytes.append(0x20) }
        Letters.append(UnsafeBufferPointer(rebasing: source[i..<end]), to: &bytes, from: blank ? bytes.count : begin)
        blank = false
        i = end - 1
      default: letter(byte)
      }
      i += 1
    }
  }

  private static func isUmlaut(_ letter: UInt8) -> Bool { [0x61, 0x6F, 0x75].contains(letter | 0x20) }

  /// The names among `known` that a misspelt word may have meant, nearest first, at most three.
  public static func nearest(_ word: String, among known: some Sequence<String>) -> [String] {
    // Blanks count for nothing: `FB5` is as near to `FB 51` as `FB 5` is.
    func letters(_ text: String) -> [UInt8] { key(text).utf8.filter { $0 != 0x20 } }
    let word = letters(word)
    let allowed = max(1, word.count / 3)
    return known.map { name in (name, distance(word, letters(name), atMost: allowed)) }
      .filter { $0.1 <= allowed }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
      .prefix(3).map(\.0)
  }

  /// Edits (insert, remove, replace, swap of neighbours) between two words; any number above the limit when there are more.
  static func distance(_ a: [UInt8], _ b: [UInt8], atMost limit: Int) -> Int {
    guard abs(a.count - b.count) <= limit else { return limit + 1 }
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var least = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, before[j - 1] + 1) }
        row.append(least)
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
