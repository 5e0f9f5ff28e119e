// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// What a remark says to who reads closely: a page of the concept, a reference to another entry.
struct Remark {
  /// `S.09` is page 9.
  var page: String?
  /// Fields that it names as the place of another entry, or `Nr. 12,1`.
  var references: [String] = []

  init(_ text: String) {
    read(text)
    // The hyphen of a line break may have stayed, between words or in one: "auch unter- Wohnen gelistet", "siehe auch Nr- . 12,1".
    for joint in [" ", ""] where references.isEmpty && text.contains("- ") { read(text.replacing("- ", with: joint)) }
  }

  private mutating func read(_ text: String) {
    let bytes = Array(text.utf8)
    let folded = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    page = Remark.page(folded)
    func piece(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self).trimmed }

    if let unter = Remark.find("unter ", in: folded, from: 0) {
      let start = unter + 6
      if let end = Remark.find(" gelistet", in: folded, from: start) {
        references.append(piece(start..<end))
      } else if unter == 0 || Remark.find("auch unter ", in: folded, from: 0) == unter - 5 {
        // "unter Bildung-": the cell was cut; what is left of the name may still say which field is meant.
        var end = bytes.count
        if let stop = folded[start...].firstIndex(where: { $0 == 0x2C || $0 == 0x3B }) { end = stop }
        references.append(piece(start..<end).trimmingHyphens)
      }
    }
    if let nr = Remark.find("siehe auch nr. ", in: folded, from: 0).map({ $0 + 15 })
      ?? Remark.find("siehe nr. ", in: folded, from: 0).map({ $0 + 10 })
    {
      let number = Remark.number(folded[nr...])
      if !number.isEmpty { references.append("Nr. " + number.trimmingPoints) }
    }
    references.removeAll(where: \.isEmpty)
  }

  /// The number at the beginning of some bytes, also where a word break runs through it: `6- 23,1`.
  private static func number(_ bytes: ArraySlice<UInt8>) -> String {
    var number: [UInt8] = []
    var rest = bytes.drop { $0 == 0x20 }
    while let byte = rest.popFirst() {
      if (0x30...0x39).contains(byte) || byte == 0x2C || byte == 0x2E {
        number.append(byte)
      } else if byte == 0x2D, rest.first == 0x20, let next = rest.dropFirst().first, (0x30...0x39).contains(next) || next == 0x2C {
        rest.removeFirst()
      } else {
        break
      }
    }
    return String(decoding: number, as: UTF8.self)
  }

  private static func page(_ bytes: [UInt8]) -> String? {
    for i in bytes.indices
    where bytes[i] == 0x73 && i + 1 < bytes.count && bytes[i + 1] == 0x2E && (i == 0 || [0x20, 0x2C, 0x28].contains(bytes[i - 1])) {
      var digits = bytes[(i + 2)...].drop { $0 == 0x20 }.prefix { (0x30...0x39).contains($0) }
      guard !digits.isEmpty else { continue }
      while digits.count > 1, digits.first == 0x30 { digits.removeFirst() }
      return String(decoding: digits, as: UTF8.self)
    }
    return nil
  }

  private static func find(_ needle: String, in bytes: [UInt8], from start: Int) -> Int? {
    let needle = Array(needle.utf8)
    guard bytes.count >= needle.count else { return nil }
    var i = start
    while i + needle.count <= bytes.count {
      if bytes[i] == needle[0], bytes[i..<i + needle.count].elementsEqual(needle) { return i }
      i += 1
    }
    return nil
  }
}

extension String {
  fileprivate var trimmingHyphens: String {
    var text = self[...]
    while let last = text.last, last == "-" || last == " " || last == "." { text.removeLast() }
    return String(text)
  }

  fileprivate var trimmingPoints: String {
    var text = self[...]
    while let last = text.last, last == "." || last == "," { text.removeLast() }
    return String(text)
  }
}
