// SPDX-License-Identifier: Apache-2.0
internal import PlanKit

extension JSONReader {
  private static let stops: ByteSet = ByteSet(
    "\"\\\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}\u{8}\u{9}\u{A}\u{B}\u{C}\u{D}\u{E}\u{F}\u{10}\u{11}\u{12}\u{13}\u{14}\u{15}\u{16}\u{17}\u{18}\u{19}\u{1A}\u{1B}\u{1C}\u{1D}\u{1E}\u{1F}"
  )

  /// Reads a text in quotation marks.
  mutating func readText() throws(Hinweis) {
    text.removeAll(keepingCapacity: true)
    let begin = cursor.mark
    cursor.skip()
    while true {
      guard try cursor.take(upTo: JSONReader.stops, into: &text, limit: JSONReader.longestText) else {
        throw Hinweis("der Text, der hier beginnt, hört nicht auf; erwartet war ein Anführungszeichen an seinem Ende").at(
          try place(of: begin)
        )
        .help("die Datei ist abgeschnitten oder kein gültiges JSON")
      }
      guard text.count < JSONReader.longestText else {
        throw Hinweis("hier beginnt ein Text von mehr als \(JSONReader.longestText >> 20) MiB").at(try place(of: begin))
      }
      switch try cursor.take() {
      case UInt8(ascii: "\""): return
      case UInt8(ascii: "\\"): try readEscape()
      case 0x09?: text.append(0x09)  // not allowed, but its meaning is plain
      default:
        throw Hinweis("mitten im Text steht ein Zeilenende oder Steuerzeichen; erwartet war ein Anführungszeichen am Ende des Textes")
          .at(cursor.place).help("Zeilenumbrüche stehen in JSON als \\n")
      }
    }
  }

  private mutating func readEscape() throws(Hinweis) {
    guard let byte = try cursor.peek() else { return }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      cursor.skip()
      try readCode()
      return
    default: throw try problem("hinter \"\\\" eines von \" \\ / b f n r t u")
    }
    cursor.skip()
  }

  /// Reads what stands behind `\u`: a character, or the first half of one; a half alone is replaced.
  private mutating func readCode() throws(Hinweis) {
    var code = try readUnit()
    while code & 0xFC00 == 0xD800 {
      let behind = cursor.mark
      guard try cursor.takes(UInt8(ascii: "\\")), try cursor.takes(UInt8(ascii: "u")) else {
        try cursor.go(to: behind)
        break
      }
      let second = try readUnit()
      if second & 0xFC00 == 0xDC00 {
        code = 0x10000 + (code - 0xD800) << 10 + (second - 0xDC00)
      } else {
        noteHalf()
        code = second
      }
    }
    guard let scalar = Unicode.Scalar(code) else { return noteHalf() }
    // A zero would end the text for many who read it.
    if code != 0 { text.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? []) }
  }

  private mutating func noteHalf() {
    text += [0xEF, 0xBF, 0xBD]
    note("hier steht ein halbes Zeichen (\\ud800 bis \\udfff ohne sein Gegenstück); es wurde durch \"\u{FFFD}\" ersetzt")
  }

  /// Notes what is odd at this place, up to as many times as is worth reading.
  public mutating func note(_ text: String) {
    noteCount += 1
    if noteCount <= TextCursor.mostNotes { notes.append(Hinweis(text).grade(.warnung).at(cursor.place)) }
  }

  private mutating func readUnit() throws(Hinweis) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = try cursor.peek(), byte < 0x80, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw try problem("eine Ziffer von 0 bis f")
      }
      cursor.skip()
      code = code << 4 | UInt32(digit)
    }
    return code
  }

  // MARK: Numbers

  private static let longestNumber = 1000

  /// Reads a number as it stands.
  mutating func readNumber() throws(Hinweis) {
    text.removeAll(keepingCapacity: true)
    if try cursor.takes(UInt8(ascii: "-")) { text.append(UInt8(ascii: "-")) }
    if try cursor.takes(UInt8(ascii: "0")) {
      text.append(UInt8(ascii: "0"))
      if let byte = try cursor.peek(), (0x30...0x39).contains(byte) { throw try problem("eine Zahl ohne führende Null") }
    } else {
      try readDigits()
    }
    if try cursor.takes(UInt8(ascii: ".")) {
      text.append(UInt8(ascii: "."))
      try readDigits()
    }
    if let byte = try cursor.peek(), byte | 0x20 == UInt8(ascii: "e") {
      cursor.skip()
      text.append(UInt8(ascii: "e"))
      if let sign = try cursor.peek(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        cursor.skip()
        text.append(sign)
      }
      try readDigits()
    }
  }

  private mutating func readDigits() throws(Hinweis) {
    let begin = text.count
    while let byte = try cursor.peek(), (0x30...0x39).contains(byte) {
      guard text.count < JSONReader.longestNumber else {
        throw Hinweis("hier steht eine Zahl von mehr als \(JSONReader.longestNumber) Ziffern").at(cursor.place)
      }
      text.append(byte)
      cursor.skip()
    }
    if text.count == begin { throw try problem("eine Ziffer") }
  }

  mutating func place(of mark: TextCursor.Mark) throws(Hinweis) -> Place {
    try cursor.go(to: mark)
    return cursor.place
  }
}
