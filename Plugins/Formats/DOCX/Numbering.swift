// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// The numbers of lists and headings, which Word counts itself and writes nowhere.
final class Numbering: XMLHandler {
  private struct Level {
    var start = 1
    var format = "decimal"
    var text = ""
    var style: String?
  }

  private struct List {
    var kind = ""
    var starts: [Int: Int] = [:]
  }

  private enum Name: String, CaseIterable {
    case kind = "w:abstractNum", kindID = "w:abstractNumId", level = "w:lvl", rank = "w:ilvl", start = "w:start", format = "w:numFmt",
      text = "w:lvlText"
    case style = "w:pStyle", list = "w:num", listID = "w:numId", override = "w:lvlOverride", restart = "w:startOverride", value = "w:val"
  }
  private static let vocabulary = XMLVocabulary(Name.self)
  var names: XMLNames { Numbering.vocabulary.names }
  private var kinds: [String: [Int: Level]] = [:]
  private var lists: [String: List] = [:]
  private var kind: String?
  private var list: String?
  private var rank: Int?
  /// How far each kind of list is counted.
  private var counts: [String: [Int: Int]] = [:]
  private var begun: Set<String> = []

  func start(_ name: Int, _ attributes: XMLAttributes) throws(Hinweis) {
    func value(_ name: Name) -> XMLValue? { attributes.first { Numbering.vocabulary[$0.name] == name }?.value }
    switch Numbering.vocabulary[name] {
    case .kind: kind = value(.kindID)?.string
    case .list:
      list = value(.listID)?.string
      if let list { lists[list] = List() }
    case .kindID: if let list { lists[list]?.kind = value(.value)?.string ?? "" }
    case .level:
      rank = value(.rank)?.int
      if let kind, let rank { kinds[kind, default: [:]][rank] = Level() }
    case .override: rank = value(.rank)?.int
    case .restart: if let list, let rank { lists[list]?.starts[rank] = value(.value)?.int }
    case .start: change { $0.start = value(.value)?.int ?? 1 }
    case .format: change { $0.format = value(.value)?.string ?? "" }
    case .text: change { $0.text = value(.value)?.string ?? "" }
    case .style: change { $0.style = value(.value)?.string }
    default: return
    }
  }

  func end(_ name: Int) throws(Hinweis) {
    switch Numbering.vocabulary[name] {
    case .kind: kind = nil
    case .list: list = nil
    case .level, .override: rank = nil
    default: return
    }
  }

  private func change(_ body: (inout Level) -> Void) {
    guard let kind, let rank, var level = kinds[kind]?[rank] else { return }
    body(&level)
    kinds[kind]?[rank] = level
  }

  /// The rank at which a style stands in a list.
  func rank(of style: String, in list: String) -> Int? {
    lists[list].flatMap { kinds[$0.kind] }?.first { $0.value.style == style }?.key
  }

  /// Counts on and gives the number of a point; empty for one with a bullet, nil for what is no point.
  func next(_ id: String, _ rank: Int) -> String? {
    guard id != "0", let list = lists[id] else { return nil }
    guard let levels = kinds[list.kind], let level = levels[rank] else { return "" }
    var counts = counts[list.kind] ?? [:]
    if begun.insert("\(id) \(rank)").inserted, let start = list.starts[rank] { counts[rank] = start - 1 }
    counts[rank] = (counts[rank] ?? level.start - 1) + 1
    for deeper in counts.keys where deeper > rank { counts[deeper] = nil }
    self.counts[list.kind] = counts
    if ["bullet", "none", ""].contains(level.format) { return "" }
    var number = ""
    var text = level.text[...]
    while let mark = text.firstIndex(of: "%") {
      number += text[..<mark]
      let next = text.index(after: mark)
      guard next < text.endIndex, let place = text[next].wholeNumberValue, place > 0 else {
        number += "%"
        text = text[next...]
        continue
      }
      let other = levels[place - 1] ?? level
      number += Numbering.text(counts[place - 1] ?? other.start, other.format)
      text = text[text.index(after: next)...]
    }
    return number + text
  }

  private static func text(_ number: Int, _ format: String) -> String {
    switch format {
    case "lowerLetter" where number > 0: letters(number, "a")
    case "upperLetter" where number > 0: letters(number, "A")
    case "lowerRoman" where (1..<4000).contains(number): roman(number).lowercased()
    case "upperRoman" where (1..<4000).contains(number): roman(number)
    case "decimalZero" where (0..<10).contains(number): "0\(number)"
    case "none", "bullet": ""
    default: String(number)
    }
  }

  /// Behind z comes aa, then bb.
  private static func letters(_ number: Int, _ first: Unicode.Scalar) -> String {
    let letter = Character(Unicode.Scalar(UInt8(first.value) + UInt8((number - 1) % 26)))
    return String(repeating: letter, count: min((number - 1) / 26 + 1, 20))
  }

  private static func roman(_ number: Int) -> String {
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"),
      (4, "IV"), (1, "I"),
    ]
    var (rest, text) = (number, "")
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }
}
