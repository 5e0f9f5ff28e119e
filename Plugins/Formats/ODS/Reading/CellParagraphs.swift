// SPDX-License-Identifier: Apache-2.0

/// Puts the text of paragraphs together: a line for each, and blanks as ODF counts them (several on end are one).
struct CellParagraphs {
  /// The text where it is not appended elsewhere.
  private(set) var bytes: [UInt8] = []
  /// Whether all that was added is struck through.
  var isStruck: Bool { hasStruck && !hasPlain }

  private var count = 0
  private var isBehindBlank = true
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
    isBehindBlank = true
  }

  mutating func append(_ more: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
    if spans.contains(true) { hasStruck = true } else { hasPlain = true }
    var isBlank = isBehindBlank
    var isUsual = true
    for byte in more {
      isUsual = isUsual && (byte > 0x20 || byte == 0x20 && !isBlank)
      isBlank = byte <= 0x20
    }
    if isUsual {
      text.append(contentsOf: more)
      isBehindBlank = isBlank
      return
    }
    for byte in more {
      if byte > 0x20 {
        text.append(byte)
        isBehindBlank = false
      } else if !isBehindBlank {
        text.append(0x20)
        isBehindBlank = true
      }
    }
  }

  /// Adds a character that counts as it stands.
  mutating func add(_ byte: UInt8, to text: inout [UInt8]) {
    text.append(byte)
    isBehindBlank = byte == 0x0A
  }

  mutating func endParagraph(in text: inout [UInt8], from begin: Int) {
    if isBehindBlank, text.count > begin, text.last == 0x20 { text.removeLast() }
  }

  // The same for a text that is kept here.
  mutating func beginParagraph() { keep { $0.beginParagraph(in: &$1) } }
  mutating func append(_ more: UnsafeBufferPointer<UInt8>) { if bytes.count < 1 << 20 { keep { $0.append(more, to: &$1) } } }
  mutating func add(_ byte: UInt8) { keep { $0.add(byte, to: &$1) } }
  mutating func endParagraph() { keep { $0.endParagraph(in: &$1, from: 0) } }

  private mutating func keep(_ body: (inout CellParagraphs, inout [UInt8]) -> Void) {
    var kept: [UInt8] = []
    swap(&kept, &bytes)
    body(&self, &kept)
    swap(&kept, &bytes)
  }
}
