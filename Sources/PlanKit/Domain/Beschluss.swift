// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let beschluss = Noun("beschlüsse", "beschluss", table: "beschluss", "was ein Gremium entschieden hat")
    .columns(
      Column("text", .text, "was beschlossen wurde").required(),
      Column("nr", .label, "Nummer").heading("Nr"),
      Column("sitzung", .thing("sitzungen"), "die Sitzung, in der er fiel"),
      Column("vorlage", .thing("vorlagen"), "die Vorlage, über die beschlossen wurde"),
      Column("konzept", .thing("konzepte"), "das Konzept, um das es geht"),
      Column("datum", .date, "wann"),
      Column("ergebnis", .text, "wie entschieden wurde")
        .words("angenommen", "geändert angenommen", "abgelehnt", "vertagt", "zur Kenntnis genommen", "zurückgezogen"),
      Column("stimmen", .text, "Stimmen dafür, dagegen, enthalten"),
      .joined("maßnahmen", "maßnahmen", by: "beschlussmaßnahmen", "beschluss", "maßnahme", "Maßnahmen, um die es geht"),
      .those("aufträge", by: "beschluss", shows: "text", "was daraus zu erledigen ist")
    )
    .shown("nr", "text", "sitzung", "datum", "ergebnis").keys("text", "nr").title("text").timeless()

  static let beschlussmassnahme = Noun(
    "beschlussmaßnahmen", "beschlussmaßnahme", table: "beschluss_massnahme", "Maßnahme, um die es in einem Beschluss geht"
  )
  .columns(
    Column("beschluss", .thing("beschlüsse"), "der Beschluss").required(),
    Column("maßnahme", .thing("maßnahmen"), "die Maßnahme").required().part()
  )
  .shown("beschluss", "maßnahme").relation().unique("beschluss", "maßnahme")

  static let auftrag = Noun("aufträge", "auftrag", table: "auftrag", "was jemandem zu erledigen aufgegeben ist, mit Frist")
    .columns(
      Column("text", .text, "was zu erledigen ist").required(),
      Column("beschluss", .thing("beschlüsse"), "der Beschluss, aus dem er folgt"),
      Column("tagesordnungspunkt", .thing("tagesordnungspunkte"), "der Tagesordnungspunkt, aus dem er folgt"),
      Column("maßnahme", .thing("maßnahmen"), "die Maßnahme, um die es geht"),
      Column("akteur", .thing("akteure"), "wer ihn erledigt"),
      Column("frist", .date, "bis wann"),
      Column("status", .text, "wie weit er ist").words("offen", "laufend", "erledigt", "entfallen"),
      Column("erledigt_am", .date, "wann er erledigt war").heading("Erledigt am"),
      Column("bericht", .text, "was dazu berichtet wurde"),
      .responsible(for: "auftrag")
    )
    .shown("text", "akteur", "frist", "status", "beschluss").keys("text").title("text")

  static let rueckmeldung = Noun(
    "rückmeldungen", "rückmeldung", table: "rueckmeldung", "Bogen, der an jemanden ging und ausgefüllt zurückkommen soll"
  )
  .columns(
    Column("formular", .text, "welcher Bogen oder Auszug").required(),
    Column("akteur", .thing("akteure"), "an wen").required(),
    Column("versandt", .day, "wann er verschickt wurde"),
    Column("frist", .date, "bis wann er zurück sein soll"),
    Column("zurück", .day, "wann er zurückkam"),
    Column("übernommen", .day, "wann sein Inhalt in den Plan kam"),
    Column("erinnert", .day, "wann zuletzt erinnert wurde"),
    Column("quelle", .thing("quellen"), "die Datei, die zurückkam"),
    Column("katalog", .thing("kataloge"), "der Katalog, dessen Zeilen der Bogen zeigt"),
    Column("rollen", .text, "Rollen, wegen derer Maßnahmen darin stehen"),
    Column("darunter", .flag, "ob auch die Maßnahmen der Einheiten darunter darin stehen"),
    Column("offen", .text, "Spalten, die auszufüllen sind"),
    Column("bemerkung", .text, "Bemerkungen")
  )
  .shown("formular", "akteur", "versandt", "frist", "zurück", "übernommen").keys("formular").title("formular")
}
