// SPDX-License-Identifier: Apache-2.0
import PlanKit

/// What style sheets and attributes say that matters for data: the colour behind a cell, what is hidden, what is struck through.
struct HTMLStyle: Sendable {
  /// Background colours of classes, by the class' name in small letters.
  private(set) var colours: [String: String] = [:]
  private(set) var hiddenClasses: Set<String> = []

  /// Reads the rules of a style sheet that are about single classes.
  mutating func add(_ sheet: String) {
    for rule in sheet.split(separator: "}") {
      guard let brace = rule.firstIndex(of: "{"), colours.count < 10_000 else { continue }
      let body = String(rule[rule.index(after: brace)...])
      let colour = HTMLStyle.background(body)
      guard colour != nil || HTMLStyle.isHidden(body) else { continue }
      for selector in rule[..<brace].split(separator: ",") {
        // `td.xl65` and `.xl65`
        guard let dot = selector.lastIndex(of: ".") else { continue }
        let name = selector[selector.index(after: dot)...].drop { $0.isWhitespace }
        let trimmed = name.prefix { !$0.isWhitespace }
        guard trimmed.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }),
          name.allSatisfy({ !$0.isLetter }) || trimmed.count > 0
        else { continue }
        if let colour { colours[trimmed.lowercased()] = colour }
        if HTMLStyle.isHidden(body) { hiddenClasses.insert(trimmed.lowercased()) }
      }
    }
  }

  /// The colour behind an element, as `RRGGBB`.
  func colour(_ tokens: HTMLTokens) -> String? {
    if tokens.attributes.isEmpty { return nil }
    if let style = tokens.attribute("style"), let colour = HTMLStyle.background(String(decoding: style, as: UTF8.self)) { return colour }
    if let colour = tokens.attribute("bgcolor"), let found = HTMLColour.rgb(String(decoding: colour, as: UTF8.self)) { return found }
    guard !colours.isEmpty, let classes = tokens.attribute("class") else { return nil }
    return HTMLStyle.words(classes).lazy.compactMap { colours[$0] }.first
  }

  /// Whether an element is not shown.
  func isHidden(_ tokens: HTMLTokens) -> Bool {
    if tokens.attributes.isEmpty { return false }
    if tokens.attribute("hidden") != nil { return true }
    if let style = tokens.attribute("style"), HTMLStyle.isHidden(String(decoding: style, as: UTF8.self)) { return true }
    guard !hiddenClasses.isEmpty, let classes = tokens.attribute("class") else { return false }
    return HTMLStyle.words(classes).contains { hiddenClasses.contains($0) }
  }

  private static func words(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
  }

  private static func isHidden(_ style: String) -> Bool { value("display", in: style) == "none" }

  private static func background(_ style: String) -> String? {
    (value("background-color", in: style) ?? value("background", in: style)).flatMap(HTMLColour.rgb)
  }

  private static func value(_ property: String, in style: String) -> String? {
    for declaration in style.split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].filter({ !$0.isWhitespace }).lowercased() == property else { continue }
      let value = parts[1].drop { $0.isWhitespace }.lowercased()
      return String(value.prefix { $0 != "!" }.reversed().drop { $0.isWhitespace }.reversed())
    }
    return nil
  }
}
