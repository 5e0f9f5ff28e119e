// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Keys of digits: AGS and ARS of the municipalities, and what else has a fixed number of digits.
enum RegionalKey {
  /// A key as it may be stored.
  static func checked(_ text: String, _ column: Column) throws(Hinweis) -> String {
    let digits = text.filter { $0 != " " }
    let counts = column.digits.map(String.init).joined(separator: " oder ")
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw Hinweis("\"\(text)\" ist kein Schlüssel: \(column.heading) hat nur Ziffern").help("\(column.heading) hat \(counts) Stellen")
    }
    guard column.digits.contains(digits.utf8.count) else {
      throw Hinweis("\"\(text)\" hat \(digits.utf8.count) Stellen").help("\(column.heading) hat \(counts) Stellen")
    }
    if isRegional(column), !(1...16).contains(Int(digits.prefix(2)) ?? 0) {
      throw Hinweis("\"\(text)\" liegt in keinem Land: \(column.heading) beginnt mit 01 bis 16")
    }
    return digits
  }

  private static func isRegional(_ column: Column) -> Bool { ["ags", "ars"].contains(Fold.key(column.name)) }

  /// Refuses an AGS and an ARS that are not of one municipality: both have the same district in front and the same municipality behind.
  static func checkAgreement(_ ags: String, _ ars: String) throws(Hinweis) {
    let isDistrict = (ags.utf8.count == 5, ars.utf8.count == 5)
    guard ags.prefix(5) == ars.prefix(5), isDistrict.0 == isDistrict.1, isDistrict.0 || ags.suffix(3) == ars.suffix(3) else {
      throw Hinweis("AGS \(ags) und ARS \(ars) sind nicht dieselbe Kommune").help(
        "die ersten fünf und die letzten drei Ziffern sind gleich, beim Kreis alle fünf")
    }
  }
}

extension Writer {
  /// Checks what no constraint of the database can say of a thing that was just written.
  func check(_ noun: Noun, _ id: Int) throws(Hinweis) {
    guard noun.column("ags") != nil, noun.column("ars") != nil else { return }
    try connection.each("SELECT ags, ars FROM \(noun.table) WHERE id = ? AND ags IS NOT NULL AND ars IS NOT NULL", [.integer(id)]) {
      (row) throws(Hinweis) in
      try RegionalKey.checkAgreement(row.text(0), row.text(1))
      return .enough
    }
  }
}
