// SPDX-License-Identifier: Apache-2.0
import PlanKit

/// What a line begins.
extension MarkdownReader {
  /// `## Heading`, with its level.
  static func heading(_ line: ArraySlice<UInt8>) -> (Int, ArraySlice<UInt8>)? {
    let level = line.prefix { $0 == UInt8(ascii: "#") }.count
    let rest = line.dropFirst(level)
    guard (1...6).contains(level), rest.first.map({ $0 == 0x20 || $0 == 0x09 }) ?? true else { return nil }
    var text = rest.trimmed
    // Number signs at the end belong to the mark, if a blank stands before them.
    var bare = text
    while bare.last == UInt8(ascii: "#") { bare.removeLast() }
    if bare.isEmpty || bare.last == 0x20 { text = bare.trimmed }
    // Pandoc gives a heading its name in braces.
    if text.last == UInt8(ascii: "}"), let brace = text.lastIndex(of: UInt8(ascii: "{")), text[(brace + 1)...].first == UInt8(ascii: "#") {
      text = text[..<brace].trimmed
    }
    return (level, text)
  }

  /// The line below a heading.
  static func underline(_ line: ArraySlice<UInt8>) -> Int? {
    if line.allSatisfy({ $0 == UInt8(ascii: "=") }) { return 1 }
    return line.allSatisfy { $0 == UInt8(ascii: "-") } ? 2 : nil
  }

  static func isBorder(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, "-*_".utf8.contains(first) else { return false }
    return line.allSatisfy { $0 == first || $0 == 0x20 } && line.count { $0 == first } >= 3
  }

  /// The text of a point: `- text`, `2. text`.
  static func point(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = line.first, !isBorder(line) else { return nil }
    var rest = line.dropFirst()
    if (0x30...0x39).contains(first) {
      rest = line.drop { (0x30...0x39).contains($0) }
      guard rest.startIndex - line.startIndex < 10, let sign = rest.first, sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")") else {
        return nil
      }
      rest = rest.dropFirst()
    } else if !"-*+".utf8.contains(first) {
      return nil
    }
    guard rest.first == 0x20 || rest.first == 0x09 else { return nil }
    let text = rest.trimmed
    // A box to tick is a mark.
    return text.starts(with: Array("[ ] ".utf8)) ? text.dropFirst(4) : text
  }

  /// The marks that begin or end a block of code.
  static func fence(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = line.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else { return nil }
    let marks = line.prefix { $0 == first }
    return marks.count >= 3 && !line.dropFirst(marks.count).contains(UInt8(ascii: "`")) ? marks : nil
  }

  static func plain(_ text: ArraySlice<UInt8>) -> String { runs(text).map(\.text).joined() }

  /// The runs of a paragraph: a line's end is a blank, behind a backslash it breaks the line.
  static func runs(_ text: ArraySlice<UInt8>) -> [Run] {
    var joined: [UInt8] = []
    var slashes = 0
    for byte in text {
      joined.append(byte == 0x0A && slashes % 2 == 0 ? 0x20 : byte)
      slashes = byte == UInt8(ascii: "\\") ? slashes + 1 : 0
    }
    return MarkdownInline(joined[...]).runs
  }
}
