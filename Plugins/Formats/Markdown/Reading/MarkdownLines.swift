// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

/// The lines of a file, one at a time and with a look at the next.
struct MarkdownLines {
  var cursor: TextCursor
  private let name: String
  /// The line that comes next, without its end and with blanks for tabs; nil at the end of the file.
  private(set) var line: [UInt8]?
  /// Its number, counted from 1.
  private(set) var number = 0
  /// Where it begins.
  private(set) var mark: TextCursor.Mark

  private static let ends = ByteSet("\n\r")
  private static let longest = 16 << 20

  init(_ cursor: TextCursor) throws(Hinweis) {
    self.cursor = cursor
    name = cursor.source.name
    mark = self.cursor.mark
    try advance()
  }

  /// Begins at a line that was met before.
  init(_ cursor: TextCursor, at mark: TextCursor.Mark) throws(Hinweis) {
    var cursor = cursor
    try cursor.go(to: mark)
    try self.init(cursor)
  }

  /// Goes on to the next line.
  mutating func advance() throws(Hinweis) {
    line = nil
    guard try cursor.peek() != nil else { return }
    mark = cursor.mark
    number = cursor.line
    var text: [UInt8] = []
    if try cursor.take(upTo: MarkdownLines.ends, into: &text, limit: MarkdownLines.longest) {
      guard text.count < MarkdownLines.longest else {
        throw Hinweis("hier beginnt eine Zeile von mehr als \(MarkdownLines.longest >> 20) MiB; erwartet war ein Text")
          .at(Place(file: name, line: number))
      }
      if try cursor.take() == 0x0D { _ = try cursor.takes(0x0A) }
    }
    line = text
  }
}

/// What a line looks like.
extension ArraySlice<UInt8> {
  /// Without blanks at both ends.
  var trimmed: ArraySlice<UInt8> {
    var text = drop { $0 == 0x20 || $0 == 0x09 }
    while let last = text.last, last == 0x20 || last == 0x09 { text.removeLast() }
    return text
  }

  var string: String { String(decoding: self, as: UTF8.self) }
}
