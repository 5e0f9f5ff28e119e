// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// The layout that a table likely has, column by column.
public struct LayoutGuess: Sendable {
  /// The table that it is about.
  public var area: AreaSurvey
  /// For each column of the area what it likely is; the others are those that say nothing at all.
  public var columns: [(column: ColumnSurvey, guess: ColumnGuess)]
  public var rowRule: Layout.RowRule
  /// True if the sheets of the file are likely one for each field.
  public var sheetIsField: Bool
  public var numbering: Layout.Numbering
  public var colours: [Layout.Code]
  /// How often each colour stands in rows of data.
  public var colourCounts: [(colour: String, count: Int)]

  /// - Parameter names: the names of all sheets that are not hidden and look alike.
  public init(_ sheet: SheetSurvey, _ area: AreaSurvey, sheets names: [String] = []) {
    self.area = area
    columns = area.fields.filter { $0.filled > 0 || !$0.heading.isEmpty || $0.topHeading != nil }.map { ($0, ColumnGuess($0)) }
    // Where few rows lack number and text, they are findings, not a rule.
    rowRule = area.continuedRows * 10 >= area.rows && area.continuedRows > 1 ? .joined : .single
    numbering = .plain
    colours = sheet.legend
    var counts: [String: Int] = [:]
    for field in area.fields { counts.merge(field.colours, uniquingKeysWith: +) }
    colourCounts = counts.map { ($0.key, $0.value) }.sorted { ($1.count, $0.colour) < ($0.count, $1.colour) }
    sheetIsField = false
    sheetIsField =
      Set(names).count > 1 && !has(.field("handlungsfeld"))
      && !names.contains { name in
        name.isEmpty || ["tabelle", "sheet", "blatt"].contains { Fold.key(name).hasPrefix($0) }
      }
    findText()
    untangle()
    splitText()
    readNumbers()
  }

  private func has(_ target: Layout.Target) -> Bool { columns.contains { $0.guess.target == target } }

  /// A catalogue has a column that says what is done; if no heading tells it, the longest texts do.
  private mutating func findText() {
    guard !has(.field("text")) else { return }
    let described = columns.indices.first { columns[$0].guess.target == .field("beschreibung") }
    let free = columns.indices.filter {
      columns[$0].guess.certainty < 50 && columns[$0].column.kind == .text && columns[$0].column.filled > 0
    }
    guard let index = described ?? free.max(by: { columns[$0].column.longest < columns[$1].column.longest }) else { return }
    columns[index].guess = ColumnGuess(.field("text"), 55, "keine andere Spalte sagt, was getan wird")
  }

  /// Of several columns with one meaning the surest keeps it.
  private mutating func untangle() {
    for index in columns.indices {
      let guess = columns[index].guess
      guard isSingle(guess.target) else { continue }
      let rivals = columns.indices.filter { columns[$0].guess.target == guess.target }
      guard rivals.count > 1 else { continue }
      let best = rivals.max { worth($0) < worth($1) } ?? index
      for rival in rivals where rival != best { columns[rival].guess = second(columns[rival], to: columns[best].column) }
    }
  }

  /// Sure and well filled, else the first.
  private func worth(_ index: Int) -> Int { columns[index].guess.certainty * 10 + columns[index].column.share - index }

  private func isSingle(_ target: Layout.Target) -> Bool {
    switch target {
    case .field, .identity, .report, .funds: true
    default: false
    }
  }

  private func second(_ entry: (column: ColumnSurvey, guess: ColumnGuess), to best: ColumnSurvey) -> ColumnGuess {
    let reason = "\(entry.guess.reason); das sagt schon die Spalte \"\(PersonalData.masked(best.title))\""
    if entry.guess.target == .field("text"), !has(.field("beschreibung")) { return ColumnGuess(.field("beschreibung"), 60, reason) }
    if entry.guess.target == .report("text", day: ""), !has(.report("nächster_schritt", day: "")),
      Fold.key(entry.column.title).contains("schritt")
    {
      return ColumnGuess(.report("nächster_schritt", day: ""), 60, reason)
    }
    return ColumnGuess(.attribute(ColumnGuess.name(entry.column.title), value: nil), 45, reason)
  }

  /// Several measures in one cell: most cells of the text are lists, and the numbers do not say otherwise.
  private mutating func splitText() {
    guard let index = columns.firstIndex(where: { $0.guess.target == .field("text") }) else { return }
    let column = columns[index].column
    guard column.withLineBreak * 2 > column.filled, !has(.field("nr")) else { return }
    columns[index].guess.separator = "\n"
    columns[index].guess.certainty = min(columns[index].guess.certainty, 60)
    columns[index].guess.reason += "; die meisten Zellen haben mehrere Zeilen"
  }

  /// `28,1` and `28,2` are two entries of the measure 28, where most numbers look so.
  private mutating func readNumbers() {
    guard let column = columns.first(where: { $0.guess.target == .field("nr") })?.column else { return }
    let parts = column.examples.filter { text in
      let parts = text.split(separator: ",")
      return parts.count == 2 && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
    }
    if !column.examples.isEmpty, parts.count == column.examples.count { numbering = .measureAndEntry }
  }

  /// Takes what somebody said of a column.
  public mutating func decide(_ index: Int, _ target: Layout.Target, codes: [Layout.Code] = [], separator: String = "") {
    let before = columns[index].guess
    var guess = ColumnGuess(target, 100, "so entschieden")
    guess.codes = codes
    guess.separator = separator
    // The same target keeps what the cells say.
    if target == before.target, codes.isEmpty, separator.isEmpty { (guess.codes, guess.separator) = (before.codes, before.separator) }
    columns[index].guess = guess
  }

  /// The layout that follows from the guesses.
  public func layout(_ name: String, title: String) -> Layout {
    var layout = Layout(name, title: title)
    layout.headerRows = max(1, area.header.rows.count)
    layout.decidingRow = layout.headerRows
    layout.rowRule = rowRule
    layout.numbering = numbering
    layout.sheetName = sheetIsField ? .field("handlungsfeld") : .ignored
    layout.colours = colours
    layout.columns = columns.map { column, guess in
      var result = Layout.Column(LayoutGuess.heading(column.heading), guess.target)
      result.topHeading = column.topHeading
      result.groups = column.groups
      result.codes = guess.codes
      result.separator = guess.separator
      return result
    }
    return layout
  }

  /// A heading without the person in brackets, whose place another may take: `Koordination ({inhaber})`.
  static func heading(_ text: String) -> String {
    guard let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close,
      !PersonalData.masks(String(text[text.index(after: open)..<close])).isEmpty
    else { return text }
    return text[...open] + "{inhaber}" + text[close...]
  }
}
