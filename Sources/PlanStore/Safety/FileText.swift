// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit

/// Looks for something in the bytes of a file, whatever kind of file it is.
enum FileText {
  private static let size = 1 << 20
  /// No name is longer, so that none is cut between two pieces.
  private static let overlap = 256

  /// True if the body finds it in the bytes, read as UTF-8 or, where they are none, as Latin-1.
  static func contains(_ path: String, _ body: (String) -> Bool) throws(Hinweis) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return false }
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: size)
    var offset = 0
    while true {
      let count = pread(file, &buffer, size, off_t(offset))
      if count <= 0 { return false }
      let bytes = buffer[..<count]
      if body(String(decoding: bytes, as: UTF8.self)) { return true }
      if String(validating: bytes, as: UTF8.self) == nil {
        var latin = String.UnicodeScalarView()
        latin.append(contentsOf: bytes.lazy.map { Unicode.Scalar($0) })
        if body(String(latin)) { return true }
      }
      if count < size { return false }
      offset += count - overlap
    }
  }
}
