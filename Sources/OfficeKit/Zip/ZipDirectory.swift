// SPDX-License-Identifier: Apache-2.0
import PlanKit

/// The directory at the end of a ZIP file.
struct ZipDirectory {
  private let source: any ByteSource
  private let count: Int
  private let size: Int
  private let offset: Int
  /// How many bytes stand before the archive, such as a program that unpacks it.
  private let shift: Int

  private static let endSize = 22

  init(_ source: any ByteSource, expected: String) throws(Hinweis) {
    self.source = source
    // The end record stands before a comment of at most 64 KiB.
    let tailStart = max(0, source.size - ZipDirectory.endSize - 0xFFFF)
    let tail = LittleEndian(try source.bytes(at: tailStart, count: source.size - tailStart))
    guard let at = ZipDirectory.end(in: tail) else {
      let isZip = try source.bytes(at: 0, count: 2) == [0x50, 0x4B]
      throw isZip ? .noEnd(expected, source.name) : .noZip(expected, source.name)
    }
    var end = tailStart + at
    var count = tail.int16(at + 10)
    var size = tail.int32(at + 12)
    var offset = tail.int32(at + 16)
    if count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF, end >= 20 {
      let locator = LittleEndian(try source.bytes(at: end - 20, count: 20))
      if locator.int32(0) == 0x0706_4B50 {
        let place = locator.int64(8)
        for place in [place, end - 76] where place >= 0 && place < end {
          let record = LittleEndian(try source.bytes(at: place, count: 56))
          guard record.int32(0) == 0x0606_4B50 else { continue }
          (count, size, offset, end) = (record.int64(32), record.int64(40), record.int64(48), place)
          break
        }
      }
    }
    guard count <= Limits.entries else { throw .tooManyEntries(count, source.name) }
    guard count >= 0, (0...Limits.partSize).contains(size), offset >= 0, offset <= end, size <= end else {
      throw .badDirectory(source.name)
    }
    // The directory ends where the end record begins; bytes before the archive move both, but not the offset that the record tells.
    let isMoved = LittleEndian(try source.bytes(at: end - size, count: 4)).int32(0) == 0x0201_4B50
    (self.count, self.size, self.offset) = (count, size, isMoved ? end - size : offset)
    shift = isMoved ? end - size - offset : 0
  }

  private static func end(in tail: LittleEndian) -> Int? {
    var found: Int?
    for at in stride(from: tail.count - endSize, through: 0, by: -1) where tail.int32(at) == 0x0605_4B50 {
      if at + endSize + tail.int16(at + 20) == tail.count { return at }
      if found == nil { found = at }
    }
    return found
  }

  func entries() throws(Hinweis) -> [ZipEntry] {
    let bytes = LittleEndian(try source.bytes(at: offset, count: size))
    var entries: [ZipEntry] = []
    entries.reserveCapacity(count)
    var at = 0
    while entries.count < count {
      guard at + 46 <= bytes.count, bytes.int32(at) == 0x0201_4B50 else { throw .badDirectory(source.name) }
      let name = at + 46
      let extra = name + bytes.int16(at + 28)
      let next = extra + bytes.int16(at + 30) + bytes.int16(at + 32)
      guard next <= bytes.count else { throw .badDirectory(source.name) }
      var entry = ZipEntry(
        name: String(decoding: bytes.bytes[name..<extra], as: UTF8.self), method: bytes.int16(at + 10),
        isEncrypted: bytes.int16(at + 8) & 1 != 0, checksum: UInt32(truncatingIfNeeded: bytes.int32(at + 16)),
        packedSize: bytes.int32(at + 20), size: bytes.int32(at + 24), offset: bytes.int32(at + 42))
      entry.addLargeSizes(from: bytes, extra..<(extra + bytes.int16(at + 30)))
      guard (0...source.size).contains(entry.packedSize), (0...source.size).contains(entry.offset), entry.size >= 0 else {
        throw .badDirectory(source.name)
      }
      entry.offset += shift
      entries.append(entry)
      at = next
    }
    try check(entries)
    return entries
  }

  /// Refuses entries that lie over one another or over the directory: such a file is small and unpacks to anything.
  private func check(_ entries: [ZipEntry]) throws(Hinweis) {
    var free = 0
    for entry in entries.sorted(by: { $0.offset < $1.offset }) {
      guard entry.offset >= free, entry.offset <= offset - 30, entry.packedSize <= offset - 30 - entry.offset else {
        throw .overlap(entry.name, source.name)
      }
      free = entry.offset + 30 + entry.packedSize
    }
  }
}

extension ZipEntry {
  /// Takes what was too large for 32 bits from the field behind the name (ZIP64).
  fileprivate mutating func addLargeSizes(from bytes: LittleEndian, _ extra: Range<Int>) {
    var at = extra.lowerBound
    while at + 4 <= extra.upperBound {
      let end = at + 4 + bytes.int16(at + 2)
      if bytes.int16(at) == 1, end <= extra.upperBound {
        var value = at + 4
        for path in [\ZipEntry.size, \.packedSize, \.offset] where self[keyPath: path] == 0xFFFF_FFFF && value + 8 <= end {
          self[keyPath: path] = bytes.int64(value)
          value += 8
        }
      }
      at = end
    }
  }
}

extension Hinweis {
  fileprivate static func noZip(_ expected: String, _ file: String) -> Hinweis {
    Hinweis("erwartet war \(expected), das ist keine").at(Place(file: file))
      .help("die Endung prüfen; Text mit Trennzeichen hat die Endung .csv")
  }

  fileprivate static func noEnd(_ expected: String, _ file: String) -> Hinweis {
    Hinweis("erwartet war \(expected), aber der ZIP-Datei fehlt das Ende; wahrscheinlich ist sie nicht ganz angekommen")
      .at(Place(file: file)).help(.saveAgain)
  }

  fileprivate static func badDirectory(_ file: String) -> Hinweis {
    Hinweis("das Verzeichnis der ZIP-Datei ist beschädigt").at(Place(file: file)).help(.saveAgain)
  }

  fileprivate static func tooManyEntries(_ count: Int, _ file: String) -> Hinweis {
    Hinweis("die ZIP-Datei soll \(count) Teile haben; gelesen werden bis \(Limits.entries)").at(Place(file: file)).help(.saveAgain)
  }

  fileprivate static func overlap(_ name: String, _ file: String) -> Hinweis {
    Hinweis("in der ZIP-Datei liegt der Teil \"\(name)\" über einem anderen; so eine Datei ist beschädigt oder soll schaden")
      .at(Place(file: file)).help(.saveAgain)
  }
}
