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
    let package = OfficePackage(try ZipArchive(source, expected: "ein Word-Dokument (DOCX)"))
    let main = try package.mainPart ?? "word/document.xml"
    let parts = try package.relationships(of: main)
    func read(_ kind: String, _ handler: some XMLHandler) throws(Hinweis) {
      guard let part = parts.first(where: { $0.kind == kind && !$0.isExternal }) else { return }
      try package.read(part.target, handler)
    }
    let styles = Styles()
    try read("styles", styles)
    let numbering = Numbering()
    try read("numbering", numbering)
    let body = Body(styles, numbering)
    guard try package.read(main, body), body.hasBegun else {
      throw Hinweis("darin ist kein Text von Word").at(Place(file: source.name)).help(
        "die Endung prüfen: Tabellen haben die Endung xlsx oder ods, Texte von LibreOffice odt")
    }
    var document = Document(source.name, body.blocks)
    // Notes stand at the end, in the order of their numbers.
    let kinds = ["footnotes", "endnotes"]
    var texts: [String: [String: [Block]]] = [:]
    for kind in kinds {
      let notes = Body(styles, numbering)
      try read(kind, notes)
      texts[kind] = notes.byID
    }
    for (id, place) in body.notes {
      if let blocks = texts[place.kind]?[id] { document.blocks += TextContainer.note(place.number, blocks) }
    }
    let comments = Body(styles, numbering)
    try read("comments", comments)
    let order = comments.byID.sorted { ($0.key.count, $0.key) < ($1.key.count, $1.key) }
    document.properties =
      package.properties + body.remarks + order.prefix(100).map { .init("Kommentar im Text", TextContainer.text(of: $0.value)) }
    return document
  }
}
