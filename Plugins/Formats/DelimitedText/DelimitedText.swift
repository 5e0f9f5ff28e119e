// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

private let manifest = """
  kip-plugin 1
  id: delimited-text
  version: 1.0.0
  licence: Apache-2.0
  summary: Tabellen als Text: CSV und TSV
  format csv: Tabelle als CSV (RFC 4180, UTF-8), Werte in der Form für Maschinen
    reads: csv txt
    writes: csv
  format csv-excel: Tabelle als CSV für Excel auf Deutsch (Semikolon, Dezimalkomma, Datum TT.MM.JJJJ)
    writes: csv
  format tsv: Tabelle mit Tabulatoren zwischen den Zellen
    reads: tsv tab
    writes: tsv tab
  """

@c(kip_DelimitedText)
public func register(_ registry: UnsafeMutableRawPointer) {
  Registry.at(registry).manifest(manifest)
    .offer("csv", DelimitedFormat(.csv))
    .offer("csv-excel", DelimitedFormat(.excel))
    .offer("tsv", DelimitedFormat(.tsv))
}

/// Tables as text, a line for each row.
///
/// Reading is the same for all dialects, because files seldom are what they are called: encoding and delimiter are found in the file.
struct DelimitedFormat: Format {
  let dialect: Dialect

  init(_ dialect: Dialect) { self.dialect = dialect }

  func read(_ source: any ByteSource) throws(Hinweis) -> Document {
    let start = try source.bytes(at: 0, count: 8)
    if let kind = foreignFiles.first(where: { start.starts(with: $0.start) })?.name { throw .noText(kind, source.name) }
    let (encoding, begin) = try Encoding.find(in: source)
    var text = TextReader(source, encoding, from: begin)
    try text.fill(line: 1)
    let delimiter = try Delimiter.find(in: text, otherwise: dialect.delimiter)
    let rows = DelimitedRows(source: source, encoding: encoding, begin: begin, delimiter: delimiter.byte)
    var document = Document(source.name, [.table(Table("", rows: rows))])
    document.properties = [.init("Zeichensatz", encoding.name), .init("Trennzeichen", delimiter.name)]
    return document
  }

  /// Writes the tables of a document, an empty line between two; what else it holds has no place in rows and cells.
  func write(_ document: Document, to sink: inout some ByteSink) throws(Hinweis) {
    guard !document.tables.isEmpty else { throw .noTable(document.title) }
    var writer = RowWriter(dialect)
    for (index, table) in document.tables.enumerated() {
      if index > 0 { writer.endRow(cells: 0) }
      try writer.write(table, to: &sink)
    }
    try writer.flush(to: &sink)
  }
}

/// How other files begin that are taken for text now and then.
private let foreignFiles: [(start: [UInt8], name: String)] = [
  ([0x50, 0x4B, 0x03, 0x04], "eine ZIP-Datei, etwa XLSX, ODS oder DOCX"),
  ([0xD0, 0xCF, 0x11, 0xE0], "eine alte Office-Datei, etwa XLS oder DOC"),
  (Array("%PDF-".utf8), "eine PDF-Datei"),
]

extension Hinweis {
  fileprivate static func noText(_ kind: String, _ file: String) -> Hinweis {
    Hinweis("erwartet war eine Textdatei, das ist \(kind)").at(Place(file: file))
      .help("Die Endung prüfen, oder die Tabelle im anderen Programm als CSV speichern")
  }

  fileprivate static func noTable(_ title: String) -> Hinweis {
    Hinweis("\"\(title)\" hat keine Tabelle, und CSV und TSV nehmen nur Tabellen auf").help(
      "markdown und html schreiben das ganze Dokument")
  }
}
