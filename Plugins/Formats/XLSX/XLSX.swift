// SPDX-License-Identifier: Apache-2.0
import PlanKit

private let manifest = """
  kip-plugin 1
  id: xlsx
  version: 1.0.0
  licence: Apache-2.0
  summary: Tabellen von Excel
  format xlsx: Tabelle von Excel
    writes: xlsx
  """

@c(kip_XLSX)
public func register(_ registry: UnsafeMutableRawPointer) {
  Registry.at(registry).manifest(manifest).offer("xlsx", XLSXFormat())
}

struct XLSXFormat: Format {
  func write(_ document: Document, to sink: inout some ByteSink) throws(Hinweis) {
    var writer = WorkbookWriter(document)
    try writer.write(to: &sink)
  }
}
