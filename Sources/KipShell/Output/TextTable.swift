// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

extension Table {
  /// A table of texts; a column's key is its heading as it folds.
  init(_ name: String = "", headings: [String], _ rows: [[String]]) {
    self.init(name, columns: headings.map { Column(Fold.key($0), $0) }, rows: TextRows(rows))
  }
}

extension Session {
  /// Gives an answer that is one table.
  func answer(_ table: Table) throws(Hinweis) { try answer(Document("", [.table(table)])) }
}
