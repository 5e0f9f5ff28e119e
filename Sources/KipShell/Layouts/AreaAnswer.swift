// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanTables

/// What `betrachte` says of one table of a sheet.
struct AreaAnswer {
  let sheet: SheetSurvey
  let area: AreaSurvey
  let guess: LayoutGuess

  init(sheet: SheetSurvey, area: AreaSurvey, sheets: [String]) {
    self.sheet = sheet
    self.area = area
    guess = LayoutGuess(sheet, area, sheets: sheets)
  }

  static let headings = ["Spalte", "Überschrift", "Gefüllt", "Art", "Beispiele und Werte", "Auffälliges", "Vermutlich", "Sicher"]

  var blocks: [Block] {
    var blocks: [Block] = [.heading(1, title), .list(facts.map { [Run($0)] })]
    if area.fields.count > 1 { blocks.append(.table(Table("", headings: AreaAnswer.headings, rows))) }
    return blocks
  }

  private var title: String {
    let place =
      "Zeile \(area.lines.lowerBound) bis \(area.lines.upperBound), Spalte \(ColumnSurvey.letters(area.columns.lowerBound)) bis "
      + ColumnSurvey.letters(area.columns.upperBound)
    return (sheet.name.isEmpty ? "" : "Blatt \(sheet.name): ") + place
  }

  private var facts: [String] {
    var facts: [String] = []
    func say(_ texts: [String], _ what: String) {
      guard !texts.isEmpty else { return }
      facts.append(
        "\(what): " + texts.prefix(4).map { "\"\(AreaAnswer.short(PersonalData.masked($0), 90))\"" }.joined(separator: ", ")
          + (texts.count > 4 ? " und \(texts.count - 4) weitere" : ""))
    }
    say(area.titles, "Darüber")
    if area.header.lines.isEmpty {
      facts.append("Kein Kopf erkannt; kopf 3 sagt, wo er steht")
    } else {
      let lines = area.header.lines
      let where_ = lines.count == 1 ? "Zeile \(lines[0])" : "Zeile \(lines[0]) bis \(lines[lines.count - 1])"
      facts.append("Kopf: \(where_), zu \(area.header.certainty) % sicher (\(area.header.reasons.joined(separator: ", ")))")
    }
    if let line = area.header.numbersLine { facts.append("Zeile \(line) zählt nur die Spalten") }
    var rows = area.rows == 1 ? "1 Zeile mit Daten" : "\(area.rows) Zeilen mit Daten"
    let others = [
      (area.repeatedHeaders, "wiederholter Kopf", "wiederholte Köpfe"), (area.subtotals, "Summe", "Summen"),
      (area.groupRows, "Zwischenüberschrift", "Zwischenüberschriften"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    if !others.isEmpty { rows += ", dazwischen \(others.joined(separator: ", "))" }
    facts.append(rows)
    say(area.groupNames, "Zwischenüberschriften")
    if area.continuedRows > 0 {
      facts.append(
        (area.continuedRows == 1 ? "1 Zeile hat" : "\(area.continuedRows) Zeilen haben")
          + " weder Nummer noch Text; vielleicht gehört, was darin steht, zur Zeile darüber")
    }
    say(area.notes, "Darunter")
    if !sheet.legend.isEmpty {
      facts.append("Legende der Farben: " + sheet.legend.map { "\($0.mark) = \($0.values[0])" }.joined(separator: ", "))
    }
    return facts
  }

  /// One row for each column.
  var rows: [[String]] {
    guess.columns.map { column, guess in
      [
        ColumnSurvey.letters(column.column), heading(column), "\(column.filled) (\(column.share) %)", column.kind.rawValue,
        AreaAnswer.examples(column),
        oddities(column), guess.target.printed, "\(guess.certainty) %",
      ]
    }
  }

  private func heading(_ column: ColumnSurvey) -> String {
    PersonalData.masked((column.groups + [column.title]).joined(separator: " / "))
  }

  /// The values with their counts where they are few, else some examples.
  static func examples(_ column: ColumnSurvey) -> String {
    if column.filled > column.values.count, !column.values.isEmpty {
      let values = column.values.prefix(6).map { "\(short($0.text, 30)) (\($0.count))" }.joined(separator: ", ")
      return values + (column.values.count > 6 ? " und \(column.values.count - 6) weitere" : "")
    }
    return column.examples.prefix(2).map { short($0, 40) }.joined(separator: " | ")
  }

  private func oddities(_ column: ColumnSurvey) -> String {
    var parts: [String] = []
    if column.isHidden { parts.append("verborgen") }
    let persons = column.personal.names + column.personal.mails + column.personal.phones
    if persons > 0 { parts.append("\(persons) vermutlich personenbezogen") }
    parts += column.colours.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map { "Farbe \($0.key) (\($0.value))" }
    let counts = [
      (column.comments, "Kommentar", "Kommentare"), (column.links, "Verweis", "Verweise"),
      (column.struck, "durchgestrichene", "durchgestrichene"),
    ]
    parts += counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    if column.longest > 200 { parts.append("bis \(column.longest) Zeichen") }
    return parts.joined(separator: ", ")
  }

  static func short(_ text: String, _ length: Int) -> String { text.count > length ? text.prefix(length - 1) + "…" : text }
}
