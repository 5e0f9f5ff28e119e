// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

extension Compiler {
  /// Makes `kreuz a x b`: a row for each value of the one, a column for each of the other, and sums at both ends.
  ///
  /// Where a thing has several values it stands in several cells, but counts once in a sum.
  mutating func cross(_ rows: Path, _ columns: Path, _ figure: Aggregate) throws(Hinweis) {
    guard !isGrouped else {
      throw Hinweis("schon gruppiert").marked(rows.names.first?.span).help("kreuz steht vor gruppiere, nicht dahinter")
    }
    var (cells, rowSums, columnSums, all) = (self, self, self, self)
    try cells.group([rows, columns], [figure])
    try rowSums.group([rows], [figure])
    try columnSums.group([columns], [figure])
    try all.group([], [figure])

    let heads = try heads(columnSums, columns)
    let isCount = [.anzahl, .eindeutig, .summe, .anteil].contains(figure.function)
    func filled(_ sql: String) -> String { isCount ? "coalesce(\(sql), 0)" : sql }
    func named(_ sql: String) -> String { "coalesce(\(sql), '\(Pivot.nothing)')" }
    var (lines, lineValues, last, lastValues): ([String], [Value], [String], [Value]) = ([], [], [], [])
    for (index, head) in heads.enumerated() {
      lines.append("\(filled("max(CASE WHEN c.s1 IS ? THEN c.s2 END)")) AS s\(index + 1)")
      lineValues.append(head)
      last.append("\(filled("max(CASE WHEN c.s0 IS ? THEN c.s1 END)"))")
      lastValues.append(head)
    }
    let sum = heads.count + 1
    let select = """
      SELECT \(named("c.s0")) AS s0, \((lines + ["max(r.s1) AS s\(sum)"]).joined(separator: ", ")), 0 AS last_, min(c.rowid_) AS place_ \
      FROM \(cells.source) c JOIN \(rowSums.source) r ON r.s0 IS c.s0 GROUP BY c.s0 \
      UNION ALL SELECT '\(Pivot.sum)', \((last + ["(SELECT s0 FROM \(all.source))"]).joined(separator: ", ")), 1, 0 FROM \(columnSums.source) c
      """
    source = "(SELECT row_number() OVER (ORDER BY last_, place_) AS rowid_, * FROM (\(select)))"
    sourceValues =
      lineValues + cells.sourceValues + rowSums.sourceValues + lastValues + all.sourceValues + columnSums.sourceValues
    conditions = []
    conditionValues = []
    order = []
    let cell = cells.output[2].column
    var taken: Set<String> = []
    func column(_ name: String, _ kind: Table.Kind) -> Table.Column {
      var key = name
      while !taken.insert(Fold.key(key)).inserted { key += "_" }
      return Table.Column(key, name, kind)
    }
    var first = cells.output[0].column
    first.isList = false
    taken.insert(Fold.key(first.key))
    let shown =
      [first] + heads.map { column(Compiler.shown($0, cells.output[1].column), cell.kind) } + [column(Pivot.sum, cell.kind)]
    output = shown.enumerated().map { Output(sql: "t0.s\($0)", values: [], column: $1) }
    (sums, doubts, keptGroups) = (cells.sums, all.doubts, cells.keptGroups)
    isGrouped = true
    hasSumRow = true
  }

  /// The values that get a column each, in their order.
  private func heads(_ groups: Compiler, _ path: Path) throws(Hinweis) -> [Value] {
    var heads: [Value] = []
    try store.connection.each("SELECT s0 FROM \(groups.source) ORDER BY rowid_ LIMIT \(Compiler.mostHeads + 1)", groups.sourceValues) {
      heads.append($0.value(0))
      return .more
    }
    guard heads.count <= Compiler.mostHeads else {
      throw Hinweis("\(path.text) hat mehr als \(Compiler.mostHeads) verschiedene Werte, zu viele für Spalten").marked(
        path.names.last?.span
      )
      .help("mit wo weniger auswählen, oder kreuz mit vertauschten Seiten")
    }
    return heads
  }

  private static let mostHeads = 200

  /// A value as it stands over its column.
  private static func shown(_ value: Value, _ column: Table.Column) -> String {
    switch value {
    case .null: Pivot.nothing
    case .text(let text): CellText.shown(text, as: column.kind)
    case .integer(let number): CellText.shown(String(number), as: column.kind)
    case .real(let number): CellText.shown(String(number), as: column.kind)
    }
  }
}
