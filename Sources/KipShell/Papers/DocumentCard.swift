// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// The numbered paragraphs below the card of a document.
struct DocumentCard {
  let store: PlanStore

  init(_ store: PlanStore) { self.store = store }

  /// True for what stands below the facts.
  static func isShownBelow(_ column: Table.Column) -> Bool { column.key == "absätze" }

  func paragraphs(of document: Int) throws(Hinweis) -> [Block] {
    let table = try store.rows(
      Query(
        Name("absätze"),
        [
          .filter(.compare(Path([Name("dokument")]), .equal, Operand("Nr. \(document)"))),
          .sort([Order(Path([Name("platz")]))]), .show(["platz", "art", "text"].map { Shown(Path([Name($0)])) }),
        ]))
    guard try table.rows.all().first != nil else { return [] }
    return [.heading(1, "Absätze"), .table(table)]
  }
}
