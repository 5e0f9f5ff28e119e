// SPDX-License-Identifier: Apache-2.0

/// An entry of a ZIP file as the file's directory tells of it.
public struct ZipEntry: Hashable, Sendable {
  /// Its path in the archive, with slashes.
  public var name: String
  /// How it is packed: 0 not at all, 8 by deflate.
  var method: Int
  var isEncrypted: Bool
  var checksum: UInt32
  /// Its bytes in the file, and unpacked.
  var packedSize: Int
  public var size: Int
  /// Where its own header begins in the file.
  var offset: Int
}

extension ZipEntry {
  /// A name as entries are compared where they do not match to the letter: `\XL\Workbook.xml` is `xl/workbook.xml`.
  static func key(_ name: String) -> String {
    let bytes = name.utf8.map { (byte: UInt8) -> UInt8 in byte == 0x5C ? 0x2F : (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
    return String(decoding: bytes.drop { $0 == 0x2F }, as: UTF8.self)
  }
}
