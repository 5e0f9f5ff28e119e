// SPDX-License-Identifier: Apache-2.0

/// Puts the text of paragraphs together, a line for each.
///
/// A line break of the XML text is a blank, or nothing at the ends of a paragraph. Blanks on end would be one by the standard, but
/// pandas, and in links LibreOffice too, write them so when there are several.
struct CellParagraphs {
  /// The text where it is not appended elsewhere.
  private(set) var bytes: [UInt8] = []
  /// Whether all that was added is struck through.
  var isStruck: Bool { hasStruck && !hasPlain }

  private var count = 0
  private var isAtBegin = true
  private var isBehindBreak = false
  private var hasStruck = false
  private var hasPlain = false
  /// Spans in one another, and which of them are struck through.
  private var spans: [Bool] = []

  mutating func begin() {
    count = 0
    (hasStruck, hasPlain) = (false, false)
    spans.removeAll(keepingCapacity: true)
  }

  mutating func enterSpan(isStruck: Bool) { spans.append(isStruck) }
  mutating func leaveSpan() { _ = spans.popLast() }

  mutating func beginParagraph(in text: inout [UInt8]) {
    if count > 0 { text.append(0x0A) }
    count += 1
    (isAtBegin, isBehindBreak) = (true, false)
  }

  mutating func append(_ more: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
    if spans.contains(true) { hasStruck = true } else { hasPlain = true }
    if !isBehindBreak, !more.contains(where: { $0 < 0x20 }) {
      text.append(contentsOf: more)
      isAtBegin = false
      return
    }
    for byte in more {
      if byte < 0x20 {
        isBehindBreak = true
      } else if byte > 0x20 || !isBehindBreak {
        add(byte, to: &text)
      }
    }
  }

  /// Adds a character that counts as it stands.
  mutating func add(_ byte: UInt8, to text: inout [UInt8]) {
    if isBehindBreak && !isAtBegin && text.last != 0x20 { text.append(0x20) }
    (isAtBegin, isBehindBreak) = (false, false)
    text.append(byte)
  }

  // The same for a text that is kept here.
  mutating func beginParagraph() { keep { $0.beginParagraph(in: &$1) } }
  mutating func append(_ more: UnsafeBufferPointer<UInt8>) { if bytes.count < 1 << 20 { keep { $0.append(more, to: &$1) } } }
  mutating func add(_ byte: UInt8) { keep { $0.add(byte, to: &$1) } }

  private mutating func keep(_ body: (inout CellParagraphs, inout [UInt8]) -> Void) {
    var kept: [UInt8] = []
    swap(&kept, &bytes)
    body(&self, &kept)
    swap(&kept, &bytes)
  }
}
