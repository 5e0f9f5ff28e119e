// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanQuery
import Testing

@testable import PlanTables

/// What is seen on a sheet without a plan.
@Suite struct SurveyTests {
  /// A sheet of lines whose cells `|` divides, with colours and merged cells where somebody says so.
  private struct Sheet: RowSource {
    var rows: [[String]]
    var details: [(line: Int, detail: CellDetail)] = []
    var merges: [CellSpan] = []

    init(_ text: String) {
      rows = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.split(separator: "|", omittingEmptySubsequences: false).map {
          String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
      }
    }

    func rows(into sink: inout some RowSink) throws(Hinweis) {
      for (index, cells) in rows.enumerated() {
        var batch = RowBatch()
        batch.append(cells, line: index + 1)
        batch.details = details.filter { $0.line == index + 1 }.map { CellDetail(row: 0, column: $0.detail.column, $0.detail.kind) }
        if try sink.take(batch) == .enough { break }
      }
      for merge in merges { sink.merge(merge) }
    }
  }

  private func survey(_ text: String) throws -> SheetSurvey { try Survey.sheet(Table("Blatt", rows: Sheet(text))) }

  private func guess(_ text: String) throws -> LayoutGuess {
    let sheet = try survey(text)
    return LayoutGuess(sheet, try #require(sheet.areas.first))
  }

  private func targets(_ text: String) throws -> [String] { try guess(text).columns.map(\.guess.target.printed) }

  // MARK: Areas

  private let catalogue = """
    Stadt Probe: Aktionsplan

    Nr | Handlungsfeld | Maßnahme | Zuständig | Status
    1 | Bildung | Sprachkurse für Eltern | FB 40 | in Arbeit
    2 | Bildung | Hausaufgabenhilfe | FB 51 | erledigt

    Wohnen
    3 | Wohnen | Wohnraumbörse | FB 50 | in Arbeit
    Nr | Handlungsfeld | Maßnahme | Zuständig | Status
    4 | Wohnen | Mietercoaching | FB 50 | geplant
    | | Summe | | 4

    Stand: 12.03.2024
    """

  @Test("titles, header, rows, names of groups, repeated headers, sums and notes are told apart")
  func parts() throws {
    let sheet = try survey(catalogue)
    let area = try #require(sheet.areas.first)
    #expect(sheet.areas.count == 1 && area.isTable)
    #expect(area.titles == ["Stadt Probe: Aktionsplan"] && area.notes == ["Stand: 12.03.2024"])
    #expect(area.header.lines == [3] && area.header.certainty > 80)
    #expect(area.rows == 4 && area.repeatedHeaders == 1 && area.subtotals == 1 && area.groupRows == 1 && area.groupNames == ["Wohnen"])
    #expect(area.fields.map(\.heading) == ["Nr", "Handlungsfeld", "Maßnahme", "Zuständig", "Status"])
    #expect(area.fields.map(\.kind) == [.label, .choice, .text, .unit, .text])
  }

  @Test("two tables below each other are two, each with the title above it")
  func below() throws {
    let sheet = try survey(
      """
      Nr | Maßnahme | Kosten
      1 | Sprachkurs | 500 €
      2 | Beratung | 900 €

      Ansprechpersonen der Ämter

      Amt | Telefon | Ort
      FB 50 | 0531/470-1234 | Rathaus
      FB 51 | 0531/470-5678 | Alte Post
      """)
    #expect(sheet.areas.map(\.header.lines) == [[1], [7]])
    #expect(sheet.areas.map(\.titles) == [[], ["Ansprechpersonen der Ämter"]])
    #expect(sheet.areas[1].fields[1].kind == .phone && sheet.areas[1].fields[1].examples == [])
  }

  @Test("two tables side by side are two where their rows end apart")
  func beside() throws {
    let sheet = try survey(
      """
      Nr | Maßnahme | | Farbe | Bedeutung
      1 | Sprachkurs | | grün | umgesetzt
      2 | Beratung | | gelb | laufend
      3 | Training | | |
      4 | Treffpunkt | | |
      """)
    #expect(sheet.areas.map(\.columns) == [0...1, 3...4])
    #expect(sheet.areas.map(\.rows) == [4, 2])
  }

  @Test("a sheet without a table, or with nothing, says so")
  func nothing() throws {
    #expect(try survey("").areas.isEmpty)
    #expect(try survey("nur ein Satz\nund noch einer").areas.isEmpty)
  }

  // MARK: Headers

  @Test("groups over several columns are read with merged cells and without", arguments: [true, false])
  func groups(_ isMerged: Bool) throws {
    var sheet = Sheet(
      """
      Nr | Maßnahme | Zielgruppe | | Federführung | | Bemerkung
      | | Kinder | Senioren | FB 50 | FB 51 |
      1 | Sprachkurs | x | | x | |
      2 | Beratung | x | x | | x | läuft
      """)
    if isMerged {
      sheet.merges =
        [2, 4].map { CellSpan(line: 1, column: $0, rows: 1, columns: 2) } + [CellSpan(line: 1, column: 0, rows: 2, columns: 1)]
    }
    let survey = try Survey.sheet(Table("", rows: sheet))
    let area = try #require(survey.areas.first)
    #expect(area.header.lines == [1, 2])
    #expect(area.fields.map(\.heading) == ["", "", "Kinder", "Senioren", "FB 50", "FB 51", ""])
    #expect(area.fields.map(\.topHeading) == ["Nr", "Maßnahme", nil, nil, nil, nil, "Bemerkung"])
    #expect(area.fields.map(\.groups) == [[], [], ["Zielgruppe"], ["Zielgruppe"], ["Federführung"], ["Federführung"], []])
    #expect(
      LayoutGuess(survey, area).columns.map(\.guess.target) == [
        .field("nr"), .field("text"), .attribute("zielgruppe", value: "Kinder"), .attribute("zielgruppe", value: "Senioren"),
        .role("federführung", actor: "FB 50"), .role("federführung", actor: "FB 51"), .field("bemerkung"),
      ])
  }

  @Test("who knows better says where the header is")
  func forced() throws {
    let table = Table("", rows: Sheet("a | b | c\nd | e | f\n1 | 2 | 3"))
    #expect(try Survey.sheet(table, header: 2...2).areas[0].header.lines == [2])
    #expect(try Survey.sheet(table, header: 1...2).areas[0].fields[0].topHeading == "a")
  }

  @Test("a row that only numbers the columns is no measure's")
  func numbering() throws {
    let area = try #require(try survey("Nr | Maßnahme | Ziel\n1 | 2 | 3\n1.1 | Sprachkurs | Deutsch\n1.2 | Beratung | Rat").areas.first)
    #expect(area.header.numbersLine == 2 && area.rows == 2)
  }

  // MARK: Columns

  @Test(
    "a heading says what its column is, however a town calls it",
    arguments: [
      ("Lfd. Nr.", "nr"), ("Maßnahmen-Nr.", "nr"), ("Themenfeld", "handlungsfeld"), ("Schwer-\npunkt", "handlungsfeld"),
      ("Aktivität", "text"),
      ("Bezeichnung der Maßnahme", "text"), ("Zielsetzung", "ziel"), ("Zuständigkeit", "rolle federführung"),
      ("Verantwortlich:", "rolle federführung"),
      ("Kooperations- partner", "rolle partner"), ("Beteiligte (intern/extern)", "rolle partner"), ("Zeitrahmen", "zeitraum"),
      ("Beginn", "beginn_geplant"), ("Umsetzung bis", "ende_geplant"), ("Projektlaufzeit", "zeitraum"),
      ("Stand 2021", "sachstand text am 2021"),
      ("Sachstand (31.12.2023)", "sachstand text am 31.12.2023"), ("Kosten 2024", "mittel benötigt im Jahr 2024"),
      ("Haushaltsansatz 2025", "mittel bewilligt im Jahr 2025"), ("Kosten in €", "kosten"), ("Haushaltsstelle", "mittel haushaltsstelle"),
      ("Zielgruppe(n)", "merkmal zielgruppe"), ("Indikatoren", "merkmal indikator"), ("Stadtteil", "merkmal sozialraum"),
      ("Prio", "priorität"),
      ("Anmerkungen 1)", "bemerkung"), ("Bemerkugnen", "bemerkung"), ("kip-id", "kennung"), ("Wetterlage", "merkmal wetterlage"),
    ])
  func headings(_ heading: String, _ target: String) {
    #expect(ColumnGuess(ColumnSurvey(column: 3, heading: heading, filled: 1)).target.printed == target)
  }

  @Test("words of a status are one, with what they mean; sentences are a report")
  func states() throws {
    let guess = try guess(
      "Nr | Maßnahme | Stand\n1 | A-Kurs | in Arbeit\n2 | B-Kurs | erledigt\n3 | C-Kurs | in Arbeit\n4 | D-Kurs | geplant")
    #expect(guess.columns[2].guess.target == .field("status"))
    #expect(guess.columns[2].guess.codes == [.init("in Arbeit", ["laufend"]), .init("erledigt", ["umgesetzt"])])
    #expect(try targets("Nr | Maßnahme | Stand\n1 | A | Der Kurs begann im Mai\n2 | B | Es fehlt noch ein Raum")[2] == "sachstand text")
    #expect(try targets("Nr | Maßnahme | Stand\n1 | A | grün\n2 | B | rot\n3 | C | grün\n4 | D | gelb")[2] == "sachstand ampel")
  }

  @Test("of two columns that say the same the surer one keeps it")
  func rivals() throws {
    #expect(
      try targets("Nr | Projekt | Maßnahme | Ziel\n1 | Haus | Sprachkurs im Haus | A\n2 | Haus | Beratung im Haus | B").filter {
        $0 == "text"
      }.count == 1)
    #expect(try targets("Pos. | Kurzfassung | Wirkung\n1 | Sprachkurse für alle Eltern | gut\n2 | Beratung für alle | gut")[1] == "text")
  }

  @Test("a heading that its cells do not fit is unsure")
  func doubt() throws {
    let guess = try guess("Nr | Maßnahme | Frist\n1 | A-Kurs | nach Haushaltslage\n2 | B-Kurs | bei Bedarf\n3 | C-Kurs | offen")
    #expect(guess.columns[2].guess.target == .field("ende_geplant") && !guess.columns[2].guess.isSure)
  }

  @Test("lines without number and text go on with the line above where they are many")
  func joined() throws {
    let text = "Nr | Maßnahme | Partner\n1 | Sprachkurs | VHS\n | | Caritas\n2 | Beratung | AWO\n | | Diakonie"
    #expect(try guess(text).rowRule == .joined)
    #expect(try guess(catalogue).rowRule == .single)
  }

  @Test("a legend tells what colours mean, and colours are counted")
  func colours() throws {
    var sheet = Sheet("Nr | Maßnahme | Frist\n1 | Sprachkurs | 2024\n2 | Beratung | 2025\n\numgesetzt")
    sheet.details = [(2, CellDetail(row: 0, column: 1, .colour("00B050"))), (5, CellDetail(row: 0, column: 0, .colour("00B050")))]
    let survey = try Survey.sheet(Table("", rows: sheet))
    #expect(survey.legend == [.init("00B050", ["umgesetzt"])])
    let guess = LayoutGuess(survey, survey.areas[0])
    #expect(guess.colourCounts.map(\.colour) == ["00B050"] && guess.layout("a", title: "A").colours == survey.legend)
  }

  @Test("the layout that follows is printed and read again alike")
  func layout() throws {
    let layout = try guess(catalogue).layout("probe", title: "Probe")
    #expect(try VariantParser.layouts(layout.printed, of: "") == [layout])
  }

  // MARK: Persons

  @Test(
    "persons, addresses and numbers are masked",
    arguments: [
      ("Frau Dr. Muster", "[Name]"), ("Erika Muster, FB 50", "[Name], FB 50"), ("Muster, Erika", "[Name]"), ("Fr. M.", "[Name]"),
      ("bitte an e.muster@probe.de schreiben", "bitte an [E-Mail] schreiben"), ("Tel. 0531 470-1234", "Tel. [Telefon]"),
      ("+49 531 4701234", "[Telefon]"), ("0531/4701234", "[Telefon]"),
    ])
  func masked(_ text: String, _ shown: String) { #expect(PersonalData.masked(text) == shown) }

  @Test(
    "what only looks a little like a person stays",
    arguments: [
      "Stadt Braunschweig", "Ref. 0120", "50.21", "FB 51.3", "01.03.2024", "0120", "Kinder und Jugendliche", "12.500,00 €",
      "Drucksache 17-04321",
    ])
  func kept(_ text: String) { #expect(PersonalData.masked(text) == text) }

  @Test("nothing of a column of persons is shown")
  func column() throws {
    let field = try survey("Nr | Maßnahme | Kontakt\n1 | A-Kurs | Erika Muster\n2 | B-Kurs | Herr Beispiel\n3 | C-Kurs | Muster, Erika")
      .areas[0].fields[2]
    #expect(field.kind == .person && field.personal.names == 3 && field.examples.isEmpty && field.values.isEmpty)
  }

  // MARK: Kinds

  @Test(
    "a text looks like what it is",
    arguments: [
      ("x", CellKind.cross), ("(X)", .cross), ("1250,5", .number), ("1.250,00 €", .amount), ("ca. 5 T€", .amount), ("2024", .date),
      ("2017-04-24", .date),
      ("24.04.2017", .date), ("III/2024", .date), ("ab 2023", .period), ("2022-2024", .period), ("FB 51", .unit), ("Ref. 0120", .unit),
      ("e@probe.de", .mail), ("0531/470-1234", .phone), ("Herr Beispiel", .person), ("Sprachkurse", .text),
    ])
  func kinds(_ text: String, _ kind: CellKind) { #expect(CellKind(text) == kind) }

  @Test("years below a group are those of what the group says")
  func yearsBelow() throws {
    let targets = try targets(
      """
      Nr | Maßnahme | Kosten | | Umsetzungsstand | | Teilnehmende |
      | | 2021 | 2022 | 2021 | 2022 | 2021 | 2022
      1 | Sprachkurs für Eltern | 500 | 600 | begonnen | fertig | 12 | 14
      2 | Beratung im Rathaus | 900 | 950 | geplant | läuft | 30 | 31
      3 | Lesepaten gewinnen | 100 | 120 | geplant | läuft | 7 | 9
      """)
    #expect(
      targets == [
        "nr", "text", "mittel benötigt im Jahr 2021", "mittel benötigt im Jahr 2022", "sachstand text am 2021", "sachstand text am 2022",
        "merkmal teilnehmende_2021", "merkmal teilnehmende_2022",
      ])
  }

  @Test("words like kurzfristig are no time from–to")
  func horizon() throws {
    let targets = try targets(
      """
      Handlungsfeld | Maßnahme | Zeithorizont
      Bildung | Sprachkurs für Eltern | kurzfristig
      Wohnen | Beratung im Rathaus | kurz- bis mittelfristig
      """)
    #expect(targets == ["handlungsfeld", "text", "merkmal zeithorizont"])
  }

  @Test("the units that cells of roles name are those with a code and those called Amt or the like")
  func units() throws {
    let guess = try guess(
      """
      Nr | Maßnahme | Zuständig | Partner
      1 | Sprachkurs für Eltern | FB 40/51 | Caritas
      2 | Beratung im Rathaus | Jugendamt | Stabsstelle Integration
      3 | Lesepaten gewinnen | FB 51, Frau Probe | Amt für Soziales
      """)
    #expect(guess.units == ["Amt für Soziales", "FB 40", "FB 51", "Jugendamt", "Stabsstelle Integration"])
  }

  @Test(
    "bytes hint at persons wherever somebody is named",
    arguments: [
      "Frau Muster", "(Hr. Muster)", "Muster, Erika", "Jürgen Probe", "Tel.: 53412", "0531/4701", "+49 531 4701234", "a@probe.de",
      "„Dr. Probe“", "HERR MUSTER",
    ])
  func hints(_ text: String) { #expect(PersonalData.masked("Ort " + text) != "Ort " + text || PersonalData.masked(text) != text) }

  @Test("columns have the letters of a spreadsheet")
  func letters() { #expect([0, 25, 26, 51, 52, 701, 702].map(ColumnSurvey.letters) == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]) }

  @Test("a sheet of any length is surveyed with few things kept", .timeLimit(.minutes(1)))
  func long() throws {
    let rows =
      [["Nr", "Maßnahme", "Status"]]
      + (1...5000).map { ["\($0)", "Maßnahme Nummer \($0) der Stadt", $0 % 2 == 0 ? "geplant" : "erledigt"] }
    let area = try #require(try Survey.sheet(Table("", rows: TextRows(rows))).areas.first)
    #expect(area.rows == 5000 && area.fields[1].distinct == nil && area.fields[2].values.map(\.count) == [2500, 2500])
  }
}

extension ColumnSurvey {
  fileprivate init(column: Int, heading: String, filled: Int) {
    self.init(column: column, heading: heading)
    self.filled = filled
  }
}
