// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit

/// A library's file, read section by section without running it.
///
/// Nothing in it is believed: every offset is checked against the file's size, so that a damaged file gives an error and no crash.
struct ELFFile {
  let machine: UInt16
  private let file: FileBytes
  private let sections: [Section]

  private struct Section {
    var name: String
    var type: UInt32
    var offset: Int
    var size: Int
    /// The section that holds its names.
    var link: Int
  }

  /// The symbols that a library has, and those that it cannot do without.
  struct Symbols {
    var defined: Set<String> = []
    var needed: [String] = []
  }

  init(_ path: String) throws(Hinweis) {
    file = try FileBytes(path)
    guard let head = file.bytes(at: 0, count: 64), head.starts(with: [0x7F, 0x45, 0x4C, 0x46]) else { throw .noLibrary }
    machine = head.number(18)
    // 64 bits, low byte first, a shared object
    guard head[4] == 2, head[5] == 1, head.number(16, as: UInt16.self) == 3, let sections = ELFFile.sections(head, file)
    else { throw .damaged }
    self.sections = sections
  }

  /// The bytes of the first section of this name.
  func bytes(of name: String) -> [UInt8]? {
    sections.first { $0.name == name }.flatMap { bytes(of: $0) }
  }

  /// Whether there is a section with such a name that is not empty.
  func hasSection(prefix: String) -> Bool { sections.contains { $0.name.hasPrefix(prefix) && $0.size > 0 } }

  /// The libraries that it asks for.
  func libraries() -> [String] {
    guard let dynamic = sections.first(where: { $0.type == 6 }), let entries = bytes(of: dynamic), let names = names(of: dynamic)
    else { return [] }
    return stride(from: 0, to: entries.count - 15, by: 16).compactMap { at in
      entries.number(at, as: Int64.self) == 1 ? names.text(at: Int(truncatingIfNeeded: entries.number(at + 8, as: UInt64.self))) : nil
    }
  }

  /// What it offers to others and wants from them.
  func symbols() -> Symbols {
    var symbols = Symbols()
    guard let table = sections.first(where: { $0.type == 11 }), let entries = bytes(of: table), let names = names(of: table)
    else { return symbols }
    for at in stride(from: 24, to: entries.count - 23, by: 24) {
      guard let name = names.text(at: Int(entries.number(at, as: UInt32.self))) else { continue }
      if entries.number(at + 6, as: UInt16.self) != 0 {
        symbols.defined.insert(name)
      } else if entries[at + 4] >> 4 == 1 {  // neither local nor weak
        symbols.needed.append(name)
      }
    }
    return symbols
  }

  private func bytes(of section: Section) -> [UInt8]? { file.bytes(at: section.offset, count: section.size) }

  private func names(of section: Section) -> [UInt8]? { sections.indices.contains(section.link) ? bytes(of: sections[section.link]) : nil }

  private static func sections(_ head: [UInt8], _ file: FileBytes) -> [Section]? {
    let count = Int(head.number(60, as: UInt16.self))
    let start = Int(truncatingIfNeeded: head.number(40, as: UInt64.self))
    guard head.number(58, as: UInt16.self) == 64, count > 0, let table = file.bytes(at: start, count: count * 64) else { return nil }
    func offset(_ index: Int) -> Int { Int(truncatingIfNeeded: table.number(index * 64 + 24, as: UInt64.self)) }
    func size(_ index: Int) -> Int { Int(truncatingIfNeeded: table.number(index * 64 + 32, as: UInt64.self)) }
    let own = Int(head.number(62, as: UInt16.self))
    guard own < count, let names = file.bytes(at: offset(own), count: size(own)) else { return nil }
    return (0..<count).map { index in
      Section(
        name: names.text(at: Int(table.number(index * 64, as: UInt32.self))) ?? "", type: table.number(index * 64 + 4),
        offset: offset(index), size: size(index), link: Int(table.number(index * 64 + 40, as: UInt32.self)))
    }
  }
}

extension [UInt8] {
  /// The number at an offset that the caller has checked.
  fileprivate func number<T: FixedWidthInteger>(_ offset: Int, as type: T.Type = T.self) -> T {
    withUnsafeBytes { T(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: T.self)) }
  }

  /// The text from an offset up to the next zero; nil if there is none.
  func text(at offset: Int) -> String? {
    guard indices.contains(offset) else { return nil }
    return withUnsafeBytes { bytes in
      let rest = bytes[offset...]
      guard let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, let end = memchr(start, 0, rest.count) else { return nil }
      return String(decoding: UnsafeRawBufferPointer(start: start, count: UnsafeRawPointer(end) - start), as: UTF8.self)
    }
  }
}

extension Hinweis {
  fileprivate static var noLibrary: Hinweis {
    Hinweis("das ist keine Bibliothek, obwohl der Name auf .so endet").help(
      "die Datei aus dem Ordner nehmen oder das Plug-in mit swift build bauen")
  }
  fileprivate static var damaged: Hinweis {
    Hinweis("die Datei ist beschädigt oder für einen anderen Rechner gebaut").help(
      "das Plug-in auf diesem Rechner neu bauen oder die Datei neu kopieren")
  }
}
