// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let kommune = Noun("kommunen", "kommune", table: "kommune", "Stadt, Gemeinde oder Landkreis, deren Plan dies ist")
    .columns(
      Column("name", .text, "amtlicher Name").required(),
      Column("ags", .label, "Amtlicher Gemeindeschlüssel, 8 Stellen, beim Kreis 5").heading("AGS").digits(5, 8),
      Column("ars", .label, "Amtlicher Regionalschlüssel, 12 Stellen, beim Kreis 5").heading("ARS").digits(5, 12)
    )
    .shown("name", "ags").keys("name", "ags").timeless()

  static let konzept = Noun("konzepte", "konzept", table: "konzept", "Integrationskonzept, das umgesetzt wird")
    .columns(
      Column("kommune", .thing("kommunen"), "wessen Konzept es ist"),
      Column("name", .text, "Titel").required(),
      Column("kurz", .text, "kurzer Name, der in Abfragen genügt"),
      Column("zeitraum", .text, "wann es entstand oder gilt, wie es da steht")
    )
    .shown("kurz", "name", "zeitraum").keys("kurz", "name").timeless()

  static let katalog = Noun("kataloge", "katalog", table: "katalog", "tabellarischer Maßnahmenkatalog zu einem oder mehreren Konzepten")
    .columns(
      Column("name", .text, "Titel").required(),
      Column("layout", .text, "Tabellenlayout, mit dem er gelesen und geschrieben wird"),
      Column("stand", .day, "Tag, für den er spricht"),
      Column("bearbeitungsstand", .text, "wie weit er abgestimmt ist").words("vorläufig", "abgestimmt", "beschlossen"),
      Column(
        "konzepte", .thing("konzepte"), "Konzepte, deren Maßnahmen er führt",
        .collected(.init("katalogkonzepte", by: "katalog", shows: "konzept"))),
      Column("einträge", .thing("einträge"), "Zeilen des Katalogs", .collected(.init("einträge", by: "katalog", shows: "nr")))
    )
    .shown("name", "stand", "bearbeitungsstand", "konzepte").keys("name").timeless()

  static let katalogkonzept = Noun("katalogkonzepte", "katalogkonzept", table: "katalog_konzept", "Konzept, das ein Katalog führt")
    .columns(
      Column("katalog", .thing("kataloge"), "der Katalog").required().part(),
      Column("konzept", .thing("konzepte"), "das Konzept").required()
    )
    .shown("katalog", "konzept").relation().timeless()
}
