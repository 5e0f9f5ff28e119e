// SPDX-License-Identifier: Apache-2.0

/// An amount as somebody said it: `ca. 2 T€`, `0,5 VZÄ E9c`, `im Rahmen vorhandener Mittel`.
///
/// The words stay what they are; a sum takes the value, and says how many amounts have doubt or no figure.
public struct Betrag: Hashable, Sendable {
  /// The words, as they were said.
  public var text: String
  /// The figure in whole units (2000 for `2 T€`); nil if the words name none.
  public var value: Double?
  /// `€`, `VZÄ` or what else stands behind the figure; empty if nothing does.
  public var unit: String
  /// True if the words say that the figure is not exact: `ca.`, `rund`, `bis zu`, a range.
  public var isInexact: Bool
}

extension Betrag {
  /// Reads an amount; any words are one.
  public init(_ text: String) {
    self.text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    value = nil
    unit = ""
    isInexact = false
    var words = self.text.split(separator: " ").map(String.init)[...]
    while let first = words.first, Betrag.doubts.contains(Fold.key(first)) {
      isInexact = true
      words.removeFirst()
    }
    guard var figure = words.popFirst() else { return }
    // The unit may stand at the figure: 2000€, 500,-.
    let digits = figure.prefix { $0.isASCII && $0.isNumber || ".,-–".contains($0) }
    let attached = String(figure.dropFirst(digits.count))
    figure = String(digits)
    if figure.hasSuffix(",-") || figure.hasSuffix(",–") { figure = String(figure.dropLast(2)) }
    let ends = figure.split(whereSeparator: { $0 == "-" || $0 == "–" }).map(String.init)
    guard let number = GermanNumber.value(ends.last ?? "") else { return }
    if ends.count > 1 { isInexact = true }
    var rest = (attached.isEmpty ? [] : [attached]) + words
    let scale = rest.first.flatMap { Betrag.scales[Fold.key($0)] }
    if let scale {
      value = number * scale.factor
      rest.removeFirst()
      unit = scale.unit ?? rest.first.map(Betrag.unit) ?? ""
    } else {
      value = number
      unit = rest.first.map(Betrag.unit) ?? ""
    }
  }

  private static let doubts: Set<String> = [
    "ca.", "ca", "circa", "rund", "etwa", "ungefaehr", "bis", "zu", "max.", "maximal", "mindestens", "mind.", "ab", "geschaetzt",
  ]
  private static let scales: [String: (factor: Double, unit: String?)] = [
    "t€": (1000, "€"), "teur": (1000, "€"), "tsd.": (1000, nil), "tsd": (1000, nil), "tausend": (1000, nil), "mio.": (1_000_000, nil),
    "mio": (1_000_000, nil), "million": (1_000_000, nil), "millionen": (1_000_000, nil), "mio.€": (1_000_000, "€"),
  ]

  private static func unit(_ word: String) -> String {
    switch Fold.key(word) {
    case "€", "euro", "eur": "€"
    case "vzae", "stellen", "stelle", "vk": "VZÄ"
    default: word
    }
  }
}
