// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

/// Cuts a page into tags and the text between them; every text can be cut, however wrong.
struct HTMLTokens {
  enum Token { case text, open, close, end }

  var cursor: TextCursor
  /// The element of a tag.
  private(set) var name = HTMLName()
  /// The attributes that matter here.
  private(set) var attributes: [(name: HTMLName, value: [UInt8])] = []
  /// A piece of text, its entities resolved.
  private(set) var text: [UInt8] = []
  /// Names of sheets that Excel leaves in a remark.
  private(set) var sheetNames: [String] = []

  /// The element whose text is being read as it is.
  private var rawName: HTMLName?

  private static let known: HTMLNames = [
    "colspan", "rowspan", "hidden", "style", "bgcolor", "href", "class", "name", "content", "alt", "lang", "span",
  ]
  private static let textStops = ByteSet("<&")
  private static let tagEnd = ByteSet(">")
  private static let nameStops = ByteSet(" \t\n\r\u{C}/>=")
  private static let valueStops = ByteSet(" \t\n\r\u{C}>")
  private static let dash = ByteSet("->")
  private static let quotes: [UInt8: ByteSet] = [0x22: ByteSet("\""), 0x27: ByteSet("'")]
  /// Longer texts come in pieces, longer attributes are cut.
  private static let piece = 1 << 15

  init(_ cursor: TextCursor) { self.cursor = cursor }

  mutating func next() throws(Hinweis) -> Token {
    text.removeAll(keepingCapacity: true)
    if let rawName {
      if try readRaw(rawName) { return .text }
      self.rawName = nil
    }
    while let byte = try cursor.peek() {
      guard byte == UInt8(ascii: "<") else {
        try readText(HTMLTokens.textStops)
        if !text.isEmpty { return .text }
        continue
      }
      cursor.skip()
      switch try cursor.peek() {
      case let letter? where isLetter(letter):
        try readTag()
        if HTMLName.raw.contains(name) { rawName = name }
        return .open
      case UInt8(ascii: "/"):
        cursor.skip()
        guard let letter = try cursor.peek(), isLetter(letter) else {
          try skipToEnd()
          continue
        }
        try readTag()
        return .close
      case UInt8(ascii: "!"):
        cursor.skip()
        try readRemark()
      case UInt8(ascii: "?"): try skipToEnd()
      default:
        text.append(byte)
        return .text
      }
    }
    return .end
  }

  /// Whether the text is that of a style sheet.
  var isInStyle: Bool { rawName == "style" }

  func attribute(_ name: HTMLName) -> [UInt8]? { attributes.first { $0.name == name }?.value }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private mutating func skipToEnd() throws(Hinweis) {
    if try cursor.skip(upTo: HTMLTokens.tagEnd) { cursor.skip() }
  }

  /// Reads text up to the next tag, but no more than a piece.
  private mutating func readText(_ stops: ByteSet) throws(Hinweis) {
    while try cursor.take(upTo: stops, into: &text, limit: HTMLTokens.piece), text.count < HTMLTokens.piece {
      guard try cursor.takes(UInt8(ascii: "&")) else { return }
      try readEntity()
    }
  }

  private mutating func readEntity() throws(Hinweis) {
    var name: [UInt8] = []
    while let byte = try cursor.peek(), name.count < 32, isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x23 && name.isEmpty {
      name.append(byte)
      cursor.skip()
    }
    if name.isEmpty { text.append(0x26) } else { HTMLEntities.append(name, isClosed: try cursor.takes(0x3B), to: &text) }
  }

  /// Reads the text of an element such as `style`; false when only its end tag is left.
  private mutating func readRaw(_ name: HTMLName) throws(Hinweis) -> Bool {
    let hasEntities = name == "title" || name == "textarea"
    while try cursor.peek() != nil {
      if hasEntities {
        try readText(HTMLTokens.textStops)
      } else {
        _ = try cursor.take(upTo: ByteSet("<"), into: &text, limit: HTMLTokens.piece)
      }
      guard try cursor.peek() == UInt8(ascii: "<") else { return !text.isEmpty }
      let tag = cursor.mark
      cursor.skip()
      if try cursor.takes(UInt8(ascii: "/")) {
        var found = HTMLName()
        while let byte = try cursor.peek(), isLetter(byte) {
          found.append(byte)
          cursor.skip()
        }
        if found == name {
          try cursor.go(to: tag)
          return !text.isEmpty
        }
      }
      try cursor.go(to: tag)
      cursor.skip()
      text.append(UInt8(ascii: "<"))
      if text.count >= HTMLTokens.piece { return true }
    }
    return !text.isEmpty
  }

  /// Reads a tag from its name to its end.
  private mutating func readTag() throws(Hinweis) {
    name = try readName()
    attributes.removeAll(keepingCapacity: true)
    while let byte = try cursor.peek() {
      switch byte {
      case UInt8(ascii: ">"):
        cursor.skip()
        return
      case 0x20, 0x09, 0x0A, 0x0D, 0x0C, UInt8(ascii: "/"): cursor.skip()
      default: try readAttribute()
      }
    }
  }

  private mutating func readName() throws(Hinweis) -> HTMLName {
    var name = HTMLName()
    var isFirst = true
    while let byte = try cursor.peek(), isFirst || !HTMLTokens.nameStops.contains(byte) {
      name.append(byte)
      cursor.skip()
      isFirst = false
    }
    return name
  }

  private mutating func readAttribute() throws(Hinweis) {
    let attribute = try readName()
    text.removeAll(keepingCapacity: true)
    while let byte = try cursor.peek(), byte == 0x20 || (0x09...0x0D).contains(byte) { cursor.skip() }
    if try cursor.takes(UInt8(ascii: "=")) {
      while let byte = try cursor.peek(), byte == 0x20 || (0x09...0x0D).contains(byte) { cursor.skip() }
      if let quote = try cursor.peek(), let end = HTMLTokens.quotes[quote] {
        cursor.skip()
        try readValue(end)
        _ = try cursor.takes(quote)
      } else {
        try readValue(HTMLTokens.valueStops)
      }
    }
    if HTMLTokens.known.contains(attribute), !attributes.contains(where: { $0.name == attribute }) { attributes.append((attribute, text)) }
    text.removeAll(keepingCapacity: true)
  }

  private mutating func readValue(_ end: ByteSet) throws(Hinweis) {
    var value: [UInt8] = []
    if try cursor.take(upTo: end, into: &value, limit: HTMLTokens.piece) { _ = try cursor.skip(upTo: end) }
    guard value.contains(0x26) else {
      text = value
      return
    }
    var inner = HTMLTokens(TextCursor(Bytes(value), .utf8, from: 0))
    try inner.readText(ByteSet("&"))
    text = inner.text
  }

  /// Goes over a remark or a declaration; Excel names its sheets in one.
  private mutating func readRemark() throws(Hinweis) {
    guard try cursor.takes(UInt8(ascii: "-")) else { return try skipToEnd() }
    guard try cursor.takes(UInt8(ascii: "-")) else { return try skipToEnd() }
    var remark: [UInt8] = []
    var dashes = 2
    while let byte = try cursor.peek() {
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: ">") {
        cursor.skip()
        if byte == UInt8(ascii: ">") && dashes >= 2 { break }
        if byte == UInt8(ascii: ">"), remark.count < HTMLTokens.piece { remark.append(byte) }
        dashes = byte == UInt8(ascii: "-") ? dashes + 1 : 0
      } else {
        dashes = 0
        _ =
          remark.count < HTMLTokens.piece
          ? try cursor.take(upTo: HTMLTokens.dash, into: &remark, limit: HTMLTokens.piece) : try cursor.skip(upTo: HTMLTokens.dash)
      }
    }
    sheetNames += String(decoding: remark, as: UTF8.self).split(separator: "<x:Name>").dropFirst().prefix(100).map {
      String($0.prefix { $0 != "<" })
    }
  }
}
