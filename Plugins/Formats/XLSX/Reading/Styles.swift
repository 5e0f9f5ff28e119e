// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// What the style of a cell says that matters for its content.
struct CellStyle {
  var format = NumberFormat.general
  /// The place of its colour in `Styles.colours`; nil for none.
  var colour: Int?
  var isStruck = false
  /// Whether it says nothing of the kind.
  var isPlain: Bool { colour == nil && !isStruck }
}

/// The styles of a workbook, in the order in which cells name them.
struct Styles {
  private(set) var cells: [CellStyle] = []
  /// Colours that fill cells, as `RRGGBB`.
  private(set) var colours: [String] = []

  init(_ package: OfficePackage, part: String, theme: String) throws(Hinweis) {
    let handler = StylesHandler()
    guard try package.read(part, handler) else { return }
    let palette = handler.needsTheme ? try ThemeColours(package, part: theme).colours : []
    var places: [String: Int] = [:]
    let fills = handler.fills.map { fill -> Int? in
      guard let text = fill?.rgb(theme: palette, indexed: handler.indexed), text != "FFFFFF" else { return nil }
      if let place = places[text] { return place }
      places[text] = colours.count
      colours.append(text)
      return colours.count - 1
    }
    cells = handler.cells.map { cell in
      CellStyle(
        format: handler.codes[cell.format].map(NumberFormat.init(code:)) ?? NumberFormat(builtIn: cell.format),
        colour: fills.indices.contains(cell.fill) ? fills[cell.fill] : nil,
        isStruck: handler.struckFonts.indices.contains(cell.font) && handler.struckFonts[cell.font])
    }
  }
}

private final class StylesHandler: XMLHandler {
  enum Name: String, CaseIterable {
    case numberFormat = "numFmt"
    case formatID = "numFmtId"
    case formatCode
    case fonts, font, strike
    case fills, fill
    case pattern = "patternFill"
    case patternType
    case foreground = "fgColor"
    case indexedColours = "indexedColors"
    case indexedColour = "rgbColor"
    case cells = "cellXfs"
    case cell = "xf"
    case fontID = "fontId"
    case fillID = "fillId"
    case value = "val"
    case rgb, theme, tint, indexed
  }
  private let vocabulary = XMLVocabulary<Name>()
  var names: XMLNames { vocabulary.names }
  private(set) var codes: [Int: String] = [:]
  private(set) var struckFonts: [Bool] = []
  private(set) var fills: [Colour?] = []
  private(set) var indexed: [String] = []
  private(set) var cells: [(format: Int, font: Int, fill: Int)] = []
  private(set) var needsTheme = false
  private var list: Name?
  private var isSolid = false

  /// Excel allows 65,490 of them.
  private static let most = 100_000

  func start(_ name: Int, _ attributes: XMLAttributes) throws(Hinweis) {
    let name = vocabulary[name]
    switch name {
    case .fonts, .fills, .cells, .indexedColours: list = name
    case .numberFormat:
      guard let id = attributes.value(.formatID, in: vocabulary)?.int, codes.count < StylesHandler.most else { return }
      codes[id] = attributes.value(.formatCode, in: vocabulary)?.string ?? ""
    case .font where list == .fonts && struckFonts.count < StylesHandler.most: struckFonts.append(false)
    case .strike where list == .fonts && !struckFonts.isEmpty:
      struckFonts[struckFonts.count - 1] = attributes.value(.value, in: vocabulary)?.isTrue ?? true
    case .fill where list == .fills && fills.count < StylesHandler.most: fills.append(nil)
    case .pattern where list == .fills: isSolid = attributes.value(.patternType, in: vocabulary).map { $0 == "solid" } ?? false
    case .foreground where list == .fills && isSolid && !fills.isEmpty:
      let colour = Colour(attributes, vocabulary)
      needsTheme = needsTheme || colour.theme != nil
      fills[fills.count - 1] = colour
    case .indexedColour where list == .indexedColours && indexed.count < 64:
      indexed.append(String((attributes.value(.rgb, in: vocabulary)?.string ?? "").suffix(6)))
    case .cell where list == .cells && cells.count < StylesHandler.most:
      func number(_ name: Name) -> Int { attributes.value(name, in: vocabulary)?.int ?? 0 }
      cells.append((number(.formatID), number(.fontID), number(.fillID)))
    default: break
    }
  }

  func end(_ name: Int) throws(Hinweis) {
    if let name = vocabulary[name], name == list { list = nil }
  }
}

extension Colour {
  fileprivate init(_ attributes: XMLAttributes, _ vocabulary: XMLVocabulary<StylesHandler.Name>) {
    rgb = attributes.value(.rgb, in: vocabulary)?.string
    theme = attributes.value(.theme, in: vocabulary)?.int
    indexed = attributes.value(.indexed, in: vocabulary)?.int
    tint = attributes.value(.tint, in: vocabulary).flatMap { Double($0.string) } ?? 0
  }
}
