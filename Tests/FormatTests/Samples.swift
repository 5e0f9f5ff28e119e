// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit

/// Documents to write.
enum Samples {
  /// What a query answers: one table with columns of every kind.
  static var query: Document {
    var columns: [Table.Column] = [
      .init("nr", "Nr.", .label), .init("text", "Maßnahme"), .init("bewilligt", "bewilligt in €", .number),
      .init("frist", "Frist", .date), .init("offen", "offen", .flag), .init("zielgruppe", "Zielgruppe"),
    ]
    columns[5].isList = true
    let rows = [
      ["7,0", "Übungsraum einrichten", "1250.5", "2024-12-31", "1", "Kinder\u{1F}Jugendliche"],
      ["28,10", "=HYPERLINK(\"http://beispiel.invalid\")", "-980", "2025-Q3", "0", "Kinder"],
      ["0120", "-5", "1234567", "2026-02", "", ""],
      ["30,2", "„Personal“ schulen; \"Fortbildung\"\nzweite Zeile | *mit* <Zeichen> & _Strich_", "", "", "", ""],
      ["-", "+49 5136 000", "keine Angabe", "bald", "", "a;b\u{1F}c"],
    ]
    return Document("Maßnahmen", [.table(Table("", columns: columns, rows: TextRows(rows)))])
  }

  /// A catalogue under two rows of groups, with marks.
  static var catalogue: Document {
    let headings = ["", "Thema", "UMF", "Kinder und Jugendliche", "Institutionen (I)", "FB 50", "FB 51", ""]
    var table = Table(
      "Maßnahmenkatalog",
      rows: TextRows([
        ["7,0", "Bildung", "", "x", "", "", "", "S. 9"], ["30,2", "Sprache", "x", "", "I", "", "51.3", "auch unter Bildung"],
      ]))
    table.columns = headings.enumerated().map { .init("spalte\($0.offset)", $0.element, $0.offset == 0 ? .label : .text) }
    table.groups = [
      [
        .init("Nr", span: 1), .init("Handlungsfeld", span: 1), .init("Zielgruppe", span: 3), .init("Umsetzung", span: 2),
        .init("Bemerkungen", span: 1),
      ],
      [.init("", span: 2), .init("Flüchtlinge", span: 2), .init("", span: 1), .init("Hut", span: 2), .init("", span: 1)],
    ]
    table.notes = ["Die Nummern sind Namen, keine Zahlen."]
    return Document("Katalog", [.table(table)])
  }

  /// A report with blocks of every kind.
  static var report: Document {
    var document = Document(
      "Auszug für \"FB 51\" <Entwurf>",
      [
        .heading(1, "Überblick & Stand"),
        .paragraph([
          Run("Es gibt "), Run("zwei ", .strong), Run("Maßnahmen", .emphasised), Run("; die Frage war "), Run("hut unter `FB 51`", .code),
          Run("."),
        ]),
        .list([[Run("1. keine Aufzählung")], [Run("* kein Punkt"), Run(" und "), Run("wichtig", .strong)]]),
        .heading(3, "Übersprungene Ebene #"),
        .text("# keine Überschrift\n- kein Punkt\n2024. Jahr\n31.12.2024 bleibt"),
      ])
    document.blocks +=
      query.blocks + catalogue.blocks + catalogue.blocks + [.table(Table("Leer", columns: [.init("a", "A")], rows: TextRows([])))]
    document.subtitle = "Musterstadt, Stand 31.12.2024"
    document.properties = [.init("Bearbeitungsstand", "vorläufig"), .init("Herkunft", "katalog.csv")]
    return document
  }
}
