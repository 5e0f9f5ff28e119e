// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

/// How a page writes its characters: as its mark, its head or else its bytes say.
enum HTMLEncoding {
  static func cursor(_ source: any ByteSource) throws(Hinweis) -> TextCursor {
    let start = try source.bytes(at: 0, count: 4096)
    let found = try Encoding.find(in: source)
    guard found.begin == 0, found.0 == .utf8 || found.0 == .windows1252 else { return TextCursor(source, found.0, from: found.begin) }
    return TextCursor(source, declared(start) ?? found.0, from: 0)
  }

  /// What stands behind `charset=`, in either kind of `meta`.
  private static func declared(_ start: [UInt8]) -> Encoding? {
    let text = String(decoding: start.map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
    guard let mark = text.firstRange(of: "charset") else { return nil }
    let name = text[mark.upperBound...].drop { " =\"'\t\r\n".contains($0) }.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    switch name {
    case "utf-8", "utf8": return .utf8
    case "windows-1252", "cp1252", "iso-8859-1", "iso-8859-15", "latin1", "latin-1", "us-ascii", "ascii": return .windows1252
    default: return nil
    }
  }
}
