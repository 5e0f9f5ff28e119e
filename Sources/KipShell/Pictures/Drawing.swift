// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Draws a chart as lines of text, never by colour alone; what does not fit the kind stays a table.
enum Drawing {
  /// - Parameter width: columns of the window; nil where there is none.
  /// - Returns: nil where the table has not the columns of its kind, or no rows.
  static func lines(_ chart: Chart, width: Int?) throws(Hinweis) -> [String]? {
    var table = chart.table
    for index in table.columns.indices { table.columns[index].heading = plain(table.columns[index].heading) }
    let room = max(40, width ?? PictureText.width)
    let rows = try table.rows.all().map { row in chart.table.columns.indices.map { $0 < row.count ? plain(row[$0]) : "" } }
    guard !rows.isEmpty, !table.columns.isEmpty else { return nil }
    let lines: [String]? =
      switch chart.kind {
      case .balken: BarPicture(table.columns, rows, room)?.lines
      case .linie: LinePicture(table.columns, rows, room)?.lines
      case .matrix: MatrixPicture(table.columns, rows, room)?.lines
      case .baum: TreePicture(table.columns, rows, width)?.lines
      case .zeitstrahl: TimePicture(table.columns, rows, room)?.lines
      @unknown default: nil
      }
    return lines.map { $0.map(PictureText.trimmed) + table.notes.map { PlainText.of($0) } }
  }

  /// A cell or heading on one line and without what steers a terminal; several values stay apart.
  private static func plain(_ cell: String) -> String {
    let values = cell.split(separator: "\u{1F}", omittingEmptySubsequences: false)
    return values.map { PlainText.of(String($0)).replacing("\n", with: " ") }.joined(separator: "\u{1F}")
  }
}

extension TextRenderer {
  /// Writes a chart as a picture, or as its table where it cannot be drawn.
  func write(_ chart: Chart, to sink: inout some ByteSink) throws(Hinweis) {
    guard let lines = try Drawing.lines(chart, width: width) else { return try write(chart.table, to: &sink) }
    for line in lines { try sink.write(line + "\n") }
  }
}
