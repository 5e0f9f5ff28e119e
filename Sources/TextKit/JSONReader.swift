// SPDX-License-Identifier: Apache-2.0
public import PlanKit

/// Reads JSON piece by piece: whoever calls says what comes next, and no more of it is held than one text.
///
///     try reader.beginObject()
///     while try reader.nextKey() { try reader.skipValue() }
public struct JSONReader {
  public var cursor: TextCursor
  /// The key, text or number that was read last, in UTF-8.
  public internal(set) var text: [UInt8] = []
  /// How many objects and arrays are open.
  public var depth: Int { open.count }

  /// The ends of what is open, and whether nothing stood in it yet.
  private var open: [UInt8] = []
  private var isAtBegin = false
  var notes: [Hinweis] = []
  var noteCount = 0

  /// How deep things may stand in one another.
  public static let deepest = 256
  /// How long one text may be.
  public static let longestText = 32 << 20

  public init(_ cursor: TextCursor) { self.cursor = cursor }

  /// What may come next.
  public enum Kind: Sendable { case object, array, text, number, yes, no, null }

  /// What comes next; nil at the end of the file.
  public mutating func peek() throws(Hinweis) -> Kind? {
    guard let byte = try skipBlanks() else { return nil }
    switch byte {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .text
    case UInt8(ascii: "-"), 0x30...0x39: return .number
    case UInt8(ascii: "t"): return .yes
    case UInt8(ascii: "f"): return .no
    case UInt8(ascii: "n"): return .null
    default: throw try problem("ein Wert")
    }
  }

  public mutating func beginObject() throws(Hinweis) { try begin("{", end: "}") }
  public mutating func beginArray() throws(Hinweis) { try begin("[", end: "]") }

  /// Reads the next key of the object, up to its value; false at the end of the object.
  public mutating func nextKey() throws(Hinweis) -> Bool {
    guard try isThereMore() else { return false }
    guard try skipBlanks() == UInt8(ascii: "\"") else { throw try problem("ein Schlüssel in Anführungszeichen") }
    try readText()
    guard try skipBlanks() == UInt8(ascii: ":") else { throw try problem("\":\" hinter dem Schlüssel") }
    cursor.skip()
    return true
  }

  /// Goes to the next element of the array; false at the end of the array.
  public mutating func nextElement() throws(Hinweis) -> Bool { try isThereMore() }

  /// Reads a text, number, true, false or null; its words are in `text`, nothing for null.
  public mutating func scalar() throws(Hinweis) -> Kind {
    guard let kind = try peek() else { throw try problem("ein Wert") }
    switch kind {
    case .text: try readText()
    case .number: try readNumber()
    case .yes: try word("true")
    case .no: try word("false")
    case .null:
      try word("null")
      text.removeAll(keepingCapacity: true)
    case .object, .array: throw try problem("ein Text oder eine Zahl")
    }
    return kind
  }

  /// Goes over a value, whatever it is.
  public mutating func skipValue() throws(Hinweis) {
    let outside = open.count
    repeat {
      if open.count > outside {
        guard open.last == UInt8(ascii: "}") ? try nextKey() : try nextElement() else { continue }
      }
      switch try peek() {
      case .object: try beginObject()
      case .array: try beginArray()
      default: _ = try scalar()
      }
    } while open.count > outside
  }

  /// Makes sure that nothing but blanks is left.
  public mutating func end() throws(Hinweis) {
    if try skipBlanks() != nil { throw try problem("das Ende der Datei") }
  }

  /// What is odd about what was read since this was asked last.
  public mutating func takeNotes() -> [Hinweis] {
    defer { notes = [] }
    return notes + cursor.takeNotes()
  }

  // MARK: Steps

  private mutating func begin(_ sign: Unicode.Scalar, end: Unicode.Scalar) throws(Hinweis) {
    guard try skipBlanks() == UInt8(ascii: sign) else { throw try problem("\"\(sign)\"") }
    guard open.count < JSONReader.deepest else {
      throw Hinweis("hier stehen mehr als \(JSONReader.deepest) Klammern ineinander; erwartet waren Daten").at(cursor.place)
    }
    cursor.skip()
    open.append(UInt8(ascii: end))
    isAtBegin = true
  }

  private mutating func isThereMore() throws(Hinweis) -> Bool {
    guard let end = open.last else { return false }
    let byte = try skipBlanks()
    if byte == end {
      cursor.skip()
      open.removeLast()
      isAtBegin = false
      return false
    }
    if isAtBegin {
      isAtBegin = false
      return true
    }
    let sign = Unicode.Scalar(end)
    guard byte == UInt8(ascii: ",") else { throw try problem("\",\" oder \"\(sign)\"") }
    let comma = cursor.mark
    cursor.skip()
    if try skipBlanks() == end {
      throw Hinweis("hinter diesem Komma kommt nichts mehr; erwartet war noch ein Eintrag vor \"\(sign)\"").at(try place(of: comma))
        .help("das Komma löschen")
    }
    return true
  }

  mutating func skipBlanks() throws(Hinweis) -> UInt8? {
    while let byte = try cursor.peek() {
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      cursor.skip()
    }
    return nil
  }

  private mutating func word(_ word: StaticString) throws(Hinweis) {
    text.removeAll(keepingCapacity: true)
    for index in 0..<word.utf8CodeUnitCount {
      guard try cursor.takes(word.utf8Start[index]) else { throw try problem("\(word)") }
      text.append(word.utf8Start[index])
    }
  }

  /// The error that something else stands here than was expected.
  public mutating func problem(_ expected: String) throws(Hinweis) -> Hinweis {
    let found: String
    if let byte = try cursor.peek() {
      found = (0x21...0x7E).contains(byte) ? "\"\(Unicode.Scalar(byte))\"" : byte < 0x80 ? "das Zeichen \(byte)" : "ein anderes Zeichen"
    } else {
      found = "das Ende der Datei"
    }
    return Hinweis("erwartet war \(expected), gefunden wurde \(found)").at(cursor.place)
      .help("die Datei ist kein gültiges JSON; sie im Programm, aus dem sie kommt, noch einmal ausgeben")
  }
}
