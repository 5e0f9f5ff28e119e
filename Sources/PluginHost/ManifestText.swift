// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit

/// The manifest as it stands in a plug-in's file.
enum ManifestText {
  /// The text among the file's constants that begins as a manifest does and ends at a zero; nil if there is none.
  static func find(in file: ELFFile) throws(Hinweis) -> String? {
    guard let constants = file.bytes(of: ".rodata") else { return nil }
    var start = 0
    while let at = place(of: "kip-plugin ", in: constants, from: start) {
      start = at + 1
      // A mention inside another text is no manifest.
      guard at == 0 || constants[at - 1] == 0, let text = constants.text(at: at) else { continue }
      let line = text.prefix { $0 != "\n" }
      guard line.endIndex < text.endIndex else { continue }
      if line == Manifest.firstLine { return text }
      if let version = Int(line.dropFirst("kip-plugin ".count)) { throw .version(version) }
    }
    return nil
  }

  private static func place(of word: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { all in
      guard let base = all.baseAddress else { return nil }
      var at = start
      while at < all.count, let found = memchr(base + at, Int32(word.utf8Start.pointee), all.count - at) {
        at = UnsafeRawPointer(found) - base
        if all.count - at >= word.utf8CodeUnitCount, memcmp(found, word.utf8Start, word.utf8CodeUnitCount) == 0 { return at }
        at += 1
      }
      return nil
    }
  }
}

extension Hinweis {
  fileprivate static func version(_ version: Int) -> Hinweis {
    Hinweis("das Manifest hat die Fassung \(version), dieses kip versteht Fassung 1").help("kip erneuern")
  }
}
