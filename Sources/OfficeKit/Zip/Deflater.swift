// SPDX-License-Identifier: Apache-2.0
internal import CZlib

/// Packs bytes with zlib, piece by piece.
///
/// zlib keeps the address of its state, so that stands in memory of its own.
final class Deflater {
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var space = [UInt8](repeating: 0, count: 1 << 16)

  init(level: Int32) {
    stream.initialize(to: z_stream())
    // It fails only where there is no memory left, and then Swift ends the process anyway.
    _ = kip_deflate_init_raw(stream, level)
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// Packs some bytes of an entry, the last of them with `isLast`, and gives what comes out of them to a closure.
  func pack<Failure>(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, _ body: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
    stream.pointee.avail_in = UInt32(bytes.count)
    repeat {
      let count = space.withUnsafeMutableBufferPointer { space in
        stream.pointee.next_out = space.baseAddress
        stream.pointee.avail_out = UInt32(space.count)
        deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
        return space.count - Int(stream.pointee.avail_out)
      }
      if count > 0 { try body(count == space.count ? space : Array(space[..<count])) }
    } while stream.pointee.avail_out == 0
    if isLast { deflateReset(stream) }
  }

  /// The check sum of an entry with some more bytes.
  static func checkSum(_ sum: UInt, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt {
    bytes.isEmpty ? sum : crc32(sum, bytes.baseAddress, UInt32(bytes.count))
  }
}
