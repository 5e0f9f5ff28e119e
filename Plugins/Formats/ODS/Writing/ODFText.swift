// SPDX-License-Identifier: Apache-2.0
import OfficeKit

/// Text as ODF has it: a paragraph for each line, and blanks that would be lost as elements.
enum ODFText {
  /// Appends the paragraphs of a text.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    out.append(contentsOf: "<text:p>".utf8)
    if isPlain(text) {
      XMLText.append(text, to: &out)
    } else {
      appendMarked(text, to: &out)
    }
    out.append(contentsOf: "</text:p>".utf8)
  }

  static func append(_ text: String, to out: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0, to: &out) }
  }

  /// Whether it has no tab, no line break, and blanks only one by one between words.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var last: UInt8 = 0x20
    for byte in text {
      if byte <= 0x20 && (byte != 0x20 || last == 0x20) { return false }
      last = byte
    }
    return last != 0x20
  }

  private static func appendMarked(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    var begin = 0
    var index = 0
    func flush(_ out: inout [UInt8]) {
      if begin < index { XMLText.append(UnsafeBufferPointer(rebasing: text[begin..<index]), to: &out) }
    }
    while index < text.count {
      switch text[index] {
      case 0x09:
        flush(&out)
        out.append(contentsOf: "<text:tab/>".utf8)
      case 0x0A, 0x0D:
        flush(&out)
        if text[index] == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A { index += 1 }
        out.append(contentsOf: "</text:p><text:p>".utf8)
      case 0x20:
        var end = index
        while end < text.count && text[end] == 0x20 { end += 1 }
        // One blank between two letters stays a blank.
        if end == index + 1 && index > begin && end < text.count && text[end] > 0x20 {
          index = end
          continue
        }
        flush(&out)
        out.append(contentsOf: "<text:s text:c=\"\(end - index)\"/>".utf8)
        index = end - 1
      default:
        index += 1
        continue
      }
      index += 1
      begin = index
    }
    flush(&out)
  }
}
