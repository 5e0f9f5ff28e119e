// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// The styles of paragraphs, with what a style takes from the one that it is based on.
final class Styles: XMLHandler {
  struct Style {
    /// The built-in name, which is English in every language: `heading 1`.
    var name = ""
    var base: String?
    /// The rank of a heading, from 0 on; 9 is text.
    var outline: Int?
    var list: String?
    var level: Int?
  }

  private enum Name: String, CaseIterable {
    case style = "w:style", id = "w:styleId", type = "w:type", name = "w:name", base = "w:basedOn", outline = "w:outlineLvl", value =
      "w:val"
    case numId = "w:numId", level = "w:ilvl", isDefault = "w:default"
  }
  private static let vocabulary = XMLVocabulary(Name.self)
  var names: XMLNames { Styles.vocabulary.names }
  private var styles: [String: Style] = [:]
  private var current: (id: String, style: Style)?

  func start(_ name: Int, _ attributes: XMLAttributes) throws(Hinweis) {
    let value = attributes.first { Styles.vocabulary[$0.name] == .value }?.value
    switch Styles.vocabulary[name] {
    case .style:
      let id = attributes.first { Styles.vocabulary[$0.name] == .id }?.value.string ?? ""
      current = (id, Style())
    case .name: current?.style.name = value?.string ?? ""
    case .base: current?.style.base = value?.string
    case .outline: current?.style.outline = value?.int
    case .numId: current?.style.list = value?.string
    case .level: current?.style.level = value?.int
    default: return
    }
  }

  func end(_ name: Int) throws(Hinweis) {
    guard Styles.vocabulary[name] == .style, let current else { return }
    styles[current.id] = current.style
    self.current = nil
  }

  /// What a style says, with all that it takes from others.
  func style(_ id: String) -> Style? {
    guard var style = styles[id] else { return nil }
    var base = style.base
    // A chain that bites its own tail ends here too.
    for _ in 0..<20 {
      guard let id = base, let above = styles[id] else { break }
      // What is based on a heading is one; what is based on the title, such as its author, is not.
      if style.outline == nil { style.outline = above.outline ?? (above.isTitle ? nil : above.headingLevel) }
      if style.list == nil { style.list = above.list }
      if style.level == nil { style.level = above.level }
      base = above.base
    }
    style.outline = style.outline ?? style.headingLevel
    return style
  }
}

extension Styles.Style {
  /// The rank that the name of a heading says, from 0 on.
  fileprivate var headingLevel: Int? {
    if isTitle { return 0 }
    let name = name.lowercased()
    for word in ["heading ", "überschrift "] where name.hasPrefix(word) { return Int(name.dropFirst(word.count)).map { $0 - 1 } }
    return nil
  }

  fileprivate var isTitle: Bool { ["title", "titel"].contains(name.lowercased()) }

  /// True for a line of a table of contents.
  var isContents: Bool { name.lowercased().hasPrefix("toc ") }
}
