// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// Reads what a text says of itself.
final class Properties: XMLHandler {
  private enum Name: String, CaseIterable {
    case meta = "office:meta", title = "dc:title", creator = "meta:initial-creator", savedBy = "dc:creator", subject = "dc:subject"
    case description = "dc:description", keyword = "meta:keyword", created = "meta:creation-date", modified = "dc:date"
    case own = "meta:user-defined", name = "meta:name", body = "office:body"
  }
  private static let vocabulary = XMLVocabulary(Name.self)
  var names: XMLNames { Properties.vocabulary.names }
  private(set) var isDone = false
  private(set) var found: [Document.Property] = []
  private var name: String?
  private var bytes: [UInt8] = []
  private var isInMeta = false

  func start(_ name: Int, _ attributes: XMLAttributes) throws(Hinweis) {
    let known = Properties.vocabulary[name]
    if known == .meta { isInMeta = true }
    // Comments in the text have authors and days too.
    if known == .body { isDone = true }
    guard isInMeta else { return }
    switch known {
    case .title: self.name = "Titel"
    case .creator: self.name = "Autor"
    case .savedBy: self.name = "Zuletzt gespeichert von"
    case .subject: self.name = "Thema"
    case .description: self.name = "Kommentar"
    case .keyword: self.name = "Schlagwörter"
    case .created: self.name = "Angelegt"
    case .modified: self.name = "Zuletzt gespeichert"
    case .own: for (name, value) in attributes where Properties.vocabulary[name] == .name { self.name = value.string }
    default: return
    }
    bytes = []
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Hinweis) {
    if name != nil, self.bytes.count < 1 << 16 { self.bytes += bytes }
  }

  func end(_ name: Int) throws(Hinweis) {
    if Properties.vocabulary[name] == .meta { isInMeta = false }
    guard name >= 0, let known = self.name else { return }
    let value = String(decoding: bytes, as: UTF8.self)
    if !value.isEmpty { found.append(.init(known, value)) }
    self.name = nil
  }
}
