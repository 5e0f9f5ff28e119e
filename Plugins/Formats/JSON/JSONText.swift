// SPDX-License-Identifier: Apache-2.0

/// Texts and numbers as JSON has them.
enum JSONText {
  static func append(_ text: String, to out: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0, to: &out) }
  }

  static func append(key: String, _ text: String, to out: inout [UInt8]) {
    out += ",\"\(key)\":".utf8
    append(text, to: &out)
  }

  static func append(key: String, _ texts: [String], to out: inout [UInt8]) {
    out += ",\"\(key)\":[".utf8
    for (index, text) in texts.enumerated() {
      if index > 0 { out += ",".utf8 }
      append(text, to: &out)
    }
    out += "]".utf8
  }

  /// Adds UTF-8 as a string in quotation marks.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    out.append(0x22)
    var begin = 0
    for (index, byte) in text.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
      out.append(contentsOf: text[begin..<index])
      begin = index + 1
      switch byte {
      case 0x22: out += "\\\"".utf8
      case 0x5C: out += "\\\\".utf8
      case 0x0A: out += "\\n".utf8
      case 0x0D: out += "\\r".utf8
      case 0x09: out += "\\t".utf8
      default: out += "\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8
      }
    }
    out.append(contentsOf: text[begin...])
    out.append(0x22)
  }

  /// Whether a text is a number as JSON writes it: no plus, no leading zeros, digits on both sides of the point.
  static func isNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = 0
    func digits() -> Int {
      let begin = position
      while position < text.count, (0x30...0x39).contains(text[position]) { position += 1 }
      return position - begin
    }
    func take(_ bytes: UInt8...) -> Bool {
      guard position < text.count, bytes.contains(text[position]) else { return false }
      position += 1
      return true
    }
    _ = take(0x2D)
    let begin = position
    let whole = digits()
    guard whole == 1 || whole > 1 && text[begin] != 0x30 else { return false }
    if take(0x2E), digits() == 0 { return false }
    if take(0x65, 0x45) {
      _ = take(0x2B, 0x2D)
      if digits() == 0 { return false }
    }
    return position == text.count
  }
}
