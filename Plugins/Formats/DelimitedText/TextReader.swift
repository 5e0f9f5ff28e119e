// SPDX-License-Identifier: Apache-2.0
import Glibc
import PlanKit
import TextKit

/// The text of a file in UTF-8: a window that grows at its end and is dropped at its front.
struct TextReader {
  /// What has been read and not been dropped.
  private(set) var text: [UInt8] = []
  /// Whether the file ends with this text.
  private(set) var isAtEnd = false
  /// What is wrong with the bytes that were read last, up to `mostNotes` in a file.
  private(set) var notes: [Hinweis] = []
  /// How much was wrong with all bytes read.
  private(set) var flawCount = 0

  private let source: any ByteSource
  private let encoding: Encoding
  private var offset: Int

  /// More findings of one sort are only counted.
  static let mostNotes = 10
  private static let chunk = 1 << 18

  /// - Parameter offset: where the text begins, behind a byte order mark.
  init(_ source: any ByteSource, _ encoding: Encoding, from offset: Int) {
    self.source = source
    self.encoding = encoding
    self.offset = offset
  }

  /// Reads on: at least as much as it holds, so that a row of any length is found in few steps.
  ///
  /// - Parameter line: the line of the file with which the text begins.
  mutating func fill(line: Int) throws(Hinweis) {
    let bytes = try source.bytes(at: offset, count: max(TextReader.chunk, text.count))
    isAtEnd = bytes.isEmpty || offset + bytes.count >= source.size
    var flaws: [Flaw] = []
    let known = text.count
    offset += bytes.withUnsafeBufferPointer { encoding.decode($0, isLast: isAtEnd, to: &text, &flaws) }
    let zero = text.withUnsafeBufferPointer { $0.firstIndex(of: 0, from: known, to: $0.count) }
    if let zero { flaws.append(Flaw(kind: .zeros(text[zero...].count { $0 == 0 }), position: zero)) }
    notes = describe(flaws.sorted { $0.position < $1.position }.prefix(max(0, TextReader.mostNotes - flawCount)), line: line)
    flawCount += flaws.count
    if let zero { text.replaceSubrange(zero..., with: text[zero...].filter { $0 != 0 }) }
  }

  /// Drops what has been cut into rows.
  mutating func drop(_ count: Int) { text.removeFirst(count) }

  /// Calls a closure with the text, behind which stand a line feed and seven more bytes: loops need not ask where it ends.
  mutating func withGuardedText<Result>(_ body: (_ text: UnsafeBufferPointer<UInt8>, _ count: Int) -> Result) -> Result {
    let count = text.count
    text.append(contentsOf: [.lineFeed, 0, 0, 0, 0, 0, 0, 0])
    defer { text.removeLast(8) }
    return text.withUnsafeBufferPointer { body($0, count) }
  }

  private func describe(_ flaws: some Sequence<Flaw>, line: Int) -> [Hinweis] {
    var line = line
    var counted = 0
    return flaws.map { flaw in
      line += text[counted..<flaw.position].lineBreaks
      counted = flaw.position
      return Hinweis.flaw(flaw.kind).grade(.warnung).at(Place(file: source.name, line: line))
    }
  }
}

extension Collection<UInt8> {
  /// How many lines end in it: CRLF, LF or CR.
  var lineBreaks: Int {
    var count = 0
    var before: UInt8 = 0
    for byte in self {
      if byte == .carriageReturn || (byte == .lineFeed && before != .carriageReturn) { count += 1 }
      before = byte
    }
    return count
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte between two places.
  func firstIndex(of byte: UInt8, from start: Int, to end: Int) -> Int? {
    guard let base = baseAddress, start < end, let found = memchr(base + start, Int32(byte), end - start) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
