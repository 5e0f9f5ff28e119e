// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

/// A stretch of text without its marks: emphasis, code, links, escapes, entities, line breaks.
struct MarkdownInline {
  private(set) var runs: [Run] = []
  private(set) var links: [String] = []
  /// Whether all of it is struck through.
  private(set) var isStruck = false

  /// Characters that may mean something.
  static let marks = ByteSet("\\`*_[]<&~!|")

  private var text: [UInt8] = []
  private var strong = 0
  private var emphasised = 0
  /// The next `>`, looked for only once.
  private var tagEnd = -1
  private static let longestTag = 2000

  private enum Style { case strong, emphasised, struck }

  init(_ source: ArraySlice<UInt8>, isCell: Bool = false) {
    let bytes = Array(source)
    let pairs = MarkdownPairs(bytes)
    var place = 0
    var struck = 0
    while place < bytes.count {
      let byte = bytes[place]
      if let run = pairs.marks[place] {
        flush()
        strong += run.strong
        emphasised += run.emphasised
        if run.struck > 0 { isStruck = place == 0 }
        struck += run.struck
        if run.struck < 0 && place + run.length < bytes.count { isStruck = false }
        place += run.length
        continue
      }
      switch byte {
      case UInt8(ascii: "\\") where place + 1 < bytes.count:
        place = escape(bytes, place)
      case UInt8(ascii: "`"): place = code(bytes, place, isCell: isCell)
      case UInt8(ascii: "<"): place = tag(bytes, place)
      case UInt8(ascii: "&"): place = entity(bytes, place)
      case UInt8(ascii: "["), UInt8(ascii: "!"): place = link(bytes, place, pairs)
      case UInt8(ascii: "]"): place = target(bytes, place, pairs)
      default:
        text.append(byte)
        place += 1
      }
    }
    flush()
    if struck != 0 { isStruck = false }
  }

  private mutating func flush(_ style: Run.Style? = nil) {
    guard !text.isEmpty else { return }
    let style = style ?? (strong > 0 ? .strong : emphasised > 0 ? .emphasised : .plain)
    let words = String(decoding: text, as: UTF8.self)
    if runs.last?.style == style { runs[runs.count - 1].text += words } else { runs.append(Run(words, style)) }
    text.removeAll(keepingCapacity: true)
  }

  private mutating func escape(_ bytes: [UInt8], _ place: Int) -> Int {
    let next = bytes[place + 1]
    let isMark =
      (0x21...0x2F).contains(next) || (0x3A...0x40).contains(next) || (0x5B...0x60).contains(next) || (0x7B...0x7E).contains(next)
    if isMark || next == 0x0A { text.append(next) } else { text += [bytes[place], next] }
    return place + 2
  }

  /// Text between backticks; in a cell a bar in it is escaped all the same.
  private mutating func code(_ bytes: [UInt8], _ place: Int, isCell: Bool) -> Int {
    let fence = MarkdownPairs.fence(bytes, place)
    guard let end = MarkdownPairs.end(ofCode: bytes, place) else {
      text += bytes[place..<place + fence]
      return place + fence
    }
    var inner = bytes[place + fence..<end - fence]
    if inner.count > 2, inner.first == 0x20, inner.last == 0x20 { inner = inner.dropFirst().dropLast() }
    flush()
    var isEscaped = false
    for byte in inner {
      if isEscaped && byte != UInt8(ascii: "|") { text.append(UInt8(ascii: "\\")) }
      isEscaped = isCell && !isEscaped && byte == UInt8(ascii: "\\")
      if !isEscaped { text.append(byte == 0x0A ? 0x20 : byte) }
    }
    if isEscaped { text.append(UInt8(ascii: "\\")) }
    flush(.code)
    return end
  }

  /// `<br>` is a line break, an address between angle brackets a link; other tags are left out.
  private mutating func tag(_ bytes: [UInt8], _ place: Int) -> Int {
    if tagEnd < place { tagEnd = bytes[place...].firstIndex(of: UInt8(ascii: ">")) ?? .max }
    let end = tagEnd
    guard end < min(bytes.count, place + MarkdownInline.longestTag) else {
      text.append(bytes[place])
      return place + 1
    }
    let inner = bytes[place + 1..<end]
    let word = inner.prefix { (0x61...0x7A).contains($0 | 0x20) }.string.lowercased()
    if word == "br" {
      while text.last == 0x20 { text.removeLast() }
      text.append(0x0A)
      return bytes[(end + 1)...].firstIndex { $0 != 0x20 } ?? bytes.count
    } else if inner.contains(UInt8(ascii: ":")) && !inner.contains(0x20) && !word.isEmpty
      || inner.contains(UInt8(ascii: "@")) && !inner.contains(0x20)
    {
      text += inner
      links.append(inner.string)
    } else if word.isEmpty && inner.first != UInt8(ascii: "/") && inner.first != UInt8(ascii: "!") {
      text.append(bytes[place])
      return place + 1
    } else if word == "strong" || word == "b" || inner.starts(with: Array("/strong".utf8)) || inner.starts(with: Array("/b".utf8)) {
      flush()
      strong += inner.first == UInt8(ascii: "/") ? -1 : 1
    } else if word == "em" || word == "i" || inner.starts(with: Array("/em".utf8)) || inner.elementsEqual("/i".utf8) {
      flush()
      emphasised += inner.first == UInt8(ascii: "/") ? -1 : 1
    }
    return end + 1
  }

  private mutating func entity(_ bytes: [UInt8], _ place: Int) -> Int {
    let name = bytes[(place + 1)...].prefix(12).prefix { $0 != 0x3B }
    guard name.endIndex < bytes.count, bytes[name.endIndex] == 0x3B, let character = MarkdownEntity.character(name.string) else {
      text.append(bytes[place])
      return place + 1
    }
    text += Array(String(character).utf8)
    return name.endIndex + 1
  }

  private mutating func link(_ bytes: [UInt8], _ place: Int, _ pairs: MarkdownPairs) -> Int {
    let bracket = bytes[place] == UInt8(ascii: "!") ? place + 1 : place
    if bracket < bytes.count, pairs.links[bracket] != nil { return bracket + 1 }
    text.append(bytes[place])
    return place + 1
  }

  private mutating func target(_ bytes: [UInt8], _ place: Int, _ pairs: MarkdownPairs) -> Int {
    guard let end = pairs.targets[place] else {
      text.append(bytes[place])
      return place + 1
    }
    let inner = bytes[place + 2..<end].trimmed.prefix { $0 != 0x20 }
    links.append((inner.first == UInt8(ascii: "<") ? inner.dropFirst().dropLast() : inner).string)
    return end + 1
  }
}

/// The few named characters that stand in such texts, and numbered ones.
enum MarkdownEntity {
  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä",
    "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "euro": "€", "ndash": "–", "mdash": "—", "bdquo": "„", "ldquo": "“", "hellip": "…",
    "shy": "\u{AD}",
    "sect": "§", "middot": "·", "bull": "•", "copy": "©",
  ]

  static func character(_ name: String) -> Unicode.Scalar? {
    guard name.first == "#" else { return named[name] }
    let digits = name.dropFirst()
    let code = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
  }
}
