// SPDX-License-Identifier: Apache-2.0
import OfficeKit

/// Short texts that stand in many cells, each once.
///
/// It takes the first some thousand and no more, so that it does not grow with the rows: words of vocabularies and marks are among these.
struct StringTable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// By hash, the number of a text and 1; 0 for a free place.
  private var slots = [Int32](repeating: 0, count: 2 * StringTable.most)
  var count: Int { ends.count }

  private static let most = 1 << 13
  private static let longest = 48

  /// The number of a text, new or known; nil for one that has to stand in its cell.
  mutating func number(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard text.count <= StringTable.longest else { return nil }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var slot = Int(truncatingIfNeeded: (hash ^ hash >> 29) & UInt64(slots.count - 1))
    while slots[slot] != 0 {
      if isSame(Int(slots[slot]) - 1, text) { return Int(slots[slot]) - 1 }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard count < StringTable.most else { return nil }
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    slots[slot] = Int32(count)
    return count - 1
  }

  private func isSame(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let begin = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - begin == text.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < text.count, bytes[begin + at] == text[at] { at += 1 }
      return at == text.count
    }
  }

  var part: [UInt8] {
    var out = Array("\(WorkbookParts.begin)<sst xmlns=\"\(WorkbookParts.main)\" uniqueCount=\"\(count)\">".utf8)
    var begin = 0
    bytes.withUnsafeBufferPointer { bytes in
      for end in ends {
        out += "<si>".utf8
        StringTable.append(UnsafeBufferPointer(rebasing: bytes[begin..<end]), to: &out)
        out += "</si>".utf8
        begin = end
      }
    }
    return out + Array("</sst>\n".utf8)
  }

  /// Adds the element that holds a text.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    let isKept = isBlank(text.first) || isBlank(text.last)
    out.append(contentsOf: (isKept ? "<t xml:space=\"preserve\">" : "<t>").utf8)
    XMLText.append(text, to: &out, .escaped)
    out.append(contentsOf: "</t>".utf8)
  }

  private static func isBlank(_ byte: UInt8?) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }
}
