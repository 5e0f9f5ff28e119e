// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// What other parts of the file say of cells of a sheet: comments and links.
final class CellRemarks {
  private var byRow: [Int: [(column: Int, detail: CellDetail.Kind)]] = [:]
  /// The rows with remarks, the last first; sorted when it is first asked for.
  private var rows: [Int]?

  static let most = 200_000
  private var count = 0

  func add(_ detail: CellDetail.Kind, at cell: CellReference) {
    guard count < CellRemarks.most else { return }
    count += 1
    byRow[cell.row, default: []].append((cell.column, detail))
  }

  /// The next row with remarks that have not been taken.
  var nextRow: Int? {
    if byRow.isEmpty { return nil }
    if rows == nil { rows = byRow.keys.sorted(by: >) }
    while let last = rows?.last, byRow[last] == nil { rows?.removeLast() }
    return rows?.last
  }

  func take(row: Int) -> [(column: Int, detail: CellDetail.Kind)] {
    byRow.isEmpty ? [] : byRow.removeValue(forKey: row)?.sorted { $0.column < $1.column } ?? []
  }

  /// Adds comments: those of today (threads with answers), else the older ones.
  func addComments(_ package: OfficePackage, _ relationships: [Relationship]) throws(Hinweis) {
    let handler = CommentsHandler()
    for kind in ["threadedComment", "comments"] {
      for relationship in relationships where relationship.kind == kind && !relationship.isExternal {
        handler.startPart()
        try package.read(relationship.target, handler)
      }
    }
    for (cell, text) in handler.comments { add(.comment(text), at: cell) }
  }

  func addLinks(_ package: OfficePackage, _ part: String, _ relationships: [Relationship]) throws(Hinweis) {
    let links = relationships.filter { $0.kind == "hyperlink" }
    guard !links.isEmpty else { return }
    let handler = LinksHandler(Dictionary(links.map { ($0.id, $0.target) }, uniquingKeysWith: { first, _ in first }))
    try package.read(part, handler)
    for link in handler.links { add(.link(link.target), at: link.cell) }
  }
}

private final class LinksHandler: XMLHandler {
  enum Name: String, CaseIterable { case link = "hyperlink", area = "ref", id = "r:id", location }
  private let vocabulary = XMLVocabulary<Name>()
  var names: XMLNames { vocabulary.names }
  private let targets: [String: String]
  private(set) var links: [(cell: CellReference, target: String)] = []

  init(_ targets: [String: String]) { self.targets = targets }

  func start(_ name: Int, _ attributes: XMLAttributes) throws(Hinweis) {
    guard vocabulary[name] == .link, links.count < CellRemarks.most else { return }
    guard let area = attributes.value(.area, in: vocabulary)?.string, let range = CellRange(area) else { return }
    guard let id = attributes.value(.id, in: vocabulary)?.string, let target = targets[id] else { return }
    let location = attributes.value(.location, in: vocabulary)?.string ?? ""
    links.append((range.first, location.isEmpty ? target : "\(target)#\(location)"))
  }
}

private final class CommentsHandler: XMLHandler {
  enum Name: String, CaseIterable {
    case author
    case comment
    case text = "t"
    case phonetic = "rPh"
    case thread = "tc:threadedComment"
    case threadText = "tc:text"
    case area = "ref"
    case authorID = "authorId"
  }
  private let vocabulary = XMLVocabulary<Name>()
  var names: XMLNames { vocabulary.names }
  /// The comment of each cell; that of a thread holds before the older one, which only says that there is a thread.
  private(set) var comments: [CellReference: String] = [:]
  private var threaded: Set<CellReference> = []
  private var authors: [String] = []
  private var cell: CellReference?
  private var author = -1
  private var text = ByteBuffer()
  private var isTaking = false

  private static let longest = 1 << 20

  func startPart() { authors = [] }

  func start(_ name: Int, _ attributes: XMLAttributes) throws(Hinweis) {
    let name = vocabulary[name]
    switch name {
    case .comment, .thread:
      cell = attributes.value(.area, in: vocabulary).flatMap { CellReference($0.string.utf8) }
      author = attributes.value(.authorID, in: vocabulary)?.int ?? -1
      text.removeAll()
    case .author:
      text.removeAll()
      isTaking = true
    case .text, .threadText: isTaking = true
    case .phonetic: isTaking = false
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Hinweis) {
    if isTaking, text.count < CommentsHandler.longest { text.append(bytes) }
  }

  func end(_ name: Int) throws(Hinweis) {
    switch vocabulary[name] {
    case .author:
      if authors.count < CellRemarks.most { authors.append(String(decoding: text.bytes, as: UTF8.self)) }
      isTaking = false
    case .text, .threadText: isTaking = false
    case .comment: if let cell, !threaded.contains(cell) { comments[cell] = comment }
    case .thread:
      guard let cell, comments.count < CellRemarks.most else { return }
      comments[cell] = comments[cell].map { "\($0)\n\(comment)" } ?? comment
      threaded.insert(cell)
    default: break
    }
  }

  /// The text of the comment at hand without its author, whom Excel sets before it.
  private var comment: String {
    Escapes.decode(&text, from: 0)
    let comment = String(decoding: text.bytes, as: UTF8.self)
    let start = authors.indices.contains(author) ? "\(authors[author]):" : ""
    let rest = !start.isEmpty && comment.hasPrefix(start) ? comment.dropFirst(start.count) : comment[...]
    return String(rest.drop(while: \.isWhitespace))
  }
}
