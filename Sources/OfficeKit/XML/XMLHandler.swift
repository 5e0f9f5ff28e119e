// SPDX-License-Identifier: Apache-2.0
public import PlanKit

/// Is told what stands in an XML text while it is read.
///
/// Names are places in the handler's vocabulary, -1 for names that it does not know. What it gets is valid during the call only.
public protocol XMLHandler: AnyObject {
  var names: XMLNames { get }
  /// True once the rest of the text does not matter. It is asked after each piece of some ten thousand bytes, so some more calls may come.
  var isDone: Bool { get }
  func start(_ name: Int, _ attributes: XMLAttributes) throws(Hinweis)
  func end(_ name: Int) throws(Hinweis)
  /// Takes text, which may come in several pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Hinweis)
}

extension XMLHandler {
  public var isDone: Bool { false }
  public func end(_ name: Int) throws(Hinweis) {}
  public func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Hinweis) {}
}

/// The names of elements and attributes that a handler knows.
///
/// They are written with the usual prefix of their namespace (`table:table-cell`, `r:id`), whatever prefix a file has chosen;
/// those of SpreadsheetML and of a package's own parts without one (`row`).
public struct XMLNames: Sendable {
  let places: [String: Int]

  public init(_ names: [String]) {
    places = Dictionary(names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }
}

/// A vocabulary whose names are the cases of an enumeration: `enum Name: String, CaseIterable { case row, cell = "c" }`.
public struct XMLVocabulary<Name: RawRepresentable<String> & CaseIterable & Sendable>: Sendable {
  public let names: XMLNames
  @usableFromInline let cases: [Name]

  public init(_ type: Name.Type = Name.self) {
    cases = Array(Name.allCases)
    names = XMLNames(cases.map(\.rawValue))
  }

  /// The name at a place; nil for one that is not in the vocabulary.
  @inlinable public subscript(_ place: Int) -> Name? { place < 0 ? nil : cases[place] }
}

extension XMLAttributes {
  /// The value of an attribute of a vocabulary.
  public func value<Name: Equatable>(_ name: Name, in vocabulary: XMLVocabulary<Name>) -> XMLValue? {
    for attribute in self where vocabulary[attribute.name] == name { return attribute.value }
    return nil
  }
}
