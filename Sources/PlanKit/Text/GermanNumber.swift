// SPDX-License-Identifier: Apache-2.0

/// Numbers as Germans write them: `1.250,50`.
public enum GermanNumber {
  /// The value of a number; nil if the text is none.
  ///
  /// Points separate thousands only where groups of three follow; else a single point is a decimal one, as machines write it.
  public static func value(_ text: String) -> Double? {
    let text = text.filter { $0 != " " && $0 != "\u{A0}" }
    let sign = text.first == "-" ? "-" : ""
    let digits = text.dropFirst(sign.count)
    // Digits at both ends and nothing but digits, points and a comma between: what else Double reads (1e5, inf) is no German number.
    guard let first = digits.utf8.first, let last = digits.utf8.last, isDigit(first), isDigit(last),
      digits.utf8.allSatisfy({ isDigit($0) || $0 == 0x2E || $0 == 0x2C })
    else { return nil }
    let parts = digits.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return nil }
    let groups = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let isGrouped = groups.count > 1 && groups.dropFirst().allSatisfy { $0.count == 3 } && (1...3).contains(groups[0].count)
    if parts.count == 2 {
      guard groups.count == 1 || isGrouped else { return nil }
      return Double(sign + groups.joined() + "." + parts[1])
    }
    return Double(sign + (isGrouped ? groups.joined() : String(parts[0])))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
