// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// Reads what a package says of itself.
final class Properties: XMLHandler {
  private enum Name: String, CaseIterable {
    case title = "dc:title", creator = "dc:creator", subject = "dc:subject", description = "dc:description", keywords = "cp:keywords"
    case savedBy = "cp:lastModifiedBy", created = "dcterms:created", modified = "dcterms:modified"
    case property = "op:property", name
  }
  private static let vocabulary = XMLVocabulary(Name.self)
  var names: XMLNames { Properties.vocabulary.names }
  private(set) var found: [Document.Property] = []
  private var name: String?
  private var bytes: [UInt8] = []

  func start(_ name: Int, _ attributes: XMLAttributes) throws(Hinweis) {
    switch Properties.vocabulary[name] {
    case .title: self.name = "Titel"
    case .creator: self.name = "Autor"
    case .subject: self.name = "Thema"
    case .description: self.name = "Beschreibung"
    case .keywords: self.name = "Schlagworte"
    case .savedBy: self.name = "Zuletzt gespeichert von"
    case .created: self.name = "Erstellt"
    case .modified: self.name = "Geändert"
    case .property:
      for (name, value) in attributes where Properties.vocabulary[name] == .name { self.name = value.string }
    default: return
    }
    bytes = []
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Hinweis) {
    if name != nil, self.bytes.count < 1 << 16 { self.bytes += bytes }
  }

  func end(_ name: Int) throws(Hinweis) {
    guard Properties.vocabulary[name] != nil, let known = self.name else { return }
    let value = String(decoding: bytes, as: UTF8.self)
    if !value.isEmpty { found.append(.init(known, value)) }
    self.name = nil
  }
}
