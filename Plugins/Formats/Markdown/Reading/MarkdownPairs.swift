// SPDX-License-Identifier: Apache-2.0
import TextKit

/// Which marks of a text belong together: those of emphasis, and the brackets of links.
struct MarkdownPairs {
  struct Mark {
    var length: Int
    var strong = 0
    var emphasised = 0
    var struck = 0
  }

  /// By their place in the text.
  private(set) var marks: [Int: Mark] = [:]
  /// The brackets that open a link, and for those that close one the end of its target.
  private(set) var links: [Int: Int] = [:]
  private(set) var targets: [Int: Int] = [:]

  /// How many open marks are looked at for one that closes.
  private static let most = 64
  private static let longestTarget = 4000

  init(_ bytes: [UInt8]) {
    var open: [(place: Int, byte: UInt8, count: Int)] = []
    var brackets: [Int] = []
    var round = -1
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "\\"): place += 2
      case UInt8(ascii: "`"): place = MarkdownPairs.end(ofCode: bytes, place) ?? place + MarkdownPairs.fence(bytes, place)
      case UInt8(ascii: "["):
        brackets.append(place)
        place += 1
      case UInt8(ascii: "]"):
        if let begin = brackets.popLast(), place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "(") {
          // Looked for only once.
          if round < place { round = bytes[(place + 2)...].firstIndex(of: UInt8(ascii: ")")) ?? .max }
          if round < place + MarkdownPairs.longestTarget {
            links[begin] = place
            targets[place] = round
            place = round
          }
        }
        place += 1
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        var count = 1
        while place + count < bytes.count, bytes[place + count] == byte { count += 1 }
        pair(bytes, place, byte, count, &open)
        place += count
      default: place += 1
      }
    }
  }

  private mutating func pair(
    _ bytes: [UInt8], _ place: Int, _ byte: UInt8, _ count: Int, _ open: inout [(place: Int, byte: UInt8, count: Int)]
  ) {
    let before = place > 0 ? bytes[place - 1] : 0x20
    let behind = place + count < bytes.count ? bytes[place + count] : 0x20
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }
    func isWord(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) }
    guard byte == UInt8(ascii: "~") ? count == 2 : count <= 3 else { return }
    // An underscore within a word is a character.
    let canClose = !isBlank(before) && (byte != UInt8(ascii: "_") || !isWord(behind))
    let canOpen = !isBlank(behind) && (byte != UInt8(ascii: "_") || !isWord(before))
    if canClose, let match = open.suffix(MarkdownPairs.most).lastIndex(where: { $0.byte == byte && $0.count == count }) {
      let mark =
        byte == UInt8(ascii: "~")
        ? Mark(length: count, struck: 1) : Mark(length: count, strong: count > 1 ? 1 : 0, emphasised: count != 2 ? 1 : 0)
      marks[open[match].place] = mark
      marks[place] = Mark(length: count, strong: -mark.strong, emphasised: -mark.emphasised, struck: -mark.struck)
      open.removeSubrange(match...)
    } else if canOpen {
      open.append((place, byte, count))
    }
  }

  /// How many backticks stand here.
  static func fence(_ bytes: [UInt8], _ place: Int) -> Int { bytes[place...].prefix { $0 == UInt8(ascii: "`") }.count }

  /// Where the code that begins here ends, behind its last backtick.
  static func end(ofCode bytes: [UInt8], _ place: Int) -> Int? {
    let fence = fence(bytes, place)
    var next = place + fence
    let limit = min(bytes.count, place + 100_000)
    while next < limit {
      guard bytes[next] == UInt8(ascii: "`") else {
        next += 1
        continue
      }
      let length = MarkdownPairs.fence(bytes, next)
      if length == fence { return next + length }
      next += length
    }
    return nil
  }
}
