// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

/// What stands where in a file, found by going over it once.
struct JSONOutline {
  private let fresh: TextCursor
  private let isLines: Bool
  private var reader: JSONReader
  private var tables: [Table] = []
  private var properties: [Document.Property] = []

  /// More lists than this are no tables that anybody made.
  private static let mostTables = 1000

  init(_ cursor: TextCursor, isLines: Bool) {
    fresh = cursor
    self.isLines = isLines
    reader = JSONReader(cursor)
  }

  mutating func document() throws(Hinweis) -> Document {
    var document = Document(fresh.source.name)
    guard let kind = try reader.peek() else { throw .empty(fresh.source.name) }
    let begin = reader.cursor.mark
    if kind == .object {
      if let found = try KipDocument.read(&reader, fresh), try reader.peek() == nil { return found }
      try go(to: begin)
    }
    if !isLines || kind == .array {
      switch kind {
      case .array: try addTable("", .array)
      case .object: try addTables(below: "")
      default: try reader.skipValue()
      }
      if try reader.peek() == nil {
        if tables.isEmpty {
          try go(to: begin)
          try addTable("", .single)
        }
        document.properties = properties
        document.blocks = tables.map(Block.table)
        return document
      }
    }
    // Something follows, so each value is an entry, whatever the ending says.
    try go(to: begin)
    tables = []
    try addTable("", .lines)
    document.blocks = tables.map(Block.table)
    return document
  }

  private mutating func go(to mark: TextCursor.Mark) throws(Hinweis) {
    var cursor = fresh
    try cursor.go(to: mark)
    reader = JSONReader(cursor)
  }

  private mutating func addTable(_ name: String, _ form: JSONTableRows.Form) throws(Hinweis) {
    guard tables.count < JSONOutline.mostTables else {
      throw Hinweis("das sind mehr als \(JSONOutline.mostTables) Listen; erwartet waren wenige Tabellen").at(reader.cursor.place)
    }
    var rows = JSONTableRows(&reader, form, fresh: fresh)
    try rows.scan(&reader)
    tables.append(Table(name, rows: rows))
  }

  /// Finds the lists of entries in an object, and what else it says.
  private mutating func addTables(below path: String) throws(Hinweis) {
    try reader.beginObject()
    while try reader.nextKey() {
      let key = (path.isEmpty ? "" : path + ".") + String(decoding: reader.text, as: UTF8.self)
      switch try reader.peek() {
      case .object: try addTables(below: key)
      case .array where try isListOfEntries(): try addTable(key, .array)
      default:
        var value: [UInt8] = []
        try JSONCell.append(&reader, to: &value)
        if !value.isEmpty, properties.count < JSONOutline.mostTables {
          properties.append(.init(key, String(decoding: value, as: UTF8.self)))
        }
      }
    }
  }

  /// Whether the array that comes next has objects or arrays in it.
  private mutating func isListOfEntries() throws(Hinweis) -> Bool {
    var ahead = reader
    try ahead.beginArray()
    guard try ahead.nextElement() else { return false }
    let kind = try ahead.peek()
    return kind == .object || kind == .array
  }
}

extension Hinweis {
  fileprivate static func empty(_ file: String) -> Hinweis {
    Hinweis("die Datei ist leer; erwartet war eine Liste von Einträgen, etwa [{\"nr\": \"1\"}]").at(Place(file: file))
  }
}
