// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// The views that `sql` reads: one for each kind of thing that people ask for, with what its queries show.
enum Views {
  /// The name of a noun's view: `maßnahmen` is `massnahmen`.
  static func name(_ noun: Noun) -> String { Fold.key(noun.plural) }

  /// The names of all views.
  static let names: Set<String> = Set(Kernel.asked.map(name))

  /// The columns of a noun's view, each with that of the noun.
  static func columns(_ noun: Noun) -> [(name: String, column: Column)] {
    var seen: Set<String> = ["id"]
    return noun.columns.map { (Fold.key($0.name), $0) }.filter { seen.insert($0.0).inserted }
  }
}

extension PlanStore {
  /// Runs a body that sees the views that a text may mean.
  ///
  /// They are there for so long only: a view in the way of a table of the same name would mislead whatever writes.
  func withViews<T>(for text: String, _ body: () throws(Hinweis) -> T) throws(Hinweis) -> T {
    let text = Fold.key(text)
    let meant = try allNouns().filter { !$0.isRelation && text.contains(Views.name($0)) }
    var made: [String] = []
    defer {
      try? connection.makingTemporary { () throws(Hinweis) in
        for name in made { try connection.execute("DROP VIEW IF EXISTS temp.\"\(name)\"") }
      }
    }
    for noun in meant where try isThere(noun) {
      let statement = try view(noun)
      try connection.makingTemporary { () throws(Hinweis) in try connection.execute(statement) }
      made.append(Views.name(noun))
    }
    return try body()
  }

  /// The statement that makes a noun's view, from what its query compiles to.
  private func view(_ noun: Noun) throws(Hinweis) -> String {
    let columns = Views.columns(noun)
    let paths = [Path([Name("id")])] + columns.map { Path([Name($0.column.name)]) }
    let compiled = try Compiler.compile(Query(Name(noun.plural), [.show(paths.map { Shown($0) })]), in: self, keepsGroups: false)
    // In an order SQLite could not look through the view, and would make all of its columns for each row.
    let order = " ORDER BY t0.id"
    let sql = compiled.sql.hasSuffix(order) ? String(compiled.sql.dropLast(order.count)) : compiled.sql
    let names = (["id"] + columns.map(\.name)).map { "\"\($0)\"" }.joined(separator: ", ")
    let shown = [("id", false)] + zip(columns, compiled.columns.dropFirst()).map { ($0.name, $1.isList) }
    let list = shown.map { $0.1 ? "replace(\"\($0.0)\", char(31), '; ')" : "\"\($0.0)\"" }.joined(separator: ", ")
    return """
      CREATE TEMP VIEW "\(Views.name(noun))"(\(names)) AS WITH zeilen_(\(names)) AS (\(try connection.expanded(sql, compiled.values)))
      SELECT \(list) FROM zeilen_
      """
  }
}
