// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// What a plug-in's code hands over when it is opened, to be compared with what its manifest declares.
struct Handover: Equatable {
  var manifest: String
  /// Each as in the manifest: `report auszug`.
  var offers: [String]

  init(manifest: String, offers: [String]) {
    self.manifest = manifest
    self.offers = offers
  }

  init(_ registry: Registry) {
    self.init(manifest: registry.manifest, offers: registry.offers.map { "\($0.code.point.rawValue) \($0.name)" })
  }

  /// Says in what code and manifest differ.
  func check(_ declared: Manifest, text: String) throws(Hinweis) {
    guard manifest == text else {
      throw .differs(manifest.isEmpty ? "der Code nennt kein Manifest" : "der Code nennt ein anderes Manifest, als in der Datei steht")
    }
    let names = declared.offers.map { "\($0.point.rawValue) \($0.name)" }
    for name in offers where !names.contains(name) {
      let other = declared.offers.first { "\($0.name)" == name.split(separator: " ").last.map(String.init) }
      throw .differs(
        other.map { "der Code übergibt \"\(name)\", das Manifest erklärt \"\($0.point.rawValue) \($0.name)\"" }
          ?? "der Code übergibt \"\(name)\", das im Manifest nicht steht")
    }
    for name in names where !offers.contains(name) { throw .differs("das Manifest erklärt \"\(name)\", der Code übergibt es nicht") }
    guard Set(offers).count == offers.count else { throw .differs("der Code übergibt ein Angebot zweimal") }
  }
}

extension Hinweis {
  fileprivate static func differs(_ text: String) -> Hinweis {
    Hinweis("Code und Manifest stimmen nicht überein: \(text)").help("beide in der Quelle des Plug-ins angleichen und neu bauen")
  }
}
