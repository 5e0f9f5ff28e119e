// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

private let manifest = """
  kip-plugin 1
  id: xlsx
  version: 1.0.0
  licence: Apache-2.0
  summary: Arbeitsmappen von Excel
  format xlsx: Arbeitsmappe von Excel
    reads: xlsx xlsm xltx xltm xls xlsb
    writes: xlsx
  """

@c(kip_XLSX)
public func register(_ registry: UnsafeMutableRawPointer) {
  Registry.at(registry).manifest(manifest).offer("xlsx", XLSXFormat())
}

/// Workbooks in Excel's format, transitional and strict. Macros are neither run nor read.
struct XLSXFormat: Format {
  static let expected = "eine Arbeitsmappe von Excel (.xlsx)"

  func read(_ source: any ByteSource) throws(Hinweis) -> Document {
    let archive = try ZipArchive(source, expected: XLSXFormat.expected)
    if let other = XLSXFormat.otherKind(archive) {
      throw Hinweis("erwartet war \(XLSXFormat.expected); \(other.kind)").at(Place(file: source.name)).help(other.help)
    }
    return try Workbook(OfficePackage(archive)).document(named: source.name)
  }

  func write(_ document: Document, to sink: inout some ByteSink) throws(Hinweis) {
    var writer = WorkbookWriter(document)
    try writer.write(to: &sink)
  }

  /// What a ZIP file is that holds no workbook of this format.
  private static func otherKind(_ archive: ZipArchive) -> (kind: String, help: String)? {
    if archive.entry(named: "xl/workbook.xml") != nil { return nil }
    if archive.entry(named: "xl/workbook.bin") != nil {
      return ("das ist die binäre Form (.xlsb)", "die Datei in Excel oder LibreOffice öffnen und als .xlsx speichern")
    }
    if archive.entry(named: "word/document.xml") != nil { return ("das ist ein Text von Word", "die Datei mit der Endung .docx einlesen") }
    if archive.entry(named: "mimetype") != nil, archive.entry(named: "content.xml") != nil {
      return ("das ist eine Datei im Format von LibreOffice", "die Datei mit der Endung .ods oder .odt einlesen")
    }
    return nil
  }
}
