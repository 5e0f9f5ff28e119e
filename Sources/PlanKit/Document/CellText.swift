// SPDX-License-Identifier: Apache-2.0

/// The text of a cell as a person reads it: `1.250,5`, `31.12.2024`, `ja`, several values joined by "; ".
public enum CellText {
  /// The cell of a column as it is shown.
  public static func shown(_ cell: String, in column: Table.Column) -> String {
    guard column.isList else { return shown(cell, as: column.kind) }
    return values(cell).map { shown($0, as: column.kind) }.joined(separator: "; ")
  }

  /// One value as it is shown; what does not fit the kind stays as it is.
  public static func shown(_ value: String, as kind: Table.Kind) -> String {
    switch kind {
    case .number: number(value)
    case .date: Datum(value)?.description ?? value
    case .flag: value == "1" ? "ja" : value == "0" ? "" : value
    default: value
    }
  }

  /// The values of a cell that may hold several.
  public static func values(_ cell: String) -> [String] {
    guard !cell.isEmpty else { return [] }
    return cell.utf8.split(separator: Table.separator, omittingEmptySubsequences: false).map { String($0) ?? "" }
  }

  /// A number of the machine with a decimal comma: `1250.5` is `1.250,5`, or `1250,5` without grouping.
  public static func number(_ text: String, grouped: Bool = true) -> String {
    let parts = text.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
    let isNegative = text.utf8.first == 0x2D
    let digits = isNegative ? parts[0].dropFirst() : parts[0]
    guard parts.count <= 2, !digits.isEmpty, digits.allSatisfy(isDigit) else { return text }
    var shown: [UInt8] = isNegative ? [0x2D] : []
    for (index, digit) in digits.enumerated() {
      if grouped && index > 0 && (digits.count - index) % 3 == 0 { shown.append(0x2E) }
      shown.append(digit)
    }
    if parts.count == 2 {
      guard !parts[1].isEmpty, parts[1].allSatisfy(isDigit) else { return text }
      shown.append(0x2C)
      shown.append(contentsOf: parts[1])
    }
    return String(decoding: shown, as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
