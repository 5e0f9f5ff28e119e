// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

extension PlanStore {
  /// Makes the things of a noun that the plan does not hold, in a temporary table.
  ///
  /// - Parameter rows: for each thing a value for every column of the noun.
  public func make(_ noun: Noun, _ rows: [[Value]]) throws(Hinweis) {
    let marks = Schema.stored(noun).map { _ in "?" }.joined(separator: ", ")
    // The plan itself is only read, so that nobody who writes has to be waited for.
    try connection.reading { () throws(Hinweis) in
      try connection.makingTemporary { () throws(Hinweis) in
        try makeEmpty(noun)
        for row in rows { try connection.run("INSERT INTO temp.\(noun.table) VALUES (NULL, \(marks))", row) }
      }
    }
  }

  /// Makes the temporary table of a noun afresh, with nothing in it.
  func makeEmpty(_ noun: Noun) throws(Hinweis) {
    let columns = Schema.stored(noun).map { "\(Schema.name($0)) \(Schema.type($0))" }.joined(separator: ", ")
    try connection.execute("DROP TABLE IF EXISTS temp.\(noun.table); CREATE TEMP TABLE \(noun.table) (id INTEGER PRIMARY KEY, \(columns))")
  }

  /// False for a noun whose things are made when they are asked for, as long as nobody has.
  func isThere(_ noun: Noun) throws(Hinweis) -> Bool {
    guard noun.isMade else { return true }
    return try connection.value("SELECT 1 FROM sqlite_temp_schema WHERE name = ?", [.text(noun.table)]) != nil
  }

  /// Says how the things of a made noun come to be.
  func unmade(_ noun: Noun) -> Hinweis {
    noun.table == "fundstelle"
      ? Hinweis("fundstellen gibt es erst, wenn etwas gesucht ist").help("etwa: suche \"Sprachkurs Eltern\"")
      : Hinweis("\(noun.plural) gibt es erst, wenn etwas gegenübergestellt ist").help("etwa: synopse \"2008\" \"2016\"")
  }
}
