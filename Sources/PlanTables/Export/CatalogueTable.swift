// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit
public import PlanStore

/// Writes a catalogue's lines as a layout lays them out: the same declaration that read the town's table writes it back.
public enum CatalogueTable {
  public static func table(_ layout: Layout, catalogue: Int, title: String, _ store: PlanStore) throws(Hinweis) -> Table {
    let source = try store.catalogueRows(catalogue)
    var columns: [Table.Column] = []
    for column in layout.columns { columns.append(try tableColumn(column, store)) }
    var table = Table(title, columns: columns, rows: MappedRows(source) { LineWriter(layout).cells($0) })
    table.groups = (0..<layout.headerRows - 1).map { groups(layout, level: $0) }
    return table
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
      default: .text
      }
    return Table.Column(key, heading, kind)
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
private struct LineWriter {
  let layout: Layout

  init(_ layout: Layout) { self.layout = layout }

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
      default: ""
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
