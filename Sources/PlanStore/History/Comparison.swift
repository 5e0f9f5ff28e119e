// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Puts together what differs between two states: parts are told with their whole, and not where the whole itself came or went.
///
/// What changes between the states touched is gathered with the versions that held in each; only those two are read and compared.
final class Comparison {
  private let store: PlanStore
  private let connection: Connection
  private let telling: Telling
  private let only: Noun?
  private let number: Int
  private var line: Statement?
  /// How many differences were written, and whether some are values of several.
  private var count = 0
  private var hasMembers = false
  private var isFiltered = false
  private var kinds: [String: [String: Difference.Kind]] = [:]
  private var specials: [String: [(noun: Noun, column: String, words: Set<String>)]] = [:]

  private static let places = Dictionary(Kernel.nouns.enumerated().map { ($1.plural, $0) }, uniquingKeysWith: { first, _ in first })
  /// So many comparisons are kept.
  private static let limit = 3

  init(_ store: PlanStore, only: Noun?) {
    (self.store, self.only) = (store, only)
    connection = store.connection
    telling = Telling(store)
    store.comparisons += 1
    number = store.comparisons
  }

  private var result: String { "unterschied\(number)" }

  /// The name of the temporary table that has all that differs.
  func run(from first: Int, to last: Int, isKnown: Bool, _ query: Query?) throws(Hinweis) -> String {
    let end = try store.lastChange()
    var (before, after) = (Scope(change: end, day: first), Scope(change: end, day: last))
    if isKnown { (before, after) = (Scope(change: try store.change(by: first)), Scope(change: try store.change(by: last))) }
    // What takes a change back speaks of the days of that change.
    let condition = isKnown ? "id > ? AND id <= ?" : "(stand > ? AND stand <= ? OR nimmt_zurueck IS NOT NULL)"
    let bounds = isKnown ? [before.change ?? 0, after.change ?? 0] : [first, last]
    try connection.makingTemporary { () throws(Hinweis) in
      // What is still being read stays until it is looked at again.
      if number > Comparison.limit { try? connection.execute("DROP TABLE IF EXISTS temp.unterschied\(number - Comparison.limit)") }
      try connection.execute(
        """
        DROP TABLE IF EXISTS temp.gemeint; DROP TABLE IF EXISTS temp.gepaart; DROP TABLE IF EXISTS temp.gefragt;
        CREATE TEMP TABLE gemeint (id INTEGER PRIMARY KEY);
        CREATE TEMP TABLE gepaart (platz INTEGER, id INTEGER, alt INTEGER, neu INTEGER, PRIMARY KEY (platz, id)) WITHOUT ROWID;
        CREATE TEMP TABLE gefragt (id INTEGER PRIMARY KEY);
        CREATE TEMP TABLE \(result) (platz INTEGER, schluessel TEXT, ding INTEGER, folge INTEGER, art TEXT, name TEXT, was TEXT, spalte TEXT,
          kopf TEXT, alt TEXT, neu TEXT, mitglied INTEGER)
        """)
      try connection.run("INSERT INTO temp.gemeint SELECT id FROM aenderung WHERE \(condition)", bounds.map { .integer($0) })
      for day in [first, last] { try ask(query, isKnown ? Moment(known: day) : Moment(day: day)) }
      let nouns = Schema.tables.enumerated().filter { $0.element.hasHistory && (isKnown || !$0.element.isTimeless) }
      for (place, noun) in nouns { try pair(place, noun, before, after) }
      line = try connection.statement("INSERT INTO temp.\(result) VALUES (\(repeatElement("?", count: 12).joined(separator: ", ")))")
      defer { if let line { connection.release(line) } }
      for (place, noun) in nouns { try compare(place, noun) }
      try connection.execute("DROP TABLE temp.gemeint; DROP TABLE temp.gepaart; DROP TABLE temp.gefragt")
      try join()
    }
    return result
  }

  // MARK: What is compared

  /// Gathers the things that a query finds: what it means may have become so only later, or have been so only before.
  private func ask(_ query: Query?, _ moment: Moment) throws(Hinweis) {
    guard var query else { return }
    isFiltered = true
    query.steps.append(.show([Shown(Path([Name("id")]))]))
    query.moment = moment
    try store.at(moment) { () throws(Hinweis) in
      let compiled = try Compiler.compile(query, in: store)
      try connection.makingTemporary { () throws(Hinweis) in
        try connection.run("INSERT OR IGNORE INTO temp.gefragt \(compiled.sql)", compiled.values)
      }
    }
  }

  /// Gathers the things of a noun that the changes touched and that are not the same version in both states, with the changes that made these.
  private func pair(_ place: Int, _ noun: Noun, _ before: Scope, _ after: Scope) throws(Hinweis) {
    let (table, log) = (noun.table, "\(noun.table)_log")
    let made = "FROM temp.gemeint c CROSS JOIN aenderung a ON a.id = c.id AND a.naechste > a.erste CROSS JOIN"
    let closed = "\(log) l INDEXED BY \(log)_bis"
    // What came back has its old number, and left no version when it did.
    let deleted = "(SELECT DISTINCT id FROM \(log) INDEXED BY \(log)_bis WHERE geloescht = 1) d"
    try connection.run(
      """
      INSERT INTO temp.gepaart SELECT \(place), id, \(Versions.change("b.id", noun, before)), \(Versions.change("b.id", noun, after)) FROM (
        SELECT t.id \(made) \(table) t ON t.id >= a.erste AND t.id < a.naechste
        UNION SELECT l.id \(made) \(log) l ON l.id >= a.erste AND l.id < a.naechste
        UNION SELECT l.id FROM temp.gemeint c CROSS JOIN \(closed) ON l.geloescht = 0 AND l.bis = c.id
        UNION SELECT l.id FROM temp.gemeint c CROSS JOIN \(closed) ON l.geloescht = 1 AND l.bis = c.id
        UNION SELECT d.id FROM \(deleted) CROSS JOIN \(table) t ON t.id = d.id AND t.seit IN (SELECT id FROM temp.gemeint)
        UNION SELECT d.id FROM \(deleted) CROSS JOIN \(log) v ON v.id = d.id AND v.von IN (SELECT id FROM temp.gemeint)) b
      """)
    try connection.run("DELETE FROM temp.gepaart WHERE platz = \(place) AND alt IS neu")
  }

  // MARK: Comparing

  /// Tells how the things of a noun differ.
  private func compare(_ place: Int, _ noun: Noun) throws(Hinweis) {
    guard try connection.value("SELECT 1 FROM temp.gepaart WHERE platz = \(place)") != nil else { return }
    let isAsked = only.map { $0.table == noun.table } ?? false
    let mayBePart = !isAsked && !Parts.columns(of: noun).isEmpty
    guard isAsked || only == nil || mayBePart else { return }
    let names = Schema.names(noun)
    func side(_ end: String) -> (columns: [String], joins: String) {
      let (now, then) = ("\(end)_jetzt", "\(end)_vorher")
      return (
        names.map { "CASE WHEN \(now).id IS NULL THEN \(then).\($0) ELSE \(now).\($0) END" },
        " LEFT JOIN \(noun.table) \(now) ON \(now).id = p.id AND \(now).seit = p.\(end)"
          + " LEFT JOIN \(noun.table)_log \(then) ON \(then).id = p.id AND \(then).von = p.\(end)"
      )
    }
    let (old, new) = (side("alt"), side("neu"))
    let sql = """
      SELECT p.id, p.alt, p.neu, \((old.columns + new.columns).joined(separator: ", ")) FROM temp.gepaart p\(old.joins)\(new.joins)
      WHERE p.platz = \(place)
      """
    try connection.each(sql) { (row) throws(Hinweis) in
      let (id, old, new) = (row.integer(0), 3, 3 + names.count)
      let isPair = !row.isNull(1) && !row.isNull(2)
      if isPair && !mayBePart {
        // Of most things only what differs is read.
        let differing = names.indices.filter { !row.isSame(old + $0, new + $0) }
        guard !differing.isEmpty, try isWanted(id) else { return .more }
        var facts: [Fact] = []
        for index in differing { facts += try telling.facts(noun, names[index], row.value(old + index), row.value(new + index)) }
        try write(kind(noun) { name in names.firstIndex(of: name).map { row.value(new + $0) } }, id, facts)
        return .more
      }
      func version(_ change: Int, _ start: Int) -> Version? { row.isNull(change) ? nil : row.version(names, from: start) }
      try tell(noun, version(1, old), version(2, new), mayBePart: mayBePart, isAsked: isAsked)
      return .more
    }
    try store.checkInterruption()
  }

  private func tell(_ noun: Noun, _ old: Version?, _ new: Version?, mayBePart: Bool, isAsked: Bool) throws(Hinweis) {
    guard let version = new ?? old else { return }
    if let old, let new, old.saysSame(as: new) { return }
    if mayBePart, let part = Parts.whole(of: version, noun) {
      guard only.map({ $0.table == part.noun.table }) ?? true, try isWanted(part.id), try !cameOrWent(part.id, part.noun) else { return }
      let whole = try kind(of: part.id, part.noun)
      return try write(whole, part.id, try telling.facts(of: part.noun, part: noun, by: part.column, old, new))
    }
    guard isAsked || only == nil, try isWanted(version.id) else { return }
    let kind = kind(noun) { version.values[$0] }
    if old != nil && new != nil { return try write(kind, version.id, try telling.facts(noun, old, new)) }
    let name = try telling.wording.name(version.id, kind)
    let title = try kind.column(kind.title).map { (column) throws(Hinweis) in try telling.wording.text(version[column], column) } ?? ""
    let text = title.isEmpty ? name : title
    let fact = Fact(column: "", heading: "", old: old == nil ? "" : text, new: old == nil ? text : "")
    try write(kind, version.id, name, old == nil ? .new : .dropped, fact)
  }

  private func isWanted(_ id: Int) throws(Hinweis) -> Bool {
    if !isFiltered { return true }
    return try connection.value("SELECT 1 FROM temp.gefragt WHERE id = ?", [.integer(id)]) != nil
  }

  private func cameOrWent(_ id: Int, _ noun: Noun) throws(Hinweis) -> Bool {
    guard let place = Schema.tables.firstIndex(where: { $0.table == noun.table }) else { return false }
    return try connection.value(
      "SELECT 1 FROM temp.gepaart WHERE platz = ? AND id = ? AND (alt IS NULL OR neu IS NULL)", [.integer(place), .integer(id)]) != nil
  }

  // MARK: Kinds

  /// The nouns that share a table, by the words that tell them apart.
  private func special(_ table: String) -> [(noun: Noun, column: String, words: Set<String>)] {
    if let known = specials[table] { return known }
    let found = Kernel.nouns.compactMap { noun in
      noun.table == table ? noun.only.map { (noun, Fold.key($0.column), Set($0.words)) } : nil
    }
    specials[table] = found
    return found
  }

  /// The noun that a thing belongs to, of several that share its table.
  private func kind(_ noun: Noun, _ value: (String) -> Value?) -> Noun {
    special(noun.table).first { special in value(special.column)?.text.map(special.words.contains) ?? false }?.noun ?? noun
  }

  private func kind(of id: Int, _ noun: Noun) throws(Hinweis) -> Noun {
    for special in special(noun.table) {
      let word = try connection.value("SELECT \(special.column) FROM \(noun.table) WHERE id = ?", [.integer(id)])?.text
      if let word, special.words.contains(word) { return special.noun }
    }
    return noun
  }

  private func kind(of fact: Fact, _ noun: Noun) -> Difference.Kind {
    if let known = kinds[noun.plural]?[fact.column] { return known }
    var kind = Difference.Kind.changed
    if let column = noun.column(fact.column) {
      if column.kind == .thing("handlungsfelder") { kind = .moved }
      if column.kind == .label && noun.keys.contains(column.name) { kind = .renumbered }
    }
    kinds[noun.plural, default: [:]][fact.column] = kind
    return kind
  }

  // MARK: Writing

  private func write(_ noun: Noun, _ id: Int, _ facts: [Fact]) throws(Hinweis) {
    let facts = facts.filter { $0.isMember || $0.old != $0.new }
    guard !facts.isEmpty else { return }
    let name = try telling.wording.name(id, noun)
    for fact in facts { try write(noun, id, name, kind(of: fact, noun), fact) }
  }

  private func write(_ noun: Noun, _ id: Int, _ name: String, _ kind: Difference.Kind, _ fact: Fact) throws(Hinweis) {
    guard let line else { return }
    count += 1
    hasMembers = hasMembers || fact.isMember
    line.bind(Comparison.places[noun.plural] ?? 0, at: 1)
    line.bind(Label.sortKey(name), at: 2)
    line.bind(id, at: 3)
    line.bind(count, at: 4)
    for (index, text) in [noun.singular, name, kind.rawValue, fact.column, fact.heading, fact.old, fact.new].enumerated() {
      line.bind(text, at: 5 + index)
    }
    line.bind(fact.isMember ? 1 : 0, at: 12)
    try line.write()
  }

  /// Makes one row of the values that came and went of one column of a thing.
  private func join() throws(Hinweis) {
    guard hasMembers else { return }
    try connection.execute(
      """
      INSERT INTO temp.\(result) SELECT platz, schluessel, ding, min(folge), art, name, was, spalte, kopf,
          coalesce(group_concat(nullif(alt, ''), '; '), ''), coalesce(group_concat(nullif(neu, ''), '; '), ''), 2
        FROM (SELECT * FROM temp.\(result) WHERE mitglied = 1 ORDER BY ding, kopf, folge) GROUP BY ding, kopf;
      DELETE FROM temp.\(result) WHERE mitglied = 1 OR mitglied = 2 AND alt = neu
      """)
  }
}
