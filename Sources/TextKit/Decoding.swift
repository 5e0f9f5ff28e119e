// SPDX-License-Identifier: Apache-2.0

/// A place where the bytes of a file are no text, with what was made of it.
public struct Flaw: Sendable {
  public enum Kind: Sendable {
    case notUTF8(UInt8)
    case halfCharacter
    case zeros(Int)
  }
  public var kind: Kind
  /// The place in the decoded text.
  public var position: Int

  public init(kind: Kind, position: Int) {
    self.kind = kind
    self.position = position
  }
}

extension Encoding {
  /// Adds bytes of the file to a text in UTF-8 and says how many it took: all but a character that the next bytes go on with.
  public func decode(_ input: UnsafeBufferPointer<UInt8>, isLast: Bool, to text: inout [UInt8], _ flaws: inout [Flaw]) -> Int {
    switch self {
    case .utf8: decodeUTF8(input, isLast: isLast, to: &text, &flaws)
    case .windows1252: decodeWindows1252(input, to: &text)
    case .utf16LittleEndian: decodeUTF16(input, low: 0, isLast: isLast, to: &text, &flaws)
    case .utf16BigEndian: decodeUTF16(input, low: 1, isLast: isLast, to: &text, &flaws)
    }
  }
}

/// Takes UTF-8 as it is; what is none was mostly pasted in by an older program, so it is taken as Windows-1252.
private func decodeUTF8(
  _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, to text: inout [UInt8], _ flaws: inout [Flaw]
) -> Int {
  var position = 0
  var begin = 0
  while true {
    position = UTF8Text.end(ofASCIIIn: input, from: position)
    guard position < input.count else { break }
    switch UTF8Text.sequence(in: input, at: position) {
    case .length(let length): position += length
    case .cut where !isLast:
      text.append(contentsOf: input[begin..<position])
      return position
    default:
      text.append(contentsOf: input[begin..<position])
      flaws.append(Flaw(kind: .notUTF8(input[position]), position: text.count))
      text += [UInt8](unsafeUninitializedCapacity: 3) { put(Windows1252.scalars[Int(input[position]) - 0x80], in: $0, at: &$1) }
      position += 1
      begin = position
    }
  }
  text.append(contentsOf: input[begin..<position])
  return position
}

private func decodeWindows1252(_ input: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) -> Int {
  text += [UInt8](unsafeUninitializedCapacity: input.count * 3) { out, count in
    for byte in input { put(byte < 0x80 ? UInt32(byte) : Windows1252.scalars[Int(byte) - 0x80], in: out, at: &count) }
  }
  return input.count
}

/// - Parameter low: which of two bytes is the lower one, 0 or 1.
private func decodeUTF16(
  _ input: UnsafeBufferPointer<UInt8>, low: Int, isLast: Bool, to text: inout [UInt8], _ flaws: inout [Flaw]
) -> Int {
  func unit(_ at: Int) -> UInt32 { UInt32(input[at + low]) | UInt32(input[at + 1 - low]) << 8 }
  var position = 0
  let known = text.count
  text += [UInt8](unsafeUninitializedCapacity: input.count * 2 + 3) { out, count in
    while position < input.count {
      let left = input.count - position
      let first = left > 1 ? unit(position) : 0xD800
      if first & 0xF800 != 0xD800 {
        put(first, in: out, at: &count)
      } else if first < 0xDC00, left < 4, !isLast {
        return
      } else if first < 0xDC00, left >= 4, unit(position + 2) & 0xFC00 == 0xDC00 {
        put(0x10000 + (first & 0x3FF) << 10 + unit(position + 2) & 0x3FF, in: out, at: &count)
        position += 2
      } else {
        flaws.append(Flaw(kind: .halfCharacter, position: known + count))
        put(0xFFFD, in: out, at: &count)
      }
      position += min(2, left)
    }
  }
  return position
}

/// Writes a character in UTF-8.
@inline(__always)
private func put(_ scalar: UInt32, in out: UnsafeMutableBufferPointer<UInt8>, at count: inout Int) {
  func byte(_ lead: UInt32, _ shift: UInt32) {
    out[count] = UInt8(truncatingIfNeeded: lead | (lead < 0xC0 ? scalar >> shift & 0x3F : scalar >> shift))
    count += 1
  }
  switch scalar {
  case ..<0x80:
    out[count] = UInt8(truncatingIfNeeded: scalar)
    count += 1
  case ..<0x800:
    byte(0xC0, 6)
    byte(0x80, 0)
  case ..<0x10000:
    byte(0xE0, 12)
    byte(0x80, 6)
    byte(0x80, 0)
  default:
    byte(0xF0, 18)
    byte(0x80, 12)
    byte(0x80, 6)
    byte(0x80, 0)
  }
}

public enum Windows1252 {
  /// The characters of the bytes from 0x80 on. Its five gaps are the control characters of the same number, as the WHATWG has it.
  public static let scalars: [UInt32] =
    [
      0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
      0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ] + (0xA0...0xFF)
}
