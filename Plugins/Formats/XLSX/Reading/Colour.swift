// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// A colour as a style names it: by itself, by its place in the theme or in the old palette, made lighter or darker.
struct Colour {
  var rgb: String?
  var theme: Int?
  var indexed: Int?
  /// From -1 (black) over 0 (as it is) to 1 (white).
  var tint = 0.0

  /// The colour as `RRGGBB`; nil for one that only the user's screen knows.
  func rgb(theme palette: [String], indexed own: [String]) -> String? {
    var text: String?
    if let rgb { text = String(rgb.suffix(6)) }
    if let indexed { text = own.indices.contains(indexed) ? own[indexed] : Colour.old(indexed) }
    if let theme, palette.indices.contains(theme) { text = palette[theme] }
    guard let text, text.utf8.count == 6, let value = UInt32(text, radix: 16) else { return nil }
    return tinted(value)
  }

  /// Tints change the lightness of a colour (HLS), not its hue.
  private func tinted(_ value: UInt32) -> String {
    let channels = [16, 8, 0].map { Double(value >> $0 & 0xFF) / 255 }
    let (high, low) = (channels.max() ?? 0, channels.min() ?? 0)
    let light = (high + low) / 2
    let tint = max(-1, min(1, tint.isNaN ? 0 : tint))
    let wanted = tint < 0 ? light * (1 + tint) : light + (1 - light) * tint
    // Half the span between the channels shrinks or grows with the room that the lightness leaves.
    let room = 1 - abs(2 * light - 1)
    let scale = room > 0 ? (1 - abs(2 * wanted - 1)) / room : 0
    return channels.map { channel in
      let byte = Int(((wanted + (channel - light) * scale) * 255).rounded())
      let hex = String(max(0, min(255, byte)), radix: 16, uppercase: true)
      return hex.utf8.count == 1 ? "0" + hex : hex
    }.joined()
  }

  /// The palette of Excel 97; its first eight colours stand in it twice.
  private static func old(_ place: Int) -> String? {
    let palette = """
      000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC \
      CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC \
      CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333
      """.split(separator: " ")
    let place = place < 8 ? place : place - 8
    return palette.indices.contains(place) ? String(palette[place]) : nil
  }
}

/// The colours of a theme in the order in which styles count them.
final class ThemeColours: XMLHandler {
  enum Name: String, CaseIterable {
    case light1 = "a:lt1"
    case dark1 = "a:dk1"
    case light2 = "a:lt2"
    case dark2 = "a:dk2"
    case accent1 = "a:accent1"
    case accent2 = "a:accent2"
    case accent3 = "a:accent3"
    case accent4 = "a:accent4"
    case accent5 = "a:accent5"
    case accent6 = "a:accent6"
    case link = "a:hlink"
    case followed = "a:folHlink"
    case rgb = "a:srgbClr"
    case system = "a:sysClr"
    case scheme = "a:clrScheme"
    case value = "val"
    case last = "lastClr"
  }
  private let vocabulary = XMLVocabulary<Name>()
  var names: XMLNames { vocabulary.names }
  private(set) var isDone = false
  private(set) var colours = Array(repeating: "", count: 12)
  private var place: Int?

  init(_ package: OfficePackage, part: String) throws(Hinweis) { try package.read(part, self) }

  func start(_ name: Int, _ attributes: XMLAttributes) throws(Hinweis) {
    let found = vocabulary[name]
    if found == .rgb || found == .system, let place, !isDone {
      colours[place] = attributes.value(found == .rgb ? .value : .last, in: vocabulary)?.string ?? ""
    } else {
      place = colours.indices.contains(name) ? name : nil
    }
  }

  func end(_ name: Int) throws(Hinweis) { if vocabulary[name] == .scheme { isDone = true } }
}
