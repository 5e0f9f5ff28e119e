// SPDX-License-Identifier: Apache-2.0
public import PlanKit

extension JSONReader {
  /// How much a value may hold that is kept in memory as a whole: its texts in bytes, and 32 for each value.
  public static let largestValue = 16 << 20

  /// Reads a whole value.
  public mutating func value() throws(Hinweis) -> JSONValue {
    var room = JSONReader.largestValue
    return try value(&room)
  }

  private mutating func value(_ room: inout Int) throws(Hinweis) -> JSONValue {
    guard let kind = try peek() else { throw try problem("ein Wert") }
    room -= 32
    guard room > 0 else {
      throw Hinweis("hier steht ein Eintrag von mehr als \(JSONReader.largestValue >> 20) MiB; erwartet waren viele kleine").at(
        cursor.place)
    }
    switch kind {
    case .object:
      var members: [JSONValue.Member] = []
      try beginObject()
      while try nextKey() {
        let key = String(decoding: text, as: UTF8.self)
        room -= text.count
        members.append(.init(key: key, value: try value(&room)))
      }
      return .object(members)
    case .array:
      var elements: [JSONValue] = []
      try beginArray()
      while try nextElement() { elements.append(try value(&room)) }
      return .array(elements)
    case .text, .number:
      _ = try scalar()
      room -= text.count
      let words = String(decoding: text, as: UTF8.self)
      return kind == .text ? .text(words) : .number(words)
    case .yes, .no, .null:
      _ = try scalar()
      return kind == .null ? .null : .flag(kind == .yes)
    }
  }
}
