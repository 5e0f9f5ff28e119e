// SPDX-License-Identifier: Apache-2.0

/// Letters outside of German: names such as `Şahin` and `Łukasz` in either case, with their accents apart or not.
enum Letters {
  /// Letters that may be written with their accents apart; as a member of a set a letter is the same either way.
  private static let accented = Set(
    "àèìòùáéíóúýćńśźŕĺâêîôûãñõĩũëïÿåůčďěňřšťžǎçşţģķļņąęįųăğĭŏŭėżḥőűāēīōūșțạẹịọụỳỵỷỹảẻỉỏủấầẩẫậếềểễệốồổỗộớờởỡợứừửữựắằẳẵặơưйё".map(String.init)
  )

  /// Where the letter that begins at a byte ends.
  static func end(of source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start + 1
    while end < source.count, source[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  /// Adds a letter in lower case, or puts an accent on the letter before it.
  ///
  /// - Parameter begin: where the word begins, before which there is nothing to put an accent on.
  static func append(_ letter: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8], from begin: Int) {
    let text = String(decoding: letter, as: UTF8.self)
    guard let scalar = text.unicodeScalars.first else { return }
    guard (0x300...0x36F).contains(scalar.value), bytes.count > begin else {
      // Turkish İ is an i with its dot.
      bytes.append(contentsOf: scalar.value == 0x130 ? [0x69] : Array(scalar.properties.lowercaseMapping.utf8))
      return
    }
    var last = bytes.count - 1
    while last > begin, bytes[last] & 0xC0 == 0x80 { last -= 1 }
    let whole = String(decoding: bytes[last...], as: UTF8.self) + text
    guard let place = accented.firstIndex(of: whole) else {
      bytes.append(contentsOf: letter)
      return
    }
    bytes.removeSubrange(last...)
    bytes.append(contentsOf: accented[place].utf8)
  }
}
