// SPDX-License-Identifier: Apache-2.0
public import PlanKit

extension OfficePackage {
  /// What the file says of itself: author, title, its own properties. What is damaged here is left out: no content is lost by that.
  public var properties: [Document.Property] {
    var properties: [Document.Property] = []
    for (kind, fallback) in [
      ("core-properties", "docProps/core.xml"), ("extended-properties", "docProps/app.xml"), ("custom-properties", "docProps/custom.xml"),
    ] {
      let handler = PropertiesHandler()
      do throws(Hinweis) {
        let target = try relationships(of: "").first { $0.kind == kind || $0.kind == strict(kind) }?.target
        try read(target ?? fallback, handler)
      } catch {}
      properties += handler.properties
    }
    return properties
  }

  private func strict(_ kind: String) -> String { kind == "extended-properties" ? "extendedProperties" : "customProperties" }
}

private final class PropertiesHandler: XMLHandler {
  enum Name: String, CaseIterable {
    case title = "dc:title"
    case subject = "dc:subject"
    case author = "dc:creator"
    case savedBy = "cp:lastModifiedBy"
    case created = "dcterms:created"
    case modified = "dcterms:modified"
    case description = "dc:description"
    case keywords = "cp:keywords"
    case category = "cp:category"
    case company = "ep:Company"
    case manager = "ep:Manager"
    case program = "ep:Application"
    case own = "op:property"
    case name

    /// What it is called in a document.
    var german: String? {
      switch self {
      case .title: "Titel"
      case .subject: "Thema"
      case .author: "Autor"
      case .savedBy: "Zuletzt gespeichert von"
      case .created: "Angelegt"
      case .modified: "Zuletzt gespeichert"
      case .description: "Kommentar"
      case .keywords: "Schlagwörter"
      case .category: "Kategorie"
      case .company: "Firma"
      case .manager: "Verantwortlich"
      case .program: "Programm"
      case .own, .name: nil
      }
    }
  }
  private let vocabulary = XMLVocabulary<Name>()
  var names: XMLNames { vocabulary.names }
  private(set) var properties: [Document.Property] = []
  private var key: String?
  private var value: [UInt8] = []

  private static let most = 1000
  private static let longest = 1 << 16

  func start(_ name: Int, _ attributes: XMLAttributes) throws(Hinweis) {
    guard let found = vocabulary[name] else { return }
    key = found.german
    if found == .own { key = attributes.value(.name, in: vocabulary)?.string }
    value = []
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Hinweis) {
    if key != nil, value.count < PropertiesHandler.longest { value.append(contentsOf: bytes) }
  }

  func end(_ name: Int) throws(Hinweis) {
    guard vocabulary[name] != nil, let key else { return }
    let text = String(decoding: value, as: UTF8.self)
    let isBlank = text.allSatisfy(\.isWhitespace)
    if !isBlank, properties.count < PropertiesHandler.most { properties.append(.init(key, text)) }
    self.key = nil
  }
}
