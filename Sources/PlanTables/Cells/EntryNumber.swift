// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// The number of a line in its normal form: `1.8` and "28. Jan" were 1,8 and 28,1 before a spreadsheet changed them.
struct EntryNumber {
  var number: String
  /// The number of the measure: 28 of 28,1.
  var stem: String
  /// How it stood in the file, where that is something else.
  var asRead: String?

  init(_ text: String, _ numbering: Layout.Numbering) {
    number = text
    stem = text
    guard numbering == .measureAndEntry, !isNormal() else { return }
    let parts = text.split { $0 == "," || $0 == "." }.map { String($0).trimmed }
    if parts.count == 2, parts.allSatisfy({ EntryNumber.isDigits($0) }) {
      number = "\(parts[0]),\(parts[1])"
    } else if parts.count == 2, let day = Int(parts[0]), let month = EntryNumber.months[String(Fold.key(parts[1]).prefix(3))] {
      // A spreadsheet writes the date of 1.8 as "01. Aug".
      number = "\(day),\(month)"
    }
    stem = number.split(separator: ",").first.map(String.init) ?? number
    if number != text { asRead = text }
  }

  /// Takes the stem of a number that is in its form already, as almost all are.
  private mutating func isNormal() -> Bool {
    let bytes = number.utf8
    guard let comma = bytes.firstIndex(of: 0x2C), EntryNumber.isDigits(number[..<comma]),
      EntryNumber.isDigits(number[bytes.index(after: comma)...])
    else { return false }
    stem = String(number[..<comma])
    return true
  }

  private static func isDigits(_ text: some StringProtocol) -> Bool { !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) } }

  private static let months = [
    "jan": 1, "feb": 2, "mae": 3, "mrz": 3, "apr": 4, "mai": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "okt": 10, "nov": 11, "dez": 12,
  ]

  /// True if a text could be the number of a line at all.
  static func isLikely(_ text: String) -> Bool { text.utf8.count <= 14 && text.contains(where: \.isNumber) }
}
