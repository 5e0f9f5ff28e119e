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
    let columns: [Table.Column] = [
      .init("blatt", "Blatt"), .init("zeilen", "Zeilen", .number), .init("spalten", "Spalten", .number), .init("zellen", "Zellen", .number),
      .init("tabellen", "Tabellen", .number), .init("auffälliges", "Auffälliges"),
    ]
    let rows = surveys.map { sheet in
      [
        sheet.name, String(sheet.rows), String(sheet.columns), String(sheet.cells), String(sheet.areas.count(where: \.isTable)),
        oddities(sheet),
      ]
    }
    return Table("Blätter", columns: columns, rows: TextRows(rows))
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
    let said = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    return ((sheet.isHidden ? ["verborgen"] : []) + said).joined(separator: ", ")
  }

  private var areas: Table {
    let columns: [Table.Column] = [
      .init("blatt", "Blatt"), .init("ab_zeile", "Ab Zeile", .number), .init("bis_zeile", "Bis Zeile", .number),
      .init("ab_spalte", "Ab Spalte"), .init("bis_spalte", "Bis Spalte"), .init("kopf", "Kopf"), .init("sicher", "Sicher", .number),
      .init("zeilen", "Zeilen", .number), .init("darüber", "Darüber"), .init("darunter", "Darunter"),
    ]
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
    return Table("Tabellen", columns: columns, rows: TextRows(rows))
  }

  private var columns: Table {
    let columns: [Table.Column] = [
      .init("blatt", "Blatt"), .init("ab_zeile", "Ab Zeile", .number), .init("spalte", "Spalte"), .init("überschrift", "Überschrift"),
      .init("gruppe", "Gruppe"), .init("gefüllt", "Gefüllt", .number), .init("zeilen", "Zeilen", .number), .init("art", "Art"),
      .init("verschieden", "Verschieden", .number), .init("längste", "Längste", .number), .init("beispiele", "Beispiele und Werte"),
      .init("farben", "Farben"), .init("kommentare", "Kommentare", .number), .init("verweise", "Verweise", .number),
      .init("durchgestrichen", "Durchgestrichen", .number), .init("personenbezogen", "Personenbezogen", .number),
      .init("verborgen", "Verborgen", .flag), .init("vermutlich", "Vermutlich"), .init("sicher", "Sicher", .number),
      .init("warum", "Warum"),
    ]
    var rows: [[String]] = []
    for sheet in surveys {
      for area in sheet.areas {
        for (column, guess) in LayoutGuess(sheet, area, sheets: sheetNames).columns {
          let persons = column.personal.names + column.personal.mails + column.personal.phones
          rows.append([
            sheet.name, String(area.lines.lowerBound), ColumnSurvey.letters(column.column), PersonalData.masked(column.title),
            PersonalData.masked(column.groups.joined(separator: " / ")), String(column.filled), String(column.rows), column.kind.rawValue,
            column.distinct.map(String.init) ?? "", String(column.longest), AreaAnswer.examples(column),
            column.colours.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }.joined(separator: ", "), String(column.comments),
            String(column.links), String(column.struck), String(persons), column.isHidden ? "1" : "0", guess.target.printed,
            String(guess.certainty), PersonalData.masked(guess.reason),
          ])
        }
      }
    }
    return Table("Spalten", columns: columns, rows: TextRows(rows))
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
