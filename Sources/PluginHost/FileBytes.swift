// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit

/// An open file, of which a part is read at a time; never more than it has.
final class FileBytes {
  private let file: Int32
  private let size: Int

  init(_ path: String) throws(Hinweis) {
    file = open(path, O_RDONLY | O_CLOEXEC)
    var info = stat()
    size = file >= 0 && fstat(file, &info) == 0 ? Int(info.st_size) : 0
    guard file >= 0 else {
      throw Hinweis("nicht lesbar: \(Files.words(errno))").help("Rechte der Datei \"\(path)\" prüfen")
    }
  }

  deinit { if file >= 0 { close(file) } }

  /// Some bytes; nil if the file does not have them all.
  func bytes(at offset: Int, count: Int) -> [UInt8]? {
    guard offset >= 0, count >= 0, offset <= size, count <= size - offset else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(file, buffer.baseAddress, count, off_t(offset)))
    }
    return bytes.count == count ? bytes : nil
  }
}
