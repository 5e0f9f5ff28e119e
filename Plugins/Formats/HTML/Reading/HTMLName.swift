// SPDX-License-Identifier: Apache-2.0

/// The name of an element or attribute: its first eight letters, small, as one number.
struct HTMLName: Hashable, ExpressibleByStringLiteral {
  private(set) var code: UInt64 = 0

  init() {}

  init(stringLiteral text: StaticString) {
    for index in 0..<text.utf8CodeUnitCount { append(text.utf8Start[index]) }
  }

  /// Adds a letter; those behind the eighth are not looked at.
  mutating func append(_ byte: UInt8) {
    guard code >> 56 == 0 else { return }
    code = code << 8 | UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
  }
}

extension HTMLName {
  /// Elements that nothing stands in.
  static let void: HTMLNames = ["br", "hr", "img", "input", "meta", "link", "col", "area", "base", "embed", "source", "track", "wbr"]
  /// Elements whose text is no markup.
  static let raw: HTMLNames = ["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"]
  /// Elements that stand on lines of their own.
  static let blocks: HTMLNames = [
    "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "blockquo", "pre", "section", "article", "aside",
    "header", "footer", "main", "nav", "address", "figure", "figcapti", "form", "fieldset", "hr", "center", "body", "html", "details",
    "summary", "tr", "legend",
  ]
  /// Elements whose text is not part of the page.
  static let unread: HTMLNames = ["script", "style", "xmp", "iframe", "noembed", "noframes", "template", "svg", "object", "nav"]
}

/// Some names, to look one up for each tag of a long page.
struct HTMLNames: ExpressibleByArrayLiteral, Sendable {
  /// By a few bits of their code; where two would share a place, the second takes the next.
  private var places = [UInt64](repeating: 0, count: 256)

  init(arrayLiteral names: HTMLName...) {
    for name in names {
      var place = HTMLNames.place(name.code)
      while places[place] != 0 { place = (place + 1) & 255 }
      places[place] = name.code
    }
  }

  func contains(_ name: HTMLName) -> Bool {
    var place = HTMLNames.place(name.code)
    while places[place] != name.code {
      if places[place] == 0 { return false }
      place = (place + 1) & 255
    }
    return name.code != 0
  }

  private static func place(_ code: UInt64) -> Int { Int(truncatingIfNeeded: code &* 0x9E37_79B9_7F4A_7C15 >> 56) }
}
