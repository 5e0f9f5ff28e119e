// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

/// A whole document as kip writes it: an object with title, properties and blocks.
enum KipDocument {
  /// Reads the object that comes next; nil if it is none of kip's.
  static func read(_ reader: inout JSONReader, _ fresh: TextCursor) throws(Hinweis) -> Document? {
    var document = Document("")
    var isKips = false
    try reader.beginObject()
    while try reader.nextKey() {
      switch (String(decoding: reader.text, as: UTF8.self), try reader.peek()) {
      case ("title", .text): document.title = try text(&reader)
      case ("subtitle", .text): document.subtitle = try text(&reader)
      case ("language", .text): document.language = try text(&reader)
      case ("properties", .object):
        try reader.beginObject()
        while try reader.nextKey() {
          let name = String(decoding: reader.text, as: UTF8.self)
          guard try reader.peek() == .text else { return nil }
          document.properties.append(.init(name, try text(&reader)))
        }
      case ("blocks", .array):
        isKips = true
        try reader.beginArray()
        while try reader.nextElement() {
          guard try reader.peek() == .object, let block = try block(&reader, fresh) else { return nil }
          document.blocks.append(block)
        }
      default: return nil
      }
    }
    return isKips ? document : nil
  }

  private static func text(_ reader: inout JSONReader) throws(Hinweis) -> String {
    _ = try reader.scalar()
    return String(decoding: reader.text, as: UTF8.self)
  }

  private static func block(_ reader: inout JSONReader, _ fresh: TextCursor) throws(Hinweis) -> Block? {
    var facts: [String: JSONValue] = [:]
    var rows: JSONTableRows?
    try reader.beginObject()
    while try reader.nextKey() {
      let key = String(decoding: reader.text, as: UTF8.self)
      if key == "rows", try reader.peek() == .array {
        var source = JSONTableRows(&reader, .array, fresh: fresh)
        source.columns = JSONColumns(texts(facts["keys"]).map { Array($0.utf8) })
        try source.scan(&reader)
        rows = source
      } else {
        facts[key] = try reader.value()
      }
    }
    switch facts["type"]?.text {
    case "heading":
      var level = 1
      if case .number(let digits) = facts["level"] { level = Int(digits) ?? 1 }
      return .heading(level, facts["text"]?.text ?? "")
    case "paragraph": return .text(facts["text"]?.text ?? "")
    case "list": return .list(texts(facts["points"]).map { [Run($0)] })
    case "table":
      guard var rows else { return nil }
      let headings = texts(facts["headings"])
      // Cells beyond the columns were given names of their own.
      let names = rows.columns.names.dropFirst(headings.count).map { String(decoding: $0, as: UTF8.self) }
      rows.headings = headings.isEmpty ? nil : headings + names
      var table = Table(facts["name"]?.text ?? "", rows: rows)
      table.notes = texts(facts["notes"])
      return .table(table)
    default: return nil
    }
  }

  private static func texts(_ value: JSONValue?) -> [String] {
    (value?.elements ?? []).map { element in if case .text(let text) = element { text } else { "" } }
  }
}
