// SPDX-License-Identifier: Apache-2.0
public import PlanKit

/// A place in the text of a file that moves forward, and can be set back to where it was before.
///
/// It holds one part of the text at a time, in UTF-8 and without NUL bytes, so that a file of any length needs the same memory.
public struct TextCursor: Sendable {
  public let source: any ByteSource
  public let encoding: Encoding
  private let begin: Int

  @usableFromInline var window: [UInt8] = []
  @usableFromInline var position = 0
  /// Where in the file the window begins, and where the next one does.
  private var offset: Int
  private var next: Int

  /// Up to which place of the window lines are counted, and what was counted.
  private var counted = 0
  private var lines = 1
  private var characters = 0
  private var isBehindReturn = false

  private var flaws: ArraySlice<Flaw> = []
  private var flawCount = 0

  /// More findings of one sort are only counted.
  public static let mostNotes = 10
  private static let chunk = 1 << 16

  public init(_ source: any ByteSource) throws(Hinweis) {
    let (encoding, begin) = try Encoding.find(in: source)
    self.init(source, encoding, from: begin)
  }

  /// - Parameter begin: where the text begins, behind a byte order mark.
  public init(_ source: any ByteSource, _ encoding: Encoding, from begin: Int) {
    self.source = source
    self.encoding = encoding
    self.begin = begin
    offset = begin
    next = begin
  }

  /// The next byte, which stays; nil at the end of the file.
  @inlinable public mutating func peek() throws(Hinweis) -> UInt8? {
    if position == window.count {
      guard try fill() else { return nil }
    }
    return window[position]
  }

  /// Goes over the byte that `peek` gave.
  @inlinable public mutating func skip() { position += 1 }

  /// The next byte, which is gone over.
  @inlinable public mutating func take() throws(Hinweis) -> UInt8? {
    guard let byte = try peek() else { return nil }
    position += 1
    return byte
  }

  /// Goes over a byte if it comes next.
  @inlinable public mutating func takes(_ byte: UInt8) throws(Hinweis) -> Bool {
    guard try peek() == byte else { return false }
    position += 1
    return true
  }

  /// Goes on to the next byte of a set and adds what stands before it; false at the end of the file.
  ///
  /// - Parameter limit: how long `text` may become; at its end the cursor stops too.
  public mutating func take(upTo stops: ByteSet, into text: inout [UInt8], limit: Int = .max) throws(Hinweis) -> Bool {
    while true {
      let start = position
      let end = limit == .max ? window.count : min(window.count, start + max(0, limit - text.count))
      position = window.withUnsafeBufferPointer { window in
        var place = start
        while place < end && !stops.contains(window[place]) { place += 1 }
        return place
      }
      text.append(contentsOf: window[start..<position])
      if position < window.count { return true }
      guard try fill() else { return false }
    }
  }

  /// Goes on to the next byte of a set; false at the end of the file.
  public mutating func skip(upTo stops: ByteSet) throws(Hinweis) -> Bool {
    while true {
      let start = position
      position = window.withUnsafeBufferPointer { window in
        var place = start
        while place < window.count && !stops.contains(window[place]) { place += 1 }
        return place
      }
      if position < window.count { return true }
      guard try fill() else { return false }
    }
  }

  /// Reads the next part of the text; false at the end of the file.
  @usableFromInline mutating func fill() throws(Hinweis) -> Bool {
    count()
    guard next < source.size else { return false }
    offset = next
    try decode()
    return window.isEmpty ? try fill() : true
  }

  private mutating func decode() throws(Hinweis) {
    let bytes = try source.bytes(at: offset, count: TextCursor.chunk)
    let isLast = bytes.isEmpty || offset + bytes.count >= source.size
    window.removeAll(keepingCapacity: true)
    position = 0
    counted = 0
    var flaws: [Flaw] = []
    let taken = bytes.withUnsafeBufferPointer { encoding.decode($0, isLast: isLast, to: &window, &flaws) }
    next = bytes.isEmpty ? source.size : offset + taken
    if let zero = window.firstIndex(of: 0) {
      let zeros = window[zero...].count { $0 == 0 }
      window.removeAll { $0 == 0 }
      flaws = flaws.map { Flaw(kind: $0.kind, position: min($0.position, window.count)) } + [Flaw(kind: .zeros(zeros), position: zero)]
      flaws.sort { $0.position < $1.position }
    }
    self.flaws = flaws[...]
  }
}

// MARK: Places

extension TextCursor {
  /// A place to come back to.
  public struct Mark: Sendable {
    fileprivate var offset: Int
    fileprivate var position: Int
    fileprivate var lines: Int
    fileprivate var characters: Int
    fileprivate var isBehindReturn: Bool
  }

  public var mark: Mark {
    mutating get {
      count()
      return Mark(offset: offset, position: position, lines: lines, characters: characters, isBehindReturn: isBehindReturn)
    }
  }

  /// Goes to where the cursor was before.
  public mutating func go(to mark: Mark) throws(Hinweis) {
    if window.isEmpty || offset != mark.offset {
      offset = mark.offset
      try decode()
    }
    position = min(mark.position, window.count)
    counted = position
    lines = mark.lines
    characters = mark.characters
    isBehindReturn = mark.isBehindReturn
    flaws = flaws.drop { $0.position < position }
  }

  /// The line and the character in it, both counted from 1.
  public var place: Place {
    mutating get {
      count()
      return Place(file: source.name, line: lines, column: characters + 1)
    }
  }

  /// The line, counted from 1.
  public var line: Int {
    mutating get {
      count()
      return lines
    }
  }

  private mutating func count() {
    window.withUnsafeBufferPointer { window in
      for byte in window[counted..<position] {
        switch byte {
        case 0x0A:
          if !isBehindReturn { lines += 1 }
          characters = 0
        case 0x0D:
          lines += 1
          characters = 0
        default: characters += byte & 0xC0 == 0x80 ? 0 : 1
        }
        isBehindReturn = byte == 0x0D
      }
    }
    counted = position
  }

  /// What is wrong with the bytes that were gone over since this was asked last, up to `mostNotes`.
  public mutating func takeNotes() -> [Hinweis] {
    guard let first = flaws.first, first.position <= position else { return [] }
    let gone = flaws.prefix { $0.position <= position }
    flaws = flaws.dropFirst(gone.count)
    let shown = gone.prefix(max(0, TextCursor.mostNotes - flawCount))
    flawCount += gone.count
    let line = self.line
    return shown.map { flaw in
      let breaks = window[flaw.position..<position].count { $0 == 0x0A }
      return Hinweis.flaw(flaw.kind).grade(.warnung).at(Place(file: source.name, line: line - breaks))
    }
  }
}
