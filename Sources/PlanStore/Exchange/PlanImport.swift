// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

extension PlanStore {
  /// Fills an empty plan with all that a document written by `export` holds; the number of things and of changes.
  public func fill(from source: any ByteSource) throws(Hinweis) -> (things: Int, changes: Int) {
    try checkWritable()
    guard !connection.isInTransaction else {
      throw Hinweis("ein ganzer Plan lässt sich nicht in einem offenen Vorgang einlesen").help(
        "ohne beginne, --atomar und --trocken aufrufen")
    }
    guard try lastChange() == 0 else {
      throw Hinweis("der Plan hat schon Änderungen; einen ganzen Plan nimmt nur ein leerer auf").help(
        "kip --neu NEU.kip -c 'importiere plan \(source.name)'")
    }
    defer { forgetDescriptions() }
    // References are checked once all rows are there.
    try connection.execute("PRAGMA foreign_keys = OFF")
    defer { try? connection.execute("PRAGMA foreign_keys = ON") }
    return try connection.transaction { () throws(Hinweis) in
      try Guards.drop(connection)
      let things = try PlanImport(store: self, connection: connection).read(source)
      try Guards.make(connection)
      let wrong = try Integrity(connection: connection).checks().filter { $0.problems != [] }
      if let first = wrong.first {
        throw Hinweis("die Datei hält keinen ganzen Plan: \(first.name): \(first.problems?.first ?? "nicht zu prüfen")")
          .at(Place(file: source.name)).help("neu exportieren: exportiere plan nach DATEI.json")
      }
      return (things, try lastChange())
    }
  }
}

/// All triggers and indexes, which neither check nor slow down rows that come as they once were; only within a transaction.
enum Guards {
  static func drop(_ connection: Connection) throws(Hinweis) {
    for trigger in Schema.tables.flatMap(Schema.triggers) { try connection.execute("DROP TRIGGER \(trigger.name)") }
    for index in Schema.tables.flatMap(Index.all) { try connection.execute("DROP INDEX \(index.name)") }
  }

  static func make(_ connection: Connection) throws(Hinweis) {
    for index in Schema.tables.flatMap(Index.all) { try connection.execute(index.statement) }
    for trigger in Schema.tables.flatMap(Schema.triggers) { try connection.execute(trigger.statement) }
  }
}

/// Writes the rows of a document into the tables.
private struct PlanImport {
  let store: PlanStore
  let connection: Connection

  func read(_ source: any ByteSource) throws(Hinweis) -> Int {
    var reader = JSONReader(source)
    var things = 0
    var seen: Set<String> = []
    try reader.object { (reader, key) throws(Hinweis) in
      seen.insert(key)
      switch key {
      case "format":
        let format = try reader.string()
        guard format == PlanFile.format else { throw problem("das Format ist \"\(format)\", erwartet ist \"\(PlanFile.format)\"", reader) }
      case "schema":
        let schema = try reader.integer()
        guard schema == Migration.version else {
          throw problem("die Datei ist von Schema \(schema), dieses kip kennt \(Migration.version)", reader)
            .help(schema > Migration.version ? "kip erneuern" : "den Plan mit diesem kip öffnen und neu exportieren")
        }
      case "nächste": try connection.run("UPDATE zaehler SET naechste = ?", [.integer(try reader.integer())])
      case "arten":
        guard seen.isSuperset(of: ["format", "schema"]) else { throw problem("vor den Arten müssen format und schema stehen", reader) }
        try reader.array { (reader) throws(Hinweis) in things += try kind(&reader) }
      default: throw problem("unbekannt ist \"\(key)\"", reader).didYouMean(key, ["format", "schema", "nächste", "arten"])
      }
    }
    try reader.end()
    for key in ["format", "schema", "nächste", "arten"] where !seen.contains(key) { throw problem("es fehlt \"\(key)\"", reader) }
    return things
  }

  /// Reads the rows of one kind of things; their number.
  private func kind(_ reader: inout JSONReader) throws(Hinweis) -> Int {
    var parts: [PlanFile.Part] = []
    var columns: [String: [String]] = [:]
    var count = 0
    try reader.object { (reader, key) throws(Hinweis) in
      if key == "art" {
        let art = try reader.string()
        guard let noun = Schema.tables.first(where: { $0.plural == art }) else {
          throw problem("die Art \"\(art)\" gibt es nicht", reader).didYouMean(art, Schema.tables.map(\.plural))
        }
        parts = PlanFile.parts(noun)
      } else if let part = parts.first(where: { $0.columnsKey == key }) {
        columns[part.key] = try names(try reader.strings(), part, reader)
      } else if let part = parts.first(where: { $0.key == key }), let names = columns[part.key] {
        let rows = try rows(part, names, &reader)
        if part.key == "zeilen" { count = rows }
      } else {
        throw problem("\"\(key)\" ist hier nicht zu erwarten", reader).help("eine Art beginnt mit art, dann spalten, dann zeilen")
      }
    }
    return count
  }

  private func names(_ names: [String], _ part: PlanFile.Part, _ reader: JSONReader) throws(Hinweis) -> [String] {
    var columns: [String] = []
    for name in names {
      guard let column = part.columns.first(where: { $0.name == name }) else {
        throw problem("die Spalte \"\(name)\" gibt es nicht", reader).didYouMean(name, part.columns.map(\.name))
      }
      columns.append(column.sql)
    }
    return columns
  }

  private func rows(_ part: PlanFile.Part, _ columns: [String], _ reader: inout JSONReader) throws(Hinweis) -> Int {
    let statement = try connection.statement(
      "INSERT INTO \(part.table) (\(columns.joined(separator: ", "))) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))")
    defer { connection.release(statement) }
    var count = 0
    try reader.array { (reader) throws(Hinweis) in
      var width = 0
      try reader.array { (reader) throws(Hinweis) in
        width += 1
        let value = try reader.value()
        if width <= columns.count { statement.bind(value, at: width) }
      }
      guard width == columns.count else {
        throw problem("die Zeile hat \(width) Werte, erwartet sind \(columns.count)", reader)
      }
      do throws(Hinweis) { try statement.write() } catch { throw error.at(reader.place).help("die Zeile berichtigen oder neu exportieren") }
      count += 1
      if count.isMultiple(of: 1000) { try store.checkInterruption() }
    }
    return count
  }

  private func problem(_ text: String, _ reader: JSONReader) -> Hinweis {
    Hinweis(text).at(reader.place).help("die Datei muss so sein, wie exportiere plan sie schreibt")
  }
}
