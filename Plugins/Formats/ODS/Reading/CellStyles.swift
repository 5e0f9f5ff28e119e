// SPDX-License-Identifier: Apache-2.0
import OfficeKit

/// A style as the file has it.
struct RawStyle {
  enum Family: Hashable { case cell, text }
  var family: Family
  var parent: String?
  /// `RRGGBB`, or empty for a cell that lets what is below shine through.
  var colour: String?
  var isStruck: Bool?
  /// The name of its number format.
  var format: String?
}

/// What a number format fixes of the numbers under it.
enum NumberFormat: Hashable {
  /// At least so many digits before and behind the comma.
  case digits(Int, decimals: Int)
  /// A day without its year.
  case dayMonth

  static let general = NumberFormat.digits(1, decimals: 0)
}

/// The styles of a file by name, each with what it inherits.
struct CellStyles: Sendable {
  private var places: [String: Int] = [:]
  private(set) var looks: [Look] = [Look()]
  private(set) var struckSpans: Set<String> = []

  /// How a style makes cells look, as far as that is told.
  struct Look: Sendable {
    var colour: String?
    var isStruck = false
    var format = NumberFormat.general
  }

  private static let longestChain = 32

  init(_ styles: [String: RawStyle], _ formats: [String: NumberFormat]) {
    for (key, style) in styles {
      let name = String(key.dropFirst())
      guard style.family == .cell else {
        if style.isStruck == true { struckSpans.insert(name) }
        continue
      }
      var (colour, isStruck, format) = (style.colour, style.isStruck, style.format)
      var parent = style.parent
      for _ in 0..<CellStyles.longestChain {
        guard let name = parent, let above = styles[CellStyles.key(.cell, name)] else { break }
        if colour == nil { colour = above.colour }
        if isStruck == nil { isStruck = above.isStruck }
        if format == nil { format = above.format }
        parent = above.parent
      }
      var look = Look()
      if let colour, !colour.isEmpty { look.colour = colour }
      look.isStruck = isStruck == true
      if let format, let known = formats[format] { look.format = known }
      places[name] = looks.count
      looks.append(look)
    }
  }

  /// Styles of different families may have the same name.
  static func key(_ family: RawStyle.Family, _ name: String) -> String { (family == .cell ? "c" : "t") + name }

  /// The place of a style among the looks; 0 for one that nobody has described.
  func place(of name: String) -> Int { places[name] ?? 0 }
}
