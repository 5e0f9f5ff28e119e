// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// Which columns and lines of a form the sheets of a file are.
public struct FormMatch: Sendable {
  /// A row that came back.
  public struct Row: Sendable {
    public var sheet: String
    public var line: Int
    /// The texts by the number of the form's column.
    public var cells: [Int: String]
  }

  /// The rows of each line of the form; more than one where a row was copied.
  public var rows: [Int: [Row]] = [:]
  /// Rows that no line of the form is.
  public var new: [Row] = []
  /// Rows of other forms, which somebody copied into this one.
  public var foreign: [Row] = []
  /// Lines of the form of which no row is left.
  public var missing: [Form.Row] = []
  /// Columns of the form that no sheet has.
  public var missingColumns: [String] = []
  /// What else is in the file and has no place.
  public var findings: [Hinweis] = []
  /// How many cells say something, apart from the header.
  public var cells = 0
}

extension FormMatch {
  /// - Parameter form: the form as it went out.
  public init(_ returned: ReturnedForm, _ form: Form, file: String) {
    let known = Dictionary(form.rows.map { ($0.entry, $0) }, uniquingKeysWith: { first, _ in first })
    var homeless: [Row] = []
    var places: Set<Int> = []
    for sheet in returned.sheets {
      let columns = FormMatch.columns(sheet, form)
      places.formUnion(columns.values)
      var strays: [Int: Int] = [:]
      // What stands above, for a cell that only repeats it.
      var above: [Int: String] = [:]
      for (line, texts) in sheet.rows {
        var row = Row(sheet: sheet.name, line: line, cells: [:])
        for (place, text) in texts.enumerated() where !CellForm.plain(text).isEmpty {
          cells += 1
          guard let column = columns[place] else {
            strays[place, default: 0] += 1
            continue
          }
          let isRepeated = form.columns[column].isOpen && Ditto.isSign(CellForm.plain(text))
          let meant = isRepeated ? above[column] ?? text : text
          above[column] = meant
          row.cells[column] = meant
        }
        // A row of which the hidden columns alone are left says nothing.
        let isSilent = row.cells.keys.allSatisfy { [.identity, .form].contains(form.columns[$0].target) }
        if isSilent { continue }
        for column in columns.values where row.cells[column] == nil { row.cells[column] = "" }
        if let id = FormMatch.identity(row, form), known[id] != nil { rows[id, default: []].append(row) } else { homeless.append(row) }
      }
      for (place, count) in strays.sorted(by: { $0.key < $1.key }) {
        let heading = place < sheet.headings.count ? CellForm.plain(sheet.headings[place]) : ""
        findings.append(
          .stray(heading.isEmpty ? "Spalte \(place + 1)" : "\"\(heading)\"", count).at(Place.cell(file, sheet.name, nil, place + 1)))
      }
    }
    settle(homeless, form, file)
    missing = form.rows.filter { rows[$0.entry] == nil }
    missingColumns = form.columns.indices.filter { !places.contains($0) && form.columns[$0].isOpen }.map { form.columns[$0].table.heading }
  }

  /// Rows without an id are known by their number, then by their text.
  private mutating func settle(_ homeless: [Row], _ form: Form, _ file: String) {
    let number = form.columns.firstIndex { $0.table.key == "nr" }
    let text = form.columns.firstIndex { $0.table.key == "text" }
    for row in homeless {
      let free = form.rows.filter { rows[$0.entry] == nil }
      func only(_ column: Int?, _ kind: CellForm.Kind, _ value: (Form.Row) -> String) -> Form.Row? {
        guard let cell = column.flatMap({ row.cells[$0] }), !CellForm.plain(cell).isEmpty else { return nil }
        let found = free.filter { CellForm.key(value($0), kind) == CellForm.key(cell, kind) }
        return found.count == 1 ? found[0] : nil
      }
      if FormMatch.identity(row, form) == nil, let line = only(number, .label, \.number) ?? only(text, .text, \.text) {
        rows[line.entry] = [row]
        continue
      }
      let said = row.cells.filter { !CellForm.plain($0.value).isEmpty && form.columns[$0.key].target != .form }
      let isLine = [number, text].contains { $0.map { said[$0] != nil } ?? false }
      if FormMatch.identity(row, form) != nil {
        foreign.append(row)
      } else if isLine {
        new.append(row)
      } else {
        let words = said.sorted { $0.key < $1.key }.map { CellForm.plain($0.value) }.joined(separator: " ")
        findings.append(.outside(words).at(Place.cell(file, row.sheet, row.line)))
      }
    }
  }

  private static func identity(_ row: Row, _ form: Form) -> Int? {
    form.columns.firstIndex { $0.target == .identity }.flatMap { row.cells[$0] }.flatMap { Int(CellForm.key($0, .text)) }
  }

  /// For each column of the sheet that of the form: by its heading, or by that above it where it has none; of columns alike in their order.
  private static func columns(_ sheet: ReturnedForm.Sheet, _ form: Form) -> [Int: Int] {
    func names(_ column: Int) -> [String] {
      let table = form.columns[column].table
      return table.heading.isEmpty ? [Heading.key(above(column, form))] : [Heading.key(table.heading), Heading.key(table.key)]
    }
    let width = max(sheet.headings.count, sheet.above.map(\.count).max() ?? 0)
    let wanted = form.columns.indices.map(names)
    var found: [Int: Int] = [:]
    var taken: Set<Int> = []
    // Headings first: a label above may stand over a column that has a heading of its own.
    for isAbove in [false, true] {
      for place in 0..<width where found[place] == nil {
        let own = place < sheet.headings.count ? CellForm.plain(sheet.headings[place]) : ""
        guard own.isEmpty == isAbove else { continue }
        let text =
          isAbove
          ? sheet.above.reversed().lazy.compactMap { $0.indices.contains(place) && !$0[place].isEmpty ? $0[place] : nil }.first : own
        guard let key = text.map(Heading.key), !key.isEmpty else { continue }
        guard let column = form.columns.indices.first(where: { !taken.contains($0) && wanted[$0].contains(key) }) else { continue }
        found[place] = column
        taken.insert(column)
      }
    }
    return found
  }

  /// What stands above a column that has no heading of its own.
  private static func above(_ column: Int, _ form: Form) -> String {
    for groups in form.groups.reversed() {
      var place = 0
      for group in groups {
        if (place..<place + group.span).contains(column), !group.heading.isEmpty { return group.heading }
        place += group.span
      }
    }
    return form.columns[column].table.key
  }
}

extension Place {
  /// A place on a sheet; a file with just one has no name for it.
  static func cell(_ file: String, _ sheet: String, _ line: Int?, _ column: Int? = nil) -> Place {
    var place = Place(file: file, line: line, column: column)
    if !sheet.isEmpty { place.sheet = sheet }
    return place
  }
}

extension Hinweis {
  fileprivate static func stray(_ name: String, _ count: Int) -> Hinweis {
    Hinweis("\(name) gehört nicht zum Bogen: \(count) \(count == 1 ? "Zelle" : "Zellen") nicht gelesen").grade(.warnung).rule(
      "spalte-fremd")
  }

  fileprivate static func outside(_ text: String) -> Hinweis {
    Hinweis("Text außerhalb der Tabelle: \(text)").grade(.hinweis).rule("text-außerhalb")
  }
}
