// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Reads JSON from a file piece by piece: the caller says what must come next, and is told the line where something else stands.
struct JSONReader {
  private let source: any ByteSource
  private var buffer: [UInt8] = []
  private var position = 0
  private var offset = 0
  private(set) var line = 1

  init(_ source: any ByteSource) { self.source = source }

  var place: Place { Place(file: source.name, line: line) }

  /// Reads an object; the body reads the value of each key.
  mutating func object(_ body: (inout JSONReader, String) throws(Hinweis) -> Void) throws(Hinweis) {
    try expect("{")
    if try takes("}") { return }
    repeat {
      let key = try string()
      try expect(":")
      try body(&self, key)
    } while try takes(",")
    try expect("}")
  }

  /// Reads an array; the body reads each of its elements.
  mutating func array(_ body: (inout JSONReader) throws(Hinweis) -> Void) throws(Hinweis) {
    try expect("[")
    if try takes("]") { return }
    repeat { try body(&self) } while try takes(",")
    try expect("]")
  }

  mutating func strings() throws(Hinweis) -> [String] {
    var strings: [String] = []
    try array { (reader) throws(Hinweis) in strings.append(try reader.string()) }
    return strings
  }

  /// Reads a text, a number or null.
  mutating func value() throws(Hinweis) -> Value {
    switch try next() {
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "n"):
      for letter in "null".utf8 where try takeByte() != letter { throw problem("null") }
      return .null
    default: return try number()
    }
  }

  mutating func integer() throws(Hinweis) -> Int {
    guard let number = try value().integer else { throw problem("eine ganze Zahl") }
    return number
  }

  mutating func end() throws(Hinweis) {
    if let byte = try skipBlanks() { throw problem("das Ende der Datei", found: byte) }
  }

  // MARK: Texts and numbers

  mutating func string() throws(Hinweis) -> String {
    try expect("\"")
    var bytes: [UInt8] = []
    while true {
      let byte = try takeByte()
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: bytes, as: UTF8.self) else { throw problem("gültiges UTF-8") }
        return text
      case UInt8(ascii: "\\"): try escape(&bytes)
      case ..<0x20: throw problem("das Ende des Textes in Anführungszeichen", found: byte)
      default: bytes.append(byte)
      }
    }
  }

  private mutating func escape(_ bytes: inout [UInt8]) throws(Hinweis) {
    let byte = try takeByte()
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(byte)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "u"):
      var code = try unit()
      if (0xD800...0xDBFF).contains(code) {
        guard try takeByte() == UInt8(ascii: "\\"), try takeByte() == UInt8(ascii: "u") else {
          throw problem("die zweite Hälfte eines Zeichens")
        }
        let second = try unit()
        guard (0xDC00...0xDFFF).contains(second) else { throw problem("die zweite Hälfte eines Zeichens") }
        code = 0x10000 + (code - 0xD800) << 10 + (second - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw problem("ein Zeichen von Unicode") }
      bytes += Array(String(scalar).utf8)
    default: throw problem("ein bekanntes Zeichen hinter \"\\\"", found: byte)
    }
  }

  private mutating func unit() throws(Hinweis) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      let byte = try takeByte()
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw problem("eine Ziffer von 0 bis f", found: byte)
      }
      code = code << 4 | UInt32(digit)
    }
    return code
  }

  private mutating func number() throws(Hinweis) -> Value {
    var text = ""
    let first = try next()
    while let byte = try peek(), "+-.0123456789eE".utf8.contains(byte) {
      text.unicodeScalars.append(Unicode.Scalar(byte))
      position += 1
    }
    if text.isEmpty { throw problem("ein Text, eine Zahl oder null", found: first) }
    if let number = Int(text) { return .integer(number) }
    guard text.contains(where: { ".eE".contains($0) }), let number = Double(text) else { throw problem("eine Zahl statt \(text)") }
    return .real(number)
  }

  // MARK: Bytes

  private mutating func expect(_ wanted: Unicode.Scalar) throws(Hinweis) {
    let found = try skipBlanks()
    guard found == UInt8(ascii: wanted) else { throw problem("\"\(wanted)\"", found: found) }
    position += 1
  }

  /// Goes over a sign if it comes next.
  private mutating func takes(_ wanted: Unicode.Scalar) throws(Hinweis) -> Bool {
    guard try skipBlanks() == UInt8(ascii: wanted) else { return false }
    position += 1
    return true
  }

  private mutating func next() throws(Hinweis) -> UInt8 {
    guard let byte = try skipBlanks() else { throw problem("ein Wert", found: nil) }
    return byte
  }

  private mutating func skipBlanks() throws(Hinweis) -> UInt8? {
    while let byte = try peek() {
      switch byte {
      case 0x0A: line += 1
      case 0x20, 0x09, 0x0D: break
      default: return byte
      }
      position += 1
    }
    return nil
  }

  private mutating func takeByte() throws(Hinweis) -> UInt8 {
    guard let byte = try peek() else { throw problem("mehr", found: nil) }
    position += 1
    return byte
  }

  private mutating func peek() throws(Hinweis) -> UInt8? {
    if position == buffer.count {
      buffer = try source.bytes(at: offset, count: 1 << 18)
      offset += buffer.count
      position = 0
      // A mark that editors set at the beginning.
      if offset == buffer.count, buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }
    return position < buffer.count ? buffer[position] : nil
  }

  // MARK: Errors

  private func problem(_ expected: String) -> Hinweis {
    Hinweis("erwartet ist \(expected)").at(place).help("die Datei muss so sein, wie exportiere plan sie schreibt")
  }

  private func problem(_ expected: String, found byte: UInt8?) -> Hinweis {
    let found = byte.map { (0x21...0x7E).contains($0) ? "\"\(Unicode.Scalar($0))\"" : "Zeichen \($0)" } ?? "das Ende der Datei"
    return problem("\(expected), gefunden \(found)")
  }
}
