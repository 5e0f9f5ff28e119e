// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanTables

/// What `betrachte` answers.
struct SurveyAnswer {
  let file: TableFile
  let path: String
  let surveys: [SheetSurvey]
  /// The sheets whose columns are shown.
  var detailed: [Int] = []
  /// Layouts that fit, with how many of their columns are there.
  var fits: [(name: String, found: Int, of: Int)] = []

  init(file: TableFile, path: String, surveys: [SheetSurvey]) {
    self.file = file
    self.path = path
    self.surveys = surveys
  }

  /// The area that most looks like a catalogue: many columns under a header, many rows, on a sheet that is not hidden.
  static func best(_ surveys: [SheetSurvey]) -> (sheet: Int, area: Int)? {
    var best: (place: (Int, Int), worth: Int)?
    for (sheet, survey) in surveys.enumerated() {
      for (area, found) in survey.areas.enumerated() {
        let worth = found.fields.count * found.header.certainty * (found.isTable ? 4 : 1) * min(found.rows, 50) / (survey.isHidden ? 4 : 1)
        if worth > best?.worth ?? -1 { best = ((sheet, area), worth) }
      }
    }
    return best.map { ($0.place.0, $0.place.1) }
  }

  /// For people: what there is, from the whole to the columns.
  var document: Document {
    var document = Document("Betrachtet: \(file.name)")
    document.properties = [.init("Format", file.format)]
    if surveys.count > 1 || surveys.contains(where: { $0.isHidden || !$0.name.isEmpty }) { document.blocks.append(.table(sheets)) }
    for sheet in detailed {
      for area in surveys[sheet].areas { document.blocks += AreaAnswer(sheet: surveys[sheet], area: area, sheets: sheetNames).blocks }
      let findings = surveys[sheet].findings
      if !findings.isEmpty {
        document.blocks.append(.list(findings.map { [Run($0.text + ($0.place?.line.map { " (Zeile \($0))" } ?? ""))] }))
      }
    }
    if let persons { document.blocks += [.heading(1, "Personenbezogenes"), .text(persons)] }
    document.blocks += [.heading(1, "Wie weiter"), .list(next.map { [Run($0)] })]
    return document
  }

  /// For programs: three plain tables.
  var data: Document { Document("", [.table(sheets), .table(areas), .table(columns)]) }

  private var sheetNames: [String] { surveys.filter { !$0.isHidden && $0.areas.contains(where: \.isTable) }.map(\.name) }

  private var sheets: Table {
    let headings = ["Blatt", "Zeilen", "Spalten", "Zellen", "Tabellen", "Auffälliges"]
    return Table(
      "Blätter", headings: headings,
      surveys.map { sheet in
        [
          sheet.name + (sheet.isHidden ? " (verborgen)" : ""), String(sheet.rows), String(sheet.columns), String(sheet.cells),
          String(sheet.areas.count(where: \.isTable)), oddities(sheet),
        ]
      })
  }

  private func oddities(_ sheet: SheetSurvey) -> String {
    let colours = Set(sheet.areas.flatMap { $0.fields.flatMap(\.colours.keys) }).count
    let hidden = sheet.hiddenColumns.reduce(0) { $0 + $1.count }
    let counts = [
      (sheet.hiddenRows, "verborgene Zeile", "verborgene Zeilen"), (hidden, "verborgene Spalte", "verborgene Spalten"),
      (sheet.merged, "verbundene Zelle", "verbundene Zellen"), (colours, "Farbe", "Farben"), (sheet.comments, "Kommentar", "Kommentare"),
      (sheet.links, "Verweis", "Verweise"), (sheet.struck, "durchgestrichene Zelle", "durchgestrichene Zellen"),
      (sheet.formulas, "Formel ohne Wert", "Formeln ohne Wert"),
    ]
    return counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }.joined(separator: ", ")
  }

  private var areas: Table {
    let headings = ["Blatt", "Von Zeile", "Bis Zeile", "Von Spalte", "Bis Spalte", "Kopf", "Sicher", "Zeilen", "Titel", "Anmerkungen"]
    let rows = surveys.flatMap { sheet in
      sheet.areas.map { area in
        [
          sheet.name, String(area.lines.lowerBound), String(area.lines.upperBound), ColumnSurvey.letters(area.columns.lowerBound),
          ColumnSurvey.letters(area.columns.upperBound), area.header.lines.map(String.init).joined(separator: "; "),
          String(area.header.certainty), String(area.rows), area.titles.map(PersonalData.masked).joined(separator: " | "),
          area.notes.map(PersonalData.masked).joined(separator: " | "),
        ]
      }
    }
    return Table("Tabellen", headings: headings, rows)
  }

  private var columns: Table {
    let rows = surveys.flatMap { sheet in
      sheet.areas.flatMap { area in
        AreaAnswer(sheet: sheet, area: area, sheets: sheetNames).rows.map { [sheet.name, String(area.lines.lowerBound)] + $0 }
      }
    }
    return Table("Spalten", headings: ["Blatt", "Von Zeile"] + AreaAnswer.headings, rows)
  }

  /// How many cells name persons or how to reach them, and what the file says of who wrote it.
  private var persons: String? {
    var all = PersonalData()
    for field in surveys.flatMap(\.areas).flatMap(\.fields) { all += field.personal }
    let authors = file.document.properties.filter { property in
      ["autor", "gespeichert", "verfasser", "firma", "manager", "author"].contains { Fold.key(property.name).contains($0) }
    }.map(\.name)
    var parts = [
      (all.names, "Name", "Namen"), (all.mails, "E-Mail-Adresse", "E-Mail-Adressen"), (all.phones, "Telefonnummer", "Telefonnummern"),
    ]
    .filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    if !authors.isEmpty { parts.append("in den Angaben der Datei: \(authors.joined(separator: ", "))") }
    guard !parts.isEmpty else { return nil }
    return "Vermutlich steht darin: \(parts.joined(separator: ", ")). Hier wird davon nichts gezeigt."
  }

  private var next: [String] {
    let name = FileNameText.quoted(path)
    var steps: [String] = []
    if let fit = fits.first {
      steps.append(
        "Am besten passt das Layout \(fit.name): \(fit.found) von \(fit.of) Spalten. importiere \(name) layout \(fit.name) vorschau")
      if fit.found == fit.of { return steps }
    } else {
      steps.append("Kein Layout passt.")
    }
    guard SurveyAnswer.best(surveys) != nil else { return ["Auf keinem Blatt steht eine Tabelle mit Überschriften."] }
    return steps + ["Eines aus dieser Tabelle machen: layout neu NAME aus \(name)"]
  }
}

/// A path as it is safe to type.
enum FileNameText {
  static func quoted(_ path: String) -> String {
    path.allSatisfy { $0.isLetter || $0.isNumber || "./_-".contains($0) } ? path : "\"\(path.replacing("\"", with: "\"\""))\""
  }
}
