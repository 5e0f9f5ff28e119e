// SPDX-License-Identifier: Apache-2.0
import PlanKit

private let manifest = """
  kip-plugin 1
  id: ods
  version: 1.0.0
  licence: Apache-2.0
  summary: Tabellen von LibreOffice und anderen Programmen (ODF)
  format ods: Tabelle von LibreOffice und anderen (ODF)
    reads: ods fods ots
    writes: ods
  """

@c(kip_ODS)
public func register(_ registry: UnsafeMutableRawPointer) {
  Registry.at(registry).manifest(manifest).offer("ods", ODSFormat())
}

/// Spreadsheets in the OpenDocument format: packed, or flat as one XML text.
struct ODSFormat: Format {
  func read(_ source: any ByteSource) throws(Hinweis) -> Document { try ODSDocument(source).document() }

  func write(_ document: Document, to sink: inout some ByteSink) throws(Hinweis) {
    var writer = ODSWriter(document)
    try writer.write(to: &sink)
  }
}
