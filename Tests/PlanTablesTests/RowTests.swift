// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanTables
import Testing

@Suite struct RowTests {
  private func town(_ more: String = "", separator: String = "", fields: Bool = true, before: String = "") throws -> Town {
    try Town(
      """
      \(before)
      layout liste "Maßnahmenliste"
        kopfzeilen 1 maßgeblich 1
        \(more)
        spalte "Nr" ist nr
        \(fields ? "spalte \"Handlungsfeld\" ist handlungsfeld" : "")
        spalte "Ziel" ist ziel
        spalte "Maßnahme" ist text \(separator)
        spalte "Wer" ist rolle umsetzung
      ende
      """)
  }

  private func lines(_ town: Town) throws -> [[String]] { try town.rows("einträge | zeige nr, handlungsfeld, text | sortiere zeile, nr") }

  @Test("a row with nothing but a field's name over the columns is the field of the rows below")
  func fieldRows() throws {
    let town = try town(fields: false)
    let sheet = Sheet(
      "Liste",
      """
      Maßnahmen der Stadt Musterau, Stand: 01.02.2020
      Nr|Ziel|Maßnahme|Wer
      Handlungsfeld 1: Sprache
      1||Sprachcafé|Volkshochschule
      2||Elternkurs|
      2. Wohnen
      3||Wohnlotsen|
      Quelle: eigene Erhebung
      """)
    let result = try town.read([sheet])
    #expect(try lines(town) == [["1", "Sprache", "Sprachcafé"], ["2", "Sprache", "Elternkurs"], ["3", "Wohnen", "Wohnlotsen"]])
    #expect(result.account.isComplete)
    #expect(try town.findings("gruppenzeile").count == 2)
    #expect(try town.findings("text-außerhalb").count == 2)
  }

  @Test("each of several tables on a sheet is read, also if its columns stand elsewhere")
  func severalTables() throws {
    let town = try town(fields: false)
    let sheet = Sheet(
      "Liste",
      """
      Handlungsfeld Sprache
      Nr|Maßnahme|Ziel|Wer
      1|Sprachcafé||

      Handlungsfeld Wohnen
      |Ziel|Nr|Wer|Maßnahme
      |Alle wohnen|2||Wohnlotsen
      ||3||Mietberatung
      """)
    let result = try town.read([sheet])
    #expect(try lines(town) == [["1", "Sprache", "Sprachcafé"], ["2", "Wohnen", "Wohnlotsen"], ["3", "Wohnen", "Mietberatung"]])
    #expect(result.account.isComplete)
  }

  @Test("signs that repeat what stands above are read as that", arguments: ["dito", "s. o.", "siehe oben", "\"", "Dto."])
  func ditto(_ sign: String) throws {
    let town = try town()
    try town.read([
      ["Nr", "Handlungsfeld", "Ziel", "Maßnahme", "Wer"], ["1", "Sport", "Gesund sein", "Gehtreff", "DRK"],
      ["2", sign, sign, "Radkurs", sign],
    ])
    #expect(
      try town.rows("maßnahmen | zeige handlungsfeld, ziel, umsetzung") == [
        ["Sport", "Gesund sein", "DRK"], ["Sport", "Gesund sein", "DRK"],
      ])
  }

  @Test("where the layout joins rows, one without number and text goes on with the line above")
  func joinedRows() throws {
    let town = try town("zeilen verbunden")
    let result = try town.read([
      ["Nr", "Handlungsfeld", "Ziel", "Maßnahme", "Wer"], ["1", "Sport", "Gesund sein", "Gehtreff", "DRK"],
      ["", "", "und sich treffen", "", "AWO"],
      ["2", "Sport", "", "Radkurs", ""],
    ])
    #expect((result.new, result.account.isComplete) == (2, true))
    #expect(try town.rows("maßnahmen wo nr = 1 | zeige ziel, umsetzung") == [["Gesund sein\nund sich treffen", "DRK; AWO"]])
  }

  @Test("a number that covers several rows makes them one measure; a goal that covers several is that of all")
  func mergedCells() throws {
    let town = try town()
    var sheet = Sheet(
      "Liste",
      """
      Nr|Handlungsfeld|Ziel|Maßnahme|Wer
      1|Sport|Gesund sein|Gehtreff|DRK
      ||||AWO
      2|||Radkurs|
      """)
    sheet.merged = [
      Sheet.merge(line: 2, column: 1, rows: 2), Sheet.merge(line: 2, column: 3, rows: 3), Sheet.merge(line: 2, column: 2, rows: 3),
    ]
    let result = try town.read([sheet])
    #expect(result.new == 2 && result.account.isComplete)
    #expect(
      try town.rows("maßnahmen | zeige nr, handlungsfeld, ziel, umsetzung | sortiere nr") == [
        ["1", "Sport", "Gesund sein", "DRK; AWO"], ["2", "Sport", "Gesund sein", ""],
      ])
  }

  @Test("several measures in one cell are entries of their own with the row's number and a letter")
  func severalInOneCell() throws {
    let town = try town(separator: "je zeile")
    let result = try town.read([
      ["Nr", "Handlungsfeld", "Ziel", "Maßnahme", "Wer"], ["3.1", "Sport", "Gesund sein", "- Gehtreff\n- Radkurs\n  für Frauen", "DRK"],
      ["3.2", "Sport", "", "Schwimmkurs", ""],
    ])
    #expect(result.account.isComplete)
    #expect(
      try lines(town) == [["3.1 a", "Sport", "Gehtreff"], ["3.1 b", "Sport", "Radkurs für Frauen"], ["3.2", "Sport", "Schwimmkurs"]])
    #expect(try town.rows("maßnahmen wo umsetzung = DRK | zeige ziel") == [["Gesund sein"], ["Gesund sein"]])
  }

  @Test("each sheet is a field, all of them are one catalogue and one change; what does not fit is listed")
  func sheets() throws {
    let town = try town("blatt ist handlungsfeld", fields: false)
    let head = "Nr|Ziel|Maßnahme|Wer\n"
    let sheets = [
      Sheet("1 Sprache", head + "1||Sprachcafé|"), Sheet("Wohnen", head + "2||Wohnlotsen|\n3||Mietberatung|"), Sheet("Legende", "x|Kreuz"),
    ]
    let result = try town.read(sheets, sheet: "alle")
    #expect(
      try lines(town).sorted { $0[0] < $1[0] } == [
        ["1", "Sprache", "Sprachcafé"], ["2", "Wohnen", "Wohnlotsen"], ["3", "Wohnen", "Mietberatung"],
      ])
    #expect(result.account.isComplete)
    #expect(try town.value("kataloge | anzahl") == "1")
    #expect(try town.value("quellen | anzahl") == "2")
    #expect(try town.findings("blatt-ausgelassen").count == 1)
    #expect(result.findings.last { $0.rule == "blatt-ausgelassen" }?.place?.cell == "Legende")
    #expect(try town.read(sheets, sheet: "alle").unchanged == 3)
  }

  @Test("hidden rows, columns and sheets are read and named")
  func hidden() throws {
    let town = try town()
    var sheet = Sheet("Liste", "Nr|Handlungsfeld|Ziel|Maßnahme|Wer\n1|Sport||Gehtreff|DRK\n2|Sport||Radkurs|")
    (sheet.hiddenRows, sheet.hiddenColumns, sheet.isHidden) = ([3], [4...4], true)
    let result = try town.read([sheet])
    #expect(result.new == 2)
    #expect(try town.findings("zeile-versteckt").map { $0.prefix(2) } == ["3:"])
    #expect(try town.findings("spalte-versteckt").count == 1)
    #expect(try town.findings("blatt-versteckt").count == 1)
    #expect(result.findings.contains { $0.place?.cell == "Liste!3" })
  }

  @Test("comments, struck text and formulas without a value are named with their cell")
  func details() throws {
    let town = try town()
    var sheet = Sheet("Liste", "Nr|Handlungsfeld|Ziel|Maßnahme|Wer\n1|Sport||Gehtreff|DRK")
    sheet.details = [(2, 3, .formula("=A1")), (2, 4, .struck), (2, 5, .comment("noch fragen"))]
    let result = try town.read([sheet])
    let rules: Set = ["formel-ohne-wert", "durchgestrichen", "kommentar"]
    let cells = result.findings.filter { rules.contains($0.rule ?? "") }.compactMap(\.place?.cell)
    #expect(cells == ["Liste!C2", "Liste!D2", "Liste!E2"])
  }

  @Test("colours are a status where the layout says so, and named where it does not")
  func colours() throws {
    let rows = "Nr|Handlungsfeld|Ziel|Maßnahme|Wer\n1|Sport||Gehtreff|\n2|Sport||Radkurs|"
    var sheet = Sheet("Liste", rows)
    sheet.details = [(2, 1, .colour("00B050")), (3, 1, .colour("FFFF00"))]
    let telling = try town("farbe 00B050 = umgesetzt\nfarbe FFFF00 = laufend")
    try telling.read([sheet])
    #expect(try telling.rows("maßnahmen | zeige status | sortiere nr") == [["umgesetzt"], ["laufend"]])
    let silent = try town()
    try silent.read([sheet])
    #expect(try silent.rows("maßnahmen | zeige status") == [["keine Angabe"], ["keine Angabe"]])
    #expect(try silent.findings("farbe-ohne-sinn").count == 2)
  }

  @Test("thousands of merged cells beside the table cost no time, in whatever order the file tells them", .timeLimit(.minutes(1)))
  func manyMergedCells() throws {
    let town = try town()
    var sheet = Sheet("Liste", "Nr|Handlungsfeld|Ziel|Maßnahme|Wer\n1|Sprache||Sprachcafé|\n2|||Elternkurs|")
    sheet.merged = (10..<4000).reversed().map { Sheet.merge(line: 2, column: $0, rows: 9000) } + [Sheet.merge(line: 2, column: 2, rows: 2)]
    sheet.merged += (0..<4000).reversed().map { Sheet.merge(line: 100 + $0, column: 2, rows: 9000) }
    _ = try town.read([sheet])
    #expect(try lines(town) == [["1", "Sprache", "Sprachcafé"], ["2", "Sprache", "Elternkurs"]])
  }
}
