// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit
public import PlanStore

/// Makes forms of the plan as it is, or as the store is asked to see it.
public struct FormMaker {
  let store: PlanStore
  let layout: Layout
  let catalogue: Int
  public let columns: [FormColumn]
  private let groups: [[Table.Group]]
  private let extras: [CatalogueExtra]

  public init(_ store: PlanStore, _ layout: Layout, catalogue: Int, open: [String]) throws(Hinweis) {
    (self.store, self.layout, self.catalogue) = (store, layout, catalogue)
    (columns, groups) = try FormColumns(layout, store).form(open: open)
    let added = columns.dropFirst(layout.columns.count).compactMap { column -> CatalogueExtra? in
      if case .measure(let name) = column.target { .measure(name) } else { nil }
    }
    extras = CatalogueTable.extras(layout) + added + [.lastReport]
  }

  /// The form of some lines of the catalogue.
  ///
  /// - Parameters:
  ///   - entries: the ids of the lines; nil for all.
  ///   - stamp: what the hidden column says of the form.
  ///   - reports: what the unit has reported of a measure since, by the columns of a Sachstand.
  public func form(_ entries: [Int]?, stamp: String = "", reports: [Int: UnitReport] = [:]) throws(Hinweis) -> Form {
    var form = Form(columns: columns, groups: groups, rows: [])
    let writer = LineWriter(layout)
    try store.catalogueRows(catalogue, extras: extras, entries: entries).forEach { (row, _) throws(Hinweis) in
      form.rows.append(line(row, writer.cells(row), stamp, reports))
      return .more
    }
    return form
  }

  private func line(_ row: [String], _ shown: [String], _ stamp: String, _ reports: [Int: UnitReport]) -> Form.Row {
    let measure = Int(row[CatalogueColumn.measure.rawValue]) ?? 0
    var cells = shown
    var next = CatalogueColumn.allCases.count + CatalogueTable.extras(layout).count
    for column in columns.dropFirst(shown.count) {
      switch column.target {
      case .measure:
        cells.append(CellForm.key(row[next], column.kind).isEmpty ? "" : row[next])
        next += 1
      case .report(let name): cells.append(reports[measure]?.values[name] ?? "")
      case .identity: cells.append(row[CatalogueColumn.entry.rawValue])
      case .form: cells.append(stamp)
      default: cells.append(row.last ?? "")
      }
    }
    return Form.Row(
      entry: Int(row[CatalogueColumn.entry.rawValue]) ?? 0, measure: measure, number: row[CatalogueColumn.number.rawValue],
      text: row[CatalogueColumn.text.rawValue], cells: cells, own: row[CatalogueColumn.own.rawValue])
  }
}

/// A Sachstand that a unit reported.
public struct UnitReport: Sendable {
  public var id: Int
  public var values: [String: String]

  public init(_ id: Int, _ values: [String: String]) { (self.id, self.values) = (id, values) }
}
