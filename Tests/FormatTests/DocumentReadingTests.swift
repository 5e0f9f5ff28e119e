// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import Testing

/// Texts as Word, LibreOffice, pandoc and python-docx write them.
@Suite struct DocumentReadingTests {
  private static func format(_ name: String) -> String {
    switch name.split(separator: ".").last {
    case "docx", "doc": "docx"
    case "odt", "fodt": "odt"
    default: "text"
    }
  }

  @Test("texts as real programs write them are read as expected", arguments: Golden.names(in: "Texts", without: ".expected"))
  func reading(_ name: String) throws {
    let document = try Formats.named(DocumentReadingTests.format(name)).read(Bytes(Golden.bytes("Texts/\(name)"), name: name))
    try Golden.expect(Array(DocumentText.text(document).utf8), toEqual: "Texts/\(name).expected")
  }

  @Test("there are texts to read")
  func isNotEmpty() { #expect(Golden.names(in: "Texts", without: ".expected").count >= 6) }

  @Test("a text that LibreOffice made of a Word document says the same")
  func bothFormats() throws {
    func paragraphs(_ name: String) throws -> [String] {
      let document = try Formats.named(DocumentReadingTests.format(name)).read(Bytes(Golden.bytes("Texts/\(name)"), name: name))
      return document.blocks.flatMap { block -> [String] in
        switch block {
        case .heading(_, let text): [text]
        case .paragraph(let runs): [runs.map(\.text).joined()]
        case .list(let points): points.map { $0.map(\.text).joined() }
        default: []
        }
      }
    }
    #expect(try paragraphs("lage-pandoc.odt") == paragraphs("lage-pandoc.docx"))
  }

  @Test(
    "half a file is a finding, and so is one of another kind",
    arguments: ["bericht-python.docx", "bericht-libreoffice.odt", "bericht-libreoffice.fodt"])
  func damaged(_ name: String) throws {
    let format = try Formats.named(DocumentReadingTests.format(name))
    let bytes = try Golden.bytes("Texts/\(name)")
    for count in [0, 1, 30, bytes.count / 4, bytes.count / 2, bytes.count - 30] {
      let error = #expect(throws: Hinweis.self) { try format.read(Bytes(Array(bytes.prefix(count)), name: name)) }
      #expect(error?.help != nil, "\(count): \(error?.text ?? "")")
    }
    // A byte that is wrong is found, or does no harm; it never ends the program.
    var random = SeededNumbers(7)
    for _ in 0..<200 {
      var changed = bytes
      for _ in 0..<3 { changed[Int.random(in: 0..<changed.count, using: &random)] = UInt8.random(in: 0...255, using: &random) }
      _ = try? format.read(Bytes(changed, name: name))
    }
  }

  @Test(
    "what is no text is refused with what to do",
    arguments: [("docx", "lage-pandoc.odt"), ("odt", "lage-pandoc.docx"), ("text", "lage-pandoc.docx")])
  func foreign(_ name: String, _ file: String) throws {
    let bytes = try Golden.bytes("Texts/\(file)")
    let error = #expect(throws: Hinweis.self) { try Formats.named(name).read(Bytes(bytes, name: file)) }
    #expect(error?.help?.isEmpty == false)
  }
}
