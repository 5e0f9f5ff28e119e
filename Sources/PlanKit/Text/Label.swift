// SPDX-License-Identifier: Apache-2.0

/// Numbers and codes that are names: `30,2`, `51.10`, `0120`. They are sorted naturally and never calculated with.
public enum Label {
  /// A key whose bytes sort as people count: `7,0` before `28,1` before `28,10`, `51.2` before `51.10`.
  public static func sortKey(_ label: String) -> String {
    var key: [UInt8] = []
    var digits: [UInt8] = []
    func flush() {
      guard !digits.isEmpty else { return }
      let significant = Array(digits.drop { $0 == 0x30 })
      // The count of digits goes first, so that a longer number sorts behind; the zeros in front decide last.
      key.append(0x30 + UInt8(min(significant.count, 60)))
      key.append(contentsOf: significant)
      if significant.count != digits.count { key.append(0x21) }
      digits = []
    }
    for byte in Fold.key(label).utf8 {
      if (0x30...0x39).contains(byte) {
        digits.append(byte)
      } else {
        flush()
        key.append(byte == 0x2E ? 0x2C : byte)
      }
    }
    flush()
    return String(decoding: key, as: UTF8.self)
  }
}
