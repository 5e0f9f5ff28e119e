// SPDX-License-Identifier: Apache-2.0

/// Text as XML has it, made byte by byte: nothing is a text of Swift on the way, since a sheet has millions of cells.
public enum XMLText {
  /// What becomes of characters that XML cannot hold, such as U+000B.
  public enum Forbidden: Sendable {
    /// U+FFFD stands for them.
    case replaced
    /// They are written `_x000B_`, as OOXML has it.
    case escaped
  }

  /// Appends text with `&`, `<`, `>` and `"` escaped, bytes that are no UTF-8 repaired, and CR LF as LF.
  public static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8], _ forbidden: Forbidden = .replaced) {
    var isSpecial = false
    var isHigh = false
    kinds.withUnsafeBufferPointer { kinds in
      for byte in text {
        isSpecial = isSpecial || kinds[Int(byte)] == .special
        isHigh = isHigh || byte >= 0x80
      }
    }
    if isHigh && !isValid(text) {
      append(String(decoding: text, as: UTF8.self), to: &out, forbidden)
    } else if isSpecial {
      appendEscaped(text, to: &out, forbidden)
    } else {
      out.append(contentsOf: text)
    }
  }

  public static func append(_ text: String, to out: inout [UInt8], _ forbidden: Forbidden = .replaced) {
    var text = text
    text.withUTF8 { append($0, to: &out, forbidden) }
  }

  /// A short text with what XML asks to be escaped.
  public static func escaped(_ text: String, _ forbidden: Forbidden = .replaced) -> String {
    var out: [UInt8] = []
    append(text, to: &out, forbidden)
    return String(decoding: out, as: UTF8.self)
  }

  private static func appendEscaped(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8], _ forbidden: Forbidden) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case 0x26: out.append(contentsOf: "&amp;".utf8)
      case 0x3C: out.append(contentsOf: "&lt;".utf8)
      case 0x3E: out.append(contentsOf: "&gt;".utf8)
      case 0x22: out.append(contentsOf: "&quot;".utf8)
      case 0x0D: if index + 1 == text.count || text[index + 1] != 0x0A { out.append(0x0A) }
      case 0x5F where forbidden == .escaped && isEscape(text, index): out.append(contentsOf: "_x005F_".utf8)
      case 0..<0x20 where kinds[Int(byte)] == .special:
        out.append(
          contentsOf: (forbidden == .escaped ? "_x00\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))_" : "\u{FFFD}").utf8)
      // U+FFFE and U+FFFF.
      case 0xEF where index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] >= 0xBE:
        out.append(contentsOf: "\u{FFFD}".utf8)
        index += 2
      default: out.append(byte)
      }
      index += 1
    }
  }

  private enum Kind: UInt8 { case plain, special }

  /// By byte: what has to be looked at. `_` may begin what reads as an escape of OOXML, EF what XML does not allow.
  private static let kinds: [Kind] = (0...255).map { byte in
    byte < 0x20 && byte != 0x09 && byte != 0x0A || [0x26, 0x3C, 0x3E, 0x22, 0x5F, 0xEF].contains(byte) ? .special : .plain
  }

  private static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    do {
      _ = try UTF8Span(validating: text.span)
      return true
    } catch {
      return false
    }
  }

  /// Whether `_xHHHH_` stands at a place.
  private static func isEscape(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index + 6 < text.count, text[index + 1] | 0x20 == 0x78, text[index + 6] == 0x5F else { return false }
    return text[(index + 2)..<(index + 6)].allSatisfy { (0x30...0x39).contains($0) || (0x41...0x46).contains($0 & 0xDF) }
  }
}
