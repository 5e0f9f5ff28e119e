// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Cuts a text into words of letters and digits, each with its place and as it folds.
struct Words {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  /// The place of the last word in the text.
  private(set) var range = 0..<0
  /// The last word as it folds, once `fold` was asked for it.
  private(set) var folded: [UInt8] = []
  private var isFolded = false
  /// Which letters the last word has.
  private(set) var letters = Letters()

  /// The letters and digits of a word as bits, so that most words are told from another at a glance.
  struct Letters {
    private var bits: UInt64 = 0

    init() {}
    init(_ word: [UInt8]) { for byte in word { add(byte) } }

    mutating func add(_ byte: UInt8) { bits |= 1 << UInt64(byte & 0x3F) }
    func hold(_ others: Letters) -> Bool { others.bits & ~bits == 0 }
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The words of a text as they fold.
  static func all(_ text: String) -> [[UInt8]] {
    var text = text
    return text.withUTF8 { bytes in
      var words = Words(bytes)
      var all: [[UInt8]] = []
      while words.next() {
        words.fold()
        all.append(words.folded)
      }
      return all
    }
  }

  /// Goes to the next word; false if there is none.
  mutating func next() -> Bool {
    while position < bytes.count {
      let blank = separator(at: position)
      if blank == 0 { break }
      position += blank
    }
    guard position < bytes.count else { return false }
    let start = position
    letters = Letters()
    var isPlain = true
    while position < bytes.count {
      let byte = bytes[position]
      if Words.isLetter[Int(byte)] {
        letters.add((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      } else if byte < 0x80 || separator(at: position) > 0 {
        break
      } else {
        isPlain = false
      }
      position += 1
    }
    range = start..<position
    isFolded = false
    if !isPlain {
      fold()
      letters = Letters(folded)
    }
    return !isPlain && folded.isEmpty ? next() : true
  }

  /// Folds the last word, which most words need not be.
  mutating func fold() {
    guard !isFolded else { return }
    isFolded = true
    folded.removeAll(keepingCapacity: true)
    Fold.append(UnsafeBufferPointer(rebasing: bytes[range]), to: &folded)
  }

  /// How many bytes of a separator stand at a place; 0 for a letter or digit. A soft hyphen belongs to its word.
  private func separator(at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return Words.isLetter[Int(byte)] ? 0 : 1 }
    if byte == 0xC2 { return index + 1 < bytes.count && bytes[index + 1] == 0xAD ? 0 : 2 }
    return byte == 0xE2 ? 3 : 0
  }

  /// Which bytes are plain letters and digits.
  private static let isLetter: [Bool] = (0..<256).map { byte in
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
