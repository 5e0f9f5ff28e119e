// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// The styles of paragraphs, words, cells and lists.
final class Styles: XMLHandler {
  struct Style {
    var parent: String?
    var isBold = false
    var isItalic = false
    var isHidden = false
    var colour: String?
    var list: String?
  }

  /// How a level of a list is numbered.
  struct Level {
    /// `1`, `a`, `I`; empty for a bullet or no number.
    var format = ""
    var prefix = ""
    var suffix = ""
    var start = 1
    /// How many levels above show their number too.
    var shown = 1
  }

  private enum Name: String, CaseIterable {
    case style = "style:style", name = "style:name", parent = "style:parent-style-name", listName = "style:list-style-name"
    case text = "style:text-properties", weight = "fo:font-weight", slant = "fo:font-style", display = "text:display"
    case cell = "style:table-cell-properties", colour = "fo:background-color"
    case list = "text:list-style", number = "text:list-level-style-number", bullet = "text:list-level-style-bullet"
    case outline = "text:outline-style", outlineLevel = "text:outline-level-style"
    case level = "text:level", format = "style:num-format", prefix = "style:num-prefix", suffix = "style:num-suffix", start =
      "text:start-value"
    case shown = "text:display-levels", body = "office:body"
  }
  private static let vocabulary = XMLVocabulary(Name.self)
  var names: XMLNames { Styles.vocabulary.names }
  private(set) var isDone = false
  private var styles: [String: Style] = [:]
  private var lists: [String: [Int: Level]] = [:]
  private var current: String?
  private var list: String?
  /// The list of which the headings are numbered.
  static let outline = "\u{1F}"

  func start(_ name: Int, _ attributes: XMLAttributes) throws(Hinweis) {
    func value(_ wanted: Name) -> String? { attributes.first { Styles.vocabulary[$0.name] == wanted }?.value.string }
    switch Styles.vocabulary[name] {
    case .style:
      current = value(.name)
      if let current { styles[current] = Style(parent: value(.parent), list: value(.listName)) }
    case .text:
      guard let current else { return }
      if let weight = value(.weight) { styles[current]?.isBold = weight == "bold" || (Int(weight) ?? 0) >= 600 }
      if let slant = value(.slant) { styles[current]?.isItalic = slant != "normal" }
      if value(.display) == "none" { styles[current]?.isHidden = true }
    case .cell:
      if let current, let colour = value(.colour), colour.hasPrefix("#") {
        styles[current]?.colour = String(colour.dropFirst()).uppercased()
      }
    case .list: list = value(.name)
    case .outline: list = Styles.outline
    case .number, .bullet, .outlineLevel:
      guard let list, let rank = value(.level).flatMap({ Int($0) }) else { return }
      var level = Level()
      if Styles.vocabulary[name] != .bullet {
        level = Level(
          format: value(.format) ?? "", prefix: value(.prefix) ?? "", suffix: value(.suffix) ?? "",
          start: value(.start).flatMap { Int($0) } ?? 1,
          shown: value(.shown).flatMap { Int($0) } ?? 1)
      }
      lists[list, default: [:]][rank] = level
    case .body: isDone = true
    default: return
    }
  }

  func end(_ name: Int) throws(Hinweis) {
    switch Styles.vocabulary[name] {
    case .style: current = nil
    case .list, .outline: list = nil
    default: return
    }
  }

  subscript(_ name: String) -> Style? { styles[name] }

  /// True if a style is the title's, or made from it.
  func isTitle(_ name: String) -> Bool { name == "Title" || styles[name]?.parent == "Title" }

  func level(_ rank: Int, of list: String) -> Level? { lists[list]?[rank] }
}
