// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// A tree: things below those to which they belong, with branches, and behind each what else is known of it.
struct TreePicture {
  private let rows: [(label: String, depth: Int, behind: String)]
  /// Nil where nothing is wrapped.
  private let width: Int?

  /// - Parameter columns: label, depth from 0, and what is told behind the label; words whose key is `art` are not.
  init?(_ columns: [Table.Column], _ cells: [[String]], _ width: Int?) {
    guard columns.count > 1 else { return nil }
    let told = columns.indices.dropFirst(2).filter { columns[$0].key != "art" }
    var last = -1
    rows = cells.map { row in
      // Nothing can stand more than one step below what is above it.
      let depth = max(0, min(Int(row[1]) ?? 0, last + 1))
      last = depth
      let facts = told.compactMap { TreePicture.fact(row[$0], columns[$0]) }
      let label = row[0].isEmpty ? PictureText.nothing : CellText.shown(row[0], in: columns[0])
      return (label, depth, facts.isEmpty ? "" : " – " + facts.joined(separator: "; "))
    }
    self.width = width
  }

  private static func fact(_ cell: String, _ column: Table.Column) -> String? {
    guard !cell.isEmpty else { return nil }
    if column.kind == .number { return "\(CellText.number(cell)) \(cell == "1" ? one(column.heading) : column.heading)" }
    guard column.isList else { return CellText.shown(cell, in: column) }
    let values = CellText.values(cell).map { Width.cut($0, to: 30) }
    return "\(column.heading): \(values.joined(separator: "; "))"
  }

  /// The word for one of the things that a column counts.
  private static func one(_ heading: String) -> String {
    guard let noun = Kernel.noun(heading) else { return heading }
    return noun.singular.prefix(1).uppercased() + noun.singular.dropFirst()
  }

  var lines: [String] {
    var lines: [String] = []
    let isLast = lastOnes
    var branches = Branches()
    for (index, row) in rows.enumerated() {
      let branch = branches.next(depth: row.depth, isLast: isLast[index])
      let hasMore = index + 1 < rows.count && rows[index + 1].depth > row.depth
      let below = branch.below + (hasMore ? "│  " : "   ")
      let text = row.label + row.behind
      let parts = width.map { Width.wrap(text, max(20, $0 - Width.of(below))) } ?? [text.replacing("\n", with: " ")]
      for (line, part) in parts.enumerated() { lines.append((line == 0 ? branch.row : below) + part) }
    }
    return lines
  }

  /// For each row whether no other of its depth follows below the same thing.
  private var lastOnes: [Bool] {
    var isLast = Array(repeating: false, count: rows.count)
    var follows: [Bool] = []
    for (index, row) in rows.enumerated().reversed() {
      while follows.count <= row.depth { follows.append(false) }
      isLast[index] = !follows[row.depth]
      follows[row.depth] = true
      follows.removeLast(follows.count - row.depth - 1)
    }
    return isLast
  }
}
