// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit
public import PlanStore

/// Writes a catalogue's lines as a layout lays them out: the same declaration that read the town's table writes it back.
public enum CatalogueTable {
  /// The heading of the hidden column by which kip knows its own lines again.
  public static let identity = "kip-id"

  /// - Parameter withIdentity: adds a hidden last column with the id of each entry.
  public static func table(
    _ layout: Layout, catalogue: Int, title: String, withIdentity: Bool = false, _ store: PlanStore
  ) throws(Hinweis) -> Table {
    let source = try store.catalogueRows(catalogue, extras: extras(layout))
    var columns = try self.columns(layout, store)
    if withIdentity {
      var column = Table.Column(identity, identity, .label)
      (column.isHidden, column.isLocked) = (true, true)
      columns.append(column)
    }
    let writer = LineWriter(layout)
    var table = Table(
      title, columns: columns,
      rows: MappedRows(source) { row in writer.cells(row) + (withIdentity ? [row[CatalogueColumn.entry.rawValue]] : []) })
    table.groups = groups(layout, behind: withIdentity ? 1 : 0)
    return table
  }

  /// The columns of a layout as a table has them.
  static func columns(_ layout: Layout, _ store: PlanStore) throws(Hinweis) -> [Table.Column] {
    var columns: [Table.Column] = []
    for column in layout.columns { columns.append(try tableColumn(column, store)) }
    return columns
  }

  /// The upper header rows; further columns behind the layout's stand under none.
  static func groups(_ layout: Layout, behind count: Int) -> [[Table.Group]] {
    (0..<max(layout.headerRows, 1) - 1).map {
      groups(layout, level: $0) + Array(repeating: Table.Group("", span: 1), count: count)
    }
  }

  /// What the layout shows besides the usual, in the order of its columns.
  static func extras(_ layout: Layout) -> [CatalogueExtra] { layout.columns.compactMap { extra($0.target) } }

  fileprivate static func extra(_ target: Layout.Target) -> CatalogueExtra? {
    switch target {
    case .field("nr"), .field("handlungsfeld"), .field("ziel"), .field("text"), .field("bemerkung"), .field("klärungsbedarf"),
      .field("status"):
      nil
    case .field(let column): .measure(column)
    case .report(let column, let day): .report(column, day: day)
    case .funds(let column, let year): .funds(column, year: year)
    default: nil
    }
  }

  private static func tableColumn(_ column: Layout.Column, _ store: PlanStore) throws(Hinweis) -> Table.Column {
    var heading = column.heading
    if let open = heading.firstIndex(of: "("), heading.contains("{inhaber}"), case .role(_, let function?) = column.target {
      let holder = try store.holder(of: function)
      heading = holder.map { heading.replacing("{inhaber}", with: $0) } ?? heading[..<open].trimmed
    }
    let key = column.heading.isEmpty ? column.topHeading ?? "" : heading
    let kind: Table.Kind =
      switch column.target {
      case .field("nr"): .label
      case .attribute, .role, .field("klärungsbedarf"): .label
      case .field(let name): kind(of: name, in: "maßnahme")
      case .report(let name, _): kind(of: name, in: "sachstand")
      case .funds(let name, _): kind(of: name, in: "mittel")
      default: .text
      }
    return Table.Column(key, heading, kind)
  }

  private static func kind(of column: String, in noun: String) -> Table.Kind {
    switch Kernel.noun(noun)?.column(column)?.kind {
    case .label: .label
    case .number, .decimal: .number
    case .day, .date: .date
    case .flag: .flag
    default: .text
    }
  }

  /// An upper header row: equal labels of neighbours are one cell.
  private static func groups(_ layout: Layout, level: Int) -> [Table.Group] {
    var groups: [Table.Group] = []
    var last: String?
    for column in layout.columns {
      let label = level < column.groups.count ? column.groups[level] : level == 0 ? column.topHeading ?? "" : ""
      if label == last, !label.isEmpty || column.groups.isEmpty {
        groups[groups.count - 1].span += 1
      } else {
        groups.append(Table.Group(label, span: 1))
      }
      last = label
    }
    return groups
  }
}

/// Makes the cells of one line.
struct LineWriter {
  let layout: Layout
  /// For each column that shows something unusual its place in the row.
  private var extras: [Int: Int] = [:]

  init(_ layout: Layout) {
    self.layout = layout
    for (number, column) in layout.columns.enumerated() where CatalogueTable.extra(column.target) != nil {
      extras[number] = CatalogueColumn.allCases.count + extras.count
    }
  }

  func cells(_ row: [String]) -> [String] {
    func value(_ column: CatalogueColumn) -> String { row[column.rawValue] }
    func parts(_ column: CatalogueColumn) -> [[String]] {
      value(column).split(separator: CatalogueColumn.end).map {
        $0.split(separator: CatalogueColumn.part, omittingEmptySubsequences: false).map(String.init)
      }
    }
    let marks = parts(.marks)
    let roles = parts(.roles)
    let places = roles.map { place(of: $0) }
    return layout.columns.enumerated().map { number, column in
      switch column.target {
      case .field("nr"): value(.number)
      case .field("handlungsfeld"): value(.fieldLabel)
      case .field("ziel"): value(.goal)
      case .field("text"): value(.text)
      case .field("bemerkung"): value(.remark)
      case .field("klärungsbedarf"): value(.clarification)
      case .field("status"): value(.status)
      case .attribute(let name, let word): mark(column, word, marks.filter { $0[0] == name })
      case .role: zip(roles, places).filter { $1 == number }.map { role, _ in role[2].isEmpty ? "x" : role[2] }.joined(separator: ", ")
      case .identity: value(.entry)
      default: extras[number].map { row[$0] } ?? ""
      }
    }
  }

  /// The mark of an attribute's column.
  private func mark(_ column: Layout.Column, _ word: String?, _ marks: [[String]]) -> String {
    if let word { return marks.first { $0[1] == word }?[2] ?? "" }
    let present = marks.filter { mark in column.codes.contains { $0.values.contains(mark[1]) } }
    // A mark that stands for several values is written once, where all of them are there.
    if let first = present.first?[2], present.allSatisfy({ $0[2] == first }),
      column.codes.contains(where: { [$0.mark, "(\($0.mark))"].contains(first) && Set($0.values) == Set(present.map { $0[1] }) })
    {
      return first
    }
    return present.compactMap { mark in column.codes.first { $0.values == [mark[1]] }?.mark }.joined(separator: ", ")
  }

  /// The layout's column in which a role stands: the one it was read from, else the actor's own, else the first of the role that names anybody.
  private func place(of role: [String]) -> Int? {
    if let number = Int(role[1]), layout.columns.indices.contains(number) { return number }
    var last: Int?
    for (number, column) in layout.columns.enumerated() {
      guard case .role(role[0], let actor) = column.target else { continue }
      if actor == role[3] { return number }
      last = number
    }
    return last
  }
}
