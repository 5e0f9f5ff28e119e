// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// The row of which a round of `für jede` speaks: `${einheit}` and `${einheit.name}`.
struct LoopRow {
  /// What the query shows of it, by folded name.
  fileprivate let cells: [String: String]
  fileprivate let first: String
  /// The thing that it is; nil where the rows are groups.
  fileprivate let thing: Thing?

  fileprivate struct Thing {
    let store: PlanStore
    let noun: Noun
    let id: Int
    let moment: Moment
  }

  /// What names it: the thing's key, or the first column of a group.
  func key() throws(Hinweis) -> String {
    guard let thing else { return first }
    return try thing.store.at(thing.moment) { () throws(Hinweis) in try thing.store.key(thing.noun, thing.id) }
  }

  /// A column that the query shows, or any other of the thing.
  func value(_ column: String) throws(Hinweis) -> String {
    if let cell = cells[Fold.key(column)] { return cell }
    guard let thing else {
      throw Hinweis("die Zeile hat keine Spalte \"\(column)\"").didYouMean(column, Array(cells.keys))
    }
    let isThis = Condition.compare(Path(typed: "id"), .equal, Operand(String(thing.id)))
    var query = Query(Name(thing.noun.plural), [.filter(isThis), .show([column])])
    query.moment = thing.moment
    let table = try thing.store.rows(query)
    // What this loop itself has deleted says nothing any more.
    return try table.rows.all().first.map { table.columns[0].plain($0[0]) } ?? ""
  }
}

extension PlanStore {
  /// The rows of a query for a loop; they stay the same, whatever is changed meanwhile.
  func loopRows(_ query: Query) throws(Hinweis) -> [LoopRow] {
    let noun = query.findsThings ? try noun(query.noun.text) : nil
    var query = query
    if noun != nil {
      let id = Shown(Path(typed: "id"))
      var isShown = false
      for (index, step) in query.steps.enumerated() {
        guard case .show(let shown) = step else { continue }
        query.steps[index] = .show([id] + shown)
        isShown = true
      }
      if !isShown { query.steps.append(.show([id])) }
    }
    let table = try rows(query)
    return try table.rows.all().map { row in
      var cells: [String: String] = [:]
      for (column, cell) in zip(table.columns, row).dropFirst(noun == nil ? 0 : 1) {
        for name in [column.heading, column.key] { cells[Fold.key(name)] = column.plain(cell) }
      }
      let thing = noun.flatMap { noun in
        Int(row[0]).map { LoopRow.Thing(store: self, noun: noun, id: $0, moment: query.moment) }
      }
      return LoopRow(cells: cells, first: table.columns[0].plain(row[0]), thing: thing)
    }
  }
}

extension Table.Column {
  /// A cell as it is typed: several values with `; ` between them, numbers with a decimal comma and without points.
  func plain(_ cell: String) -> String {
    let values = isList ? CellText.values(cell) : [cell]
    return values.map { value in
      switch kind {
      case .number: CellText.number(value, grouped: false)
      case .flag: value == "0" ? "nein" : CellText.shown(value, as: kind)
      default: CellText.shown(value, as: kind)
      }
    }.joined(separator: "; ")
  }
}
