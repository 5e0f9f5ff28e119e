// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

extension PictureQuery {
  /// What lines are drawn from: a date and figures; for `werte` a figure for each kind of value, such as Ist and Soll.
  func line() throws(Hinweis) -> Table {
    let noun = try noun()
    // Behind the date kinds of values may stand: `linie datum, ist, soll`.
    let kinds = picture.paths.dropFirst().map { path in noun.column("art")?.words.first { Fold.key($0) == Fold.key(path.text) } }
    if noun.table == "wert", !isGrouped, !isShown, kinds.allSatisfy({ $0 != nil }) {
      return try values(picture.paths.first, kinds.compactMap(\.self))
    }
    let table = try store.rows(picture.paths.count < 2 ? asked() : asked(.show(picture.paths.map { Shown($0) })))
    guard
      let date = picture.paths.first.map({ path in table.columns.firstIndex { Fold.key($0.key) == Fold.key(path.text) } })
        ?? table.columns.firstIndex(where: { $0.kind == .date })
    else {
      throw wrong(
        picture.paths.first.map { "unter den Spalten ist keine \"\($0.text)\"" } ?? "linie braucht eine Spalte mit einem Datum",
        "etwa: werte | linie datum, wert; oder: werte | gruppiere datum: summe wert | linie")
    }
    let figures = table.columns.indices.filter { $0 != date && table.columns[$0].kind == .number }
    guard !figures.isEmpty else {
      throw wrong("linie braucht neben dem Datum eine Spalte mit Zahlen", "etwa: werte | linie datum, wert")
    }
    let order = [date] + figures
    var ordered = table
    ordered.columns = order.map { table.columns[$0] }
    ordered.rows = MappedRows(table.rows) { cells in order.map { cells[$0] } }
    return ordered
  }

  /// The values of indicators with a column for each line: who asks for several indicators or groups gets one for each of them.
  ///
  /// - Parameter kinds: the kinds that are wanted, such as Ist; all if there are none.
  private func values(_ date: Path?, _ kinds: [String]) throws(Hinweis) -> Table {
    let names = ["indikator", "ausprägung", "sozialraum", "art"]
    let table = try store.rows(asked(.show([date?.text ?? "datum", "wert"] + names)))
    let rows = try table.rows.all().filter { row in
      !row[0].isEmpty && !row[1].isEmpty && (kinds.isEmpty || kinds.contains(row[5]))
    }
    // Only what differs tells lines apart; the kind always does.
    let telling = names.indices.filter { index in names[index] == "art" || Set(rows.map { $0[index + 2] }).count > 1 }
    func line(_ row: [String]) -> String {
      telling.map { row[$0 + 2] }.filter { !$0.isEmpty }.joined(separator: " ")
    }
    let lines = Set(rows.map(line)).union(telling.count > 1 ? [] : kinds).sorted { (LinePicture.rank($0), $0) < (LinePicture.rank($1), $1) }
    guard lines.count <= LinePicture.marks.count else {
      throw wrong("das wären \(lines.count) Linien; unterscheiden lassen sich \(LinePicture.marks.count)", "mit wo weniger auswählen")
    }
    let cells = rows.map { row in [row[0]] + lines.map { $0 == line(row) ? row[1] : "" } }
    var found = Table(
      query.noun.text, columns: [table.columns[0]] + lines.map { Table.Column($0, $0, .number) }, rows: TextRows(cells))
    let indicators = Set(rows.map { $0[2] })
    if indicators.count == 1, let name = indicators.first, !name.isEmpty { found.notes = ["Indikator: \(name)"] }
    return found
  }
}
