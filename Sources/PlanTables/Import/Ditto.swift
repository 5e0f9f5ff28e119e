// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Signs that repeat what stands in the cell above: `dito`, `s. o.`, `"`.
enum Ditto {
  private static let signs: Set<String> = [
    "dito", "dto", "dto.", "ditto", "do.", "s.o.", "s. o.", "s.o", "siehe oben", "ebd.", "ebenda", "wie oben", "wie vor", "\"", "''",
    "\"\"", "„", "”",
    "“", "″", "-\"-", "- \" -", "-“-", "-”-", "–\"–", ",,", "〃",
  ]

  /// True if a cell repeats the one above; most cells are too long or begin otherwise.
  static func isSign(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count <= 12 else { return false }
    switch bytes[0] | 0x20 {
    case 0x64, 0x73, 0x65, 0x77, 0x22, 0x27, 0x2D, 0x2C, 0xE2, 0xE3: return signs.contains(Fold.key(String(decoding: bytes, as: UTF8.self)))
    default: return false
    }
  }

  static func isSign(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { !$0.isEmpty && isSign($0) }
  }
}
