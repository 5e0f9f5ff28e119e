// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let massnahme = Noun("maßnahmen", "maßnahme", table: "massnahme", "was getan wird, um ein Ziel zu erreichen")
    .columns(
      Column(
        "nr", .label, "Nummern ihrer Einträge im Katalog, der Haupteintrag zuerst",
        .collected(.init("einträge", by: "maßnahme", shows: "nr").first("haupteintrag"))
      )
      .heading("Nr"),
      Column("stamm", .label, "Nummer der Maßnahme selbst, wo der Katalog sie von der des Eintrags trennt (28 in 28,1)"),
      Column("text", .text, "Wie soll das Ziel umgesetzt werden?"),
      Column(
        "handlungsfeld", .thing("handlungsfelder"), "Felder, unter denen sie steht",
        .collected(.init("einträge", by: "maßnahme", shows: "handlungsfeld"))),
      Column("ziel", .thing("ziele"), "Ziele, denen sie dient", .collected(.init("maßnahmenziele", by: "maßnahme", shows: "ziel"))),
      Column("status", .text, "Stand der Umsetzung")
        .words("keine Angabe", "geplant", "laufend", "dauerhaft", "umgesetzt", "zurückgestellt", "entfallen"),
      .role("federführung", "wer die Federführung hat").synonyms("hut"),
      .role("umsetzung", "wer umsetzt"),
      .role("partner", "wer mitwirkt"),
      .role("ehrenamt", "Ehrenamtliche, die mitwirken"),
      Column(
        "zuständige", .thing("akteure"), "alle mit einer Rolle, gleich welcher",
        .collected(.init("zuständigkeiten", by: "maßnahme", shows: "akteur"))),
      Column("klärungsbedarf", .text, "was offen oder zu klären ist; `x`, wo nur das Kreuz gesetzt ist"),
      Column("bemerkung", .text, "Bemerkungen ihrer Einträge", .collected(.init("einträge", by: "maßnahme", shows: "bemerkung"))),
      Column("haupteintrag", .thing("einträge"), "der Eintrag, der ihren Inhalt trägt, wo sie mehrere hat")
    )
    .shown("nr", "handlungsfeld", "text", "status", "federführung").keys("nr", "stamm", "text").title("text")

  static let eintrag = Noun("einträge", "eintrag", table: "eintrag", "Zeile eines Katalogs; mehrere Einträge können eine Maßnahme sein")
    .columns(
      Column("katalog", .thing("kataloge"), "der Katalog, in dem sie steht").required().part(),
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

  static let massnahmenziel = Noun("maßnahmenziele", "maßnahmenziel", table: "massnahme_ziel", "Ziel, dem eine Maßnahme dient")
    .columns(
      Column("maßnahme", .thing("maßnahmen"), "die Maßnahme").required().part(),
      Column("ziel", .thing("ziele"), "das Ziel").required()
    )
    .shown("maßnahme", "ziel").relation()
}

extension Column {
  /// A role in which actors stand to a measure.
  fileprivate static func role(_ name: String, _ summary: String) -> Column {
    Column(name, .thing("akteure"), summary, .collected(.init("zuständigkeiten", by: "maßnahme", shows: "akteur").only("rolle", name)))
  }
}
