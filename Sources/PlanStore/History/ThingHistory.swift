// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// One thing that happened to a thing of the plan.
public struct HistoryEvent: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case created, changed, deleted }

  public var change: Int
  public var kind: Kind
  /// What was said; of a thing that was made or deleted its name.
  public var fact: Fact
  /// The line of the file that it came from.
  public var line: Int?
}

/// A change as a history tells it.
public struct ChangeNote: Hashable, Sendable {
  /// When it was made, in local time.
  public var time: String
  public var day: Int
  public var author: String
  public var command: String
  public var reason: String
  /// What it rests on, in words.
  public var basis: String
  public var file: String
  public var sheet: String
}

extension PlanStore {
  /// All that happened to a thing and its parts, the newest last.
  public func history(_ noun: Noun, _ id: Int) throws(Hinweis) -> [HistoryEvent] {
    try at(exactly: Moment()) { () throws(Hinweis) in
      let telling = Telling(self)
      var events: [HistoryEvent] = []
      for (_, versions) in try versions(noun, [id]) {
        var old: Version?
        for version in versions {
          let line = version.values["zeile"]?.integer
          if let before = old, before.deletedBy == nil {
            events += try telling.facts(noun, before, version).map {
              HistoryEvent(change: version.from, kind: .changed, fact: $0, line: line)
            }
          } else {
            let name = try telling.wording.name(id, noun)
            let heading = old == nil ? "angelegt" : "wieder angelegt"
            let fact = Fact(column: "", heading: heading, old: "", new: name)
            events.append(HistoryEvent(change: version.from, kind: .created, fact: fact, line: line))
          }
          if let change = version.deletedBy {
            let fact = Fact(column: "", heading: "gelöscht", old: try telling.wording.name(id, noun), new: "")
            events.append(HistoryEvent(change: change, kind: .deleted, fact: fact))
          }
          old = version
        }
      }
      var lines: [Int: Int] = [:]
      for part in Parts.of(noun.table) { events += try history(of: part.noun, by: part.column, in: noun, id, telling, &lines) }
      // What an import said of the whole stands in the line of its part.
      for index in events.indices where events[index].line == nil { events[index].line = lines[events[index].change] }
      return events.enumerated().sorted { ($0.element.change, $0.offset) < ($1.element.change, $1.offset) }.map(\.element)
    }
  }

  /// What happened to the parts of a thing, as far as they were parts of it.
  ///
  /// - Parameter lines: gets for each change the line of the file that it took a part from.
  private func history(
    of part: Noun, by column: Column, in whole: Noun, _ id: Int, _ telling: Telling, _ lines: inout [Int: Int]
  ) throws(Hinweis) -> [HistoryEvent] {
    var events: [HistoryEvent] = []
    for (_, versions) in try versions(part, try parts(part, by: column, of: id)) {
      var old: Version?
      for version in versions {
        let before = old.flatMap { $0.deletedBy == nil && isPart($0, part, column, id) ? $0 : nil }
        let after = isPart(version, part, column, id) ? version : nil
        if let line = after?.values["zeile"]?.integer { lines[version.from] = min(line, lines[version.from] ?? line) }
        if before != nil || after != nil {
          let line = after?.values["zeile"]?.integer
          events += try telling.facts(of: whole, part: part, by: column, before, after).map {
            HistoryEvent(change: version.from, kind: .changed, fact: $0, line: line)
          }
        }
        if let change = version.deletedBy, let after {
          events += try telling.facts(of: whole, part: part, by: column, after, nil).map {
            HistoryEvent(change: change, kind: .changed, fact: $0)
          }
        }
        old = version
      }
    }
    return events
  }

  private func isPart(_ version: Version, _ noun: Noun, _ column: Column, _ id: Int) -> Bool {
    Parts.whole(of: version, noun).map { $0.column.name == column.name && $0.id == id } ?? false
  }

  /// Versions in a log that are read through for parts that moved elsewhere; a longer log has too many.
  private static let readable = 200_000

  /// The ids of all that is or was part of a thing.
  private func parts(_ noun: Noun, by column: Column, of id: Int) throws(Hinweis) -> [Int] {
    let (table, name) = (noun.table, Schema.name(column))
    let isLong = try connection.value("SELECT 1 FROM \(table)_log LIMIT 1 OFFSET \(PlanStore.readable)") != nil
    let log = isLong ? "\(table)_log INDEXED BY \(table)_log_bis WHERE geloescht = 1 AND" : "\(table)_log WHERE"
    return try connection.integers(
      "SELECT id FROM \(table) WHERE \(name) = ?1 UNION SELECT id FROM \(log) \(name) = ?1", [.integer(id)])
  }

  /// What is known of a change.
  public func note(of change: Int) throws(Hinweis) -> ChangeNote? {
    var note: ChangeNote?
    var basis: Int?
    try connection.each(
      """
      SELECT strftime('%Y-%m-%d %H:%M', a.zeit, 'localtime'), a.stand, a.wer, a.befehl, coalesce(a.weil, ''), a.laut, coalesce(q.datei, ''), coalesce(q.blatt, '')
      FROM aenderung a LEFT JOIN quelle q ON q.id = a.quelle WHERE a.id = ?
      """, [.integer(change)]
    ) { (row) throws(Hinweis) in
      basis = row.value(5).integer
      note = ChangeNote(
        time: row.text(0), day: row.integer(1), author: row.text(2), command: row.text(3), reason: row.text(4), basis: "",
        file: row.text(6),
        sheet: row.text(7))
      return .enough
    }
    if let basis { note?.basis = try Wording(self).name(basis) }
    return note
  }
}
