// SPDX-License-Identifier: GPL-3.0-or-later

/// A value as the database keeps it.
public enum Value: Hashable, Sendable {
  case null
  case integer(Int)
  case real(Double)
  case text(String)

  public init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  public init(_ number: Int?) { self = number.map { .integer($0) } ?? .null }

  public var integer: Int? {
    guard case .integer(let number) = self else { return nil }
    return number
  }

  public var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }
}
