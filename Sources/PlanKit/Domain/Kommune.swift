// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let kommune = Noun("kommunen", "kommune", table: "kommune", "Stadt, Gemeinde oder Landkreis, deren Plan dies ist")
    .columns(
      Column("name", .text, "amtlicher Name").required(),
      Column("ags", .label, "Amtlicher Gemeindeschlüssel, 8 Stellen, beim Kreis 5").heading("AGS").digits(5, 8),
      Column("ars", .label, "Amtlicher Regionalschlüssel, 12 Stellen, beim Kreis 5").heading("ARS").digits(5, 12),
      Column("art", .text, "was für eine Kommune")
        .words(
          "Gemeinde", "Markt", "Stadt", "kreisangehörige Stadt", "kreisfreie Stadt", "Samtgemeinde", "Verbandsgemeinde", "Amt", "Landkreis",
          "Region"),
      Column("oberhalb", .thing("kommunen"), "der Landkreis oder Verband, zu dem sie gehört"),
      Column("land", .text, "das Land, dessen Recht gilt"),
      .those("konzepte", by: "kommune", shows: "name", "ihre Konzepte"),
      .those("sozialräume", by: "kommune", shows: "name", "ihre Sozialräume"),
      .those("gremien", by: "kommune", shows: "name", "ihre Gremien")
    )
    .shown("name", "ags").keys("name", "ags", "ars").tree("oberhalb").unique("ags").timeless()
}
