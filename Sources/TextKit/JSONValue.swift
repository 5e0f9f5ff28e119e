// SPDX-License-Identifier: Apache-2.0
internal import PlanKit

/// A value that is held in memory as a whole, for what is known to be small.
public indirect enum JSONValue: Hashable, Sendable {
  case object([Member])
  case array([JSONValue])
  case text(String)
  /// A number as it stands in the file.
  case number(String)
  case flag(Bool)
  case null

  public struct Member: Hashable, Sendable {
    public var key: String
    public var value: JSONValue

    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }
}

extension JSONValue {
  /// The first value of a key; nil for what is no object.
  public subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text, if it is one that says something.
  public var text: String? {
    switch self {
    case .text(let text): text.isEmpty ? nil : text
    case .number(let text): text
    default: nil
    }
  }

  /// Its elements; what is no array counts as one, null as none.
  public var elements: [JSONValue] {
    switch self {
    case .array(let elements): elements
    case .null: []
    default: [self]
    }
  }
}
