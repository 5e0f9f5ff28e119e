// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// The parts of a package that belong to another part.
struct Parts {
  private let archive: ZipArchive
  /// The names of parts by the last word of their kind: `styles`, `numbering`.
  private let names: [String: String]

  /// - Parameter part: the part whose relations say where the others are.
  init(_ archive: ZipArchive, of part: String) throws(Hinweis) {
    self.archive = archive
    let folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
    var names: [String: String] = [:]
    for (kind, target) in try Parts.relations("\(folder)_rels/\(part.dropFirst(folder.count)).rels", archive) where names[kind] == nil {
      names[kind] = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
    }
    self.names = names
  }

  /// Reads the part of a kind, if there is one.
  func read(_ kind: String, _ handler: some XMLHandler) throws(Hinweis) {
    guard let name = names[kind], let entry = archive.entry(named: name) else { return }
    try Parts.read(archive, entry, handler)
  }

  static func read(_ archive: ZipArchive, _ entry: ZipEntry, _ handler: some XMLHandler) throws(Hinweis) {
    var stream = try archive.stream(entry)
    try XMLReader.read(&stream, handler)
  }

  /// The name of the part with the text.
  static func main(of archive: ZipArchive) throws(Hinweis) -> String {
    let target = try relations("_rels/.rels", archive).first { $0.kind == "officeDocument" }?.target ?? "word/document.xml"
    return target.hasPrefix("/") ? String(target.dropFirst()) : target
  }

  private static func relations(_ name: String, _ archive: ZipArchive) throws(Hinweis) -> [(kind: String, target: String)] {
    guard let entry = archive.entry(named: name) else { return [] }
    let relations = Relations()
    try read(archive, entry, relations)
    return relations.found
  }
}

/// Reads which parts belong to one.
private final class Relations: XMLHandler {
  private enum Name: String, CaseIterable { case relationship = "Relationship", type = "Type", target = "Target", mode = "TargetMode" }
  private static let vocabulary = XMLVocabulary(Name.self)
  var names: XMLNames { Relations.vocabulary.names }
  private(set) var found: [(kind: String, target: String)] = []

  func start(_ name: Int, _ attributes: XMLAttributes) throws(Hinweis) {
    guard Relations.vocabulary[name] == .relationship else { return }
    var (kind, target) = ("", "")
    for (name, value) in attributes {
      switch Relations.vocabulary[name] {
      case .type: kind = value.string.split(separator: "/").last.map(String.init) ?? ""
      case .target: target = value.string
      case .mode where value == "External": return
      default: break
      }
    }
    found.append((kind, target))
  }
}
