// SPDX-License-Identifier: Apache-2.0
public import PlanKit

/// How a file writes its characters as bytes.
public enum Encoding: Hashable, Sendable {
  case utf8, windows1252, utf16LittleEndian, utf16BigEndian

  /// What it is called towards users.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .windows1252: "Windows-1252"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    }
  }
}

extension Encoding {
  /// How many bytes are looked at together.
  private static let sampleSize = 1 << 18

  /// Finds the encoding of a file, and where its text begins: behind the byte order mark, if it has one.
  public static func find(in source: any ByteSource) throws(Hinweis) -> (Encoding, begin: Int) {
    var sample = try source.bytes(at: 0, count: sampleSize)
    if sample.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if sample.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if sample.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    if let encoding = utf16(byZerosIn: sample) { return (encoding, 0) }
    // ASCII says nothing, so the first part with other bytes decides.
    var offset = 0
    while !sample.isEmpty {
      if let encoding = byCharacters(in: sample) { return (encoding, 0) }
      offset += sample.count
      sample = try source.bytes(at: offset, count: sampleSize)
    }
    return (.utf8, 0)
  }

  /// Latin text in UTF-16 has a zero in every other byte.
  private static func utf16(byZerosIn sample: [UInt8]) -> Encoding? {
    var zeros = [0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    let pairs = sample.count / 2
    if zeros[1] * 2 > pairs && zeros[0] * 20 < pairs { return .utf16LittleEndian }
    if zeros[0] * 2 > pairs && zeros[1] * 20 < pairs { return .utf16BigEndian }
    return nil
  }

  /// UTF-8 if its sequences are more than chance, else Windows-1252; nil for nothing but ASCII.
  private static func byCharacters(in sample: [UInt8]) -> Encoding? {
    sample.withUnsafeBufferPointer { sample in
      var sequences = 0
      var certain = 0
      var others = 0
      var position = 0
      while true {
        position = UTF8Text.end(ofASCIIIn: sample, from: position)
        guard position < sample.count else { break }
        switch UTF8Text.sequence(in: sample, at: position) {
        case .cut: position = sample.count
        case .invalid:
          others += 1
          position += 1
        case .length(let length):
          sequences += 1
          // In Windows-1252 too an Ä, Ö, Ü or ß may stand before a closing quotation mark („Spaß“).
          if ![0xC4, 0xD6, 0xDC, 0xDF].contains(sample[position]) { certain += 1 }
          position += length
        }
      }
      if others == 0 { return sequences == 0 ? nil : .utf8 }
      return certain * 8 > others ? .utf8 : .windows1252
    }
  }
}
