// SPDX-License-Identifier: Apache-2.0

/// Numbers in bytes, lowest byte first; what lies outside is 0.
struct LittleEndian {
  let bytes: [UInt8]
  var count: Int { bytes.count }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func int16(_ at: Int) -> Int { number(at, 2) }
  func int32(_ at: Int) -> Int { number(at, 4) }
  /// A number of 64 bits; one that an `Int` cannot hold is negative.
  func int64(_ at: Int) -> Int { number(at, 8) }

  private func number(_ at: Int, _ length: Int) -> Int {
    guard at >= 0, at <= bytes.count - length else { return 0 }
    return Int(truncatingIfNeeded: bytes[at..<(at + length)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }
}
