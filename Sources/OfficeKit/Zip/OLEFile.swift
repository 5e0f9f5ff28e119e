// SPDX-License-Identifier: Apache-2.0
import PlanKit

/// A compound file as Office wrote before 2007: only the names of what it holds.
struct OLEFile {
  static let start: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  private(set) var streams: Set<String> = []

  private static let mostSectors = 64

  init(_ source: any ByteSource) throws(Hinweis) {
    let header = LittleEndian(try source.bytes(at: 0, count: 512))
    let sector = header.int16(30) == 12 ? 4096 : 512
    var next = header.int32(48)
    for _ in 0..<OLEFile.mostSectors where next < source.size / sector {
      let directory = LittleEndian(try source.bytes(at: (next + 1) * sector, count: sector))
      for at in stride(from: 0, to: directory.count, by: 128) {
        // The length is in bytes and counts the zero at the end.
        let units = (0..<max(0, min(32, directory.int16(at + 64) / 2) - 1)).map { UInt16(directory.int16(at + 2 * $0)) }
        streams.insert(String(decoding: units, as: UTF16.self))
      }
      // Which sector follows stands in the table of sectors; the first 109 parts of that are listed in the header.
      let (part, place) = next.quotientAndRemainder(dividingBy: sector / 4)
      guard part < 109, case let table = header.int32(76 + 4 * part), table < source.size / sector else { return }
      next = LittleEndian(try source.bytes(at: (table + 1) * sector + 4 * place, count: 4)).int32(0)
    }
  }
}
