// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// A file that came back, as far as it can be read without knowing which form it is.
public struct ReturnedForm: Sendable {
  public var stamp: FormStamp
  public var sheets: [Sheet]

  /// A sheet with a table that kip made.
  public struct Sheet: Sendable {
    public var name: String
    /// The rows above the one with the headings, and that row.
    public var above: [[String]]
    public var headings: [String]
    public var rows: [(line: Int, cells: [String])]

    /// The column of a heading that kip made.
    func place(_ heading: String) -> Int? { headings.firstIndex { CellForm.plain($0) == heading } }
  }

  /// Rows in which the header is looked for.
  private static let depth = 60

  /// Reads the sheets with one of kip's hidden columns; of a file without any, those with most of the headings that are expected.
  ///
  /// - Parameter expected: headings of the form, where it is known which form it is.
  public init(_ document: Document, expecting expected: [String] = []) throws(Hinweis) {
    stamp = FormStamp(document.properties)
    sheets = []
    let wanted = Set(expected.map(Heading.key)).subtracting([""])
    for table in document.tables {
      var rows: [(line: Int, cells: [String])] = []
      try table.rows.forEach { (cells, line) throws(Hinweis) in
        rows.append((line, cells))
        return .more
      }
      guard let header = ReturnedForm.header(rows.prefix(ReturnedForm.depth).map(\.cells), wanted) else { continue }
      sheets.append(
        Sheet(name: table.name, above: rows[..<header].map(\.cells), headings: rows[header].cells, rows: Array(rows[(header + 1)...])))
    }
    for sheet in sheets {
      guard let place = sheet.place(FormColumn.formHeading) else { continue }
      for row in sheet.rows where row.cells.indices.contains(place) { stamp.add(CellForm.plain(row.cells[place])) }
    }
  }

  private static func header(_ rows: [[String]], _ wanted: Set<String>) -> Int? {
    if let row = rows.firstIndex(where: { cells in
      cells.contains { [CatalogueTable.identity, FormColumn.formHeading].contains(CellForm.plain($0)) }
    }) {
      return row
    }
    let scores = rows.map { cells in Set(cells.map(Heading.key)).intersection(wanted).count }
    guard let best = scores.max(), best * 2 >= wanted.count, best > 0 else { return nil }
    return scores.firstIndex(of: best)
  }
}

/// What a file says of the form that it is: its number, the change it was made by, and the plan.
public struct FormStamp: Sendable {
  public var forms: Set<Int> = []
  public var change: Int?
  public var plan: String?

  public static let planProperty = "kip-plan"
  public static let changeProperty = "kip-änderung"
  public static let formProperty = "kip-bogen"

  init(_ properties: [Document.Property]) {
    func value(_ name: String) -> String? { properties.first { Fold.key($0.name) == Fold.key(name) }?.value }
    if let form = value(FormStamp.formProperty).flatMap({ Int($0) }) { forms = [form] }
    change = value(FormStamp.changeProperty).flatMap { Int($0) }
    plan = value(FormStamp.planProperty)
  }

  /// What stands in the hidden column: `812-57-20250103…`.
  public static func text(form: Int, change: Int, plan: String) -> String { "\(form)-\(change)-\(plan)" }

  mutating func add(_ text: String) {
    let parts = text.split(separator: "-").map(String.init)
    guard let form = parts.first.flatMap({ Int($0) }) else { return }
    forms.insert(form)
    if change == nil, parts.count > 1 { change = Int(parts[1]) }
    if plan == nil, parts.count > 2 { plan = parts[2] }
  }
}
