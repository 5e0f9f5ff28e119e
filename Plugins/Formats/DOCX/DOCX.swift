// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

private let manifest = """
  kip-plugin 1
  id: docx
  version: 1.0.0
  licence: Apache-2.0
  summary: Word-Dokumente
  format docx: Dokument von Word, mit Absätzen, Überschriften, Listen und Tabellen
    reads: docx docm dotx dotm doc
  """

@c(kip_DOCX)
public func register(_ registry: UnsafeMutableRawPointer) {
  Registry.at(registry).manifest(manifest).offer("docx", DOCX())
}

/// Documents of Word, transitional and strict; macros are never looked at.
struct DOCX: Format {
  func read(_ source: any ByteSource) throws(Hinweis) -> Document {
    let archive = try ZipArchive(source, expected: "ein Word-Dokument (DOCX)")
    let main = try Parts.main(of: archive)
    guard let entry = archive.entry(named: main) else {
      throw Hinweis("darin ist kein Text von Word").at(Place(file: source.name)).help(
        "die Endung prüfen: Tabellen haben die Endung xlsx oder ods")
    }
    let parts = try Parts(archive, of: main)
    let styles = Styles()
    try parts.read("styles", styles)
    let numbering = Numbering()
    try parts.read("numbering", numbering)
    let body = Body(styles, numbering)
    try Parts.read(archive, entry, body)
    var document = Document(source.name, body.blocks)
    // Notes stand at the end, in the order of their numbers.
    for kind in ["footnotes", "endnotes"] {
      let notes = Body(styles, numbering)
      try parts.read(kind, notes)
      for (id, place) in body.notes where place.kind == kind {
        guard let blocks = notes.byID[id] else { continue }
        document.blocks += TextContainer.note(place.number, blocks)
      }
    }
    let comments = Body(styles, numbering)
    try parts.read("comments", comments)
    let properties = Properties()
    for part in ["docProps/core.xml", "docProps/custom.xml"] {
      if let entry = archive.entry(named: part) { try Parts.read(archive, entry, properties) }
    }
    document.properties =
      properties.found + body.remarks
      + comments.byID.sorted { $0.key.count == $1.key.count ? $0.key < $1.key : $0.key.count < $1.key.count }.prefix(100).map {
        .init("Kommentar", TextContainer.text(of: $0.value))
      }
    return document
  }
}
