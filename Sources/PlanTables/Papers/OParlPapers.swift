// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit
public import PlanStore

/// Council papers from the tables that the format oparl makes: one for each line of `vorlagen`, with its lines of `beratungen`.
public struct OParlPapers {
  public private(set) var papers: [Paper] = []
  /// Papers that the council's system deleted: listed, not made.
  public private(set) var deleted: [String] = []
  /// What was odd about lines.
  public private(set) var findings: [Paper.Finding] = []

  /// True if a document has papers in tables.
  public static func isIn(_ document: Document) -> Bool { document.tables.contains { Fold.key($0.name) == "vorlagen" } }

  public init(_ document: Document) throws(Hinweis) {
    let stations = try OParlPapers.stations(document)
    guard let table = document.tables.first(where: { Fold.key($0.name) == "vorlagen" }) else { return }
    try OParlPapers.rows(of: table) { (row, line) throws(Hinweis) in
      let name = row["nr"].isEmpty ? row["betreff"] : row["nr"]
      guard row["geloescht"].isEmpty else {
        deleted.append(name.isEmpty ? row["oparl"] : name)
        return
      }
      guard !row["betreff"].isEmpty else {
        findings.append(
          .init(Hinweis("die Vorlage \(name) hat keinen Betreff").grade(.warnung).rule("vorlage-zeile"), place: line, content: name))
        return
      }
      var paper = Paper()
      (paper.number, paper.subject, paper.fileNumber) = (row["nr"], row["betreff"], row["aktenzeichen"])
      paper.date = Datum(row["datum"])
      // Whom a system names as leading need not be a unit of the plan; an address names nobody.
      if !row["einheit"].hasPrefix("http") { paper.unit = row["einheit"] }
      if let kind = PaperKind.read(row["art"]) {
        paper.kind = kind.kind
      } else if !row["art"].isEmpty {
        paper.findings.append(
          .init(Hinweis("\"\(row["art"])\" ist keine Art von Vorlage").grade(.hinweis).rule("art"), place: line, content: row["art"]))
      }
      paper.stations = stations[row["nr"]] ?? stations[row["betreff"]] ?? stations[row["oparl"]] ?? []
      papers.append(paper)
    }
  }

  /// The stations of each paper, by the word that names it.
  private static func stations(_ document: Document) throws(Hinweis) -> [String: [Paper.Station]] {
    var found: [String: [Paper.Station]] = [:]
    guard let table = document.tables.first(where: { Fold.key($0.name) == "beratungen" }) else { return found }
    try rows(of: table) { (row, line) throws(Hinweis) in
      guard row["geloescht"].isEmpty, !row["gremium"].isEmpty else { return }
      var station = Paper.Station(row["gremium"])
      station.date = Datum(row["datum"])
      station.isOpen = row["oeffentlich"].isEmpty ? nil : row["oeffentlich"] == "WAHR"
      let role = row["rolle"]
      station.role =
        ["vorberatend", "entscheidend", "zur Kenntnis"].contains(role) ? role : StationReader.role(role).flatMap { $0.isEmpty ? nil : $0 }
      station.result = row["ergebnis"]
      if !station.result.isEmpty { station.status = StationReader.result(station.result) ?? "beraten" }
      station.meeting = row["sitzung"].hasPrefix("http") ? "" : row["sitzung"]
      station.place = line
      found[row["vorlage"], default: []].append(station)
    }
    return found
  }

  /// Calls a closure with the rows below the first, by the names that it has.
  private static func rows(of table: Table, _ body: (Row, _ line: Int) throws(Hinweis) -> Void) throws(Hinweis) {
    var header: [String: Int]?
    try table.rows.forEach { (cells, line) throws(Hinweis) in
      guard let header else {
        header = Dictionary(cells.enumerated().map { (Fold.key($0.element), $0.offset) }, uniquingKeysWith: { first, _ in first })
        return .more
      }
      try body(Row(header: header, cells: cells), line)
      return .more
    }
  }

  private struct Row {
    let header: [String: Int]
    let cells: [String]

    /// The cell of a column, by its folded name.
    subscript(_ name: String) -> String { header[name].flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? "" }
  }
}
