// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit

/// Documents for formats that write sheets.
enum SheetSamples {
  /// A form with everything that a sheet can have, a second table of the same name, text and properties.
  static var form: Document {
    var columns: [Table.Column] = [
      .init("kip-id", "kip-id", .label), .init("nr", "Nr.", .label), .init("text", "Maßnahme"), .init("kinder", "Kinder"),
      .init("jugendliche", "Jugendliche"), .init("status", "Status"), .init("hut", "Hut"), .init("kosten", "Kosten in €", .number),
      .init("frist", "Frist", .date), .init("offen", "offen", .flag),
    ]
    columns[0].isHidden = true
    for index in 0...2 { columns[index].isLocked = true }
    columns[2].width = 40
    columns[5].choices = ["geplant", "in Arbeit", "abgeschlossen"]
    columns[6].choices = (1...40).map { "FB \($0), Fachbereich <\($0)>" }
    columns[6].isList = true
    let rows = [
      [
        "17", "28,10", "=HYPERLINK(\"http://beispiel.invalid\")", "x", "", "geplant", "FB 1, Fachbereich <1>\u{1F}FB 2", "1250.5",
        "2024-12-31", "1",
      ],
      ["18", "0120", "-5", "", "x", "", "", "-980", "2025-Q3", "0"],
      ["19", "30,2", "zwei\nZeilen & <Zeichen>;  zwei Blanks, \u{B}Tab\tund _x0041_", "", "", "in Arbeit", "", "0.05", "1899-12-31", ""],
      [],
      ["20", "-", "@home", "", "", "", "", "keine Angabe", "bald", "vielleicht"],
      ["21", "7,0", " Rand ", "", "", "", "", "1234567.123456", "2024-02-29", "1"],
      ["22", "007", "\r\nZeile", "", "", "", "", "00120", "2024", "1", "ohne Spalte"],
    ]
    var table = Table("Maßnahmen: Stand/Plan", columns: columns, rows: TextRows(rows))
    table.groups = [
      [
        .init("", span: 1), .init("Maßnahme", span: 2), .init("Zielgruppe", span: 2), .init("Umsetzung", span: 4),
        .init("Umsetzung", span: 1),
      ],
      [.init("", span: 5), .init("Wer", span: 2), .init("", span: 3)],
    ]
    table.notes = ["Die Nummern sind Namen, keine Zahlen.", "=keine Formel"]
    let other = Table("maßnahmen- stand/plan", columns: [.init("a", "A"), .init("b", "", .number)], rows: TextRows([["", "0.5"]]))
    var document = Document(
      "Rückmeldebogen \"FB 51\" <Entwurf>",
      [
        .heading(1, "Hinweise"), .paragraph([Run("Bitte "), Run("alles", .strong), Run(" prüfen.")]), .list([[Run("ein Punkt")]]),
        .table(table), .table(other),
      ])
    document.subtitle = "Musterstadt, Stand 31.12.2024"
    document.properties = [
      .init("Frist", "15.03.2025"), .init("kip-plan", "a1b2"), .init("kip-änderung", "17"), .init("Kip-Plan", "zweimal"),
      .init("", "ohne Namen"),
    ]
    return document
  }

  /// The form without what the formats hold in different ways: characters that XML forbids, tabs, days before 1900.
  static var printable: Document {
    var document = form
    document.blocks = document.blocks.map { block in
      guard case .table(var table) = block else { return block }
      table.rows = MappedRows(table.rows) { cells in
        cells.map { $0.contains("\t") ? "zwei\nZeilen & <Zeichen>;  zwei Blanks und _x0041_" : $0 == "1899-12-31" ? "1900-03-01" : $0 }
      }
      return .table(table)
    }
    return document
  }

  /// Only a table, as a query answers it.
  static var plain: Document {
    let rows = [["1", "eins"], ["2", "zwei"]]
    return Document("", [.table(Table("", columns: [.init("nr", "Nr.", .number), .init("text", "Text")], rows: TextRows(rows)))])
  }
}
