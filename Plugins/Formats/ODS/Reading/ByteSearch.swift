// SPDX-License-Identifier: Apache-2.0

/// Looks for a short text among many bytes, a jump at a time (Boyer, Moore, Horspool).
struct ByteSearch {
  let text: [UInt8]
  /// By byte under the end of the text: how far to the next place where the text may end.
  private let jumps: [Int]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var jumps = Array(repeating: bytes.count, count: 256)
    for (place, byte) in bytes.dropLast().enumerated() { jumps[Int(byte)] = bytes.count - 1 - place }
    self.text = bytes
    self.jumps = jumps
  }

  /// Where the text begins, at a place from `begin` to before `end`; the bytes behind that are looked at too.
  func first(in bytes: UnsafeBufferPointer<UInt8>, from begin: Int, before end: Int) -> Int? {
    let count = text.count
    let limit = min(end + count - 1, bytes.count)
    return text.withUnsafeBufferPointer { text in
      jumps.withUnsafeBufferPointer { jumps in
        var at = begin + count - 1
        while at < limit {
          var back = 0
          while back < count, bytes[at - back] == text[count - 1 - back] { back += 1 }
          if back == count { return at - count + 1 }
          at += jumps[Int(bytes[at])]
        }
        return nil
      }
    }
  }
}
