// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

extension Writer {
  /// Makes of a measure one or several others: it leaves the plan, what it became is kept, and what still counts of it (reports, means, orders) goes
  /// to the first of the others. Roles and entries stay with the history.
  ///
  /// - Parameters:
  ///   - kind: one of the words of `überführungen.art`.
  ///   - editions: the Fassungen in which the old one stood and the new ones stand, as far as they are known.
  public func transfer(_ old: Int, into new: [Int], kind: String, reason: String?, editions: (Int?, Int?)) throws(Hinweis) {
    guard let noun = Kernel.noun("maßnahme"), !new.contains(old) else {
      throw Hinweis("eine Maßnahme wird nicht in sich selbst überführt")
    }
    let number = try store.rows(
      Query(Name(noun.plural), [.filter(.compare(Path([Name("id")]), .equal, Operand(String(old)))), .show([Shown(Path([Name("nr")]))])])
    ).rows.all().first?.first
    let text = try connection.value("SELECT text FROM massnahme WHERE id = ?", [.integer(old)]) ?? .null
    for target in new.isEmpty ? [nil] : new.map(Optional.some) {
      try insert(
        "ueberfuehrung",
        [
          "alt": .integer(old), "alt_nr": Value(number.map { CellText.values($0).joined(separator: "; ") }), "alt_text": text,
          "neu": Value(target), "art": .text(kind), "grund": Value(reason), "aus_fassung": Value(editions.0),
          "in_fassung": Value(editions.1),
        ])
    }
    // What became this measure has become the others.
    for target in new.dropFirst() {
      try connection.each("SELECT alt, alt_nr, alt_text, art, grund, aus_fassung FROM ueberfuehrung WHERE neu = ?", [.integer(old)]) {
        (row) throws(Hinweis) in
        let values = (0..<6).map { row.value($0) } + [.integer(target), Value(editions.1)]
        _ = try insert("ueberfuehrung", ["alt", "alt_nr", "alt_text", "art", "grund", "aus_fassung", "neu", "in_fassung"], values)
        return .more
      }
    }
    if let first = new.first { try hand(noun, old, to: first) }
    _ = try remove(noun, old)
  }

  /// Lets what names a thing name another: what has a life of its own, and what joins it to things that the other is not joined to yet.
  private func hand(_ noun: Noun, _ old: Int, to new: Int) throws(Hinweis) {
    for (other, column) in Schema.references(to: noun.table) where other.hasHistory && column.kind != .anything {
      guard !["eintrag", "zustaendigkeit"].contains(other.table) else { continue }
      let (table, name) = (other.table, Schema.name(column))
      var condition = "\(name) = ?4"
      if other.table == noun.table { condition += " AND id <> ?3" }
      if other.isRelation, let joined = Schema.stored(other).first(where: { $0.isReference && $0.name != column.name }) {
        let far = Schema.name(joined)
        condition += " AND \(far) <> ?3 AND \(far) NOT IN (SELECT \(far) FROM \(table) WHERE \(name) = ?3)"
      }
      try connection.run(
        "UPDATE \(table) SET \(name) = ?3, seit = ?1, ab = ?2 WHERE \(condition)",
        [.integer(change.id), .integer(change.day), .integer(new), .integer(old)])
    }
  }
}
