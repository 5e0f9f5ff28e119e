// SPDX-License-Identifier: Apache-2.0

/// The code of a unit as towns write it: `FB 51`, `FB51`, `Fachbereich 51`, `51.3`, `Ref. 0120`.
public struct UnitCode: Hashable, Sendable {
  /// The kind of unit in its short form (`fb`, `ref`), empty if the code does not say.
  public var kind: String
  /// The number, as it is written: `0120` keeps its zero and `51.10` is not `51.1`.
  public var number: String

  /// Reads a code; nil if the text is none.
  public init?(_ text: String) {
    let key = Fold.key(text)
    let letters = key.prefix { $0.isLetter }
    let rest = key.dropFirst(letters.count).drop { !letters.isEmpty && ($0 == "." || $0 == " ") }
    guard letters.isEmpty || UnitCode.kinds[String(letters)] != nil else { return nil }
    guard let first = rest.first, first != ".", rest.allSatisfy({ ("0"..."9").contains($0) || $0 == "." }), rest.last != "." else {
      return nil
    }
    kind = UnitCode.kinds[String(letters)] ?? ""
    number = String(rest)
  }

  /// True if both may mean the same unit: the same number, and no two kinds that differ.
  public func matches(_ other: UnitCode) -> Bool {
    number == other.number && (kind.isEmpty || other.kind.isEmpty || kind == other.kind)
  }

  /// True if the number of the other begins with this one's: 51.3 stands below 51.
  public func isAbove(_ other: UnitCode) -> Bool { other.number.hasPrefix(number + ".") }

  private static let kinds = [
    "fb": "fb", "fachbereich": "fb", "ref": "ref", "referat": "ref", "abt": "abt", "abteilung": "abt", "sg": "sg", "sachgebiet": "sg",
    "amt": "amt",
    "fd": "fd", "fachdienst": "fd", "stelle": "stelle", "dez": "dez", "dezernat": "dez",
  ]
}
