// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

extension PlanStore {
  /// Why a thing that is not there at a moment is not: not yet, or not any more; nil if the plan never had one of this name.
  public func absence(_ noun: Noun, _ word: String) throws(Hinweis) -> Hinweis? {
    let (moment, scope) = (self.moment, self.scope)
    return try at(exactly: Moment()) { () throws(Hinweis) in
      guard let id = try findEver(noun, word).first, let life = try life(of: id, noun) else { return nil }
      let name = "\(noun.singular) \"\(word)\""
      guard !scope.isNow else {
        return Hinweis("\(name) gibt es nicht mehr").help(
          "was mit ihr oder ihm geschah, zeigt: verlauf \(noun.singular) \(Hinweis.quoted(word))")
      }
      if let change = scope.change, life.firstChange > change, let made = try day(of: life.firstChange) {
        return Hinweis("\(name) war \(moment.known.map { "am \(text($0))" } ?? "da") noch nicht bekannt").help(
          "in den Plan kam das mit Änderung \(life.firstChange) vom \(text(made))")
      }
      guard let day = moment.day else { return Hinweis("\(name) gab es zu diesem Zeitpunkt nicht mehr") }
      if day < life.firstDay {
        return Hinweis("\(name) gab es am \(text(day)) noch nicht").help("der Plan führt es ab \(text(life.firstDay))")
      }
      return Hinweis("\(name) gab es am \(text(day)) nicht").help(
        "seine Geschichte zeigt: verlauf \(noun.singular) \(Hinweis.quoted(word))")
    }
  }

  /// The ids of the things that a word names, or once named of things that are deleted.
  public func findEver(_ noun: Noun, _ word: String) throws(Hinweis) -> [Int] {
    let found = try find(noun, word)
    guard found.isEmpty else { return found }
    for key in noun.keys {
      var (table, id, column) = (noun.table, "id", Fold.key(key))
      if case .collected(let collection)? = noun.column(key)?.source {
        guard let other = Kernel.noun(collection.noun) else { continue }
        (table, id, column) = (other.table, Fold.key(collection.by), Fold.key(collection.shows))
      }
      guard Schema.tables.contains(where: { $0.table == table && $0.hasHistory }) else { continue }
      let sql = "SELECT DISTINCT \(id) FROM \(table)_log WHERE geloescht = 1 AND kip_fold(\(column)) = ? AND \(id) IS NOT NULL"
      let ids = try connection.integers(sql, [.text(Fold.key(word))])
      if !ids.isEmpty { return ids }
    }
    return []
  }

  /// The day from which a thing first held, and the change that made it.
  private func life(of id: Int, _ noun: Noun) throws(Hinweis) -> (firstDay: Int, firstChange: Int)? {
    guard noun.hasHistory else { return nil }
    let sql = """
      SELECT min(ab), min(von) FROM (SELECT ab, seit AS von FROM \(noun.table) WHERE id = ?1 UNION ALL
      SELECT ab, von FROM \(noun.table)_log WHERE id = ?1)
      """
    var life: (Int, Int)?
    try connection.each(sql, [.integer(id)]) { (row) throws(Hinweis) in
      if !row.isNull(0) { life = (row.integer(0), row.integer(1)) }
      return .enough
    }
    return life
  }

  private func day(of change: Int) throws(Hinweis) -> Int? {
    try connection.value("SELECT \(PlanStore.localDay("zeit")) FROM aenderung WHERE id = ?", [.integer(change)])?.integer
  }

  private func text(_ day: Int) -> String { Datum(day: day)?.description ?? String(day) }
}

extension Connection {
  /// The first column of all rows.
  func integers(_ sql: String, _ values: [Value] = []) throws(Hinweis) -> [Int] {
    var all: [Int] = []
    try each(sql, values) { (row) throws(Hinweis) in
      all.append(row.integer(0))
      return .more
    }
    return all
  }
}
