// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Knows which name of the vocabulary a name in the text is, by the namespaces that hold where it stands.
///
/// Texts have few names and use them a million times, so what was found out once is kept until a namespace is declared or ends.
@usableFromInline final class XMLNameCache {
  private let names: XMLNames
  private var bindings: [(prefix: String, canonical: String?, depth: Int)] = []
  private let elements: UnsafeMutableBufferPointer<Element>
  /// The names of the elements known, each in a place of its own.
  private let texts: UnsafeMutableBufferPointer<CChar>
  @usableFromInline var attributes: [Attribute]

  private struct Element {
    var hash: UInt64 = 0
    var count = -1
    var place = -1
  }

  /// An attribute by the address of its name: the parser has each name only once.
  @usableFromInline struct Attribute {
    @usableFromInline var name: UnsafePointer<CChar>?
    @usableFromInline var place: Int
  }

  /// How often a name had to be looked up; a text with ever new names is made to harm, for the parser keeps them all.
  private(set) var misses = 0

  /// Whether more namespaces hold at once than any file needs: each is compared with the others.
  var hasManyNamespaces: Bool { bindings.count > Limits.namespaces }

  @usableFromInline static var slots: Int { 128 }
  private static let longestName = 64

  init(_ names: XMLNames) {
    self.names = names
    elements = .allocate(capacity: XMLNameCache.slots)
    elements.initialize(repeating: Element())
    texts = .allocate(capacity: XMLNameCache.slots * XMLNameCache.longestName)
    texts.initialize(repeating: 0)
    attributes = Array(repeating: Attribute(name: nil, place: -1), count: XMLNameCache.slots)
  }

  deinit {
    elements.deallocate()
    texts.deallocate()
  }

  func element(_ name: UnsafePointer<CChar>) -> Int {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    var count = 0
    while name[count] != 0 {
      hash = (hash ^ UInt64(UInt8(bitPattern: name[count]))) &* 0x0100_0000_01B3
      count += 1
    }
    let slot = Int(truncatingIfNeeded: (hash ^ hash >> 32) % UInt64(XMLNameCache.slots))
    let start = slot * XMLNameCache.longestName
    if elements[slot].hash == hash, elements[slot].count == count, let known = texts.baseAddress, memcmp(known + start, name, count) == 0 {
      return elements[slot].place
    }
    let place = place(of: String(cString: name), isAttribute: false)
    if count <= XMLNameCache.longestName {
      elements[slot] = Element(hash: hash, count: count, place: place)
      for at in 0..<count { texts[start + at] = name[at] }
    }
    return place
  }

  @inlinable func attribute(_ name: UnsafePointer<CChar>) -> Int {
    let slot = Int(bitPattern: name) >> 2 & (XMLNameCache.slots - 1)
    let known = attributes[slot]
    return known.name == name ? known.place : find(attribute: name, slot)
  }

  @usableFromInline func find(attribute name: UnsafePointer<CChar>, _ slot: Int) -> Int {
    let place = place(of: String(cString: name), isAttribute: true)
    attributes[slot] = Attribute(name: name, place: place)
    return place
  }

  private func place(of name: String, isAttribute: Bool) -> Int {
    misses += 1
    let colon = name.utf8.firstIndex(of: 0x3A)
    // An attribute without a prefix belongs to no namespace.
    if isAttribute, colon == nil { return names.places[name] ?? -1 }
    let prefix = colon.map { String(name[..<$0]) } ?? ""
    let canonical = prefix == "xml" ? "xml" : bindings.last { $0.prefix == prefix }.map(\.canonical) ?? (prefix.isEmpty ? "" : nil)
    guard let canonical else { return -1 }
    let local = colon.map { String(name[name.utf8.index(after: $0)...]) } ?? name
    return names.places[canonical.isEmpty ? local : canonical + ":" + local] ?? -1
  }

  /// Takes the namespaces that an element declares.
  func declare(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>, depth: Int) {
    var at = 0
    while let name = pairs[at], let value = pairs[at + 1] {
      at += 2
      guard name[0] == 0x78, strncmp(name, "xmlns", 5) == 0, name[5] == 0 || name[5] == 0x3A else { continue }
      let prefix = name[5] == 0 ? "" : String(cString: name + 6)
      let canonical = XMLNamespace.prefix(of: String(cString: value))
      // Some writers declare the same on every element.
      if let known = bindings.last(where: { $0.prefix == prefix }), known.canonical == canonical { continue }
      guard !hasManyNamespaces else { return }
      bindings.append((prefix, canonical, depth))
      forget()
    }
  }

  /// Ends what was declared at a depth.
  func leave(depth: Int) {
    guard let last = bindings.last, last.depth == depth else { return }
    bindings.removeAll { $0.depth == depth }
    forget()
  }

  private func forget() {
    for slot in elements.indices { elements[slot] = Element() }
    for slot in attributes.indices { attributes[slot].name = nil }
  }
}
