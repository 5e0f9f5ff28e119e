// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// Where one value of a thing came from.
public struct Origin: Sendable {
  public var value: String
  /// The change that said it; nil where nobody did.
  public var change: Int?
  /// The line of the file, where it was read from one.
  public var line: Int?
  /// The number of the layout's column in which it stood, counted from 0, where that was kept.
  public var place: Int?
  /// What the cell said, where that was kept.
  public var asRead: String?
  /// The kernel's name and word by which a layout finds the column: `federführung`; for a mark the attribute and its value.
  public var column: String
  public var word: String?
  /// The layout with which the file was read.
  public var layout: String?
  /// Where it is nobody's own word: what it follows from.
  public var derived: String?

  /// What a thing says before anyone said anything.
  public static let notStated = "nie angegeben"
}

extension PlanStore {
  /// The values of a column of a thing, each with where it came from; one without a value if nothing was ever said.
  public func origins(_ noun: Noun, _ id: Int, _ column: Column) throws(Hinweis) -> [Origin] {
    try at(exactly: Moment()) { () throws(Hinweis) in
      let wording = Wording(self)
      switch column.source {
      case .stored: return try stored(noun, id, column, wording)
      case .attribute: return try attribute(noun, id, column, wording)
      case .collected(let collection):
        guard let other = try self.noun(collection.noun), let shown = other.column(collection.shows), let by = other.column(collection.by)
        else {
          return []
        }
        guard shown.source == .stored else { return [] }
        var origins: [Origin] = []
        let ids = try connection.integers("SELECT id FROM \(other.table) WHERE \(Schema.name(by)) = ? ORDER BY id", [.integer(id)])
        for (_, versions) in try versions(other, ids) {
          guard let last = versions.last, last.deletedBy == nil, last[shown] != .null else { continue }
          if let only = collection.only, let restricted = other.column(only.column),
            !only.words.contains(where: { last[restricted] == .text($0) })
          {
            continue
          }
          var origin = try self.origin(of: shown, versions, wording)
          origin.column = column.name
          if other.table == "zustaendigkeit" {
            origin.asRead = last.values["angabe"]?.text ?? (last.values["spalte"]?.integer == nil ? nil : "x")
            origin.place = last.values["spalte"]?.integer
          }
          if origin.line == nil, let change = origin.change { origin.line = try line(noun, id, at: change) }
          origins.append(origin)
        }
        if let only = collection.only, origins.isEmpty { return [try never(noun, id, only.words.first ?? column.name)] }
        return origins.isEmpty ? [try never(noun, id, column.name)] : origins
      @unknown default: return []
      }
    }
  }

  /// What was never said.
  private func never(_ noun: Noun, _ id: Int, _ column: String) throws(Hinweis) -> Origin { Origin(value: "", column: column) }

  private func stored(_ noun: Noun, _ id: Int, _ column: Column, _ wording: Wording) throws(Hinweis) -> [Origin] {
    guard let versions = try versions(noun, [id]).first?.versions, let last = versions.last else { return [] }
    guard last[column] != .null else {
      // Where a thing says nothing of its own, that of another counts.
      if let link = column.inheritsFrom, let by = noun.column(link), let other = last[by].integer, case .thing(let plural) = by.kind,
        let whole = try self.noun(plural), let same = whole.column(column.name)
      {
        return try origins(whole, other, same).map { origin in
          var origin = origin
          origin.derived = "\(whole.singular)"
          return origin
        }
      }
      let before = versions.last { $0[column] != .null }
      guard let before, let removed = versions.first(where: { $0.from > before.from }) else { return [try never(noun, id, column.name)] }
      var origin = Origin(value: "", change: removed.from, column: column.name)
      origin.derived = "vorher: \(try wording.text(before[column], column))"
      return [origin]
    }
    var origin = try origin(of: column, versions, wording)
    if origin.line == nil, let change = origin.change { origin.line = try line(noun, id, at: change) }
    // A new thing has a status before anyone said one.
    if column.words.first == "keine Angabe", last[column] == .text("keine Angabe"), origin.change == versions.first?.from {
      origin.derived = Origin.notStated
    }
    if noun.table == "eintrag", column.name == "nr" { origin.asRead = last.values["nr_gelesen"]?.text }
    return [origin]
  }

  private func attribute(_ noun: Noun, _ id: Int, _ column: Column, _ wording: Wording) throws(Hinweis) -> [Origin] {
    guard let versions = try versions(noun, [id]).first?.versions, let last = versions.last else { return [] }
    let marks = { (version: Version) throws(Hinweis) in try wording.attributes(version.values["merkmale"] ?? .null)[column.name] ?? [] }
    var origins: [Origin] = []
    for value in try marks(last) {
      var first = last
      for version in versions.reversed() {
        guard try marks(version).contains(value) else { break }
        first = version
      }
      let word = value.split(separator: " (").first.map(String.init) ?? value
      var origin = Origin(value: word, change: first.from, column: column.name, word: word)
      if let open = value.firstRange(of: " (") { origin.asRead = String(value[open.upperBound...].dropLast()) } else { origin.asRead = "x" }
      origin.line = try line(noun, id, at: first.from)
      origin.layout = try layout(of: first.from)
      origins.append(origin)
    }
    return origins.isEmpty ? [try never(noun, id, column.name)] : origins
  }

  /// Since when a thing says what it says in a column.
  private func origin(of column: Column, _ versions: [Version], _ wording: Wording) throws(Hinweis) -> Origin {
    guard var first = versions.last else { return Origin(value: "", column: column.name) }
    let value = first[column]
    for version in versions.reversed() {
      guard version[column] == value, version.deletedBy == nil else { break }
      first = version
    }
    var origin = Origin(value: try wording.text(value, column), change: first.from, column: column.name)
    origin.line = first.values["zeile"]?.integer
    origin.layout = try layout(of: first.from)
    return origin
  }

  /// The layout of the file on which a change rests.
  private func layout(of change: Int) throws(Hinweis) -> String? {
    try connection.value("SELECT q.layout FROM aenderung a JOIN quelle q ON q.id = a.quelle WHERE a.id = ?", [.integer(change)])?.text
  }

  /// The line from which a change took a part of a thing.
  private func line(_ noun: Noun, _ id: Int, at change: Int) throws(Hinweis) -> Int? {
    for part in Parts.of(noun.table) where part.noun.column("zeile") != nil {
      let (table, by) = (part.noun.table, Schema.name(part.column))
      let sql = """
        SELECT coalesce((SELECT l.zeile FROM \(table)_log l WHERE l.id = t.id AND l.von = ?2), CASE t.seit WHEN ?2 THEN t.zeile END)
        FROM \(table) t WHERE t.\(by) = ?1 ORDER BY t.id
        """
      var line: Int?
      try connection.each(sql, [.integer(id), .integer(change)]) { (row) throws(Hinweis) in
        line = row.value(0).integer
        return line == nil ? .more : .enough
      }
      if let line { return line }
    }
    return nil
  }
}
