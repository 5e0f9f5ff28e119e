// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// Looks into tables before anybody knows what they mean: it needs no plan, and little memory however long they are.
public enum Survey {
  /// What a sheet shows.
  ///
  /// - Parameters:
  ///   - header: the lines of the header, where somebody said so.
  ///   - check: called for each area, to end what takes too long.
  public static func sheet(_ table: Table, header: ClosedRange<Int>? = nil, check: () throws(Hinweis) -> Void = {}) throws(Hinweis)
    -> SheetSurvey
  {
    var outline = SheetOutline(table)
    try table.rows.rows(into: &outline)
    var survey = outline.survey
    for found in AreaFinder.areas(outline).prefix(40) {
      try check()
      let area = area(found, outline, header)
      var counter = AreaCounter(area, hidden: table.hiddenColumns, keyColumns: keyColumns(area))
      try table.rows.rows(into: &counter)
      survey.areas.append(counter.end())
    }
    return survey
  }

  private static func area(_ found: AreaFinder.Area, _ outline: SheetOutline, _ wanted: ClosedRange<Int>?) -> AreaSurvey {
    let header = wanted.flatMap { HeaderGuess(found.run, lines: $0) } ?? HeaderGuess(found.run, outline.merges)
    var area = AreaSurvey(lines: found.run.lines, columns: found.run.columns, header: header ?? HeaderGuess())
    area.titles = found.titles
    area.notes = found.notes
    area.fields = area.columns.map { column in
      let names = area.header.names(of: column, in: area.columns, outline.merges)
      var field = ColumnSurvey(column: column, heading: names.heading)
      field.topHeading = names.top
      field.groups = names.groups
      field.isHidden = outline.survey.hiddenColumns.contains { $0.contains(column) }
      return field
    }
    return area
  }

  /// How much of a layout's header stands at the beginning of a sheet, for each layout of which at least half does; the best first.
  public static func fitting(_ layouts: [Layout], _ table: Table) throws(Hinweis) -> [(layout: Layout, found: Int)] {
    var rows: [[String]] = []
    try table.rows.forEach { (cells, _) throws(Hinweis) in
      rows.append(cells.map(CleanText.string))
      return rows.count < HeaderFinder.depths[0] ? .more : .enough
    }
    return HeaderFinder.find(layouts.map { LayoutHeadings($0) }, in: rows).compactMap { mapping in
      layouts.first { $0.name == mapping.layout.name }.map { ($0, mapping.found) }
    }
  }

  /// The columns in which every line of a catalogue says something: its number and its text.
  private static func keyColumns(_ area: AreaSurvey) -> [Int] {
    area.fields.filter { field in
      [field.heading, field.topHeading ?? ""].contains { name in
        guard let word = ColumnWords.meaning(of: name), word.certainty >= 60 else { return false }
        return word.meaning == .target(.field("nr")) || word.meaning == .target(.field("text"))
      }
    }.map(\.column)
  }
}
