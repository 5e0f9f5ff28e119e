// SPDX-License-Identifier: Apache-2.0
public import PlanKit

/// A ZIP file: its entries, and the bytes of each.
///
/// Nothing is ever unpacked to a place that an entry names, so names that climb out of a folder do no harm.
public struct ZipArchive: Sendable {
  public let entries: [ZipEntry]
  public var file: String { source.name }
  private let source: any ByteSource
  private let byName: [String: Int]
  private let byKey: [String: Int]

  /// Opens a file.
  ///
  /// - Parameter expected: what the file should be, for the message if it is no ZIP file: `eine Arbeitsmappe von Excel (.xlsx)`.
  public init(_ source: any ByteSource, expected: String) throws(Hinweis) {
    if let foreign = try ForeignFile.find(in: source) { throw foreign.refusal(expected: expected, file: source.name) }
    entries = try ZipDirectory(source, expected: expected).entries()
    self.source = source
    byName = Dictionary(entries.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { $1 })
    byKey = Dictionary(entries.enumerated().map { (ZipEntry.key($0.element.name), $0.offset) }, uniquingKeysWith: { $1 })
  }

  /// The entry of a name, to the letter or else with other capitals, slashes or a slash in front.
  public func entry(named name: String) -> ZipEntry? {
    (byName[name] ?? byKey[ZipEntry.key(name)]).map { entries[$0] }
  }

  /// The bytes of an entry, unpacked as they are read; its size and checksum are checked at the end.
  public func stream(_ entry: ZipEntry) throws(Hinweis) -> ZipStream { try ZipStream(source, entry) }

  /// The bytes of an entry as a whole.
  public func bytes(_ entry: ZipEntry, limit: Int = Limits.partSize) throws(Hinweis) -> [UInt8] {
    var stream = try stream(entry)
    return try stream.all(limit: limit)
  }
}
