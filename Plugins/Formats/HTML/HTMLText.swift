// SPDX-License-Identifier: Apache-2.0
import PlanKit

/// Texts as HTML has them.
enum HTMLText {
  static func escaped(_ text: String) -> String {
    var out: [UInt8] = []
    var text = text
    text.withUTF8 { append($0, to: &out) }
    return String(decoding: out, as: UTF8.self)
  }

  static func runs(_ runs: [Run]) -> String {
    runs.map { run in
      let text = escaped(run.text)
      return switch run.style {
      case .strong: "<strong>\(text)</strong>"
      case .emphasised: "<em>\(text)</em>"
      case .code: "<code>\(text)</code>"
      default: text
      }
    }.joined()
  }

  /// Adds UTF-8 with everything that HTML would take for markup written out, and line breaks as such.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    var begin = 0
    for (index, byte) in text.enumerated() where byte < 0x3F {
      let replacement: StaticString
      switch byte {
      case 0x26: replacement = "&amp;"
      case 0x3C: replacement = "&lt;"
      case 0x3E: replacement = "&gt;"
      case 0x22: replacement = "&quot;"
      case 0x27: replacement = "&#39;"
      case 0x0A: replacement = index > 0 && text[index - 1] == 0x0D ? "" : "<br>"
      case 0x0D: replacement = "<br>"
      case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20: replacement = "\u{FFFD}"  // control characters are not allowed in HTML
      default: continue
      }
      out.append(contentsOf: text[begin..<index])
      out.append(contentsOf: UnsafeBufferPointer(start: replacement.utf8Start, count: replacement.utf8CodeUnitCount))
      begin = index + 1
    }
    out.append(contentsOf: text[begin...])
  }
}
