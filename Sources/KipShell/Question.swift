// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

/// Answers a query, and says why where the answer is empty.
struct Question {
  let session: Session

  /// Answers a query of some plan and Fassung; of another plan than the session's own each row says from which it is.
  func answer(_ query: Query, of view: Viewpoint) throws(Hinweis) {
    // A picture is of one plan; of several there is one picture each.
    guard let name = view.plan, query.picture == nil else { return try session.looking(view) { () throws(Hinweis) in try answer(query) } }
    var all: Table?
    var parts: [any RowSource] = []
    for plan in try session.plans(name) {
      var moment = view.edition == nil ? query.moment.filled(from: session.view) : query.moment
      if let edition = view.edition {
        moment = moment.filled(from: try plan.store.edition(Operand(edition.text, span: edition.span)).moment)
      }
      var asked = query
      asked.moment = moment
      let table: Table
      do throws(Hinweis) { table = try plan.store.rows(asked) } catch { throw error.help(error.help ?? "das sagt der Plan \(plan.name)") }
      let label = plan.name
      parts.append(MappedRows(table.rows) { [label] + $0 })
      if all == nil { all = table }
    }
    guard var table = all else { return }
    table.columns.insert(Table.Column("plan", "Plan", .label), at: 0)
    table.notes = []
    table.rows = ChainedRows(parts)
    try session.answer(table)
  }

  func answer(_ query: Query) throws(Hinweis) {
    let store = try session.plan()
    try session.reading(query.moment) { () throws(Hinweis) in
      let counting = CountingRows(try block(query, store))
      try session.answer(counting.document)
      guard counting.isEmpty else { return }
      if try !session.tellBeginning(query.moment) { try explain(query, store) }
    }
  }

  private func block(_ query: Query, _ store: PlanStore) throws(Hinweis) -> Block {
    if let picture = PictureQuery(store, query) { return .chart(try picture.chart()) }
    return .table(try store.rows(query))
  }

  /// Says what a nearby question would find: `unter` in place of `=`, or a value that is spelt otherwise.
  private func explain(_ query: Query, _ store: PlanStore) throws(Hinweis) {
    for (index, step) in query.steps.enumerated() {
      guard case .filter(let condition) = step else { continue }
      for (path, operand) in condition.equalities {
        var wider = query
        wider.steps = Array(query.steps[...index]) + [.total([Aggregate(.anzahl)])]
        wider.steps[index] = .filter(condition.replacing(path, by: .below(path, operand)))
        // Where the column is no tree the question makes no sense, and there is nothing to say.
        guard let table = try? store.rows(wider), let count = try? table.rows.all().first?.first.flatMap({ Int($0) }), count > 0 else {
          continue
        }
        session.tell(
          Hinweis(
            "\(query.noun.text) mit genau \(path.text) = \(operand.text) gibt es nicht; bei \(operand.text) und allem darunter sind es \(count)"
          ).grade(.hinweis)
            .help("\(path.text) unter \(Hinweis.quoted(operand.text))"))
        return
      }
    }
    if try tellUnsaid(query, store) { return }
    try tellNearValues(query, store)
  }

  /// Says that nothing was found because a column says nothing of any thing; true if that is so.
  private func tellUnsaid(_ query: Query, _ store: PlanStore) throws(Hinweis) -> Bool {
    for case .filter(let condition) in query.steps {
      for path in condition.compared {
        let said = Query(query.noun, [.filter(.not(.empty(path))), .first(1), .show([Shown(Path([Name("id")]))])])
        // Of what is no column of the noun there is nothing to say.
        guard let table = try? store.rows(said), let rows = try? table.rows.all(), rows.isEmpty else { continue }
        session.tell(Hinweis("\(path.text) steht im Plan bei keinem Ding dieser Art (\(query.noun.text))").grade(.hinweis))
        return true
      }
    }
    return false
  }
}

extension Condition {
  /// The comparisons with `=` that must hold.
  var equalities: [(Path, Operand)] {
    switch self {
    case .and(let parts): parts.flatMap(\.equalities)
    case .compare(let path, .equal, let operand): [(path, operand)]
    default: []
    }
  }

  /// The columns of the comparisons that must hold.
  fileprivate var compared: [Path] {
    switch self {
    case .and(let parts): parts.flatMap(\.compared)
    case .compare(let path, _, _), .among(let path, _), .below(let path, _): [path]
    default: []
    }
  }

  fileprivate func replacing(_ path: Path, by condition: Condition) -> Condition {
    switch self {
    case .and(let parts): .and(parts.map { $0.replacing(path, by: condition) })
    case .compare(path, .equal, _): condition
    default: self
    }
  }
}

/// A table that knows afterwards whether it had any rows.
private final class CountingRows: @unchecked Sendable {
  private let block: Block
  private var count = 0

  /// - Parameter block: a table or a chart.
  init(_ block: Block) { self.block = block }

  var isEmpty: Bool { count == 0 }

  var document: Document {
    guard var table = block.table else { return Document("", [block]) }
    table.rows = MappedCount(base: table.rows, counter: self)
    guard case .chart(let chart) = block else { return Document("", [.table(table)]) }
    return Document("", [.chart(Chart(chart.kind, table))])
  }

  fileprivate func add(_ rows: Int) { count += rows }

  private struct MappedCount: RowSource {
    let base: any RowSource
    let counter: CountingRows

    func rows(into sink: inout some RowSink) throws(Hinweis) {
      var counting = Sink(sink: sink, counter: counter)
      defer { sink = counting.sink }
      try base.rows(into: &counting)
    }

    struct Sink<Base: RowSink>: RowSink {
      var sink: Base
      let counter: CountingRows

      mutating func take(_ batch: RowBatch) throws(Hinweis) -> Flow {
        counter.add(batch.count)
        return try sink.take(batch)
      }
    }
  }
}

/// The rows of several tables with the same columns, one behind the other.
private struct ChainedRows: RowSource {
  private let parts: [any RowSource]

  init(_ parts: [any RowSource]) { self.parts = parts }

  func rows(into sink: inout some RowSink) throws(Hinweis) {
    for part in parts { try part.rows(into: &sink) }
  }
}
