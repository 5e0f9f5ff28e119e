// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Where a layout's columns stand in a table, and where its header is.
struct TableMapping {
  var layout: Layout
  /// For each column of the table the number of the layout's column; nil where the table has one that the layout does not know.
  var columns: [Int?]
  /// Rows of the header, counted from 0 over all rows of the table.
  var header: Range<Int>
  /// Lines of the file on which the header's rows begin.
  var lines = 0...0
  /// The cells of the header rows.
  var headerCells: [[String]]
  /// How many of the layout's columns were found.
  var found: Int
  /// Names in headings, such as who holds a function, by the number of the layout's column.
  var names: [Int: String]
  /// What the header made it decide, for the user.
  var notes: [Hinweis]

  /// The width of the header in columns of the table.
  var width: Int { columns.count }
}

/// Finds a layout's header in the first rows of a table.
enum HeaderFinder {
  /// How many rows are looked through, and how many if no header is among those; a table may stand far down in a text.
  static let depths = [100, 5000]

  /// The best match of the layouts; nil if none has half of its columns in one row.
  static func find(_ layouts: [Layout], in rows: [[String]]) -> TableMapping? {
    var best: TableMapping?
    for layout in layouts {
      guard let row = decidingRow(layout, rows) else { continue }
      let mapping = map(layout, rows, row)
      if mapping.found > best?.found ?? 0 { best = mapping }
    }
    return best
  }

  /// The first row in which half of the headings stand, or the best after it.
  private static func decidingRow(_ layout: Layout, _ rows: [[String]]) -> Int? {
    let headings = layout.columns.map { Heading($0.heading.isEmpty ? $0.topHeading ?? "" : $0.heading) }
    let known = Set(headings.map(\.key) + layout.columns.compactMap { $0.topHeading.map(Heading.key) })
    let wanted = layout.columns.count { !$0.heading.isEmpty }
    var best: (row: Int, score: Int)?
    for (index, row) in rows.enumerated() {
      let cells = row.filter { !$0.isEmpty }
      guard cells.count >= max(3, wanted / 3) else { continue }
      // Exact names are cheap to look up; only a row with some of them is looked at closely.
      let exact = cells.count { known.contains(Heading.key($0)) }
      guard exact * 3 >= wanted else { continue }
      let score = layout.columns.count { column in cells.contains { matches(column, $0) > 0 } }
      if score * 2 >= wanted, score > best?.score ?? 0 { best = (index, score) }
      if let best, index > best.row + layout.headerRows { break }
    }
    return best?.row
  }

  private static func matches(_ column: Layout.Column, _ text: String) -> Int {
    max(Heading(column.heading).match(text), column.topHeading.map { Heading($0).match(text) } ?? 0)
  }

  private static func map(_ layout: Layout, _ rows: [[String]], _ deciding: Int) -> TableMapping {
    let cells = rows[deciding]
    let top = max(0, deciding - layout.decidingRow + 1)
    let first = (top...deciding).first { isHeader(layout, rows[$0]) } ?? deciding
    var places = [Int?](repeating: nil, count: layout.columns.count)
    var taken: Set<Int> = []
    // Exact names first, so that a column that is only like another does not take its place.
    for quality in [2, 1] {
      for (number, column) in layout.columns.enumerated() where places[number] == nil {
        guard let place = cells.indices.first(where: { !taken.contains($0) && matches(column, cells[$0]) >= quality }) else { continue }
        places[number] = place
        taken.insert(place)
      }
    }
    // What the deciding row does not name stands in a row above, if that did not slip, else beside its neighbours.
    let width = max(cells.count, rows[first...deciding].map(\.count).max() ?? 0)
    for (number, column) in layout.columns.enumerated() where places[number] == nil {
      let heading = Heading(column.topHeading ?? "")
      var place = rows[first..<deciding].lazy.compactMap { row in
        row.indices.first { !taken.contains($0) && ($0 >= cells.count || cells[$0].isEmpty) && heading.match(row[$0]) == 2 }
      }.first
      if place == nil, column.heading.isEmpty {
        let known = places[..<number].lastIndex { $0 != nil }
        let after = known.flatMap { known in places[known].map { $0 + number - known } } ?? number
        if !taken.contains(after), after >= cells.count || cells[after].isEmpty { place = after }
      }
      places[number] = place
      if let place { taken.insert(place) }
    }
    // Header rows may follow the deciding one.
    var end = deciding + 1
    while end < rows.count, end - deciding <= layout.headerRows - layout.decidingRow, isHeader(layout, rows[end]) { end += 1 }
    return mapping(layout, rows, first..<end, rows[deciding], places, width)
  }

  private static func mapping(
    _ layout: Layout, _ rows: [[String]], _ header: Range<Int>, _ deciding: [String], _ places: [Int?], _ width: Int
  ) -> TableMapping {
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
      notes: [])
    if let slipped = slipped(mapping, places) { mapping.notes.append(slipped) }
    if !missing.isEmpty {
      let names = missing.map { "\"\($0)\"" }.joined(separator: ", ")
      mapping.notes.append(Hinweis("der Tabelle fehlen Spalten des Layouts: \(names)").grade(.hinweis).rule("spalte-fehlt"))
    }
    return mapping
  }

  /// True if at least half of a row's texts are headings or groups of the layout.
  private static func isHeader(_ layout: Layout, _ row: [String]) -> Bool {
    let cells = row.filter { !$0.isEmpty }
    let known = Set(layout.columns.flatMap { [$0.heading, $0.topHeading ?? ""] + $0.groups }.map { Heading($0).key })
    return !cells.isEmpty && cells.count { known.contains(Heading.key($0)) } * 2 >= cells.count
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
