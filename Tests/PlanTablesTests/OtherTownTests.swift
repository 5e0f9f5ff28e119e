// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanTables
import Testing

/// Catalogues as towns of other kinds keep them, invented, each with the layout that reads it.
@Suite struct OtherTownTests {
  // MARK: A sheet for each field, columns of years, names of units and persons

  private static let county = """
    neu einheit "FB 50" name "Fachbereich Soziales"
    neu einheit "FB 51" name "Fachbereich Jugend"
    neu organisation "Caritas"
    merkmal zielgruppe von maßnahme "für wen" = Frauen; Familien
    layout kreisliste "Maßnahmen des Kreises"
      kopfzeilen 1 maßgeblich 1
      blatt ist handlungsfeld
      spalte "Lfd. Nr." ist nr
      spalte "Maßnahme" ist text
      spalte "Ziel" ist ziel
      spalte "Zuständigkeit" ist rolle federführung
      spalte "Kooperationspartner" ist rolle partner
      spalte "Zeitrahmen" ist zeitraum
      spalte "Kosten/Finanzierung" ist kosten
      spalte "Stand 2021" ist sachstand text am 2021
      spalte "Stand 2022" ist sachstand text am 2022
      spalte "Indikator" ist indikatoren
      spalte "Zielgruppe" ist merkmal zielgruppe
      spalte "Priorität" ist priorität
      spalte "Bemerkung" ist bemerkung
    ende
    """

  private static let head =
    "Lfd.⏎Nr.|Maß-⏎nahme|Ziel 1)|Zuständig-⏎keit|Kooperations-⏎partner|Zeitrahmen|Kosten/ Finanzierung|Stand⏎2021|Stand⏎2022|Indikator|Ziel-⏎gruppe|Priorität|Bemerkung\n"

  @Test("where each field has a sheet, all that can be seen are read unless one is named")
  func everySheet() throws {
    let town = try Town(OtherTownTests.county)
    let rows = { (number: Int, text: String) in "\(OtherTownTests.head)\(number)|\(text)||FB 50|||||||||" }
    let sheets = [Sheet("Sprache", rows(1, "Sprachcafé")), Sheet("Wohnen", rows(2, "Wohnlotsen"))]
    #expect(try town.read(sheets).new == 2)
    #expect(try town.rows("maßnahmen | zeige nr, handlungsfeld | sortiere nr") == [["1", "Sprache"], ["2", "Wohnen"]])
  }

  @Test("the tables of a text are one catalogue, each below the heading that is its field")
  func text() throws {
    func table(_ rows: [String]...) -> Block { .table(Table("", rows: TextRows([["Nr", "Maßnahme"]] + rows))) }
    let document = Document(
      "Konzept",
      [
        .heading(1, "Handlungsfeld 1: Sprache"), table(["1", "Sprachcafé"]), table(["2", "Elternkurse"]),
        .heading(1, "Handlungsfeld 2: Wohnen"), table(["3", "Wohnlotsen"]),
      ])
    let names = document.namedTables.map(\.name)
    #expect(names == ["Handlungsfeld 1: Sprache", "Handlungsfeld 1: Sprache", "Handlungsfeld 2: Wohnen"])
    #expect(Document("", [.heading(1, "Katalog"), table(["1", "Sprachcafé"])]).namedTables.map(\.name) == [""])
  }

  @Test("a county with a sheet for each field")
  func county() throws {
    let town = try Town(OtherTownTests.county)
    let sheets = [
      Sheet(
        "Sprache",
        """
        Integrationskonzept des Kreises: Handlungsfeld Sprache

        \(OtherTownTests.head)1|Sprachcafé im Kreishaus|Alle sprechen mit|FB 51/50, Fr. M.|Caritas, VHS|2021 - 2023|ca. 2 T€|Raum gefunden|eröffnet|Zahl der Treffen|Frauen, Familien|hoch|
        2|Elternkurse|dito|FB51|k. A.|fortlaufend|im Rahmen vorhandener Mittel||begonnen||Familien|2|siehe Nr. 1

        1) wie im Konzept von 2019
        """),
      Sheet("2 Wohnen", OtherTownTests.head + "3|Wohnlotsen||FB 77|Caritas|ab Herbst 2022|1.250,00 €|||Zahl der Treffen|Senioren||"),
      Sheet("Legende", "hoch|binnen eines Jahres"),
    ]
    let result = try town.read(sheets, sheet: "alle")
    #expect((result.new, result.account.isComplete) == (3, true))
    #expect(
      try town.rows("maßnahmen | zeige nr, handlungsfeld, text, ziel, federführung, partner, kosten, priorität | sortiere nr") == [
        ["1", "Sprache", "Sprachcafé im Kreishaus", "Alle sprechen mit", "FB 51; FB 50", "Caritas; VHS", "ca. 2 T€", "hoch"],
        ["2", "Sprache", "Elternkurse", "Alle sprechen mit", "FB 51", "", "im Rahmen vorhandener Mittel", "mittel"],
        ["3", "Wohnen", "Wohnlotsen", "", "", "Caritas", "1.250,00 €", ""],
      ])
    #expect(
      try town.rows("maßnahmen | zeige beginn_geplant, ende_geplant, turnus | sortiere nr") == [
        ["2021", "2023", ""], ["", "", "dauerhaft"], ["2022", "", ""],
      ])
    #expect(
      try town.rows("sachstände | zeige maßnahme.nr, datum, text | sortiere maßnahme.nr, datum") == [
        ["1", "31.12.2021", "Raum gefunden"], ["1", "31.12.2022", "eröffnet"], ["2", "31.12.2022", "begonnen"],
      ])
    #expect(try town.rows("indikatoren | zeige name, maßnahmen.nr") == [["Zahl der Treffen", "1; 3"]])
    #expect(try town.rows("personen | zeige name") == [["Fr. M."]])
    #expect(result.newWords == ["Senioren"])
    #expect(result.findings.first { $0.rule == "einheit-unbekannt" }?.place?.cell == "'2 Wohnen'!D2")
    #expect(try town.read(sheets, sheet: "alle").unchanged == 3)
  }

  // MARK: Fields over the rows, two header rows, several measures in a cell

  @Test("a city with headings over the rows, two header rows and several measures in one cell")
  func city() throws {
    let town = try Town(
      """
      neu einheit "Ref. 12" name "Referat Chancengleichheit"
      layout stadtliste "Handlungsprogramm"
        kopfzeilen 2 maßgeblich 2
        spalte "Nr." ist nr
        spalte "Ziele" ist ziel
        spalte "Maßnahmen" ist text je zeile
        gruppe "Verantwortung"
        spalte "intern" ist rolle federführung
        spalte "extern" ist rolle partner
        gruppe "Umsetzung"
        spalte "Status" ist status
        spalte "Ende" ist ende_geplant
      ende
      """)
    var sheet = Sheet(
      "Programm",
      """
      Handlungsprogramm der Stadt, Stand: 31.03.2023
      |||Verantwortung||Umsetzung|
      Nr.|Ziele|Maßnahmen|intern|extern|Status|Ende
      Handlungsfeld A: Bildung
      A 1|Kitas sind offen für alle|• Kita-Lotsen⏎• Elternabende⏎  in mehreren Sprachen|Referat 12|AWO / Diakonie|in Arbeit|III/2024
      ||Vorlesepaten|s. o.|Stadtbücherei|abgeschlossen|Ende 2022
      Summe|3 Maßnahmen|||||
      Handlungsfeld B: Arbeit
      B 1|Arbeit finden|Jobmesse|Ref. 12||nicht begonnen|nach Haushaltsbeschluss
      """)
    sheet.merged = [
      Sheet.merge(line: 2, column: 4, rows: 1, columns: 2), Sheet.merge(line: 2, column: 6, rows: 1, columns: 2),
      Sheet.merge(line: 5, column: 2, rows: 2),
    ]
    let result = try town.read([sheet])
    #expect((result.new, result.account.isComplete) == (4, true))
    let found = try town.rows("maßnahmen | zeige nr, handlungsfeld, ziel, text, federführung, status, ende_geplant | sortiere id")
    #expect(
      found == [
        ["A 1 a", "Bildung", "Kitas sind offen für alle", "Kita-Lotsen", "Ref. 12", "laufend", "III/2024"],
        ["A 1 b", "Bildung", "Kitas sind offen für alle", "Elternabende in mehreren Sprachen", "Ref. 12", "laufend", "III/2024"],
        ["", "Bildung", "Kitas sind offen für alle", "Vorlesepaten", "Ref. 12", "umgesetzt", "2022"],
        ["B 1", "Arbeit", "Arbeit finden", "Jobmesse", "Ref. 12", "geplant", ""],
      ])
    #expect(try town.rows("hinweise wo mit inhalt und regel = wert-unlesbar | zeige inhalt") == [["nach Haushaltsbeschluss"]])
    #expect(try town.rows("kataloge | zeige stand") == [["31.03.2023"]])
  }

  // MARK: One row after the other, colours, no numbers

  @Test("a town without numbers whose status is a colour and whose measures go on over rows")
  func colours() throws {
    let town = try Town(
      """
      layout ampelliste "Maßnahmenplan"
        kopfzeilen 1 maßgeblich 1
        zeilen verbunden
        farbe 92D050 = umgesetzt
        farbe FF0000 = zurückgestellt
        spalte "Themenfeld" oder "Handlungsfeld" ist handlungsfeld
        spalte "Maßnahme / Projekt" ist text
        spalte "Beschreibung" ist beschreibung
        spalte "Wer macht mit?" ist rolle umsetzung
        spalte "Orte" ist sozialräume
      ende
      """)
    var sheet = Sheet(
      "Plan",
      """
      Handlungsfeld|Maßnahme/Projekt|Orte|Beschreibung|Wer macht mit?
      Begegnung|Nachbarschaftsfest|Nordstadt|Ein Fest im Sommer|Bürgerverein
      |||und eines im Winter|Feuerwehr
      |Gartenprojekt|Nordstadt; Altstadt|Hochbeete|"
      Handlungsfeld|Maßnahme/Projekt|Orte|Beschreibung|Wer macht mit?
      Sport|Radkurs|||
      """)
    sheet.details = [(2, 2, .colour("92D050")), (6, 2, .colour("FF0000")), (6, 2, .comment("Trainerin fehlt"))]
    let result = try town.read([sheet])
    #expect((result.new, result.account.isComplete) == (3, true))
    let found = try town.rows("maßnahmen | zeige handlungsfeld, text, beschreibung, umsetzung, sozialräume, status | sortiere id")
    #expect(
      found == [
        [
          "Begegnung", "Nachbarschaftsfest", "Ein Fest im Sommer\nund eines im Winter", "Bürgerverein; Feuerwehr", "Nordstadt", "umgesetzt",
        ],
        ["Begegnung", "Gartenprojekt", "Hochbeete", "Bürgerverein", "Nordstadt; Altstadt", "keine Angabe"],
        ["Sport", "Radkurs", "", "", "", "zurückgestellt"],
      ])
    #expect(try town.findings("kommentar").count == 1)
  }
}
