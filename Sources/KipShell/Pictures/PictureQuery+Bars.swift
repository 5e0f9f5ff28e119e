// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

extension PictureQuery {
  /// What bars are drawn from: what names a row, and its figures.
  ///
  /// Things without columns say nothing; of columns without figures the things are counted.
  func bars() throws(Hinweis) -> Table {
    let paths = picture.paths
    if paths.isEmpty {
      guard isGrouped || isShown else {
        throw wrong(
          "balken braucht, was gezählt oder gezeichnet wird", "etwa: \(query.noun.text) | balken \(try exampleOfGroups())")
      }
      return try checked(store.rows(asked()))
    }
    let shown = try store.rows(asked(.show(paths.map { Shown($0) })))
    if isGrouped || shown.columns.dropFirst().contains(where: { $0.kind == .number }) { return try checked(shown) }
    return try store.rows(asked(.group(paths, [Aggregate(.anzahl)])))
  }

  /// The table with the columns that name a row first, and without the sums of a pivot, which would dwarf all else.
  private func checked(_ table: Table) throws(Hinweis) -> Table {
    // Totals are figures only.
    if table.columns.allSatisfy({ $0.kind == .number }) { return table }
    var figures = table.columns.indices.filter { $0 > 0 && table.columns[$0].kind == .number }
    if isCrossed, figures.count > 1, MatrixPicture.hasSumColumn(table) { figures.removeLast() }
    guard !figures.isEmpty else {
      throw wrong(
        "balken braucht eine Spalte mit Zahlen; hier gibt es \(table.columns.map(\.key).joined(separator: ", "))",
        "etwa: \(query.noun.text) | gruppiere \(try exampleOfGroups()): anzahl | balken")
    }
    let labels = table.columns.indices.filter { table.columns[$0].kind != .number || $0 == 0 }
    let (order, skipsSums) = (labels + figures, isCrossed)
    var ordered = table
    ordered.columns = order.map { table.columns[$0] }
    ordered.rows = MappedRows(table.rows) { cells in
      skipsSums && cells.first == Pivot.sum ? nil : order.map { $0 < cells.count ? cells[$0] : "" }
    }
    return ordered
  }

  /// A column of the noun by which its things may well be grouped.
  func exampleOfGroups() throws(Hinweis) -> String {
    let noun = try noun()
    return ["handlungsfeld", "status", "art"].first { noun.column($0) != nil } ?? noun.shown.first ?? "name"
  }
}
