// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

private let manifest = """
  kip-plugin 1
  id: odt
  version: 1.0.0
  licence: Apache-2.0
  summary: Texte von LibreOffice
  format odt: Text von LibreOffice (OpenDocument), mit Absätzen, Überschriften, Listen und Tabellen
    reads: odt ott fodt
  """

@c(kip_ODT)
public func register(_ registry: UnsafeMutableRawPointer) {
  Registry.at(registry).manifest(manifest).offer("odt", ODT())
}

/// Texts in OpenDocument, packed or as one flat XML file.
struct ODT: Format {
  func read(_ source: any ByteSource) throws(Hinweis) -> Document {
    let styles = Styles()
    let body = Body(styles)
    let properties = Properties()
    let start = try source.bytes(at: 0, count: 256)
    if start.contains(0x3C), !start.starts(with: [0x50, 0x4B]) {
      // A flat file is read three times, since what a style means may stand behind its use.
      for handler in [properties, styles, body] as [any XMLHandler] {
        var stream = SourceStream(source)
        try XMLReader.read(&stream, handler)
      }
    } else {
      let archive = try ZipArchive(source, expected: "ein Text von LibreOffice (ODT)")
      try Encryption.check(archive)
      guard let content = archive.entry(named: "content.xml") else {
        throw Hinweis("darin ist kein Text von LibreOffice").at(Place(file: source.name)).help(
          "die Endung prüfen: Word-Dokumente haben die Endung docx")
      }
      for (name, handler) in [("meta.xml", properties), ("styles.xml", styles), ("content.xml", styles)] as [(String, any XMLHandler)] {
        if let entry = archive.entry(named: name) { try ODT.read(archive, entry, handler) }
      }
      try ODT.read(archive, content, body)
    }
    guard body.isText else {
      throw Hinweis("das ist ein OpenDocument, aber kein Text").at(Place(file: source.name)).help("Tabellen haben die Endung ods oder fods")
    }
    var document = Document(source.name, body.blocks)
    document.properties = properties.found + body.remarks
    return document
  }

  private static func read(_ archive: ZipArchive, _ entry: ZipEntry, _ handler: any XMLHandler) throws(Hinweis) {
    var stream = try archive.stream(entry)
    try XMLReader.read(&stream, handler)
  }
}

/// Finds out whether a package is locked with a password.
private final class Encryption: XMLHandler {
  private enum Name: String, CaseIterable { case data = "manifest:encryption-data" }
  private static let vocabulary = XMLVocabulary(Name.self)
  var names: XMLNames { Encryption.vocabulary.names }
  private var isFound = false

  static func check(_ archive: ZipArchive) throws(Hinweis) {
    guard let entry = archive.entry(named: "META-INF/manifest.xml") else { return }
    let handler = Encryption()
    var stream = try archive.stream(entry)
    try XMLReader.read(&stream, handler)
    guard handler.isFound else { return }
    throw Hinweis("die Datei ist mit einem Kennwort geschützt").at(Place(file: archive.file)).help(
      "die Datei ohne Kennwort speichern und noch einmal einlesen")
  }

  func start(_ name: Int, _ attributes: XMLAttributes) throws(Hinweis) { if name >= 0 { isFound = true } }
}
