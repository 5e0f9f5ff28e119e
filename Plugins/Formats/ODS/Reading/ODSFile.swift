// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// A spreadsheet in the OpenDocument format: a package of parts, or one flat XML text.
struct ODSFile: Sendable {
  private let source: any ByteSource
  private let archive: ZipArchive?
  var name: String { source.name }
  var isFlat: Bool { archive == nil }

  private static let expected = "eine Tabelle im OpenDocument-Format (.ods)"
  private static let content = "content.xml"

  init(_ source: any ByteSource) throws(Hinweis) {
    self.source = source
    guard try !ODSFile.isFlat(source) else {
      archive = nil
      return
    }
    let archive = try ZipArchive(source, expected: ODSFile.expected)
    self.archive = archive
    if try ODSFile.isEncrypted(archive) {
      throw refusal("die Datei ist mit einem Kennwort geschützt").help("die Datei ohne Kennwort speichern und noch einmal einlesen")
    }
    guard archive.entry(named: ODSFile.content) != nil else {
      if archive.entry(named: "xl/workbook.xml") != nil {
        throw refusal("das ist eine Arbeitsmappe von Excel").help("die Datei mit der Endung .xlsx einlesen")
      }
      throw refusal("in der Datei fehlt der Teil \"\(ODSFile.content)\"").help(.saveAgain)
    }
  }

  /// A flat file says so in its first element.
  private static func isFlat(_ source: any ByteSource) throws(Hinweis) -> Bool {
    let start = String(decoding: try source.bytes(at: 0, count: 4096), as: UTF8.self)
    return !start.hasPrefix("PK") && start.contains("urn:oasis:names:tc:opendocument")
  }

  /// LibreOffice encrypts every part by itself, or since 24.8 the package as a whole.
  private static func isEncrypted(_ archive: ZipArchive) throws(Hinweis) -> Bool {
    if archive.entry(named: "encrypted-package") != nil { return true }
    guard let entry = archive.entry(named: "META-INF/manifest.xml") else { return false }
    let handler = ManifestHandler()
    var stream = try archive.stream(entry)
    // A damaged list of parts keeps nobody from reading the parts.
    do throws(Hinweis) { try XMLReader.read(&stream, handler) } catch { return false }
    return handler.isEncrypted
  }

  /// What holds the tables.
  func contentStream() throws(Hinweis) -> any ByteStream {
    guard let archive else { return SourceStream(source) }
    guard let entry = archive.entry(named: ODSFile.content) else { throw refusal("in der Datei fehlt der Teil \"\(ODSFile.content)\"") }
    return try archive.stream(entry)
  }

  /// Reads a small part if there is one.
  func read(_ part: String, _ handler: any XMLHandler) throws(Hinweis) {
    guard let archive, let entry = archive.entry(named: part) else { return }
    var stream = try archive.stream(entry)
    try XMLReader.read(&stream, handler)
  }

  func refusal(_ found: String) -> Hinweis { Hinweis("erwartet war \(ODSFile.expected); \(found)").at(Place(file: name)) }
}

private final class ManifestHandler: XMLHandler {
  enum Name: String, CaseIterable { case encryption = "manifest:encryption-data" }
  private let vocabulary = XMLVocabulary<Name>()
  var names: XMLNames { vocabulary.names }
  private(set) var isEncrypted = false

  func start(_ name: Int, _ attributes: XMLAttributes) { if vocabulary[name] == .encryption { isEncrypted = true } }
}
