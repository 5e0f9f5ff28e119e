// SPDX-License-Identifier: Apache-2.0

/// Numbers as Germans write them: `1.250,50`.
public enum GermanNumber {
  /// The value of a number; nil if the text is none.
  ///
  /// Points separate thousands only where groups of three follow; else a single point is a decimal one, as machines write it.
  public static func value(_ text: String) -> Double? {
    let text = text.filter { $0 != " " && $0 != "\u{A0}" }
    guard let first = text.unicodeScalars.first, first == "-" || ("0"..."9").contains(first) else { return nil }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return nil }
    let groups = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let isGrouped = groups.count > 1 && groups.dropFirst().allSatisfy { $0.count == 3 } && (1...3).contains(groups[0].count)
    if parts.count == 2 {
      guard groups.count == 1 || isGrouped else { return nil }
      return Double(groups.joined() + "." + parts[1])
    }
    return isGrouped ? Double(groups.joined()) : Double(parts[0])
  }
}
