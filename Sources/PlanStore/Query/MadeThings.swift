// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

extension PlanStore {
  /// Makes the things of a noun that the plan does not hold, in a temporary table.
  ///
  /// - Parameter rows: for each thing a value for every column of the noun.
  public func make(_ noun: Noun, _ rows: [[Value]]) throws(Hinweis) {
    let columns = Schema.stored(noun)
    let definitions = columns.map { "\(Schema.name($0)) \(Schema.type($0))" }.joined(separator: ", ")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    // The plan itself is only read, so that nobody who writes has to be waited for.
    try connection.reading { () throws(Hinweis) in
      try connection.makingTemporary { () throws(Hinweis) in
        try connection.execute(
          "DROP TABLE IF EXISTS temp.\(noun.table); CREATE TEMP TABLE \(noun.table) (id INTEGER PRIMARY KEY, \(definitions))")
        for row in rows { try connection.run("INSERT INTO temp.\(noun.table) VALUES (NULL, \(marks))", row) }
      }
    }
  }
}
