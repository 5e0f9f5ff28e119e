// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let katalog = Noun("kataloge", "katalog", table: "katalog", "tabellarischer Maßnahmenkatalog zu einem oder mehreren Konzepten")
    .columns(
      Column("name", .text, "Titel").required(),
      Column("layout", .text, "Tabellenlayout, mit dem er gelesen und geschrieben wird"),
      Column("stand", .day, "Tag, für den er spricht"),
      Column("bearbeitungsstand", .text, "wie weit er abgestimmt ist").words("vorläufig", "abgestimmt", "beschlossen"),
      Column("zweck", .text, "wozu er dient"),
      Column("fassung", .thing("fassungen"), "die Fassung, zu der er gehört"),
      .joined("konzepte", "konzepte", by: "katalogkonzepte", "katalog", "konzept", "Konzepte, deren Maßnahmen er führt"),
      .those("einträge", by: "katalog", shows: "nr", "Zeilen des Katalogs")
    )
    .shown("name", "stand", "bearbeitungsstand", "konzepte").keys("name").timeless()

  static let katalogkonzept = Noun("katalogkonzepte", "katalogkonzept", table: "katalog_konzept", "Konzept, das ein Katalog führt")
    .columns(
      Column("katalog", .thing("kataloge"), "der Katalog").required().part(),
      Column("konzept", .thing("konzepte"), "das Konzept").required()
    )
    .shown("katalog", "konzept").relation().unique("katalog", "konzept").timeless()

  static let eintrag = Noun("einträge", "eintrag", table: "eintrag", "Zeile eines Katalogs; mehrere Einträge können eine Maßnahme sein")
    .columns(
      Column("katalog", .thing("kataloge"), "der Katalog, in dem sie steht; leer, wo die Maßnahme ohne Katalog unter einem Feld steht")
        .part(),
      Column("nr", .label, "Nummer, wie sie da steht").heading("Nr"),
      Column("nr_gelesen", .text, "Nummer, wie sie in der Datei steht, wo sie anders geschrieben ist").heading("Nr gelesen"),
      Column("feldangabe", .text, "Handlungsfeld, wie es da steht"),
      Column("handlungsfeld", .thing("handlungsfelder"), "Handlungsfeld, das gemeint ist"),
      Column("maßnahme", .thing("maßnahmen"), "die Maßnahme, die hier steht").required().part(),
      Column("text", .text, "Wortlaut; der der Maßnahme, wo hier kein anderer steht").inherits(from: "maßnahme"),
      Column("zieltext", .text, "Ziel, wie es hier steht, wo die Maßnahme mehrere Einträge hat"),
      Column("bemerkung", .text, "Bemerkungen"),
      Column("seite", .text, "Seite im Konzept, die die Bemerkung nennt"),
      Column("verweis", .text, "Handlungsfeld, auf das Bemerkung oder Feldangabe verweisen"),
      Column("marken", .text, "Kreuze und Merkmale dieses Eintrags, wo die Maßnahme mehrere Einträge hat"),
      Column("klärungsbedarf", .text, "was hier offen oder zu klären ist, wo die Maßnahme mehrere Einträge hat"),
      Column("quelle", .thing("quellen"), "Datei, aus der sie kam"),
      Column("zeile", .number, "Zeile in der Datei")
    )
    .shown("nr", "feldangabe", "text", "bemerkung", "seite").keys("nr").title("nr")
}
