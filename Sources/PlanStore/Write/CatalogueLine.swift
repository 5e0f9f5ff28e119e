// SPDX-License-Identifier: GPL-3.0-or-later

/// A line of a catalogue as an import hands it over: texts as bytes, what they name already found.
///
/// One value is filled again for every line, so that 100,000 lines need no memory.
public final class CatalogueLine {
  /// The texts of a line.
  public enum Field: Int, CaseIterable {
    case number, numberAsRead, stem, fieldLabel, text, goal, remark, page, reference, clarification, status, marks
  }

  /// A role that the line gives an actor.
  public struct Role {
    public var role: String
    public var actor: Int
    /// What stands in the cell, where it is no plain cross.
    public var asRead: String?
    /// The column of the layout.
    public var column: Int
    public var isConditional: Bool

    public init(_ role: String, actor: Int, asRead: String?, column: Int, isConditional: Bool) {
      self.role = role
      self.actor = actor
      self.asRead = asRead
      self.column = column
      self.isConditional = isConditional
    }
  }

  /// The texts, one behind the other.
  public private(set) var bytes: [UInt8] = []
  private var ranges = [Range<Int>](repeating: 0..<0, count: Field.allCases.count)
  public var roles: [Role] = []
  /// The Handlungsfeld that is meant.
  public var field: Int?
  /// What it says in the further columns of its measure, in the order of `CatalogueColumns.stored`.
  public var stored: [Value] = []
  /// Things that its measure is joined with, by the number of the column in `CatalogueColumns.joined`.
  public var links: [Link] = []
  /// Its Sachstände and Mittel.
  public var parts: [Part] = []
  /// The id of the entry, as an export of this plan gave it.
  public var identity: Int?
  /// The line of the file.
  public var line = 0
  /// A hash of all its cells, by which the next import sees that nothing changed.
  public var fingerprint = 0

  public init() {}

  /// The same line, apart from the one that is filled again.
  func copy() -> CatalogueLine {
    let copy = CatalogueLine()
    (copy.bytes, copy.ranges, copy.roles, copy.field, copy.line, copy.fingerprint) = (bytes, ranges, roles, field, line, fingerprint)
    (copy.stored, copy.links, copy.parts, copy.identity) = (stored, links, parts, identity)
    return copy
  }

  /// Readies it for the next line.
  public func clear() {
    bytes.removeAll(keepingCapacity: true)
    for index in ranges.indices { ranges[index] = 0..<0 }
    roles.removeAll(keepingCapacity: true)
    field = nil
    identity = nil
    for index in stored.indices { stored[index] = .null }
    if !links.isEmpty { links.removeAll(keepingCapacity: true) }
    if !parts.isEmpty { parts.removeAll(keepingCapacity: true) }
  }

  /// Sets a text by letting a body append its bytes.
  public func set(_ field: Field, _ append: (inout [UInt8]) -> Void) {
    let start = bytes.count
    append(&bytes)
    ranges[field.rawValue] = start..<bytes.count
  }

  public func set(_ field: Field, _ text: String) { set(field) { $0.append(contentsOf: text.utf8) } }

  public func isEmpty(_ field: Field) -> Bool { ranges[field.rawValue].isEmpty }
  public func slice(_ field: Field) -> ArraySlice<UInt8> { bytes[ranges[field.rawValue]] }
  public func text(_ field: Field) -> String { String(decoding: bytes[ranges[field.rawValue]], as: UTF8.self) }

  func bind(_ field: Field, to statement: Statement, at index: Int) {
    let range = ranges[field.rawValue]
    guard !range.isEmpty else { return statement.bindNull(at: index) }
    bytes.withUnsafeBufferPointer { statement.bind(UnsafeBufferPointer(rebasing: $0[range]), at: index) }
  }
}
