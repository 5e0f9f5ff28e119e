// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// What goes when a thing is deleted, and what stands against it.
public struct Removal {
  /// Everything that goes, the thing itself first.
  public fileprivate(set) var rows: [(noun: Noun, id: Int)] = []
  /// Columns of things that stay, which name a part that goes and are emptied.
  fileprivate var emptied: [(table: String, id: Int, column: String)] = []
  /// What still names it: the kind, its column, and how many.
  fileprivate var blockers: [(noun: Noun, column: Column, owner: Noun, of: Int, count: Int)] = []
}

extension PlanStore {
  /// What goes with a thing: its parts and their parts, relations, papers and other names. Nothing else may name it.
  public func removal(_ noun: Noun, _ id: Int) throws(Hinweis) -> Removal {
    var removal = Removal()
    var seen: Set<Int> = [id]
    removal.rows.append((noun, id))
    var next = 0
    var naming: [(noun: Noun, column: Column, owner: Noun, of: Int, id: Int)] = []
    while next < removal.rows.count {
      let (owner, thing) = removal.rows[next]
      next += 1
      for (other, column) in Schema.references(to: owner.table) {
        var ids: [Int] = []
        try connection.each("SELECT id FROM \(other.table) WHERE \(Schema.name(column)) = ?", [.integer(thing)]) { (row) throws(Hinweis) in
          ids.append(row.integer(0))
          return .more
        }
        let goes = other.hasHistory && (column.isPart || other.isRelation || column.kind == .anything)
        for found in ids {
          if !goes {
            naming.append((other, column, owner, thing, found))
          } else if seen.insert(found).inserted {
            removal.rows.append((other, found))
          }
        }
      }
    }
    for name in naming where !(name.noun.hasHistory && seen.contains(name.id)) {
      // A whole may name one of its parts, as a measure its main entry; it does so no more.
      if !name.column.isRequired, Schema.hasParts(name.noun, name.owner) {
        removal.emptied.append((name.noun.table, name.id, Schema.name(name.column)))
      } else {
        let noun = try kind(of: name.id, name.noun)
        if let index = removal.blockers.firstIndex(where: { $0.of == name.of && $0.column == name.column && $0.noun == noun }) {
          removal.blockers[index].count += 1
        } else {
          removal.blockers.append((noun, name.column, name.owner, name.of, 1))
        }
      }
    }
    return removal
  }
}

extension PlanStore {
  /// The noun that says best what a thing is: an akteur may be an einheit.
  func kind(of id: Int, _ noun: Noun) throws(Hinweis) -> Noun {
    for special in Kernel.nouns where special.table == noun.table {
      guard let only = special.only, only.words.count == 1 else { continue }
      let word = try connection.value("SELECT \(Fold.key(only.column)) FROM \(special.table) WHERE id = ?", [.integer(id)])?.text
      if word == only.words[0] { return special }
    }
    return noun
  }
}

extension Writer {
  /// Deletes a thing with all that goes with it; the history keeps it. Refused if something else still names it.
  @discardableResult
  public func remove(_ noun: Noun, _ id: Int) throws(Hinweis) -> Removal {
    try store.checkWritable(noun)
    let removal = try store.removal(noun, id)
    if !removal.blockers.isEmpty { throw try refusal(removal) }
    for emptied in removal.emptied { _ = try setStored(emptied.table, emptied.id, [(emptied.column, .null)]) }
    // Things that name each other, as a measure and its main entry, go together.
    if removal.rows.count > 1 { try connection.execute("PRAGMA defer_foreign_keys = ON") }
    for row in removal.rows.reversed() { try delete(row.noun.table, row.id) }
    return removal
  }

  private func refusal(_ removal: Removal) throws(Hinweis) -> Hinweis {
    var lines: [(of: Int, text: String)] = []
    var help: String?
    for blocker in removal.blockers {
      let what = "\(blocker.count) \(blocker.count == 1 ? blocker.noun.singular : blocker.noun.plural)"
      if let index = lines.firstIndex(where: { $0.of == blocker.of }) {
        lines[index].text += ", \(what)"
        continue
      }
      let title = try store.title(blocker.owner, blocker.of)
      lines.append((blocker.of, "auf \(blocker.owner.singular) \"\(title)\" verweisen noch: \(what)"))
      help = help ?? "welche, zeigt: \(blocker.noun.plural) wo \(blocker.column.name) = \"\(title)\""
    }
    return Hinweis(lines.map(\.text).joined(separator: "; ")).help(help)
  }
}

extension Schema {
  /// The columns by which things of any kind can name one of a table.
  static func references(to table: String) -> [(noun: Noun, column: Column)] {
    tables.flatMap { noun in
      stored(noun).filter { column in
        switch column.kind {
        case .thing(let plural): Kernel.noun(plural)?.table == table
        // What a change rests on is told of it for ever.
        case .anything: noun.hasHistory
        default: false
        }
      }.map { (noun, $0) }
    }
  }

  /// True if things of a noun are parts of another's.
  static func hasParts(_ whole: Noun, _ part: Noun) -> Bool {
    references(to: whole.table).contains { $0.noun.table == part.table && $0.column.isPart && $0.column.kind != .anything }
  }
}
