// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

extension PictureQuery {
  /// What a timeline is drawn from: a name, begin and end as planned, and as they were where the plan says so.
  func timeline() throws(Hinweis) -> Table {
    try requireThings()
    let noun = try noun()
    let dates = picture.paths.isEmpty ? try usualDates(noun) : picture.paths.map(\.text)
    guard (1...4).contains(dates.count) else {
      throw wrong("zeitstrahl braucht Beginn und Ende, höchstens vier Spalten", "etwa: \(query.noun.text) | zeitstrahl beginn, frist")
    }
    let labels = isShown ? try shownBefore() : PictureQuery.labels(of: noun)
    let isSorted = query.steps.contains { if case .sort = $0 { true } else { false } }
    var asked = asked(.show(labels + dates))
    if !isSorted { asked.steps.insert(.sort([Order(Path(typed: dates[0]))]), at: asked.steps.count - 1) }
    var table = try store.rows(asked)
    let columns = table.columns
    for (name, column) in zip(dates, columns.suffix(dates.count)) where column.kind != .date {
      throw wrong("\"\(name)\" ist kein Datum", "Spalten mit einem Datum: \(PictureQuery.dates(of: noun).joined(separator: ", "))")
    }
    let count = labels.count
    table.columns = [PictureQuery.label(columns.prefix(count))] + columns.suffix(dates.count)
    table.rows = MappedRows(table.rows) { cells in
      [PictureQuery.label(cells.prefix(count), columns)] + cells.dropFirst(count)
    }
    return table
  }

  /// The columns that say when: planned begin and end, then the real ones.
  private func usualDates(_ noun: Noun) throws(Hinweis) -> [String] {
    func first(_ names: [String]) -> String? { names.first { noun.column($0)?.kind == .date || noun.column($0)?.kind == .day } }
    let begin = first(["beginn_geplant", "beginn", "gültig_von", "erhoben_ab", "zeitraum_von"])
    let end = first(["ende_geplant", "frist", "gültig_bis", "erhoben_bis", "zeitraum_bis"])
    let done = first(["abschluss", "erledigt_am"])
    if let begin, let end {
      // A real begin of its own is told apart from the planned one; else what was done began when it was to begin.
      return [begin, end] + [begin == "beginn" ? nil : first(["beginn"]), done].compactMap(\.self)
    }
    let found = [begin, end, first(["datum", "wiedervorlage"]), PictureQuery.dates(of: noun).first].compactMap(\.self)
    guard let one = found.first else {
      throw wrong("\(noun.plural) haben kein Datum, das sich zeichnen lässt", "spalten \(noun.plural) zeigt, was man von ihnen weiß")
    }
    return [one]
  }

  static func dates(of noun: Noun) -> [String] { noun.columns.filter { [.date, .day].contains($0.kind) }.map(\.name) }

  /// What a step before says to show.
  func shownBefore() throws(Hinweis) -> [String] {
    for case .show(let shown) in query.steps.reversed() { return shown.map(\.path.text).filter { !$0.isEmpty } }
    return []
  }

  /// The columns by which people know a thing: its number or code, and its title.
  static func labels(of noun: Noun) -> [String] {
    let names = ["nr", "kürzel"].filter { noun.column($0) != nil } + [noun.title]
    let known = names.filter { noun.column($0) != nil }
    return known.isEmpty ? [noun.keys.first ?? "id"] : known
  }

  /// The column of several that name a thing together.
  static func label(_ columns: some BidirectionalCollection<Table.Column>) -> Table.Column {
    let last = columns.last ?? Table.Column("name", "Name")
    return Table.Column(last.key, columns.map(\.heading).joined(separator: " "))
  }

  /// Several cells as one name; what says the same twice is said once.
  static func label(_ cells: some Sequence<String>, _ columns: [Table.Column]) -> String {
    var seen: Set<String> = []
    let words = zip(cells, columns).map { CellText.shown($0, in: $1) }
    return words.filter { !$0.isEmpty && seen.insert(Fold.key($0)).inserted }.joined(separator: " ")
  }
}
