// SPDX-License-Identifier: Apache-2.0
import Glibc
import OfficeKit

/// Characters that XML cannot hold, as Excel writes them: `_x000D_`.
enum Escapes {
  /// Decodes what stands at the end of a buffer, and makes every line break a line feed.
  static func decode(_ text: inout ByteBuffer, from start: Int) {
    let count = text.count - start
    guard count > 0, let base = text.bytes.baseAddress.map({ $0 + start }) else { return }
    guard memchr(base, 0x5F, count) != nil || memchr(base, 0x0D, count) != nil else { return }
    let units = Array(UnsafeBufferPointer(start: base, count: count))
    text.truncate(to: start)
    var at = 0
    while at < count {
      var scalar: UInt32?
      var next = at + 1
      if let unit = escape(units, at) {
        next = at + 7
        scalar = unit
        if unit & 0xFC00 == 0xD800, let low = escape(units, next), low & 0xFC00 == 0xDC00 {
          scalar = 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
          next += 7
        }
      } else if units[at] == 0x0D {
        scalar = 0x0D
      }
      if scalar == 0x0D {
        // A line feed of its own may follow, escaped or not.
        if next < count, units[next] == 0x0A { next += 1 } else if escape(units, next) == 0x0A { next += 7 }
        scalar = 0x0A
      }
      if let scalar { append(scalar, to: &text) } else { text.append(units[at]) }
      at = next
    }
  }

  private static func append(_ scalar: UInt32, to text: inout ByteBuffer) {
    // Control characters have no meaning in a cell; half of a pair is none.
    guard scalar >= 0x20 || scalar == 0x09 || scalar == 0x0A else { return }
    for byte in String(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")).utf8 { text.append(byte) }
  }

  private static func escape(_ units: [UInt8], _ at: Int) -> UInt32? {
    guard at + 7 <= units.count, units[at] == 0x5F, units[at + 1] == 0x78, units[at + 6] == 0x5F else { return nil }
    var value: UInt32 = 0
    for unit in units[(at + 2)..<(at + 6)] {
      switch unit {
      case 0x30...0x39: value = value << 4 | UInt32(unit - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(unit - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(unit - 0x57)
      default: return nil
      }
    }
    return value
  }
}
