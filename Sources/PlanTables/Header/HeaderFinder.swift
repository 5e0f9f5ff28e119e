// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Finds a layout's header in the first rows of a table.
enum HeaderFinder {
  /// How many rows are looked through, and how many if no header is among those; a table may stand far down in a text.
  static let depths = [100, 5000]

  /// A header may have so many rows.
  private static let rows = 4

  /// How the layouts fit, the best first; those that have not half of their columns in the header do not.
  static func find(_ layouts: [LayoutHeadings], in rows: [[String]]) -> [TableMapping] {
    var found: [TableMapping] = []
    for headings in layouts {
      if let row = decidingRow(headings, rows) {
        found.append(map(headings, rows, row))
      } else if let mapping = stacked(headings, rows) {
        found.append(mapping)
      }
    }
    return found.enumerated().sorted { ($1.element.fit, $0.offset) < ($0.element.fit, $1.offset) }.map(\.element)
  }

  /// The first row in which half of the headings stand, or the best after it.
  private static func decidingRow(_ headings: LayoutHeadings, _ rows: [[String]]) -> Int? {
    let wanted = headings.wanted
    var best: (row: Int, score: Int)?
    for (index, row) in rows.enumerated() {
      let cells = row.filter { !$0.isEmpty }
      guard cells.count >= max(min(3, wanted), wanted / 3) else { continue }
      // Exact names are cheap to look up; only a row with some of them is looked at closely.
      guard headings.exact(cells) * 3 >= wanted else { continue }
      // Columns that this row does not name have their heading in the rows above that belong to the header.
      let above = rows[max(0, index - headings.layout.decidingRow + 1)..<index]
      let score = headings.score(cells, above)
      if score * 2 >= wanted, score > best?.score ?? 0 { best = (index, score) }
      if let best, index > best.row + headings.layout.headerRows { break }
    }
    return best?.row
  }

  /// A header whose names stand in several rows, each over other columns: the rows are laid upon each other.
  private static func stacked(_ headings: LayoutHeadings, _ rows: [[String]]) -> TableMapping? {
    for first in rows.indices where headings.isHeader(rows[first]) {
      var row = rows[first]
      for next in rows.indices[first...].dropFirst().prefix(self.rows - 1) {
        for (place, text) in rows[next].enumerated() where !text.isEmpty {
          while row.count <= place { row.append("") }
          if row[place].isEmpty || headings.isWord(text) { row[place] = text }
        }
        guard headings.isDeciding(row) else { continue }
        var laid = rows
        laid[next] = row
        var mapping = map(headings, laid, next)
        mapping.header = first..<max(next + 1, mapping.header.upperBound)
        mapping.headerCells = Array(rows[mapping.header])
        return mapping
      }
    }
    return nil
  }

  /// Where the columns stand below a deciding row.
  static func map(_ headings: LayoutHeadings, _ rows: [[String]], _ deciding: Int) -> TableMapping {
    let layout = headings.layout
    let cells = rows[deciding]
    let top = max(0, deciding - max(layout.decidingRow, HeaderFinder.rows) + 1)
    let own = max(0, deciding - layout.decidingRow + 1)
    let first = (own...deciding).first { headings.isHeader(rows[$0]) } ?? deciding
    // Further rows above belong to the header if nothing but names of it stands in them.
    let begin = (top..<first).reversed().prefix { headings.isHeader(rows[$0]) && rows[$0].count(where: { !$0.isEmpty }) > 1 }.last ?? first
    var places = [Int?](repeating: nil, count: headings.own)
    var taken: Set<Int> = []
    // Exact names first, so that a column that is only like another does not take its place.
    for quality in [2, 1] {
      for number in 0..<headings.own where places[number] == nil {
        guard let place = cells.indices.first(where: { !taken.contains($0) && headings.match(number, cells[$0]) >= quality }) else {
          continue
        }
        places[number] = place
        taken.insert(place)
      }
    }
    // Header rows may follow the deciding one.
    var end = deciding + 1
    while end < rows.count, end - deciding <= layout.headerRows - layout.decidingRow, headings.isHeader(rows[end]) { end += 1 }
    // What the deciding row does not name stands in a row above, if that did not slip, else beside its neighbours.
    let width = max(cells.count, rows[begin..<end].map(\.count).max() ?? 0)
    for (number, column) in layout.columns[..<headings.own].enumerated() where places[number] == nil {
      var place = rows[begin..<deciding].lazy.compactMap { row in
        row.indices.first { !taken.contains($0) && ($0 >= cells.count || cells[$0].isEmpty) && headings.matchAbove(number, row[$0]) == 2 }
      }.first
      if place == nil, column.heading.isEmpty {
        let known = places[..<number].lastIndex { $0 != nil }
        let after = known.flatMap { known in places[known].map { $0 + number - known } } ?? number
        if !taken.contains(after), after >= cells.count || cells[after].isEmpty { place = after }
      }
      places[number] = place
      if let place { taken.insert(place) }
    }
    return mapping(headings, rows, begin..<end, rows[deciding], places, width)
  }

  private static func mapping(
    _ headings: LayoutHeadings, _ rows: [[String]], _ header: Range<Int>, _ deciding: [String], _ places: [Int?], _ width: Int
  ) -> TableMapping {
    let layout = headings.layout
    var columns = [Int?](repeating: nil, count: max(width, (places.compactMap { $0 }.max() ?? 0) + 1))
    var names: [Int: String] = [:]
    var missing: [String] = []
    for (number, place) in places.enumerated() {
      let column = layout.columns[number]
      guard let place else {
        missing.append(column.heading.isEmpty ? column.topHeading ?? "" : column.heading)
        continue
      }
      columns[place] = number
      if place < deciding.count, let name = Heading(column.heading).name(in: deciding[place]) { names[number] = name }
    }
    var mapping = TableMapping(
      layout: layout, columns: columns, header: header, headerCells: Array(rows[header]), found: places.count { $0 != nil }, names: names,
      notes: [], own: headings.own)
    if let slipped = slipped(mapping, places) { mapping.notes.append(slipped) }
    if !missing.isEmpty {
      let names = missing.map { "\"\($0)\"" }.joined(separator: ", ")
      mapping.notes.append(Hinweis("der Tabelle fehlen Spalten des Layouts: \(names)").grade(.hinweis).rule("spalte-fehlt"))
    }
    // kip's own files are known again by the column with the ids, whatever the layout says.
    if let place = columns.indices.first(where: { columns[$0] == nil && $0 < deciding.count && Heading.key(deciding[$0]) == "kipid" }) {
      mapping.columns[place] = headings.own
    }
    return mapping
  }

  /// Says which group labels do not stand over the first column of their group.
  private static func slipped(_ mapping: TableMapping, _ places: [Int?]) -> Hinweis? {
    var labels: [String] = []
    for (level, row) in mapping.headerCells.dropLast().enumerated() {
      for (place, text) in row.enumerated() where !text.isEmpty {
        let key = Heading.key(text)
        let wanted = mapping.layout.columns.indices.first { number in
          let column = mapping.layout.columns[number]
          return column.groups.contains { Heading.key($0) == key } || (level == 0 && column.topHeading.map(Heading.key) == key)
        }
        if let wanted, let there = places[wanted], there != place {
          labels.append("\"\(text)\" steht über Spalte \(place + 1) statt \(there + 1)")
        }
      }
    }
    guard !labels.isEmpty else { return nil }
    let reason = mapping.layout.reasons.first { $0.setting == "kopfzeilen" }?.reason
    return Hinweis("Gruppenüberschriften sind verrutscht: \(labels.joined(separator: ", "))").grade(.hinweis).rule("kopf-verrutscht")
      .help("maßgeblich ist Kopfzeile \(mapping.layout.decidingRow)" + (reason.map { ": \($0)" } ?? ""))
  }
}
