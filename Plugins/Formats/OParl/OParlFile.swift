// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

/// The objects of a file, one at a time: a single one, a list, or the pages of an external list one behind the other.
struct OParlFile: Sendable {
  let cursor: TextCursor

  /// Calls a closure with every object and what is odd about its text.
  func forEachObject(_ body: (JSONValue, [Hinweis]) throws(Hinweis) -> Flow) throws(Hinweis) {
    var reader = JSONReader(cursor)
    while let kind = try reader.peek() {
      let flow =
        switch kind {
        case .array: try elements(&reader, body)
        case .object: try object(&reader, body)
        default: try skip(&reader)
        }
      if flow == .enough { return }
    }
  }

  private func skip(_ reader: inout JSONReader) throws(Hinweis) -> Flow {
    try reader.skipValue()
    return .more
  }

  private func elements(_ reader: inout JSONReader, _ body: (JSONValue, [Hinweis]) throws(Hinweis) -> Flow) throws(Hinweis) -> Flow {
    try reader.beginArray()
    while try reader.nextElement() {
      let value = try reader.value()
      if try body(value, reader.takeNotes()) == .enough { return .enough }
    }
    return .more
  }

  /// A page of a list has its objects under `data`; anything else that has a type is an object itself.
  private func object(_ reader: inout JSONReader, _ body: (JSONValue, [Hinweis]) throws(Hinweis) -> Flow) throws(Hinweis) -> Flow {
    var members: [JSONValue.Member] = []
    try reader.beginObject()
    while try reader.nextKey() {
      let key = String(decoding: reader.text, as: UTF8.self)
      if key == "data", try reader.peek() == .array {
        if try elements(&reader, body) == .enough { return .enough }
      } else {
        members.append(.init(key: key, value: try reader.value()))
      }
    }
    let whole = JSONValue.object(members)
    if whole["type"]?.text != nil { return try body(whole, reader.takeNotes()) }
    for member in members {
      guard case .array(let elements) = member.value else { continue }
      for element in elements where try body(element, []) == .enough { return .enough }
    }
    return .more
  }
}
