// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// Reads the way of a paper through the Gremien: a row of a table or a line of text for each station, in columns or not.
struct StationReader {
  private(set) var stations: [Paper.Station] = []
  /// What the columns of the table hold, by their number.
  private var columns: [Int: Column] = [:]
  private var table: Int?

  enum Outcome { case header, placed, unknown }
  private enum Column { case body, date, openness, role, result, ignored }

  private static let headings: [String: Column] = [
    "gremium": .body, "beratungsgremium": .body, "ausschuss": .body, "gremien": .body, "beratungsfolge": .body, "datum": .date,
    "sitzungsdatum": .date, "sitzungstermin": .date, "termin": .date, "sitzung am": .date, "sitzung": .date, "status": .openness,
    "oeffentlichkeit": .openness, "oeffentlich": .openness, "oe/n": .openness, "art": .openness, "zustaendigkeit": .role, "rolle": .role,
    "beratungsart": .role, "aufgabe": .role, "zweck": .role, "ergebnis": .result, "beschluss": .result, "abstimmung": .result,
    "beratungsergebnis": .result, "abstimmungsergebnis": .result, "top": .ignored, "nr.": .ignored, "nr": .ignored, "lfd. nr.": .ignored,
  ]

  private static func heading(_ cell: String) -> Column? { headings[Fold.key(cell.filter { $0 != ":" }).trimmed] }

  /// True for a row that heads a Beratungsfolge.
  static func isHeader(_ cells: [String]) -> Bool {
    let known = cells.compactMap(heading)
    return known.count == cells.count && cells.count > 1 && known.contains { if case .body = $0 { true } else { false } }
      && known.contains { if case .body = $0 { false } else { true } }
  }

  mutating func take(_ line: PaperLine) -> Outcome {
    // A word on a line of its own may be a heading, or what stands below one.
    let isValue = line.table == nil && (StationReader.openness(line.text) != nil || StationReader.role(line.text) != nil)
    if !isValue, line.cells.allSatisfy({ StationReader.heading($0) != nil }) {
      if line.table != nil {
        columns = Dictionary(zip(line.columns, line.cells.compactMap(StationReader.heading)), uniquingKeysWith: { first, _ in first })
        table = line.table
      }
      return .header
    }
    var station = Paper.Station("")
    station.place = line.place
    var body: [String] = []
    var said = false
    for (cell, column) in zip(line.cells, line.columns) {
      let known = line.table != nil && line.table == table ? columns[column] : nil
      switch known {
      case .ignored: continue
      case .body: body.append(cell)
      // What somebody is asked for is no result, also where it stands under "Beschluss".
      case .result where !["vorberatend", "entscheidend"].contains(StationReader.role(cell)): station.result = cell
      default: said = read(cell, &station, &body) || said
      }
    }
    station.body = body.joined(separator: ", ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if station.result.isEmpty == false, station.status == nil { station.status = "beraten" }
    guard !station.body.isEmpty else {
      // What stands on a line of its own belongs to the Gremium above, or below.
      guard said else { return .unknown }
      if let last = stations.indices.last, stations[last].body.isEmpty || !stations[last].isComplete {
        fill(last, station)
      } else {
        stations.append(station)
      }
      return .placed
    }
    guard StationReader.isBody(station.body) else { return .unknown }
    if let last = stations.indices.last, stations[last].body.isEmpty {
      stations[last].body = station.body
      fill(last, station)
    } else {
      stations.append(station)
    }
    return .placed
  }

  private mutating func fill(_ index: Int, _ more: Paper.Station) {
    stations[index].date = stations[index].date ?? more.date
    stations[index].isOpen = stations[index].isOpen ?? more.isOpen
    stations[index].role = stations[index].role ?? more.role
    stations[index].status = more.status ?? stations[index].status
    if stations[index].result.isEmpty { stations[index].result = more.result }
  }

  /// Reads what a text says of a station; what is left is its name. True if it said anything else.
  private func read(_ text: String, _ station: inout Paper.Station, _ body: inout [String]) -> Bool {
    var said = false
    var rest = text
    if let date = TextDate.all(in: text).first(where: { $0.date != nil }) {
      station.date = date.date
      rest = text[..<date.range.lowerBound] + " ; " + text[date.range.upperBound...]
      said = true
    }
    for word in ["am", "TOP"] { rest = rest.replacing(" \(word) ;", with: " ;") }
    for part in rest.split(whereSeparator: { "|;()\t\n".contains($0) }).flatMap({ $0.split(separator: ", ") }).map(\.trimmed)
    where !part.isEmpty {
      let part = part.drop { "-–—•0123456789. ".contains($0) }.reversed().drop { ",:-–— ".contains($0) }.reversed()
      let word = String(part)
      guard !word.isEmpty else { continue }
      if let isOpen = StationReader.openness(word) {
        station.isOpen = isOpen
      } else if let result = StationReader.result(word) {
        station.result = word
        station.status = result
      } else if let role = StationReader.role(word) {
        station.role = role.isEmpty ? station.role : role
      } else {
        body.append(word)
        continue
      }
      said = true
    }
    return said
  }

  // MARK: Words

  static func openness(_ word: String) -> Bool? {
    switch Fold.key(word) {
    case "oeffentlich", "oe", "oeff.", "ja": true
    case "nichtoeffentlich", "nicht oeffentlich", "n", "noe", "n.oe.", "nicht-oeffentlich", "nein": false
    default: nil
    }
  }

  /// The word of `beratungen.rolle` for a role; empty for one that the plan has no word for.
  static func role(_ word: String) -> String? {
    switch Fold.key(word) {
    case "vorberatung", "vorberatend", "zur vorberatung", "beratung", "beratend", "empfehlung", "empfehlend", "zur empfehlung":
      "vorberatend"
    case "entscheidung", "entscheidend", "zur entscheidung", "beschlussfassung", "zur beschlussfassung", "beschluss", "beschliessend",
      "zum beschluss":
      "entscheidend"
    case "kenntnisnahme", "zur kenntnis", "zur kenntnisnahme", "kenntnisgabe", "information", "zur information", "mitteilung":
      "zur Kenntnis"
    case "anhoerung", "unbekannt", "unbekannter zweck", "sonstiges", "-": ""
    default: nil
    }
  }

  /// The word of `beratungen.status` for a result; nil for what is none.
  static func result(_ word: String) -> String? {
    let key = Fold.key(word)
    if ["entfallen", "entfaellt", "abgesetzt", "von der tagesordnung abgesetzt"].contains(key) { return "entfallen" }
    let words = [
      "einstimmig", "mehrheitlich", "angenommen", "abgelehnt", "beschlossen", "vertagt", "zurueckgestellt", "zurueckgezogen", "genommen",
      "zugestimmt",
    ]
    return words.contains { key.contains($0) } ? "beraten" : nil
  }

  private static func isBody(_ text: String) -> Bool { text.count <= 120 && text.contains(where: \.isLetter) && !text.hasSuffix(".") }
}

extension Paper.Station {
  /// True if there is nothing more to say of it.
  fileprivate var isComplete: Bool { date != nil && role != nil && isOpen != nil && !result.isEmpty }
}
