// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// A document that is read into the plan, with what is known of its file.
public struct ReadDocument: Sendable {
  public var title: String
  /// What it is, such as `Protokoll`; empty if nobody said.
  public var kind = ""
  public var path: String
  public var digest: String
  public var format: String
  /// The thing that it belongs to.
  public var thing: Int?
  public var paragraphs: [Paragraph]

  public init(_ title: String, path: String, digest: String, format: String, _ paragraphs: [Paragraph]) {
    self.title = title
    self.path = path
    self.digest = digest
    self.format = format
    self.paragraphs = paragraphs
  }
}

/// A document of the plan by its id and number.
public struct KnownDocument: Sendable {
  public var id: Int
  public var number: String
  public var title: String
}

extension PlanStore {
  /// The document that was read from a file with this SHA-256.
  public func document(digest: String) throws(Hinweis) -> KnownDocument? {
    try document("d.pruefsumme = ? AND d.quelle IS NOT NULL", .text(digest))
  }

  /// The newest document that was read from a file of this name.
  public func document(file: String) throws(Hinweis) -> KnownDocument? {
    try document("d.quelle IN (SELECT q.id FROM quelle q WHERE q.datei = ?)", .text(file))
  }

  /// To what a document belongs, and of what kind it is.
  fileprivate func belonging(_ document: Int) throws(Hinweis) -> (thing: Value, kind: Value) {
    var found: (thing: Value, kind: Value) = (.null, .null)
    try connection.each("SELECT ding, art FROM dokument WHERE id = ?", [.integer(document)]) { (row) throws(Hinweis) in
      found = (row.value(0), row.value(1))
      return .enough
    }
    return found
  }

  private func document(_ condition: String, _ value: Value) throws(Hinweis) -> KnownDocument? {
    var found: KnownDocument?
    try connection.each("SELECT d.id, d.nr, d.titel FROM dokument d WHERE \(condition) ORDER BY d.id DESC LIMIT 1", [value]) {
      (row) throws(Hinweis) in
      found = KnownDocument(id: row.integer(0), number: row.text(1), title: row.text(2))
      return .enough
    }
    return found
  }
}

extension Writer {
  /// Writes a document with its paragraphs and the file that they are from.
  ///
  /// - Parameter older: the version that it replaces.
  public func add(_ document: ReadDocument, replacing older: KnownDocument?) throws(Hinweis) -> (KnownDocument, source: Int) {
    let file = document.path.split(separator: "/").last.map(String.init) ?? document.path
    let source = try insert(
      "quelle",
      [
        "datei": .text(file), "format": .text(document.format), "pruefsumme": .text(document.digest), "titel": .text(document.title),
      ])
    try rest(on: source)
    // A number that was given once is never given again, so that what somebody wrote down stays true.
    let number =
      try connection.value(
        "SELECT coalesce(max(CAST(nr AS INTEGER)), 0) + 1 FROM (SELECT nr FROM dokument UNION ALL SELECT nr FROM dokument_log)")?
      .integer ?? 1
    // A newer version is of the same kind, and belongs to the same thing, unless somebody says otherwise.
    let before = try older.map { (older) throws(Hinweis) in try store.belonging(older.id) }
    let id = try insert(
      "dokument",
      [
        "nr": .text(String(number)), "titel": .text(document.title), "pfad": .text(document.path), "pruefsumme": .text(document.digest),
        "quelle": .integer(source), "ersetzt": Value(older?.id), "ding": document.thing.map { .integer($0) } ?? before?.thing ?? .null,
        "art": document.kind.isEmpty ? before?.kind ?? .null : .text(document.kind),
      ])
    let rows = try Insertion(self, into: "absatz", ["dokument", "platz", "art", "ebene", "abschnitt", "text", "seite"])
    defer { rows.end() }
    for (place, paragraph) in document.paragraphs.enumerated() {
      let values: [Value] = [
        .integer(id), .integer(place + 1), .text(paragraph.kind.rawValue), paragraph.level > 0 ? .integer(paragraph.level) : .null,
        paragraph.section.isEmpty ? .null : .text(paragraph.section), .text(paragraph.text), Value(paragraph.page.map(String.init)),
      ]
      for (column, value) in values.enumerated() { rows.bind(value, column) }
      try rows.write()
    }
    return (KnownDocument(id: id, number: String(number), title: document.title), source)
  }
}

/// The paragraphs of a document of the plan.
public struct KnownParagraphs: Sendable {
  /// Their ids in order: the first is that of paragraph 1.
  public var ids: [Int]
  /// The file that they were read from.
  public var source: Int?
  public var count: Int { ids.count }
}

extension PlanStore {
  /// The paragraphs of a document; none if it was not read in.
  public func paragraphs(of document: Int) throws(Hinweis) -> KnownParagraphs {
    KnownParagraphs(
      ids: try connection.integers("SELECT id FROM absatz WHERE dokument = ? ORDER BY platz", [.integer(document)]),
      source: try connection.value("SELECT quelle FROM dokument WHERE id = ?", [.integer(document)])?.integer)
  }

  /// What a paragraph says, and on which page.
  public func paragraph(_ id: Int) throws(Hinweis) -> (text: String, page: String) {
    var found = (text: "", page: "")
    try connection.each("SELECT text, coalesce(seite, '') FROM absatz WHERE id = ?", [.integer(id)]) { (row) throws(Hinweis) in
      found = (row.text(0), row.text(1))
      return .enough
    }
    return found
  }
}

extension Writer {
  /// Says that a thing rests on paragraphs.
  public func rest(_ thing: Int, on paragraphs: [Int]) throws(Hinweis) {
    for paragraph in paragraphs {
      try insert("verweis", ["ausgang": .integer(thing), "bezug": .integer(paragraph), "art": .text(Quote.kind)])
    }
  }
}
