// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// The rows of a tree as they are put together, from top to bottom.
struct Forest {
  private(set) var rows: [Row] = []
  /// What is said of each measure.
  private let statuses: [Int: String]
  /// How many places each measure has.
  private var places: [Int: Int] = [:]

  init(statuses: [Int: String]) { self.statuses = statuses }

  struct Row {
    var label: String
    var depth: Int
    var kind: String
    var measures: Int?
    var status = ""
    /// Where else it stands.
    var elsewhere: [String] = []
  }

  /// Adds a thing, and below it what the body adds; the body gives the measures that stand there, which are counted once each.
  ///
  /// - Parameter isEmptyKept: false to take the thing back if no measure stands below it.
  @discardableResult
  mutating func add(
    _ thing: Thing, _ depth: Int, isEmptyKept: Bool = true, counts: Bool = true, _ body: (inout Forest) -> Set<Int>
  ) -> Set<Int> {
    let place = rows.count
    rows.append(Row(label: thing.label, depth: depth, kind: thing.kind, status: thing.status))
    let found = body(&self)
    if counts {
      rows[place].measures = found.count
      rows[place].status = spread(found)
    }
    if found.isEmpty && !isEmptyKept { rows.removeLast(rows.count - place) }
    return found
  }

  mutating func add(measure: Thing, _ depth: Int, elsewhere: [String]) {
    places[measure.id, default: 0] += 1
    rows.append(Row(label: measure.label, depth: depth, kind: measure.kind, status: measure.status, elsewhere: elsewhere))
  }

  /// How far measures are: `3 laufend, 2 geplant`; those of which nothing is said are not named.
  private func spread(_ measures: Set<Int>) -> String {
    var counts: [String: Int] = [:]
    for measure in measures { counts[statuses[measure] ?? "", default: 0] += 1 }
    let known = counts.filter { !["", "keine Angabe"].contains($0.key) }
    return known.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
  }

  /// The things below each thing, and those at the top: whose thing above is not among them, and one of each circle.
  static func order(_ things: [Thing]) -> (tops: [Thing], below: [Int: [Thing]]) {
    let all = Dictionary(things.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    func isTop(_ thing: Thing) -> Bool { thing.above.map { all[$0] == nil } ?? true }
    var tops: [Thing] = []
    var below: [Int: [Thing]] = [:]
    var reached: Set<Int> = []
    for thing in things { if isTop(thing) { tops.append(thing) } else { below[thing.above ?? 0, default: []].append(thing) } }
    func reach(_ thing: Thing) {
      var open = [thing.id]
      while let next = open.popLast() {
        if reached.insert(next).inserted { open += (below[next] ?? []).map(\.id) }
      }
    }
    tops.forEach(reach)
    // Who stands in a circle is reached from no top: the first of it becomes one, and stands below nothing.
    for thing in things where !reached.contains(thing.id) {
      tops.append(thing)
      below[thing.above ?? 0]?.removeAll { $0.id == thing.id }
      reach(thing)
    }
    return (tops, below)
  }

  /// The tree as a table, with the columns that say anything.
  func table(_ noun: Noun) -> Table {
    var columns = [Table.Column(noun.title, noun.plural.prefix(1).uppercased() + noun.plural.dropFirst())]
    columns += [Table.Column("ebene", "Ebene", .number), Table.Column("art", "Art")]
    var cells = rows.map { [$0.label, String($0.depth), $0.kind] }
    func add(_ column: Table.Column, _ cell: (Row) -> String) {
      guard rows.contains(where: { !cell($0).isEmpty }) else { return }
      columns.append(column)
      for (index, row) in rows.enumerated() { cells[index].append(cell(row)) }
    }
    add(Table.Column("maßnahmen", "Maßnahmen", .number)) { $0.measures.map { String($0) } ?? "" }
    add(Table.Column("status", "Status")) { $0.status }
    var elsewhere = Table.Column("auch_unter", "auch unter")
    elsewhere.isList = true
    add(elsewhere) { $0.elsewhere.joined(separator: "\u{1F}") }
    var table = Table(noun.plural, columns: columns, rows: TextRows(cells))
    let several = places.values.count { $0 > 1 }
    if several > 0 { table.notes = ["Maßnahmen gesamt \(places.count), davon an mehreren Stellen \(several)"] }
    return table
  }
}
