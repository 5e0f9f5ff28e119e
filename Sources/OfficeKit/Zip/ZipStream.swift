// SPDX-License-Identifier: Apache-2.0
import CZlib
public import PlanKit

/// The bytes of one entry, unpacked as they are asked for.
public final class ZipStream: ByteStream {
  public var file: String { source.name }
  public var part: String? { entry.name }
  private let source: any ByteSource
  private let entry: ZipEntry
  private var inflater = z_stream()
  /// Packed bytes that were read and where the next of them stands.
  private var packed: [UInt8] = []
  private var position = 0
  private var offset: Int
  private let end: Int
  private var produced = 0
  private var checksum: UInt = 0
  private var isAtEnd = false

  private static let chunk = 1 << 17

  init(_ source: any ByteSource, _ entry: ZipEntry) throws(Hinweis) {
    self.source = source
    self.entry = entry
    let header = LittleEndian(try source.bytes(at: entry.offset, count: 30))
    offset = entry.offset + 30 + header.int16(26) + header.int16(28)
    end = offset + entry.packedSize
    guard kip_inflate_init_raw(&inflater) == Z_OK else { throw failure("ist nicht zu entpacken (kein Speicher)") }
    guard header.int32(0) == 0x0403_4B50, end <= source.size else { throw failure("ist beschädigt oder abgeschnitten") }
    guard !entry.isEncrypted else {
      throw failure("ist mit einem Kennwort geschützt").help("die Datei ohne Kennwort speichern und noch einmal einlesen")
    }
    guard entry.method == 0 || entry.method == 8 else {
      throw failure("ist auf eine Art gepackt, die in Office-Dateien nicht vorkommt (Verfahren \(entry.method))")
    }
    guard entry.size <= Limits.entrySize else { throw tooLarge }
  }

  deinit { inflateEnd(&inflater) }

  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(Hinweis) -> Int {
    guard !isAtEnd, !buffer.isEmpty else { return 0 }
    let count = entry.method == 0 ? try copy(into: buffer) : try inflate(into: buffer)
    produced += count
    checksum = crc32_z(checksum, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), count)
    let consumed = offset - (packed.count - position) - (end - entry.packedSize)
    guard produced <= Limits.entrySize, produced <= Limits.ratioStart || produced / Limits.ratio <= consumed else { throw tooLarge }
    if count == 0 || isAtEnd {
      isAtEnd = true
      guard produced == entry.size else { throw failure("hat \(produced) Bytes; angegeben sind \(entry.size)") }
      guard UInt32(truncatingIfNeeded: checksum) == entry.checksum else { throw failure("ist beschädigt: seine Prüfsumme stimmt nicht") }
    }
    return count
  }

  private func fill() throws(Hinweis) {
    packed = try source.bytes(at: offset, count: min(ZipStream.chunk, end - offset))
    guard !packed.isEmpty || offset == end else { throw failure("ist abgeschnitten") }
    offset += packed.count
    position = 0
  }

  private func copy(into buffer: UnsafeMutableRawBufferPointer) throws(Hinweis) -> Int {
    if position == packed.count { try fill() }
    let count = min(buffer.count, packed.count - position)
    buffer.copyBytes(from: packed[position..<(position + count)])
    position += count
    return count
  }

  private func inflate(into buffer: UnsafeMutableRawBufferPointer) throws(Hinweis) -> Int {
    inflater.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    inflater.avail_out = UInt32(clamping: buffer.count)
    let room = inflater.avail_out
    while inflater.avail_out > 0 {
      if position == packed.count { try fill() }
      let left = packed.count - position
      let status = packed.withUnsafeMutableBufferPointer { packed in
        inflater.next_in = packed.baseAddress.map { $0 + position }
        inflater.avail_in = UInt32(left)
        return CZlib.inflate(&inflater, Z_NO_FLUSH)
      }
      position += left - Int(inflater.avail_in)
      if status == Z_STREAM_END {
        isAtEnd = true
        break
      }
      guard status == Z_OK || status == Z_BUF_ERROR && left > 0 else {
        throw failure(left == 0 ? "ist abgeschnitten" : "ist beschädigt und nicht zu entpacken")
      }
    }
    return Int(room - inflater.avail_out)
  }

  private var tooLarge: Hinweis { failure("wird beim Entpacken unverhältnismäßig groß; so eine Datei soll schaden") }

  private func failure(_ text: String) -> Hinweis {
    Hinweis("der Teil \"\(entry.name)\" \(text)").at(Place(file: source.name)).help(.saveAgain)
  }
}
