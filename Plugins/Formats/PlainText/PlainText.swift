// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

private let manifest = """
  kip-plugin 1
  id: plain-text
  version: 1.0.0
  licence: Apache-2.0
  summary: Texte ohne Auszeichnung
  format text: Text mit Absätzen, Überschriften und Listen
    reads: txt text
  """

@c(kip_PlainText)
public func register(_ registry: UnsafeMutableRawPointer) {
  Registry.at(registry).manifest(manifest).offer("text", PlainText())
}

/// A text that people wrote: paragraphs with blank lines between them.
struct PlainText: Format {
  /// A text longer than this is no document.
  static let longest = 32 << 20

  func read(_ source: any ByteSource) throws(Hinweis) -> Document {
    guard source.size <= PlainText.longest else {
      throw Hinweis("der Text ist länger als \(PlainText.longest >> 20) MB").at(Place(file: source.name))
        .help("eine Tabelle liest das Format csv")
    }
    let start = try source.bytes(at: 0, count: 8)
    if let kind = foreignFiles.first(where: { start.starts(with: $0.start) })?.name {
      throw Hinweis("erwartet war ein Text, das ist \(kind)").at(Place(file: source.name)).help(
        "die Endung prüfen, oder die Datei als Text speichern")
    }
    let (encoding, begin) = try Encoding.find(in: source)
    let bytes = try source.bytes(at: begin, count: source.size)
    var text: [UInt8] = []
    var flaws: [Flaw] = []
    _ = bytes.withUnsafeBufferPointer { encoding.decode($0, isLast: true, to: &text, &flaws) }
    var document = Document(source.name, Blocks(String(decoding: text.filter { $0 != 0 }, as: UTF8.self)).blocks)
    document.properties = [.init("Zeichensatz", encoding.name)]
    return document
  }
}

/// How other files begin that are taken for text now and then.
private let foreignFiles: [(start: [UInt8], name: String)] = [
  ([0x50, 0x4B, 0x03, 0x04], "eine ZIP-Datei, etwa DOCX oder ODT"),
  ([0xD0, 0xCF, 0x11, 0xE0], "eine alte Office-Datei, etwa DOC"),
  (Array("%PDF-".utf8), "eine PDF-Datei"),
]
