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
    // The unit may stand before the figure or at it: € 500, 2000€, 500,-.
    let before = words.first.map(Betrag.unit).flatMap { $0 == "€" ? $0 : nil }
    if before != nil { words.removeFirst() }
    guard var figure = words.popFirst() else { return }
    let digits = figure.prefix { $0.isASCII && $0.isNumber || ".,-–".contains($0) }
    let attached = String(figure.dropFirst(digits.count))
    figure = String(digits)
    if figure.hasSuffix(",-") || figure.hasSuffix(",–") { figure = String(figure.dropLast(2)) }
    let isNegative = figure.hasPrefix("-") || figure.hasPrefix("–")
    var ends = figure.split(whereSeparator: { $0 == "-" || $0 == "–" }).map(String.init)
    // A range may have blanks in it: 2.000 - 3.000 €.
    if attached.isEmpty, let to = words.first, Betrag.ranges.contains(Fold.key(to)), let end = words.dropFirst().first,
      GermanNumber.value(end) != nil
    {
      ends.append(end)
      words.removeFirst(2)
    }
    guard let size = GermanNumber.value(ends.last ?? "") else { return }
    let number = isNegative ? -size : size
    if ends.count > 1 { isInexact = true }
    var rest = (attached.isEmpty ? [] : [attached]) + words
    let scale = rest.first.flatMap { Betrag.scales[Fold.key($0)] }
    if let scale {
      value = number * scale.factor
      rest.removeFirst()
      unit = scale.unit ?? rest.first.map(Betrag.unit) ?? before ?? ""
    } else {
      value = number
      unit = rest.first.map(Betrag.unit) ?? before ?? ""
    }
    // Or units: 2 T€ bis 3 T€.
    guard let to = rest.firstIndex(where: { Betrag.ranges.contains(Fold.key($0)) }) else { return }
    let upper = Betrag(rest[(to + 1)...].joined(separator: " "))
    guard let end = upper.value else { return }
    (value, unit, isInexact) = (end, upper.unit, true)
  }

  private static let ranges: Set<String> = ["-", "–", "bis"]
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
    case "-", "–", "bis": ""
    case "vzae", "stellen", "stelle", "vk": "VZÄ"
    default: word
    }
  }
}
