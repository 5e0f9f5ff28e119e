// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

extension Document {
  /// The tables in order; those of a text that has several are called as the headings above them, as sheets are by their names.
  public var namedTables: [Table] {
    var heading = ""
    var tables: [Table] = []
    var headings: [String] = []
    for block in blocks {
      if case .heading(_, let text) = block { heading = text }
      guard let table = block.table else { continue }
      tables.append(table)
      headings.append(heading)
    }
    guard tables.allSatisfy(\.name.isEmpty), Set(headings).count > 1 else { return tables }
    for index in tables.indices { tables[index].name = headings[index] }
    return tables
  }
}
