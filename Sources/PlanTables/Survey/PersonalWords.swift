// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Words that go with persons, found in bytes: of a hundred thousand cells almost none holds one, and only those are read word by word.
struct PersonalWords {
  private let words: Set<UInt64>

  init(_ words: Set<String>) { self.words = Set(words.map { PersonalWords.hash(Array($0.utf8)[...]) }) }

  /// False only where nobody is named: no such word, no address, and nothing that may begin a telephone number.
  func mayStand(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { mayStand(in: $0) }
  }

  private func mayStand(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var (hash, length) = (PersonalWords.seed, 0)
    var i = 0
    while i <= bytes.count {
      let byte = i < bytes.count ? bytes[i] : 0x20
      switch byte {
      case 0x40: return true
      // A telephone number begins with 0 or +, and is longer than that.
      case 0x30 where length == 0, 0x2B where length == 0:
        if i + 2 < bytes.count, [0x2B, 0x2D, 0x2F].contains(bytes[i + 1]) || PersonalWords.isDigit(bytes[i + 1]) { return true }
        length = 1
      case 0x41...0x5A: (hash, length) = (PersonalWords.mix(hash, byte | 0x20), length + 1)
      case 0x61...0x7A, 0x2D: (hash, length) = (PersonalWords.mix(hash, byte), length + 1)
      case 0x30...0x39, 0x2F: length += 1
      // Dots stand behind titles.
      case 0x2E: break
      case 0xC3 where i + 1 < bytes.count:
        i += 1
        for letter in PersonalWords.umlaut(bytes[i]) { hash = PersonalWords.mix(hash, letter) }
        length += 1
      default:
        if length > 1, words.contains(hash) { return true }
        (hash, length) = (PersonalWords.seed, 0)
        // Letters of other alphabets are left to who reads word by word; quotation marks and dashes are signs.
        if byte >= 0xC4, byte != 0xE2 { return true }
      }
      i += 1
    }
    return false
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// As `Fold` writes them; other letters with marks are in no name of the list.
  private static func umlaut(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case 0x84, 0xA4: [0x61, 0x65]
    case 0x96, 0xB6: [0x6F, 0x65]
    case 0x9C, 0xBC: [0x75, 0x65]
    case 0x9F: [0x73, 0x73]
    case 0x80...0x85, 0xA0...0xA5: [0x61]
    case 0x88...0x8B, 0xA8...0xAB: [0x65]
    case 0x8C...0x8F, 0xAC...0xAF: [0x69]
    case 0x92...0x95, 0xB2...0xB5: [0x6F]
    case 0x99...0x9B, 0xB9...0xBB: [0x75]
    default: [byte]
    }
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(seed, mix) }
}
