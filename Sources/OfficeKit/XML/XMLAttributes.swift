// SPDX-License-Identifier: Apache-2.0

/// The attributes of an element, valid while its handler is called.
public struct XMLAttributes: Sequence, IteratorProtocol {
  @usableFromInline nonisolated(unsafe) var next_: UnsafeMutablePointer<UnsafePointer<CChar>?>
  @usableFromInline let names: XMLNameCache

  @usableFromInline init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>, _ names: XMLNameCache) {
    next_ = pairs
    self.names = names
  }

  /// The next attribute: its place in the handler's vocabulary and its value.
  @inlinable public mutating func next() -> (name: Int, value: XMLValue)? {
    guard let name = next_[0], let value = next_[1] else { return nil }
    next_ += 2
    return (names.attribute(name), XMLValue(value))
  }
}

/// The value of an attribute, which ends with a zero.
public struct XMLValue {
  public let pointer: UnsafePointer<UInt8>

  @usableFromInline init(_ value: UnsafePointer<CChar>) { pointer = UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self) }

  public var string: String { String(decodingCString: pointer, as: UTF8.self) }

  /// Whether it is this text.
  public static func == (value: XMLValue, text: StaticString) -> Bool {
    guard text.hasPointerRepresentation else { return value.string == text.description }
    var at = 0
    while at < text.utf8CodeUnitCount {
      guard value.pointer[at] == text.utf8Start[at] else { return false }
      at += 1
    }
    return value.pointer[at] == 0
  }

  /// The whole number that it is, if it is one of at most 18 digits.
  @inlinable public var int: Int? {
    var at = pointer[0] == 0x2D ? 1 : 0
    let first = at
    var number = 0
    while case let digit = pointer[at] &- 0x30, digit < 10, at - first < 18 {
      number = number * 10 + Int(digit)
      at += 1
    }
    guard at > first, pointer[at] == 0 else { return nil }
    return first == 1 ? -number : number
  }

  /// Whether it says yes: `1` or `true`.
  public var isTrue: Bool { self == "1" || self == "true" || self == "on" }
}
