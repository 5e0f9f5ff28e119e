// SPDX-License-Identifier: GPL-3.0-or-later

/// The words of a thing's attributes, as they stand in JSON: `{"zielgruppe":{"Kinder":"x"}}` says Kinder.
enum AttributeText {
  /// The values of all attributes, joined by `; `.
  static func values(_ json: UnsafeBufferPointer<UInt8>) -> String {
    var values: [String] = []
    var (depth, isKey) = (0, true)
    var index = 0
    while index < json.count {
      switch json[index] {
      case 0x7B:
        depth += 1
        isKey = true
      case 0x7D: depth -= 1
      case 0x3A: isKey = false
      case 0x2C: isKey = true
      case 0x22:
        let start = index + 1
        index = start
        while index < json.count, json[index] != 0x22 { index += json[index] == 0x5C ? 2 : 1 }
        if depth == 2, isKey { values.append(text(json[start..<min(index, json.count)])) }
      default: break
      }
      index += 1
    }
    return values.joined(separator: "; ")
  }

  /// kip escapes quotation marks and backslashes only; they are no part of a word.
  private static func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(decoding: bytes.filter { $0 != 0x5C }, as: UTF8.self)
  }
}
