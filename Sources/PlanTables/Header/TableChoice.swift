// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// Which sheets of a file are read, and with which layout.
struct TableChoice {
  /// A sheet with a table of the layout.
  struct Sheet {
    var table: Table
    var mapping: TableMapping
    var merged: MergedCells
    /// True if all merged cells are known before the rows are read.
    var knowsMerged: Bool
  }

  var headings: LayoutHeadings
  var sheets: [Sheet]
  /// Sheets that are not read, and whether they have a table of the layout.
  var others: [(table: Table, fits: Bool, lines: Int)]
  /// Why this layout, and how sure that is.
  var certainty: String

  init(_ document: Document, _ layouts: [Layout], _ options: ImportOptions) throws(Hinweis) {
    var wanted = layouts
    if let name = options.layout {
      wanted = layouts.filter { Fold.key($0.name) == Fold.key(name) }
      guard !wanted.isEmpty else { throw Hinweis("unbekanntes Layout \"\(name)\"").didYouMean(name, layouts.map(\.name)) }
    }
    guard !wanted.isEmpty else {
      throw Hinweis("der Plan hat kein Layout, mit dem sich ein Katalog lesen lässt").help(
        "einen Plan mit Variante anlegen: kip --neu PLAN.kip --variante NAME")
    }
    var tables = document.namedTables
    var takesAll = false
    if let sheet = options.sheet {
      let named = tables.filter { Fold.key($0.name) == Fold.key(sheet) }
      takesAll = named.isEmpty && Fold.key(sheet) == "alle"
      guard !named.isEmpty || takesAll else {
        throw Hinweis("das Blatt \"\(sheet)\" gibt es nicht").at(Place(file: options.file)).didYouMean(
          sheet, tables.map(\.name).filter { !$0.isEmpty })
      }
      if !takesAll { tables = named }
    }
    let headings = wanted.map { LayoutHeadings($0) }
    var scans: [(scan: SheetScan, mappings: [TableMapping])] = []
    // A table mostly begins at the top; only if it does not, what stands further down is looked through.
    for depth in HeaderFinder.depths where !scans.contains(where: { !$0.mappings.isEmpty }) {
      scans = []
      for table in tables {
        let scan = try SheetScan(table, depth: depth)
        var mappings = HeaderFinder.find(headings, in: scan.rows)
        for index in mappings.indices {
          let header = mappings[index].header
          mappings[index].lines = scan.lines[header.lowerBound]...scan.lines[header.upperBound - 1]
        }
        scans.append((scan, mappings))
      }
    }
    // Of sheets that fit alike the first is meant, and one that can be seen before one that is hidden.
    let ranked = scans.indices.filter { !scans[$0].mappings.isEmpty }.sorted { a, b in
      let (one, other) = (scans[a], scans[b])
      if one.mappings[0].fit != other.mappings[0].fit { return one.mappings[0].fit > other.mappings[0].fit }
      return !one.scan.table.isHidden && other.scan.table.isHidden
    }
    guard let best = ranked.first, let chosen = headings.first(where: { $0.layout.name == scans[best].mappings[0].layout.name }) else {
      throw Hinweis("keine Tabelle mit dem Kopf von \(wanted.map(\.name).joined(separator: " oder ")) gefunden").at(
        Place(file: options.file)
      )
      .help(
        "erwartet sind Spalten wie "
          + wanted[0].columns.prefix(6).map { "\"\($0.heading.isEmpty ? $0.topHeading ?? "" : $0.heading)\"" }.joined(separator: ", "))
    }
    self.headings = chosen
    sheets = []
    others = []
    for (index, (scan, mappings)) in scans.enumerated() {
      let mapping = mappings.first { $0.layout.name == chosen.layout.name }
      let isPart = options.sheet == nil && TableChoice.isPart(scan.table, mapping, of: scans[best].scan.table, scans[best].mappings[0])
      if let mapping, takesAll || index == best || isPart {
        sheets.append(Sheet(table: scan.table, mapping: mapping, merged: scan.merged, knowsMerged: scan.isWhole))
      } else if !scan.rows.isEmpty {
        others.append((scan.table, mapping != nil, scan.count))
      }
    }
    certainty = TableChoice.certainty(scans[best].mappings, isNamed: options.layout != nil, count: layouts.count)
  }

  /// True if a table goes on with the one that fits best: where each field has a sheet of its own, or a text is divided by headings and
  /// pages.
  private static func isPart(_ table: Table, _ mapping: TableMapping?, of best: Table, _ bestMapping: TableMapping) -> Bool {
    guard let mapping, !table.isHidden || best.isHidden, mapping.found >= bestMapping.found else { return false }
    return mapping.layout.sheetName != .ignored || table.name.isEmpty && best.name.isEmpty
  }

  /// `26 von 28 Spalten erkannt, Kopf in Zeile 4 bis 6`, and the layout that comes next.
  private static func certainty(_ mappings: [TableMapping], isNamed: Bool, count: Int) -> String {
    let best = mappings[0]
    let lines = best.lines.count == 1 ? "\(best.lines.lowerBound)" : "\(best.lines.lowerBound) bis \(best.lines.upperBound)"
    var text = "\(best.found) von \(best.own) Spalten erkannt, Kopf in Zeile \(lines)"
    if isNamed {
      text += ", genannt"
    } else if let next = mappings.dropFirst().first {
      text += "; als Nächstes passt \(next.layout.name): \(next.found) von \(next.own)"
    } else if count > 1 {
      text += "; kein anderes Layout passt"
    }
    return text
  }
}

/// The first rows of a sheet, and the merged cells among them.
struct SheetScan {
  let table: Table
  private(set) var rows: [[String]] = []
  private(set) var lines: [Int] = []
  private(set) var merged = MergedCells()
  /// How many rows were looked at, and whether there are no more.
  private(set) var count = 0
  private(set) var isWhole = false

  /// Some files tell of merged cells only behind the last row; of sheets up to this length they are known before the rows are read.
  private static let limit = 4096

  init(_ table: Table, depth: Int) throws(Hinweis) {
    self.table = table
    var sink = Sink(depth: depth)
    try table.rows.rows(into: &sink)
    (rows, lines, merged, count, isWhole) = (sink.rows, sink.lines, sink.merged, sink.count, sink.count < max(depth, SheetScan.limit))
  }

  private struct Sink: RowSink {
    let depth: Int
    var rows: [[String]] = []
    var lines: [Int] = []
    var merged = MergedCells()
    var count = 0

    mutating func take(_ batch: RowBatch) throws(Hinweis) -> Flow {
      for row in 0..<batch.count where rows.count < depth {
        rows.append(batch.texts(row).map(CleanText.string))
        lines.append(Int(batch.lines[row]))
      }
      count += batch.count
      return count < max(depth, SheetScan.limit) ? .more : .enough
    }

    mutating func merge(_ span: CellSpan) { merged.add(span) }
  }
}
