// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let indikator = Noun("indikatoren", "indikator", table: "indikator", "woran zu erkennen ist, ob ein Ziel erreicht wird")
    .columns(
      Column("name", .text, "was gemessen wird").required(),
      Column("nr", .label, "Nummer").heading("Nr"),
      Column("art", .text, "ob er zählt oder beschreibt").words("Zahl", "Anteil", "Skala", "Beschreibung"),
      Column("kontext", .flag, "ob er nur die Lage beschreibt und keinen Erfolg misst"),
      Column("maßeinheit", .text, "worin gemessen wird"),
      Column("stufen", .text, "die Stufen einer Skala, die schlechteste zuerst"),
      Column("richtung", .text, "wohin er sich entwickeln soll").words("steigend", "fallend", "gleichbleibend"),
      Column("ausgangswert", .decimal, "der Wert am Anfang"),
      Column("ausgangsjahr", .date, "von wann der Ausgangswert ist"),
      Column("nachkommastellen", .number, "wie viele Stellen hinter dem Komma zählen"),
      Column("minimum", .decimal, "kleinster möglicher Wert"),
      Column("maximum", .decimal, "größter möglicher Wert"),
      Column("turnus", .text, "wie oft er erhoben wird").words(turnusWords),
      Column("erhoben_ab", .date, "seit wann er erhoben wird").heading("Erhoben ab"),
      Column("erhoben_bis", .date, "bis wann er erhoben wird").heading("Erhoben bis"),
      Column("kumulativ", .flag, "ob die Werte eines Jahres zusammengezählt werden"),
      Column("formel", .text, "wie er aus anderen berechnet wird"),
      Column("quelle", .text, "wer ihn erhebt"),
      Column("methode", .text, "wie er erhoben wird"),
      Column("grenzen", .text, "was er nicht sagt"),
      Column("lizenz", .text, "unter welcher Lizenz die Daten stehen"),
      .joined("ziele", "ziele", by: "indikatorbezüge", "indikator", "ziel", "Ziele, die er misst"),
      .joined("maßnahmen", "maßnahmen", by: "indikatorbezüge", "indikator", "maßnahme", "Maßnahmen, die er misst"),
      .joined("jahresziele", "jahresziele", by: "indikatorbezüge", "indikator", "jahresziel", "Jahresziele, die er misst"),
      .responsible(for: "indikator"),
      .those("werte", by: "indikator", shows: "datum", "Soll und Ist")
    )
    .shown("nr", "name", "ziele", "maßeinheit", "richtung", "turnus").keys("name", "nr").timeless()

  static let indikatorbezug = Noun(
    "indikatorbezüge", "indikatorbezug", table: "indikator_bezug", "Ziel, Maßnahme oder Jahresziel, das ein Indikator misst"
  )
  .columns(
    Column("indikator", .thing("indikatoren"), "der Indikator").required(),
    Column("ziel", .thing("ziele"), "das Ziel").part(),
    Column("maßnahme", .thing("maßnahmen"), "die Maßnahme").part(),
    Column("jahresziel", .thing("jahresziele"), "das Jahresziel").part()
  )
  .shown("indikator", "ziel", "maßnahme", "jahresziel").relation().exactlyOne("ziel", "maßnahme", "jahresziel")
  .unique("indikator", "ziel", "maßnahme", "jahresziel")

  static let wert = Noun("werte", "wert", table: "wert", "Soll oder Ist eines Indikators zu einer Zeit")
    .columns(
      Column("indikator", .thing("indikatoren"), "der Indikator").required().part(),
      Column("datum", .date, "wann oder für welche Zeit").required(),
      Column("art", .text, "ob es so ist oder so sein soll").required().words("Soll", "Zwischenziel", "Ist"),
      Column("wert", .decimal, "die Zahl"),
      Column("stufe", .text, "die Stufe oder Beschreibung, wo es keine Zahl ist"),
      Column("ausprägung", .text, "für wen er gilt, wo er aufgeteilt ist: Frauen, unter 18, Neuzugewanderte"),
      Column("sozialraum", .thing("sozialräume"), "wo er gilt"),
      Column("bestätigt_von", .thing("akteure"), "wer ihn bestätigt hat").heading("Bestätigt von"),
      Column("bestätigt_am", .day, "wann er bestätigt wurde").heading("Bestätigt am"),
      Column("bemerkung", .text, "Bemerkungen")
    )
    .shown("indikator", "datum", "art", "wert", "ausprägung").title("bemerkung")
}
