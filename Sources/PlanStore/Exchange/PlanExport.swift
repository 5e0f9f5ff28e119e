// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

extension PlanStore {
  /// Writes the whole plan, its history included, as one JSON document with a row on each line.
  ///
  /// Two plans that hold the same give the same bytes.
  public func export(to sink: inout some ByteSink) throws(Hinweis) {
    try connection.reading { () throws(Hinweis) in
      var text = JSONWriter()
      let next = try connection.value("SELECT naechste FROM zaehler")?.integer ?? 1
      text.raw("{\"format\": ")
      text.string(PlanFile.format)
      text.raw(", \"schema\": \(Migration.version), \"nächste\": \(next), \"arten\": [")
      var isFirst = true
      for noun in Schema.tables {
        text.raw(isFirst ? "\n{\"art\": " : ",\n{\"art\": ")
        text.string(noun.plural)
        isFirst = false
        for part in PlanFile.parts(noun) { try write(part, &text, &sink) }
        text.raw("}")
      }
      text.raw("\n]}\n")
      try sink.write(text.bytes)
    }
  }

  private func write(_ part: PlanFile.Part, _ text: inout JSONWriter, _ sink: inout some ByteSink) throws(Hinweis) {
    text.raw(",\n\"\(part.columnsKey)\": [")
    for (index, column) in part.columns.enumerated() {
      if index > 0 { text.raw(", ") }
      text.string(column.name)
    }
    text.raw("],\n\"\(part.key)\": [")
    let statement = try connection.statement(
      "SELECT \(part.columns.map(\.sql).joined(separator: ", ")) FROM \(part.table) ORDER BY \(part.order)")
    defer { connection.release(statement) }
    var count = 0
    while try statement.step() {
      text.raw(count == 0 ? "\n[" : ",\n[")
      for index in part.columns.indices {
        if index > 0 { text.raw(", ") }
        text.value(statement, index)
      }
      text.raw("]")
      count += 1
      guard text.bytes.count > 1 << 16 else { continue }
      try checkInterruption()
      try sink.write(text.bytes)
      text.bytes.removeAll(keepingCapacity: true)
    }
    text.raw(count == 0 ? "]" : "\n]")
  }
}

/// JSON as bytes.
struct JSONWriter {
  var bytes: [UInt8] = []

  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { string($0) }
  }

  mutating func value(_ row: Statement, _ index: Int) {
    switch row.value(index) {
    case .null: raw("null")
    case .integer(let number): raw(String(number))
    // The shortest text that gives the same number again; the point tells it from a whole number.
    case .real(let number): raw(number.isInfinite ? number < 0 ? "-1e999" : "1e999" : number.description)
    case .text: string(row.bytes(index))
    }
  }

  private mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: raw("\\n")
      case ..<0x20, 0x7F: raw((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
