// SPDX-License-Identifier: Apache-2.0
import PlanKit

/// Colours as pages write them.
enum HTMLColour {
  /// A colour as `RRGGBB`: of `#fc0`, `#FFCC00`, `rgb(255, 204, 0)` or a name; nil for none, and for what shows through.
  static func rgb(_ text: String) -> String? {
    let text = text.lowercased()
    for word in text.split(whereSeparator: { $0 == " " && !text.contains("(") }) {
      if let colour = named[String(word)] { return colour }
      if word.first == "#", let colour = hex(word.dropFirst()) { return colour }
    }
    if text.hasPrefix("rgb") { return function(text) }
    return text.count == 6 ? hex(text[...]) : nil
  }

  private static func hex(_ digits: Substring) -> String? {
    guard digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
    switch digits.count {
    case 3: return digits.map { "\($0)\($0)" }.joined().uppercased()
    case 6, 8: return digits.prefix(6).uppercased()
    default: return nil
    }
  }

  private static func function(_ text: String) -> String? {
    let parts = text.split { !$0.isNumber && $0 != "." && $0 != "%" }.map(String.init)
    guard parts.count >= 3, parts.count == 3 || parts[3] != "0" else { return nil }
    let numbers = parts.prefix(3).compactMap { part in
      part.hasSuffix("%") ? Int(part.dropLast()).map { min($0, 100) * 255 / 100 } : Int(part.prefix { $0 != "." }).map { min($0, 255) }
    }
    guard numbers.count == 3 else { return nil }
    return numbers.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
  }

  /// The names that HTML 4 has, and those that people mark cells with.
  private static let named = [
    "black": "000000", "silver": "C0C0C0", "gray": "808080", "grey": "808080", "white": "FFFFFF", "maroon": "800000", "red": "FF0000",
    "purple": "800080", "fuchsia": "FF00FF", "magenta": "FF00FF", "green": "008000", "lime": "00FF00", "olive": "808000",
    "yellow": "FFFF00", "navy": "000080", "blue": "0000FF", "teal": "008080", "aqua": "00FFFF", "cyan": "00FFFF", "orange": "FFA500",
    "gold": "FFD700", "pink": "FFC0CB", "brown": "A52A2A", "lightgreen": "90EE90", "palegreen": "98FB98", "limegreen": "32CD32",
    "darkgreen": "006400", "yellowgreen": "9ACD32", "lightyellow": "FFFFE0", "khaki": "F0E68C", "lightblue": "ADD8E6",
    "skyblue": "87CEEB", "darkblue": "00008B", "darkred": "8B0000", "salmon": "FA8072", "tomato": "FF6347", "coral": "FF7F50",
    "lightgray": "D3D3D3", "lightgrey": "D3D3D3", "darkgray": "A9A9A9", "darkgrey": "A9A9A9", "darkorange": "FF8C00",
    "lightpink": "FFB6C1", "violet": "EE82EE", "indigo": "4B0082", "turquoise": "40E0D0", "beige": "F5F5DC", "wheat": "F5DEB3",
  ]
}
