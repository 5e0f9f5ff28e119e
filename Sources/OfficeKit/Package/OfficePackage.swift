// SPDX-License-Identifier: Apache-2.0
public import PlanKit

/// A ZIP file whose parts point to one another (OPC): XLSX and DOCX.
public struct OfficePackage: Sendable {
  public let archive: ZipArchive
  public var file: String { archive.file }

  public init(_ archive: ZipArchive) { self.archive = archive }

  /// The part that the package is about.
  public var mainPart: String? {
    get throws(Hinweis) { try relationships(of: "").first { $0.kind == "officeDocument" }?.target }
  }

  /// What a part points to; the package itself is the part "".
  public func relationships(of part: String) throws(Hinweis) -> [Relationship] {
    let folder = part.prefix(part.lastIndex(of: "/").map { part.distance(from: part.startIndex, to: $0) + 1 } ?? 0)
    let handler = RelationshipsHandler(folder: String(folder))
    try read("\(folder)_rels/\(part.dropFirst(folder.count)).rels", handler)
    return handler.relationships
  }

  /// Reads a part, and says whether there is one.
  @discardableResult
  public func read(_ part: String, _ handler: any XMLHandler) throws(Hinweis) -> Bool {
    guard let entry = archive.entry(named: part) else { return false }
    var stream = try archive.stream(entry)
    try XMLReader.read(&stream, handler)
    return true
  }
}

/// How a part points to another, or to something outside.
public struct Relationship: Hashable, Sendable {
  public var id: String
  /// The end of its type, which is the same in the transitional and the strict form: `worksheet`.
  public var kind: String
  /// The path of the part, or the address outside.
  public var target: String
  public var isExternal: Bool
}

private final class RelationshipsHandler: XMLHandler {
  enum Name: String, CaseIterable { case relationship = "Relationship", id = "Id", type = "Type", target = "Target", mode = "TargetMode" }
  private let vocabulary = XMLVocabulary<Name>()
  var names: XMLNames { vocabulary.names }
  private(set) var relationships: [Relationship] = []
  private let folder: String

  private static let most = 100_000

  init(folder: String) { self.folder = folder }

  func start(_ name: Int, _ attributes: XMLAttributes) throws(Hinweis) {
    guard vocabulary[name] == .relationship, relationships.count < RelationshipsHandler.most else { return }
    var found = Relationship(id: "", kind: "", target: "", isExternal: false)
    for (name, value) in attributes {
      switch vocabulary[name] {
      case .id: found.id = value.string
      case .type: found.kind = String(value.string.reversed().prefix { $0 != "/" }.reversed())
      case .target: found.target = value.string
      case .mode: found.isExternal = value == "External"
      default: break
      }
    }
    if !found.isExternal { found.target = path(found.target) }
    relationships.append(found)
  }

  /// The path that a target names: from the root if it begins with a slash, else from the part's folder.
  private func path(_ target: String) -> String {
    let target = String(target.map { $0 == "\\" ? "/" : $0 })
    var path: [Substring] = []
    for step in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") where step != "." {
      if step == ".." { _ = path.popLast() } else { path.append(step) }
    }
    return path.joined(separator: "/")
  }
}
