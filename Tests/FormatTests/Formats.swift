// SPDX-License-Identifier: GPL-3.0-or-later
import DOCX
import DelimitedText
import HTML
import JSON
import Markdown
import ODS
import ODT
import OParl
import PlainText
import PlanKit
import XLSX

/// The shipped formats as the host gets them: by their plug-ins' entries.
enum Formats {
  /// What each plug-in hands over.
  static var registries: [Registry] {
    [
      DOCX.register, DelimitedText.register, HTML.register, JSON.register, Markdown.register, ODS.register, ODT.register, OParl.register,
      PlainText.register, XLSX.register,
    ].map { entry in
      let registry = Registry()
      entry(registry.pointer)
      return registry
    }
  }

  static func named(_ name: String) throws -> any Format {
    for offer in registries.flatMap(\.offers) where offer.name == name {
      if case .format(let format) = offer.code { return format }
    }
    throw Hinweis("kein Format \"\(name)\"")
  }

  static func write(_ document: Document, as name: String) throws -> [UInt8] {
    var bytes = Bytes()
    try named(name).write(document, to: &bytes)
    return bytes.bytes
  }

  static func text(_ document: Document, as name: String) throws -> String {
    String(decoding: try write(document, as: name), as: UTF8.self)
  }

  static func read(_ bytes: [UInt8], name: String = "datei.csv") throws -> ReadTable {
    try ReadTable(named("csv").read(Bytes(bytes, name: name)))
  }

  static func read(_ text: String) throws -> ReadTable { try read(Array(text.utf8)) }
}

/// A table that was read, with what was found in it.
struct ReadTable: RowSink {
  let document: Document
  var rows: [[String]] = []
  var lines: [Int] = []
  var notes: [Hinweis] = []

  init(_ document: Document) throws {
    self.document = document
    try document.tables[0].rows.rows(into: &self)
  }

  mutating func take(_ batch: RowBatch) throws(Hinweis) -> Flow {
    for row in 0..<batch.count {
      rows.append(batch.texts(row))
      lines.append(Int(batch.lines[row]))
    }
    return .more
  }

  mutating func note(_ hinweis: Hinweis) { notes.append(hinweis) }
}

/// The same numbers in every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
