// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

private let manifest = """
  kip-plugin 1
  id: json
  version: 1.0.0
  licence: Apache-2.0
  summary: Daten für und aus anderen Programmen: JSON
  format json: Tabelle als JSON-Liste von Objekten, oder ein ganzes Dokument als Objekt
    reads: json
    writes: json
  format jsonl: Tabelle als JSON Lines, ein Objekt je Zeile
    reads: jsonl ndjson
    writes: jsonl ndjson
  """

@c(kip_JSON)
public func register(_ registry: UnsafeMutableRawPointer) {
  Registry.at(registry).manifest(manifest)
    .offer("json", JSONFormat(isLines: false))
    .offer("jsonl", JSONFormat(isLines: true))
}

/// Data for other programs.
///
/// A document that is one table becomes its rows: a list of objects whose keys are the columns' keys, or a line for each. Any other
/// document becomes one object with title, properties and blocks; as JSON Lines it stands in one line.
struct JSONFormat: Format {
  let isLines: Bool

  func read(_ source: any ByteSource) throws(Hinweis) -> Document {
    var outline = JSONOutline(try TextCursor(source), isLines: isLines)
    return try outline.document()
  }

  func write(_ document: Document, to sink: inout some ByteSink) throws(Hinweis) {
    var out: [UInt8] = []
    if document.blocks.count == 1, let table = document.tables.first {
      if !isLines { out += "[".utf8 }
      let hasRows = try write(rows: table, before: isLines ? "" : "\n", between: isLines ? "\n" : ",\n", out: &out, to: &sink)
      out += ((hasRows ? "\n" : "") + (isLines ? "" : "]\n")).utf8
    } else {
      try write(whole: document, out: &out, to: &sink)
      out += "\n".utf8
    }
    try sink.write(out)
  }

  private func write(whole document: Document, out: inout [UInt8], to sink: inout some ByteSink) throws(Hinweis) {
    out += "{\"title\":".utf8
    JSONText.append(document.title, to: &out)
    if let subtitle = document.subtitle { JSONText.append(key: "subtitle", subtitle, to: &out) }
    JSONText.append(key: "language", document.language, to: &out)
    out += ",\"properties\":{".utf8
    for (index, property) in document.properties.enumerated() {
      if index > 0 { out += ",".utf8 }
      JSONText.append(property.name, to: &out)
      out += ":".utf8
      JSONText.append(property.value, to: &out)
    }
    out += "},\"blocks\":[".utf8
    for (index, block) in document.blocks.enumerated() {
      out += index > 0 ? ",{".utf8 : "{".utf8
      try write(block, out: &out, to: &sink)
      out += "}".utf8
    }
    out += "]}".utf8
  }

  private func write(_ block: Block, out: inout [UInt8], to sink: inout some ByteSink) throws(Hinweis) {
    switch block {
    case .heading(let level, let text):
      out += "\"type\":\"heading\",\"level\":\(level)".utf8
      JSONText.append(key: "text", text, to: &out)
    case .paragraph(let runs):
      out += "\"type\":\"paragraph\"".utf8
      JSONText.append(key: "text", runs.map(\.text).joined(), to: &out)
    case .list(let points):
      out += "\"type\":\"list\"".utf8
      JSONText.append(key: "points", points.map { $0.map(\.text).joined() }, to: &out)
    case .chart(let chart): try write(.table(chart.table), out: &out, to: &sink)
    case .table(let table):
      out += "\"type\":\"table\"".utf8
      JSONText.append(key: "name", table.name, to: &out)
      JSONText.append(key: "keys", table.columns.map(\.key), to: &out)
      JSONText.append(key: "headings", table.columns.map(\.heading), to: &out)
      out += ",\"rows\":[".utf8
      _ = try write(rows: table, before: "", between: ",", out: &out, to: &sink)
      out += "]".utf8
      JSONText.append(key: "notes", table.notes, to: &out)
    @unknown default: out += "\"type\":\"unknown\"".utf8
    }
  }
}
